namespace ConcertationBot.Language;

/// <summary>What became of a local time on a night when the clocks change.</summary>
public enum ClockChange
{
    None,

    /// <summary>The time doesn't exist (02:30 in March): the clock is moved on by what was skipped, 03:30.</summary>
    Skipped,

    /// <summary>The time comes twice (02:30 in October): the first is taken, still summer time.</summary>
    Repeated,
}

/// <summary>A date and time of a territory as one instant, in UTC.</summary>
public readonly record struct LocalMoment(DateTimeOffset Instant, ClockChange Change)
{
    public static LocalMoment At(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            // The offset from before the change, applied as if nothing had happened, lands after the gap.
            var before = zone.GetUtcOffset(local.AddHours(-3));
            return new LocalMoment(new DateTimeOffset(local, before).ToUniversalTime(), ClockChange.Skipped);
        }

        if (zone.IsAmbiguousTime(local))
        {
            var first = zone.GetAmbiguousTimeOffsets(local).Max();
            return new LocalMoment(new DateTimeOffset(local, first).ToUniversalTime(), ClockChange.Repeated);
        }

        var offset = zone.GetUtcOffset(local);
        return new LocalMoment(new DateTimeOffset(local, offset).ToUniversalTime(), ClockChange.None);
    }
}
