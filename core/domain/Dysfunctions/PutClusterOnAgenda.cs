using Concertation.Domain.Notices;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

public abstract record ClusterAgendaAnswer
{
    private ClusterAgendaAnswer() { }

    public sealed record Put(Cluster Cluster, Session Session, AgendaItem Item) : ClusterAgendaAnswer;

    public sealed record NotPilot : ClusterAgendaAnswer;

    public sealed record NoSuchCluster : ClusterAgendaAnswer;

    /// <summary>A table reads the summary, never the reports: it is written first.</summary>
    public sealed record NoSummary : ClusterAgendaAnswer;

    public sealed record NotOpen(Cluster Cluster) : ClusterAgendaAnswer;

    /// <summary>A structure that the reports name hasn't been asked, or still has time to answer.</summary>
    public sealed record Unheard(string Structure, DateOnly? Due) : ClusterAgendaAnswer;

    public sealed record NoSuchSession : ClusterAgendaAnswer;

    public sealed record ItemUnclear : ClusterAgendaAnswer;

    public sealed record TitleNamesSomeone(IReadOnlyList<PersonalDataKind> Kinds) : ClusterAgendaAnswer;

    public T Match<T>(
        Func<Put, T> put, Func<NotPilot, T> notPilot, Func<NoSuchCluster, T> noSuchCluster, Func<NoSummary, T> noSummary,
        Func<NotOpen, T> notOpen, Func<Unheard, T> unheard, Func<NoSuchSession, T> noSuchSession, Func<ItemUnclear, T> itemUnclear,
        Func<TitleNamesSomeone, T> titleNamesSomeone) => this switch
    {
        Put r => put(r),
        NotPilot r => notPilot(r),
        NoSuchCluster r => noSuchCluster(r),
        NoSummary r => noSummary(r),
        NotOpen r => notOpen(r),
        Unheard r => unheard(r),
        NoSuchSession r => noSuchSession(r),
        ItemUnclear r => itemUnclear(r),
        TitleNamesSomeone r => titleNamesSomeone(r),
        _ => throw new InvalidOperationException("unreachable: the cases are closed"),
    };
}

