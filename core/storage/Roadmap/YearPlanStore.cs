using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Roadmap;

/// <summary>Writes a year's plan: its axes first, then the row that orders them, then takes off what it no longer has.</summary>
internal sealed class YearPlanStore(IRowStore rows) : IYearPlans
{
    private const int Rounds = 5;

    public async Task<IReadOnlyList<TerritoryChange>> Save(YearPlan plan, CancellationToken cancel)
    {
        var partition = Partitions.Year(plan.Territory, plan.Year);
        for (var round = 1; round <= Rounds; round++)
        {
            var changes = Changes(await rows.All(Partitions.Roadmap, partition, RowRange.All, cancel), plan);
            if (await rows.CommitInSteps(Partitions.Roadmap, partition, changes.Select(c => new[] { c }), cancel))
            {
                return [.. changes.Select(Said)];
            }
        }

        throw new InvalidOperationException($"the roadmap {partition} kept changing while it was saved");
    }

    private static RowChange[] Changes(IReadOnlyList<Row> partition, YearPlan plan)
    {
        var standing = partition.ToDictionary(r => r.Key, StringComparer.Ordinal);
        var wanted = RoadmapRows.Of(plan).ToDictionary(StringComparer.Ordinal);
        var inUse = partition
            .Where(r => RoadmapRows.HangsOnAxis(r.Key))
            .Select(r => RoadmapRows.AxisKey(RoadmapRows.AxisOf(r.Key)))
            .ToHashSet(StringComparer.Ordinal);
        var written = wanted.Keys.Order(StringComparer.Ordinal)
            .Select(key => standing.GetValueOrDefault(key).Towards(key, wanted[key]));
        var removed = partition
            .Where(r => r.Key.StartsWith(RoadmapRows.Axes, StringComparison.Ordinal)
                && !wanted.ContainsKey(r.Key) && !inUse.Contains(r.Key))
            .Select(r => new RowChange.Delete(r.Key, r.ETag));
        return [.. written.OfType<RowChange>(), .. removed];
    }

    private static TerritoryChange Said(RowChange change) => new(
        change.Key == RoadmapRows.Plan ? TerritoryPart.Plan : TerritoryPart.Axis,
        change.Key.Split('|')[^1],
        change switch
        {
            RowChange.Insert => ChangeKind.Added,
            RowChange.Put => ChangeKind.Changed,
            _ => ChangeKind.Removed,
        });
}
