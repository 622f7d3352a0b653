using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;

namespace Concertation.Work.Dysfunctions;

/// <summary>Counts a year's reports again and keeps the numbers for whoever looks.</summary>
public sealed class CountReports(IDysfunctions dysfunctions, IObservatories observatories, IRoadmaps roadmaps, TimeProvider clock)
{
    public async Task<ObservatorySnapshot> Of(Territory territory, int year, CancellationToken cancel)
    {
        // Before reading: of two counts at once, the later reading is kept.
        var at = clock.GetUtcNow();
        var axes = (await roadmaps.Plan(territory.Id, year, cancel))?.Axes ?? [];
        var count = new ObservatoryCount(TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone), axes);
        await foreach (var report in dysfunctions.EachOfYear(territory.Id, year, cancel))
        {
            count.Add(report);
        }

        var snapshot = count.Snapshot(territory.Id, year, at);
        await observatories.Keep(snapshot, cancel);
        return snapshot;
    }

    /// <summary>The year it is in the territory.</summary>
    public int Year(Territory territory) =>
        TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone)).Year;
}

/// <summary>Once a day, this year and the last: what was reported in December is still being handled in spring.</summary>
public sealed class CountReportsDaily(IRosters rosters, CountReports count) : IScheduled
{
    public async Task Run(CancellationToken cancel)
    {
        foreach (var territory in await rosters.All(cancel))
        {
            var year = count.Year(territory);
            await count.Of(territory, year - 1, cancel);
            await count.Of(territory, year, cancel);
        }
    }
}