/// <summary>
/// A cluster becomes an item of a coming session, with its summary and its proposal. The session changes first and carries
/// every report, so that whatever is decided reaches all of them; repeating the act completes one that was stopped.
/// </summary>
public sealed class PutClusterOnAgenda(
    IDysfunctions dysfunctions, IClusters clusters, ISessions sessions, FollowCluster follow, IRelay relay, TimeProvider clock)
{
    private const int Tries = 8;
    private const int Page = 100;

    public async Task<ClusterAgendaAnswer> Handle(
        Actor actor, Roster roster, ClusterRef reference, SessionId session, string? title, int minutes, CancellationToken cancel)
    {
        var said = OneLine.Of(title);
        if (!roster.IsPilot(actor))
        {
            return new ClusterAgendaAnswer.NotPilot();
        }

        if (await clusters.Get(roster.Territory.Id, reference, cancel) is not { Value: var cluster })
        {
            return new ClusterAgendaAnswer.NoSuchCluster();
        }

        if (Refusal(cluster, said, minutes) is { } refusal)
        {
            return refusal;
        }

        if (HearStructure.Unheard(cluster, roster, clock.GetUtcNow()) is { } unheard)
        {
            return unheard;
        }

        return await Carry(actor, cluster, session, (said, minutes), cancel) is var (kept, item)
            ? new ClusterAgendaAnswer.Put(await Keep(actor, reference, cluster.Territory, kept.Id, item.Id, cancel), kept, item)
            : new ClusterAgendaAnswer.NoSuchSession();
    }

    /// <summary>The item of a cluster that is on an agenda already takes in the reports that came to it since.</summary>
    public async Task Again(Actor actor, TerritoryId territory, ClusterRef reference, CancellationToken cancel)
    {
        if (await clusters.Get(territory, reference, cancel) is { Value: { Status: DysfunctionStatus.OnAgenda, Session: { } session } cluster })
        {
            await Carry(actor, cluster, session, null, cancel);
        }
    }

    private async Task<(Session Session, AgendaItem Item)?> Carry(
        Actor actor, Cluster cluster, SessionId session, (string Title, int Minutes)? wanted, CancellationToken cancel)
    {
        var members = await All(cluster, cancel);
        if (await AddToSession(cluster, members, session, wanted, cancel) is not var (kept, item))
        {
            return null;
        }

        foreach (var member in members)
        {
            await Mark(actor, cluster, member, kept.Id, item.Id, cancel);
        }

        return (kept, item);
    }

    private static ClusterAgendaAnswer? Refusal(Cluster cluster, string title, int minutes) =>
        !cluster.Open ? new ClusterAgendaAnswer.NotOpen(cluster)
        : cluster.Summary is null ? new ClusterAgendaAnswer.NoSummary()
        : title.Length is 0 or > SessionLimits.ItemTitle || minutes is < 1 or > SessionLimits.ItemMinutes ? new ClusterAgendaAnswer.ItemUnclear()
        : PersonalDataGuard.KindsIn(title) is { Count: > 0 } kinds ? new ClusterAgendaAnswer.TitleNamesSomeone(kinds)
        : null;

    private async Task<List<DysfunctionRef>> All(Cluster cluster, CancellationToken cancel)
    {
        var all = new List<DysfunctionRef>();
        while (await clusters.Members(cluster.Territory, cluster.Reference, all.Count == 0 ? null : all[^1], Page, cancel) is { Count: > 0 } page)
        {
            all.AddRange(page);
        }

        return all;
    }

    /// <param name="wanted">Null only brings an item up to date that is there.</param>
    private async Task<(Session Session, AgendaItem Item)?> AddToSession(
        Cluster cluster, List<DysfunctionRef> members, SessionId id, (string Title, int Minutes)? wanted, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await sessions.Get(cluster.Territory, id, cancel) is not { } session || !session.Value.IsOpen(clock.GetUtcNow()))
            {
                return null;
            }

            // Named after the cluster: a second click finds it.
            var itsOwn = ItemId.From(cluster.Reference.Value.ToLowerInvariant());
            var there = session.Value.Agenda.FirstOrDefault(i => i.Id == itsOwn) ?? (wanted is var (title, minutes)
                ? new AgendaItem(itsOwn, AgendaItemKind.Decision, title, minutes, cluster.Axis, [], InCamera: false)
                : null);
            if (there is null)
            {
                return null;
            }

            var item = there with
            {
                Reports = members,
                Brief = new ClusterBrief(cluster.Reference, cluster.Tally.Count, cluster.Summary!, cluster.Proposal, Answers(cluster)),
            };
            var changed = session.Value.Carrying(item);
            if (await sessions.Save(session.With(changed), [], cancel))
            {
                return (changed, item);
            }
        }

        throw new InvalidOperationException($"session {id} was changed by others {Tries} times in a row");
    }

    private static IReadOnlyList<string>? Answers(Cluster cluster) =>
        [.. cluster.Hearings.Where(h => h.Answer is not null).Select(h => $"{h.StructureName} : {h.Answer}")];

    private async Task Mark(
        Actor actor, Cluster cluster, DysfunctionRef member, SessionId session, ItemId item, CancellationToken cancel)
    {
        var report = await dysfunctions.Change(
            relay, cluster.Territory, member,
            r => r.Cluster != cluster.Reference || !GroupReports.MayJoin(r) || (r.Session == session && r.Item == item)
                ? r
                : r.Becomes(DysfunctionStatus.OnAgenda, clock.GetUtcNow(), actor.Id) with { Session = session, Item = item },
            EffectKind.DysfunctionChanged, cancel);
        if (report is not null)
        {
            await follow.Handle(report, cancel);
        }
    }

    private async Task<Cluster> Keep(
        Actor actor, ClusterRef reference, TerritoryId territory, SessionId session, ItemId item, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var cluster = (await clusters.Get(territory, reference, cancel))!;
            var changed = cluster.Value with { Status = DysfunctionStatus.OnAgenda, Session = session, Item = item };
            if (!cluster.Value.Open || changed == cluster.Value
                || await clusters.Save(cluster.With(changed), new ClusterEvent(clock.GetUtcNow(), ClusterAct.OnAgenda, actor.Id, Note: session.Value), [], cancel))
            {
                return changed;
            }
        }

        throw new InvalidOperationException($"{reference} was changed by others {Tries} times in a row");
    }
}
