using System.Globalization;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>Why a seat is written to again about a session.</summary>
public enum ReminderKind
{
    SevenDays, TwoDays,
    /// <summary>The convener asked for it; at most once a day.</summary>
    Asked,
    /// <summary>The representative can't come: the substitute is asked.</summary>
    Substitute,
}

/// <summary>When seats that haven't answered are reminded. Days are the territory's.</summary>
public static class ReminderRules
{
    /// <summary>Whoever was told of the date so lately isn't reminded of it.</summary>
    private const int DaysOfPeace = 2;

    // Whoever is asked to come needs the time to get there.
    private static readonly TimeSpan OnTheWay = TimeSpan.FromHours(1);

    /// <summary>When asking somebody to come becomes useless.</summary>
    public static DateTimeOffset NeededBy(Session session) => session.Start - OnTheWay;

    /// <summary>The day a planned reminder goes out: so many days before, or the working day before that.</summary>
    public static DateOnly DayOf(Session session, ReminderKind kind, TimeZoneInfo zone) =>
        WorkingDays.OnOrBefore(LocalDay(session.Start, zone).AddDays(kind == ReminderKind.TwoDays ? -2 : -7));

    /// <summary>The reminder to be sent at that moment; null for none.</summary>
    public static ReminderKind? Due(Session session, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (session.State != SessionState.Convened || session.Start <= now)
        {
            return null;
        }

        var today = LocalDay(now, zone);
        ReminderKind? kind = today >= DayOf(session, ReminderKind.TwoDays, zone) ? ReminderKind.TwoDays
            : today >= DayOf(session, ReminderKind.SevenDays, zone) ? ReminderKind.SevenDays
            : null;
        return kind is { } due && IsExpected(session, due, zone) ? due : null;
    }

    /// <summary>The day of the next planned reminder; null when none is to come.</summary>
    public static DateOnly? Next(Session session, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalDay(now, zone);
        return new[] { ReminderKind.SevenDays, ReminderKind.TwoDays }
            .Where(kind => IsExpected(session, kind, zone)).Select(kind => (DateOnly?)DayOf(session, kind, zone))
            .FirstOrDefault(day => day > today);
    }

    /// <summary>One effect per kind and date of the session; one a day for those asked for.</summary>
    public static Effect EffectOf(Session session, ReminderKind kind, DateOnly today)
    {
        var word = Word(kind);
        var dated = session.DatedIn.ToString(CultureInfo.InvariantCulture);
        var day = kind == ReminderKind.Asked ? today.ToString("'-'yyyyMMdd", CultureInfo.InvariantCulture) : "";
        return new Effect(
            $"reminder-{word}{day}-{session.Id}-{dated}", EffectKind.SessionReminder, session.Id.Value, $"{dated}.{word}");
    }

    /// <summary>Asks the substitute of a seat: two seats that decline at once are two effects.</summary>
    public static Effect EffectFor(Session session, SeatId seat)
    {
        var effect = EffectOf(session, ReminderKind.Substitute, default);
        return effect with { Id = $"{effect.Id}-{seat}", Detail = $"{effect.Detail}.{seat}" };
    }

    /// <summary>The seat in the detail of <see cref="EffectFor"/>; null in another's.</summary>
    public static SeatId? SeatOf(string? detail) => detail?.Split('.') is [_, _, var seat] ? new SeatId(seat) : null;

    /// <summary>The kind an effect or a notice of a reminder speaks of, when the date it was made for still stands; else null.</summary>
    public static ReminderKind? KindOf(Session session, string? detail) =>
        detail?.Split('.') is [var dated, var word, ..] && dated == session.DatedIn.ToString(CultureInfo.InvariantCulture)
            ? Enum.GetValues<ReminderKind>().Where(kind => Word(kind) == word).Select(kind => (ReminderKind?)kind).FirstOrDefault()
            : null;

    public static DateOnly LocalDay(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static bool IsExpected(Session session, ReminderKind kind, TimeZoneInfo zone) =>
        LocalDay(session.DatedAt > session.ConvenedAt ? session.DatedAt.Value : session.ConvenedAt, zone).AddDays(DaysOfPeace) <= DayOf(session, kind, zone);

    private static string Word(ReminderKind kind) => kind switch
    {
        ReminderKind.SevenDays => "d7",
        ReminderKind.TwoDays => "d2",
        ReminderKind.Asked => "asked",
        ReminderKind.Substitute => "substitute",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such reminder"),
    };
}
