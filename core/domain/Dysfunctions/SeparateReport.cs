using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

public abstract record SeparateAnswer
{
    private SeparateAnswer() { }

    public sealed record Separated(Dysfunction Report, Cluster Cluster) : SeparateAnswer;

    public sealed record NotPilot : SeparateAnswer;

    public sealed record NoSuchReport : SeparateAnswer;

    public sealed record NotGrouped(Dysfunction Report) : SeparateAnswer;

    /// <summary>A table has the cluster on its agenda, or has decided: taken out first there.</summary>
    public sealed record AtTheTable(Dysfunction Report) : SeparateAnswer;

    public T Match<T>(
        Func<Separated, T> separated, Func<NotPilot, T> notPilot, Func<NoSuchReport, T> noSuchReport, Func<NotGrouped, T> notGrouped,
        Func<AtTheTable, T> atTheTable) => this switch
    {
        Separated r => separated(r),
        NotPilot r => notPilot(r),
        NoSuchReport r => noSuchReport(r),
        NotGrouped r => notGrouped(r),
        AtTheTable r => atTheTable(r),
        _ => throw new InvalidOperationException("unreachable: the cases are closed"),
    };
}

/// <summary>The pilote takes a report out of its cluster: it waits again by itself, and its history says where it was.</summary>
public sealed class SeparateReport(
    IDysfunctions dysfunctions, IClusters clusters, FollowCluster follow, IRelay relay, TimeProvider clock)
{
    public async Task<SeparateAnswer> Handle(Actor actor, Roster roster, DysfunctionRef reference, CancellationToken cancel)
    {
        if (!roster.IsPilot(actor))
        {
            return new SeparateAnswer.NotPilot();
        }

        if (await dysfunctions.Get(roster.Territory.Id, reference, cancel) is not { Value: var before })
        {
            return new SeparateAnswer.NoSuchReport();
        }

        if (before.Cluster is not { } cluster)
        {
            return new SeparateAnswer.NotGrouped(before);
        }

        var report = await dysfunctions.Change(
            relay, roster.Territory.Id, reference,
            r => r.Cluster == cluster && r.Status == DysfunctionStatus.Clustered ? Alone(r, actor.Id, clock.GetUtcNow()) : r,
            EffectKind.DysfunctionChanged, cancel);
        if (report!.Cluster is not null)
        {
            return new SeparateAnswer.AtTheTable(report);
        }

        await follow.Handle(report, cancel);
        return new SeparateAnswer.Separated(report, (await clusters.Get(roster.Territory.Id, cluster, cancel))!.Value);
    }

    /// <summary>As it was before it was grouped.</summary>
    private static Dysfunction Alone(Dysfunction report, PersonId by, DateTimeOffset at) => (report with { Cluster = null }).Becomes(
        report.Family is null ? DysfunctionStatus.Received : DysfunctionStatus.Qualified, at, by, $"Séparée de {report.Cluster}");
}
