namespace Concertation.Domain.Notices;

/// <summary>When people aren't written to about what can wait, in the territory's own time.</summary>
/// <param name="From">Quiet begins. The same as <paramref name="Until"/>: no hour is quiet.</param>
/// <param name="Until">Quiet ends, the next day when it is before <paramref name="From"/>.</param>
/// <param name="DaysOff">Whether weekends and public holidays are quiet.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until, bool DaysOff)
{
    /// <summary>What a territory gets when it sets nothing: from 19 h to 8 h, weekends and public holidays.</summary>
    public static QuietHours Usual { get; } = new(new TimeOnly(19, 0), new TimeOnly(8, 0), DaysOff: true);

    public bool IsQuiet(DateTimeOffset at, TimeZoneInfo zone) => OpenFrom(at, zone) > at;

    /// <summary>That moment when it isn't quiet; else the first after it that isn't.</summary>
    public DateTimeOffset OpenFrom(DateTimeOffset at, TimeZoneInfo zone)
    {
        var began = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var local = began;
        while (EndOfQuiet(local) is { } end)
        {
            local = end;
        }

        if (local == began)
        {
            return at;
        }

        // An hour that the clocks skip is over as soon as they have.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone), TimeSpan.Zero);
    }

    /// <summary>When the quiet of that local moment ends, looked at again from there; null when it isn't quiet.</summary>
    private DateTime? EndOfQuiet(DateTime local)
    {
        var day = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        if (DaysOff && !WorkingDays.IsWorking(day))
        {
            return day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        }

        // TimeOnly.IsBetween knows of midnight, and of nothing between two that are the same.
        return time.IsBetween(From, Until) ? (time < Until ? day : day.AddDays(1)).ToDateTime(Until) : null;
    }
}

/// <summary>What can wait for the next working hour: nobody's own act waits for it, and no right runs out meanwhile.</summary>
public static class Urgency
{
    public static bool CanWait(EffectKind kind) => kind is
        EffectKind.SessionReminder or EffectKind.SessionsPlanned or EffectKind.PollReminder or EffectKind.AgendaCirculated
        or EffectKind.BallotReminder or EffectKind.AgendaDue or EffectKind.MinutesDue or EffectKind.MinutesCirculated or EffectKind.MinutesValidated
        or EffectKind.DecisionReturned or EffectKind.DecisionReturnReminder or EffectKind.ReviewDue or EffectKind.ReserveDue
        or EffectKind.DecisionReviewed or EffectKind.ReserveAnswered or EffectKind.DirectoryConfirmationDue;
}
