using System.Globalization;
using Concertation.Domain.Polls;
using Concertation.Microsoft365.Polls;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Language;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;

namespace ConcertationBot.Polls;

/// <summary>« convoque la TCT le 14/10, le 16/10 ou le 21/10 à 9h30 »: several dates are a question to ask.</summary>
internal static class PollFromText
{
    private static readonly string[] Asks =
    [
        "sondage", "sonde", "sonder", "sondez", "sondons", "doodle", "plusieurs dates", "plusieurs creneaux", "des dates", "des creneaux",
        "deux dates", "trois dates", "quatre dates", "cinq dates", "six dates",
    ];

    /// <summary>Whether the message asks for a poll: by its words, or by more than one date.</summary>
    public static bool IsMeant(TextTurn turn)
    {
        var words = $" {FrenchText.Read(turn.Text).Plain} ";
        return Days(turn.Reading.Slots.When).Count > 1 || Asks.Any(ask => words.Contains($" {ask} ", StringComparison.Ordinal));
    }

    public static PollInputs Form(TextTurn turn)
    {
        var when = turn.Reading.Slots.When;
        return PollInputs.Of(
            ConveneFromText.Form(turn),
            [.. Days(when).Take(PollLimits.Slots).Select(day => new SlotInput(
                day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                TimeOf(day, when)?.ToString("HH:mm", CultureInfo.InvariantCulture)))],
            null);
    }

    /// <summary>What was read with a doubt, date by date; null when nothing was.</summary>
    public static string? Hint(Slots slots, PollInputs typed)
    {
        var hints = Days(slots.When).Select(day => ConveneFromText.Hint(
                slots with { When = slots.When with { Dates = [day] } },
                typed.Session.When with { Day = day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }))
            .OfType<string>().SelectMany(h => h.Split('\n')).Distinct(StringComparer.Ordinal).ToList();
        if (hints.Count == 0 && ConveneFromText.Hint(slots with { When = slots.When with { Dates = [] } }, typed.Session.When) is { } other)
        {
            hints.Add(other);
        }

        if (Days(slots.When) is { Count: > PollLimits.Slots } days)
        {
            hints.Add(PollTexts.LeftOut([.. days.Skip(PollLimits.Slots).Select(d => d.Date)]));
        }

        return hints.Count == 0 ? null : string.Join("\n", hints);
    }

    /// <summary>
    /// The dates, each once. One without its month follows the date before it, or leads to the first that has one: « le
    /// 14/10, le 16 ou le 21 », « le 14, le 16 ou le 21 octobre ».
    /// </summary>
    private static List<DateFound> Days(WhenFound when)
    {
        var days = when.Dates.ToList();
        var written = days.FindIndex(d => !d.Doubts.HasFlag(DateDoubts.MonthUnwritten));
        for (var i = written - 1; i >= 0; i--)
        {
            days[i] = days[i] with { Date = DayOf.Month(days[i].Date.Day, days[i + 1].Date, Lean.Back), Doubts = DateDoubts.None };
        }

        for (var i = Math.Max(written, 0) + 1; i < days.Count; i++)
        {
            if (days[i].Doubts.HasFlag(DateDoubts.MonthUnwritten))
            {
                days[i] = days[i] with { Date = DayOf.Month(days[i].Date.Day, days[i - 1].Date, Lean.Ahead), Doubts = DateDoubts.None };
            }
        }

        return [.. days.DistinctBy(d => d.Date)];
    }

    // « le 14 à 9h30, le 16 ou le 21 à 14h »: the next time said after it; « à 9h30 le 14 »: the one said before.
    private static TimeOnly? TimeOf(DateFound day, WhenFound when)
    {
        var after = when.Times.FirstOrDefault(t => t.Span.Start > day.Span.Start)?.Time;
        var before = when.Times.LastOrDefault(t => t.Span.Start < day.Span.Start)?.Time;
        var leads = when.Times.Count > 0 && when.Times[0].Span.Start < when.Dates[0].Span.Start;
        return leads ? before ?? after : after ?? before;
    }
}
