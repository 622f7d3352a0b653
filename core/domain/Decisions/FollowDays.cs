using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>When the clock asks after a decision.</summary>
public static class FollowDays
{
    /// <summary>A reserve that nobody answers lapses so many days after its own.</summary>
    public const int LapseDays = 5;

    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>The morning of that day in the territory's zone.</summary>
    public static DateTimeOffset MorningOf(DateOnly day, TimeZoneInfo zone) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(Morning), zone), TimeSpan.Zero);

    public static DateTimeOffset Lapses(ReserveKept reserve, TimeZoneInfo zone) => MorningOf(reserve.Until.AddDays(LapseDays), zone);

    /// <summary>Every moment at which something is to be asked, or lapses.</summary>
    public static IEnumerable<DateTimeOffset> Of(DecisionFollowed seen)
    {
        var zone = seen.Roster.Zone;
        if (seen.Decision is { Adopted: true, Grounds.ReviewOn: { } review })
        {
            yield return MorningOf(review, zone);
        }

        foreach (var reserve in seen.Reserves)
        {
            yield return MorningOf(reserve.Until, zone);
            yield return Lapses(reserve, zone);
        }
    }
}
