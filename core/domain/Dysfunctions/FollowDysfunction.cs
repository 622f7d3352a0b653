using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>Lets the reporter, the pilote and the deputies read a report.</summary>
public sealed class FollowDysfunction(IDysfunctions dysfunctions, IReportLists lists, TimeProvider clock)
{
    /// <summary>Null when there is none or it isn't this person's to read: from outside the two look the same.</summary>
    public async Task<Dysfunction?> Handle(Actor actor, Roster roster, DysfunctionRef reference, CancellationToken cancel)
    {
        var report = await dysfunctions.Get(roster.Territory.Id, reference, cancel);
        return report is not null && (report.Value.Reporter == actor.Id || roster.Handles(actor, report.Value)) ? report.Value : null;
    }

    /// <summary>A page of the person's own reports of this year and the last, newest first; of one month when it is given.</summary>
    /// <param name="month">1 to 12, in the territory's zone; the latest such month with a report.</param>
    public async Task<ReportSlice> Mine(Actor actor, Roster roster, int? month, DysfunctionRef? after, CancellationToken cancel)
    {
        var year = Year(roster);
        var recent = ReportsOf.Recent(roster.Territory.Id, year, after);
        if (month is not { } asked)
        {
            return await lists.MadeBy(recent, actor.Id, null, cancel);
        }

        var latest = await lists.MadeBy(recent, actor.Id, Month(year, asked, roster.Zone), cancel);
        return latest.Reports.Count > 0 ? latest : await lists.MadeBy(recent, actor.Id, Month(year - 1, asked, roster.Zone), cancel);
    }

    /// <summary>A page of what waits for the pilote, the gravest first, then the oldest; nothing for anyone else.</summary>
    public async Task<ReportSlice> Waiting(Actor actor, Roster roster, DysfunctionRef? after, CancellationToken cancel) =>
        !roster.IsPilot(actor) ? new ReportSlice([], null)
        : after is null && roster.HandlersAside().Contains(actor.Id) ? await WithAside(roster, cancel)
        : await lists.Waiting(ReportsOf.Recent(roster.Territory.Id, Year(roster), after), aside: false, cancel);

    /// <summary>What the pilote doesn't see comes first for those who handle it.</summary>
    private async Task<ReportSlice> WithAside(Roster roster, CancellationToken cancel)
    {
        var recent = ReportsOf.Recent(roster.Territory.Id, Year(roster));
        var (aside, queue) = (await lists.Waiting(recent, aside: true, cancel), await lists.Waiting(recent, aside: false, cancel));
        return queue with { Reports = [.. aside.Reports, .. queue.Reports] };
    }

    private int Year(Roster roster) => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone).Year;

    private static (DateTimeOffset, DateTimeOffset) Month(int year, int month, TimeZoneInfo zone)
    {
        var first = new DateTime(year, month, 1);
        return (At(first), At(first.AddMonths(1)));

        DateTimeOffset At(DateTime local) => new(TimeZoneInfo.ConvertTimeToUtc(local, zone));
    }
}
