namespace Concertation.Domain.Dysfunctions;

/// <summary>
/// A cluster counts what its reports say of themselves: which cluster a report is in stands with the report alone. Reads what
/// stands, so running it again, late or out of order leaves the same.
/// </summary>
public sealed class FollowCluster(IDysfunctions dysfunctions, IClusters clusters)
{
    private const int Tries = 40;

    /// <summary>Every cluster the report is or was in counts it, or no more.</summary>
    public async Task Handle(Dysfunction report, CancellationToken cancel)
    {
        foreach (var cluster in report.History.Select(h => h.Cluster).OfType<ClusterRef>().Distinct())
        {
            await Count(report.Territory, cluster, report.Reference, cancel);
        }
    }

    private async Task Count(TerritoryId territory, ClusterRef reference, DysfunctionRef about, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            // The cluster before the report: what is counted is never older than what it replaces.
            if (await clusters.Get(territory, reference, cancel) is not { } cluster
                || await dysfunctions.Get(territory, about, cancel) is not { Value: var report })
            {
                return;
            }

            var before = await clusters.Counted(territory, reference, about, cancel);
            var after = report.Cluster == reference ? ClusterMember.Of(report) : null;
            var changed = With(cluster.Value, report, before, after);
            if (Equals(before, after) && changed.Status == cluster.Value.Status)
            {
                return;
            }

            if (await clusters.Count(cluster.With(changed), about, after, EventOf(report, reference, changed.Status != cluster.Value.Status), cancel))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{reference} was changed by others {Tries} times in a row");
    }

    private static Cluster With(Cluster cluster, Dysfunction report, ClusterMember? before, ClusterMember? after)
    {
        var tally = before is null ? cluster.Tally : cluster.Tally.With(before, -1);
        return cluster with
        {
            Tally = after is null ? tally : tally.With(after, 1),
            Axis = cluster.Axis ?? report.Axis,
            Family = cluster.Family ?? report.Family,
            // A table's decision on the item is one for the whole cluster.
            Status = after is not null && report.Status == DysfunctionStatus.Decided && cluster.Open ? DysfunctionStatus.Decided : cluster.Status,
        };
    }

    private static ClusterEvent EventOf(Dysfunction report, ClusterRef cluster, bool decided)
    {
        var change = report.History.LastOrDefault(h => h.Cluster == cluster) ?? report.History[^1];
        var left = report.Cluster == cluster ? null : report.History[^1];
        return new ClusterEvent(
            (left ?? change).At, decided ? ClusterAct.Decided : left is null ? ClusterAct.Joined : ClusterAct.Left, (left ?? change).By, report.Reference);
    }
}
