namespace Concertation.Domain.Votes;

/// <summary>When a ballot ends to which nobody gave an hour: one that people remember, never in the night.</summary>
public static class UsualClosing
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly EndOfDay = new(18, 0);

    /// <summary>After the table's usual number of hours: of a day or more, at 18 h; of fewer, at the next full hour of a working day's time.</summary>
    public static DateTimeOffset After(DateTimeOffset now, int hours, TimeZoneInfo zone)
    {
        var at = TimeZoneInfo.ConvertTime(now.AddHours(hours), zone).DateTime;
        if (hours >= 24)
        {
            return On(DateOnly.FromDateTime(at), null, zone);
        }

        var full = at.Date.AddHours(at.Hour + (at.TimeOfDay.Ticks % TimeSpan.TicksPerHour > 0 ? 1 : 0));
        var (day, time) = (DateOnly.FromDateTime(full), TimeOnly.FromDateTime(full));
        return time < Morning ? On(day, Morning, zone) : time > EndOfDay ? On(day.AddDays(1), Morning, zone) : On(day, time, zone);
    }

    /// <param name="time">Null: at 18 h.</param>
    public static DateTimeOffset On(DateOnly day, TimeOnly? time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time ?? EndOfDay);
        // An hour that the clocks jump over in spring is taken for the one after.
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
