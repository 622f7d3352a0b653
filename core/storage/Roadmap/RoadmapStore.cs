using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Roadmap;

/// <summary>A year's roadmap and what became of it: one partition, so that one query gives the view.</summary>
internal sealed class RoadmapStore(IRowStore rows) : IRoadmaps
{
    public async Task<RoadmapView?> Get(TerritoryId territory, int year, CancellationToken cancel)
    {
        var partition = new List<Row>();
        await foreach (var row in rows.Query(Partitions.Roadmap, Partitions.Year(territory, year), RowRange.All, cancel))
        {
            partition.Add(row);
        }

        var decisions = partition
            .Where(r => r.Key.StartsWith(RoadmapRows.Decisions, StringComparison.Ordinal))
            .Select(r => r.Read(StorageJson.Default.DecisionOnAxis))
            .OrderBy(d => d.At).ThenBy(d => d.Number.Number);
        var reports = partition
            .Where(r => r.Key.StartsWith(RoadmapRows.Reports, StringComparison.Ordinal))
            .Select(r => r.Read(StorageJson.Default.ReportOnAxis))
            .OrderBy(r => r.Reference.Value, StringComparer.Ordinal);
        var actions = partition
            .Where(r => r.Key.StartsWith(RoadmapRows.Actions, StringComparison.Ordinal))
            .Select(r => r.Read(StorageJson.Default.ActionOnAxis))
            .OrderBy(a => a.At).ThenBy(a => a.Id, StringComparer.Ordinal);
        var reviews = partition
            .Where(r => r.Key.StartsWith(RoadmapRows.Reviews, StringComparison.Ordinal))
            .Select(r => r.Read(StorageJson.Default.ReviewOnAxis));
        return RoadmapRows.Read(partition) is { } plan
            ? new RoadmapView(plan, [.. decisions], [.. reports], [.. actions]) { Reviews = [.. reviews] }
            : null;
    }

    public async Task<YearPlan?> Plan(TerritoryId territory, int year, CancellationToken cancel)
    {
        var partition = Partitions.Year(territory, year);
        var axes = rows.All(Partitions.Roadmap, partition, RowRange.StartingWith(RoadmapRows.Axes), cancel);
        return await rows.Get(new RowAddress(Partitions.Roadmap, partition, RoadmapRows.Plan), cancel) is { } plan
            ? RoadmapRows.Read([.. await axes, plan])
            : null;
    }

    public async Task<IReadOnlyList<AxisId>> TiedTo(
        TerritoryId territory, int year, DysfunctionRef reference, IEnumerable<AxisId> axes, CancellationToken cancel)
    {
        var partition = Partitions.Year(territory, year);
        var found = await Task.WhenAll(axes.Select(a => rows.Get(
            new RowAddress(Partitions.Roadmap, partition, RoadmapRows.ReportKey(a, reference)), cancel)));
        return [.. found.OfType<Row>().Select(row => RoadmapRows.AxisOf(row.Key))];
    }

    public Task Post(TerritoryId territory, int year, DecisionOnAxis decision, CancellationToken cancel) => Put(
        territory, year, RoadmapRows.DecisionKey(decision),
        RowBody.Of(decision, StorageJson.Default.DecisionOnAxis, ("Instance", decision.Instance)), cancel);

    public Task Review(TerritoryId territory, int year, ReviewOnAxis review, CancellationToken cancel) => Put(
        territory, year, RoadmapRows.ReviewKey(review),
        RowBody.Of(review, StorageJson.Default.ReviewOnAxis, ("State", review.State.ToString())), cancel);

    public Task Entrust(TerritoryId territory, int year, ActionOnAxis action, CancellationToken cancel) => Put(
        territory, year, RoadmapRows.ActionKey(action.Axis, action.Id),
        RowBody.Of(action, StorageJson.Default.ActionOnAxis, ("Who", action.Who), ("Due", action.Due)), cancel);

    // Gone already is fine: the effect that asks for it may come twice.
    public Task Release(TerritoryId territory, int year, AxisId axis, string action, CancellationToken cancel) => rows.Commit(
        Partitions.Roadmap, Partitions.Year(territory, year), [new RowChange.Delete(RoadmapRows.ActionKey(axis, action), "*")], cancel);

    public Task Tie(TerritoryId territory, int year, ReportOnAxis report, CancellationToken cancel) => Put(
        territory, year, RoadmapRows.ReportKey(report.Axis, report.Reference),
        RowBody.Of(report, StorageJson.Default.ReportOnAxis, ("Status", report.Status.ToString())), cancel);

    public Task Untie(TerritoryId territory, int year, AxisId axis, DysfunctionRef reference, CancellationToken cancel) =>
        // Gone already is fine: the effect that asks for it may come twice.
        rows.Commit(
            Partitions.Roadmap, Partitions.Year(territory, year),
            [new RowChange.Delete(RoadmapRows.ReportKey(axis, reference), "*")], cancel);

    private Task<CommitOutcome> Put(
        TerritoryId territory, int year, string key, Dictionary<string, object> properties, CancellationToken cancel) =>
        rows.Commit(Partitions.Roadmap, Partitions.Year(territory, year), [new RowChange.Put(key, properties)], cancel);
}
