using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Dysfunctions;

namespace Concertation.Work.Dysfunctions;

/// <summary>Gathers what a cluster's card shows beside it: a page of its reports, its axis, the sessions to come.</summary>
public sealed class ClusterViews(IDysfunctions dysfunctions, IClusters clusters, ISessions sessions, DysfunctionViews views, TimeProvider clock)
{
    private const int MostListed = 20;

    public async Task<ClusterShown> Of(Cluster cluster, Roster roster, CancellationToken cancel, DysfunctionRef? after = null)
    {
        var territory = cluster.Territory;
        var members = await clusters.Members(territory, cluster.Reference, after, ReportsOf.Page + 1, cancel);
        var page = await Task.WhenAll(members.Take(ReportsOf.Page).Select(m => dysfunctions.Get(territory, m, cancel)));
        var axes = cluster.Axis is null ? [] : await views.AxesOf(roster, cluster.Reference.Year, cancel);
        var all = await sessions.All(territory, cancel);
        return new ClusterShown(
            cluster, roster, axes.FirstOrDefault(a => a.Id == cluster.Axis), all.FirstOrDefault(s => s.Id == cluster.Session),
            [.. page.OfType<Versioned<Dysfunction>>().Select(r => r.Value)], members.Count > ReportsOf.Page ? members[ReportsOf.Page - 1] : null,
            [.. all.Where(s => s.IsOpen(clock.GetUtcNow())).OrderBy(s => s.Start)]);
    }

    /// <summary>Those of this year and the last that are still open, newest first.</summary>
    public Task<IReadOnlyList<Cluster>> Listed(Roster roster, CancellationToken cancel) =>
        clusters.Listed(roster.Territory.Id, [views.Year(roster), views.Year(roster) - 1], MostListed, cancel);
}
