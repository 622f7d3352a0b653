using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>Spreads what people are asked over the weeks.</summary>
public static class SessionLoad
{
    // Told later than that, somebody couldn't arrange to come or to be replaced.
    private static readonly TimeSpan Needed = TimeSpan.FromDays(7);

    /// <summary>The first working hour of next week, in UTC; null when the session would then be too near.</summary>
    public static DateTimeOffset? NextWeek(DateTimeOffset start, Roster roster, DateTimeOffset now)
    {
        var today = ReminderRules.LocalDay(now, roster.Zone);
        var monday = today.AddDays(7 - ((int)today.DayOfWeek + 6) % 7).ToDateTime(TimeOnly.MinValue);
        var from = roster.Territory.QuietHours.OpenFrom(new DateTimeOffset(monday, roster.Zone.GetUtcOffset(monday)).ToUniversalTime(), roster.Zone);
        return start - from >= Needed ? from : null;
    }
}
