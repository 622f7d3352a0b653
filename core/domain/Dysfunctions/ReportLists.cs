namespace Concertation.Domain.Dysfunctions;

/// <summary>A page of reports; Next: the report after which the next page begins, null when there is none.</summary>
public sealed record ReportSlice(IReadOnlyList<Dysfunction> Reports, DysfunctionRef? Next);

/// <summary>
/// Lists of a territory's reports, each read page by page: what a page costs doesn't depend on how many reports there are.
/// </summary>
public interface IReportLists
{
    /// <summary>What waits for the pilote, the gravest first, then the oldest.</summary>
    /// <param name="aside">Those that concern the porteur, instead of all the others.</param>
    Task<ReportSlice> Waiting(ReportsOf reports, bool aside, CancellationToken cancel);

    /// <summary>A person's own, newest first; those received in a stretch of time when one is given.</summary>
    Task<ReportSlice> MadeBy(ReportsOf reports, PersonId reporter, (DateTimeOffset From, DateTimeOffset Until)? when, CancellationToken cancel);

    /// <summary>Open reports that share most of those stems, best first: a few, never all.</summary>
    Task<IReadOnlyList<Dysfunction>> Sharing(ReportsOf reports, IEnumerable<string> stems, CancellationToken cancel);
}

/// <summary>Which reports, and from where on.</summary>
/// <param name="Years">In which they were numbered.</param>
/// <param name="Most">On a page.</param>
/// <param name="After">The last one of the page before; null for the first page.</param>
public sealed record ReportsOf(TerritoryId Territory, IReadOnlyList<int> Years, int Most, DysfunctionRef? After = null)
{
    public const int Page = 10;

    /// <summary>This year's and last year's.</summary>
    public static ReportsOf Recent(TerritoryId territory, int year, DysfunctionRef? after = null) => new(territory, [year, year - 1], Page, after);
}
