using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

public enum JoinRefusal { NoSuchReport, NotAlike, Settled }

/// <summary>« déjà remonté, ajouter mon cas »: whoever made a report adds it to a cluster that it was found to resemble.</summary>
public sealed class JoinCluster(IDysfunctions dysfunctions, FindAlike find, FollowCluster follow, PutClusterOnAgenda put, IRelay relay, TimeProvider clock)
{
    /// <param name="Report">Null when it was refused.</param>
    public sealed record Answer(Dysfunction? Report, JoinRefusal? Why = null);

    public async Task<Answer> Handle(Actor actor, Roster roster, DysfunctionRef reference, ClusterRef cluster, CancellationToken cancel)
    {
        if (await dysfunctions.Get(roster.Territory.Id, reference, cancel) is not { Value: var report } || report.Reporter != actor.Id)
        {
            return new(null, JoinRefusal.NoSuchReport);
        }

        if (report.Cluster != cluster && !(await find.Of(report, roster, cancel)).Any(a => a.Cluster is { Open: true } found && found.Reference == cluster))
        {
            return new(null, JoinRefusal.NotAlike);
        }

        var joined = await dysfunctions.Change(
            relay, roster.Territory.Id, reference,
            r => r.Cluster is null && r.Waits ? GroupReports.Grouped(r, cluster, actor.Id, clock.GetUtcNow()) : r,
            EffectKind.DysfunctionChanged, cancel);
        if (joined?.Cluster != cluster)
        {
            return new(null, JoinRefusal.Settled);
        }

        await follow.Handle(joined, cancel);
        await put.Again(actor, roster.Territory.Id, cluster, cancel);
        return new(joined);
    }
}
