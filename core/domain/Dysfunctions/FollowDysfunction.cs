using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>Lets the reporter, the pilote and the deputies read a report.</summary>
public sealed class FollowDysfunction(IDysfunctions dysfunctions, TimeProvider clock)
{
    /// <summary>Null when there is none or it isn't this person's to read: from outside the two look the same.</summary>
    public async Task<Dysfunction?> Handle(Actor actor, Roster roster, DysfunctionRef reference, CancellationToken cancel)
    {
        var report = await dysfunctions.Get(roster.Territory.Id, reference, cancel);
        return report is not null && (report.Value.Reporter == actor.Id || roster.IsPilot(actor)) ? report.Value : null;
    }

    /// <summary>The person's own reports of this year and the last, newest first; of one month when it is given.</summary>
    /// <param name="month">1 to 12, in the territory's zone; the latest such month there has been.</param>
    public async Task<IReadOnlyList<Dysfunction>> Mine(Actor actor, Roster roster, int? month, CancellationToken cancel)
    {
        var mine = (await Recent(roster, cancel)).Where(r => r.Reporter == actor.Id).ToList();
        if (month is null)
        {
            return mine;
        }

        var ofMonth = mine.Where(r => Local(r, roster).Month == month).ToList();
        return ofMonth.Where(r => Local(r, roster).Year == Local(ofMonth[0], roster).Year).ToList();
    }

    /// <summary>What waits for the pilote: received and not yet qualified, oldest first; nothing for anyone else.</summary>
    public async Task<IReadOnlyList<Dysfunction>> ToQualify(Actor actor, Roster roster, CancellationToken cancel) =>
        roster.IsPilot(actor)
            ? (await Recent(roster, cancel)).Where(r => r.Status == DysfunctionStatus.Received).Reverse().ToList()
            : [];

    private async Task<IReadOnlyList<Dysfunction>> Recent(Roster roster, CancellationToken cancel)
    {
        var year = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone).Year;
        var years = await Task.WhenAll(
            dysfunctions.OfYear(roster.Territory.Id, year, cancel), dysfunctions.OfYear(roster.Territory.Id, year - 1, cancel));
        return [.. years[0], .. years[1]];
    }

    private static DateTimeOffset Local(Dysfunction report, Roster roster) =>
        TimeZoneInfo.ConvertTime(report.ReceivedAt, roster.Zone);
}
