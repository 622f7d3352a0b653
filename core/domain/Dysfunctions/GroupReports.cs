using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

public abstract record GroupAnswer
{
    private GroupAnswer() { }

    /// <param name="Elsewhere">Reports that are over, or that somebody else grouped meanwhile: they stayed where they were.</param>
    public sealed record Grouped(Cluster Cluster, IReadOnlyList<DysfunctionRef> Elsewhere) : GroupAnswer;

    public sealed record NotPilot : GroupAnswer;

    public sealed record NoSuchReport(DysfunctionRef Reference) : GroupAnswer;

    /// <summary>No report is named, or the cluster named isn't there.</summary>
    public sealed record TooFew : GroupAnswer;

    /// <summary>Every one of them is closed, resolved or decided.</summary>
    public sealed record AllSettled : GroupAnswer;

    public T Match<T>(
        Func<Grouped, T> grouped, Func<NotPilot, T> notPilot, Func<NoSuchReport, T> noSuchReport, Func<TooFew, T> tooFew,
        Func<AllSettled, T> allSettled) => this switch
    {
        Grouped r => grouped(r),
        NotPilot r => notPilot(r),
        NoSuchReport r => noSuchReport(r),
        TooFew r => tooFew(r),
        AllSettled r => allSettled(r),
        _ => throw new InvalidOperationException("unreachable: the cases are closed"),
    };
}

/// <summary>
/// The pilote groups reports of the same problem: in the cluster that one of them is in, else in a new one. Those of
/// another cluster that is named come along, all of them. Repeated it changes nothing; every report keeps its history.
/// </summary>
public sealed class GroupReports(
    IDysfunctions dysfunctions, IClusters clusters, FollowCluster follow, PutClusterOnAgenda put, IRelay relay, TimeProvider clock)
{
    public const int MostNamed = 20;
    private const int Page = 50;

    /// <param name="into">The cluster to group them in; null: the first one that a report is in, or a new one.</param>
    public async Task<GroupAnswer> Handle(
        Actor actor, Roster roster, IReadOnlyList<DysfunctionRef> references, ClusterRef? into, OperationId operation, CancellationToken cancel)
    {
        if (!roster.IsPilot(actor))
        {
            return new GroupAnswer.NotPilot();
        }

        var territory = roster.Territory.Id;
        var reports = new List<Dysfunction>();
        foreach (var reference in references.Distinct().Take(MostNamed))
        {
            if (await dysfunctions.Get(territory, reference, cancel) is not { Value: var report } || !roster.Handles(actor, report))
            {
                return new GroupAnswer.NoSuchReport(reference);
            }

            reports.Add(report);
        }

        if (reports.Count == 0)
        {
            return new GroupAnswer.TooFew();
        }

        if (!reports.Any(MayJoin))
        {
            return new GroupAnswer.AllSettled();
        }

        var target = into ?? reports.Select(r => r.Cluster).OfType<ClusterRef>().FirstOrDefault() switch
        {
            { Value: not null } there => there,
            _ => (await New(actor, roster, operation, cancel)).Reference,
        };
        return await Join(actor, roster, reports, target, cancel);
    }

    /// <summary>A report may still change cluster: no table has decided on it, it isn't over, and it isn't one that the pilote doesn't see.</summary>
    public static bool MayJoin(Dysfunction report) =>
        !report.Aside
        && report.Status is DysfunctionStatus.Received or DysfunctionStatus.Qualified or DysfunctionStatus.Clustered or DysfunctionStatus.OnAgenda;

    private Task<Cluster> New(Actor actor, Roster roster, OperationId operation, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return clusters.Record(
            roster.Territory.Id, TimeZoneInfo.ConvertTime(now, roster.Zone).Year, OperationId.From($"{actor.Id}.{operation}"),
            reference => new Cluster(
                reference, roster.Territory.Id, null, null, null, null, ClusterTally.None, DysfunctionStatus.Clustered, null, null, actor.Id, now),
            cancel);
    }

    private async Task<GroupAnswer> Join(
        Actor actor, Roster roster, List<Dysfunction> reports, ClusterRef target, CancellationToken cancel)
    {
        if (await clusters.Get(roster.Territory.Id, target, cancel) is null)
        {
            return new GroupAnswer.TooFew();
        }

        var elsewhere = new List<DysfunctionRef>();
        foreach (var report in reports)
        {
            var from = report.Cluster;
            var moved = await Move(actor, report.Territory, report.Reference, from, target, cancel);
            if (moved?.Cluster != target)
            {
                elsewhere.Add(report.Reference);
            }
            else if (from is { } other && other != target)
            {
                await MoveAll(actor, report.Territory, other, target, cancel);
            }
        }

        await put.Again(actor, roster.Territory.Id, target, cancel);
        return new GroupAnswer.Grouped((await clusters.Get(roster.Territory.Id, target, cancel))!.Value, elsewhere);
    }

    private async Task MoveAll(Actor actor, TerritoryId territory, ClusterRef from, ClusterRef target, CancellationToken cancel)
    {
        DysfunctionRef? last = null;
        while (await clusters.Members(territory, from, last, Page, cancel) is { Count: > 0 } page)
        {
            foreach (var reference in page)
            {
                await Move(actor, territory, reference, from, target, cancel);
            }

            last = page[^1];
        }
    }

    /// <param name="from">Where it was when it was looked at: another pilote's act in between stands.</param>
    private async Task<Dysfunction?> Move(
        Actor actor, TerritoryId territory, DysfunctionRef reference, ClusterRef? from, ClusterRef target, CancellationToken cancel)
    {
        var changed = await dysfunctions.Change(
            relay, territory, reference,
            r => r.Cluster == target || r.Cluster != from || !MayJoin(r) ? r : Grouped(r, target, actor.Id, clock.GetUtcNow()),
            EffectKind.DysfunctionChanged, cancel);
        if (changed is not null)
        {
            await follow.Handle(changed, cancel);
        }

        return changed;
    }

    internal static Dysfunction Grouped(Dysfunction report, ClusterRef cluster, PersonId by, DateTimeOffset at) =>
        (report with { Cluster = cluster }).Becomes(
            report.Status == DysfunctionStatus.OnAgenda ? DysfunctionStatus.OnAgenda : DysfunctionStatus.Clustered, at, by);
}
