using System.Globalization;
using Concertation.Domain.Meetings;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>A change of the seats' rights in one open ballot, as it was stored.</summary>
/// <param name="Changed">False when everything stood so already.</param>
public sealed record RightsChanged(Ballot Ballot, bool Changed);

/// <summary>
/// Changes who answers in an open ballot, in one transaction with the gates of the seats concerned: a cast, a closing and
/// another change of rights each come before it or after it.
/// </summary>
public sealed class ChangeRights(IBallots ballots, IRelay relay, TimeProvider clock)
{
    private const int MostTries = 32;

    /// <param name="act">Tries the change out on the draft; why it can't be, or null.</param>
    /// <param name="effects">What follows from it; asked for only when something changed.</param>
    internal async Task<Ruling<RightsChanged>> Handle(
        TerritoryId territory, BallotId id, int mostPerHolder, Func<Ballot, RightsDraft, BallotRefusal?> act,
        Func<DateTimeOffset, IReadOnlyList<Effect>> effects, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await ballots.Rights(territory, id, cancel) is not { } read)
            {
                return new BallotRefusal.NotFound();
            }

            var (ballot, now) = (read.Ballot.Value, clock.GetUtcNow());
            if (Refuse(ballot, now) is { } over)
            {
                return over;
            }

            var draft = new RightsDraft([.. read.Seats.Select(s => s.Value)], [.. read.Votes.Select(v => v.Value)], mostPerHolder);
            if (act(ballot, draft) is { } refusal)
            {
                return refusal;
            }

            if (draft.Changed.Count == 0)
            {
                return new RightsChanged(ballot, Changed: false);
            }

            var after = ballot with { Seats = draft.Seats.Count(s => s.Decides), Recused = RightsDraft.OutOf(draft.Seats) };
            await relay.Announce(ballot.Aggregate, cancel);
            if (await ballots.Change(read, new RightsChange(after, draft.Changed, draft.Dropped, effects(now)), cancel))
            {
                relay.Nudge(ballot.Aggregate);
                return new RightsChanged(after, Changed: true);
            }
        }

        return new BallotRefusal.Busy();
    }

    private static BallotRefusal? Refuse(Ballot ballot, DateTimeOffset now) => ballot switch
    {
        { State: BallotState.Withdrawn } => new BallotRefusal.Withdrawn(ballot),
        { State: BallotState.Suggested or BallotState.Preparing or BallotState.Declined } => new BallotRefusal.NotOpen(ballot.State),
        _ when ballot.IsOver(now) => new BallotRefusal.Closed(ballot),
        _ => null,
    };
}

/// <summary>A déport from one ballot: said by somebody who sits for the seat, or by who convenes the table.</summary>
public sealed class RecuseSeat(IBallots ballots, IRosters rosters, ChangeRights rights, TimeProvider clock)
{
    public async Task<Ruling<RightsChanged>> Handle(Actor actor, BallotId id, SeatId seat, CancellationToken cancel)
    {
        if (await RightsOf.Find(ballots, rosters, actor, id, cancel) is not var (ballot, table, roster))
        {
            return new BallotRefusal.NotFound();
        }

        if (!roster.MayConvene(actor.Id, table) && !RightsOf.SitsFor(roster, actor, seat))
        {
            return new BallotRefusal.NotYourSeat();
        }

        return await rights.Handle(
            actor.Territory, id, table.Rules.Sessions.ProxiesPerHolder,
            (_, draft) => draft.Of(seat) switch
            {
                null => new BallotRefusal.NotAVotingSeat(),
                { Recused: null } when ballot.IsSecret && draft.HasActed(seat) => new BallotRefusal.NotThisRight(RightsObstacle.Sealed, 0),
                { Recused: null } there => Recuse(draft, there, actor, RightsOf.SitsFor(roster, actor, seat)),
                _ => null,
            },
            now => [RightsOf.Effect("recused", EffectKind.SeatRecused, id, seat, now)], cancel);
    }

    private BallotRefusal? Recuse(RightsDraft draft, Elector seat, Actor actor, bool own)
    {
        draft.Recuse(new Recusal(seat.Seat, seat.Structure, actor.Id, actor.Name, clock.GetUtcNow(), actor.Way, seat.Voice, own));
        return null;
    }
}

/// <summary>
/// A déport is taken back while the ballot runs: by the seat's own people what they said themselves, by who convenes
/// whoever said it. The seat counts again and answers anew; the answer and the proxies that the déport took out don't return.
/// </summary>
public sealed class TakeRecusalBack(IBallots ballots, IRosters rosters, ChangeRights rights, TimeProvider clock)
{
    public async Task<Ruling<RightsChanged>> Handle(Actor actor, BallotId id, SeatId seat, CancellationToken cancel)
    {
        if (await RightsOf.Find(ballots, rosters, actor, id, cancel) is not var (_, table, roster))
        {
            return new BallotRefusal.NotFound();
        }

        var convenes = roster.MayConvene(actor.Id, table);
        if (!convenes && !RightsOf.SitsFor(roster, actor, seat))
        {
            return new BallotRefusal.NotYourSeat();
        }

        return await rights.Handle(
            actor.Territory, id, table.Rules.Sessions.ProxiesPerHolder,
            (_, draft) =>
            {
                switch (draft.Of(seat))
                {
                    case null:
                        return new BallotRefusal.NotAVotingSeat();
                    case { Recused.Own: false } when !convenes:
                        return new BallotRefusal.NotThisRight(RightsObstacle.NotedByConvener, 0);
                    case { Recused: { } recusal }:
                        draft.TakeBack(new RecusalTakenBack(recusal, actor.Id, actor.Name, clock.GetUtcNow(), actor.Way));
                        return null;
                    default:
                        return null;
                }
            },
            now => [RightsOf.Effect("recusal-back", EffectKind.RecusalTakenBack, id, seat, now)], cancel);
    }
}

/// <summary>
/// A seat gives another its proxy for one ballot, or takes back one that the holder hasn't used (rule 3). Only its own
/// people do: who convenes can't hand a seat's voice to another.
/// </summary>
public sealed class GiveBallotProxy(
    IBallots ballots, IRosters rosters, ISessions sessions, IMeetings meetings, ChangeRights rights, TimeProvider clock)
{
    /// <param name="to">Null takes it back, a session's for this ballot too.</param>
    public async Task<Ruling<RightsChanged>> Handle(Actor actor, BallotId id, SeatId from, SeatId? to, CancellationToken cancel)
    {
        if (await RightsOf.Find(ballots, rosters, actor, id, cancel) is not var (ballot, table, roster))
        {
            return new BallotRefusal.NotFound();
        }

        if (!RightsOf.SitsFor(roster, actor, from))
        {
            return new BallotRefusal.NotYourSeat();
        }

        var most = table.Rules.Sessions.ProxiesPerHolder;
        var attends = to is not null && ballot.Session is { } session
            && RightsDraft.Attends(await RightsOf.RecordOf(sessions, meetings, actor.Territory, session, clock.GetUtcNow(), cancel), from);
        // A seat that nobody sits for answers for nobody.
        var vacant = to is { } holder && !roster.Mandates.ContainsKey(holder);
        return await rights.Handle(
            actor.Territory, id, most,
            (_, draft) => Act(draft, from, to, attends, vacant, actor),
            now => to is { } given
                ? [new Effect(string.Create(CultureInfo.InvariantCulture, $"proxy-{from}-{given}-{now.UtcTicks}"), EffectKind.ProxyGiven, id.Value, from.Value)]
                : [],
            cancel);
    }

    private BallotRefusal? Act(RightsDraft draft, SeatId from, SeatId? to, bool attends, bool vacant, Actor actor)
    {
        BallotRefusal Not(RightsObstacle why) => new BallotRefusal.NotThisRight(why, draft.MostPerHolder);
        switch (draft.Of(from))
        {
            case null:
                return new BallotRefusal.NotAVotingSeat();
            case { Recused: not null }:
                return new BallotRefusal.Recused();
            case var seat when to is null:
                var left = seat.Proxy is { Scope: ProxyScope.Session } ? Proxy(null, null, actor) : null;
                return seat.Holder is null || draft.TakeBack(from, left) ? null : Not(RightsObstacle.Used);
            case var seat when seat.Holder == to:
                return null;
            default:
                var holder = to.Value;
                if ((vacant ? RightsObstacle.NoSuchHolder : attends ? RightsObstacle.Attends : draft.Obstacle(from, holder)) is { } obstacle)
                {
                    return Not(obstacle);
                }

                draft.Give(from, Proxy(holder, draft.Of(holder)!.Structure, actor));
                return null;
        }
    }

    private BallotProxy Proxy(SeatId? to, string? structure, Actor actor) =>
        new(to, structure, ProxyScope.Ballot, actor.Id, actor.Name, clock.GetUtcNow(), actor.Way);
}

/// <summary>Open ballots follow what their session's record says of déports and proxies. Following again changes nothing.</summary>
public sealed class FollowSession(
    IBallots ballots, IRosters rosters, ISessions sessions, IMeetings meetings, ChangeRights rights, TimeProvider clock)
{
    /// <summary>A change of rights is one transaction, of at most a hundred rows.</summary>
    private const int SeatsAtOnce = 8;

    public async Task Run(TerritoryId territory, SessionId session, CancellationToken cancel)
    {
        foreach (var ballot in (await ballots.Recent(territory, cancel)).Where(b => b.Session == session && b.State == BallotState.Open))
        {
            await Run(ballot, cancel);
        }
    }

    public async Task Run(Ballot ballot, CancellationToken cancel)
    {
        if (ballot.Session is not { } session || (await rosters.Get(ballot.Territory, cancel))?.TableOf(ballot.Table) is not { } table)
        {
            return;
        }

        var record = await RightsOf.RecordOf(sessions, meetings, ballot.Territory, session, clock.GetUtcNow(), cancel);
        var changed = true;
        while (changed)
        {
            var ruling = await rights.Handle(
                ballot.Territory, ballot.Id, table.Rules.Sessions.ProxiesPerHolder,
                (head, draft) =>
                {
                    draft.Follow(record, head.Item, head.IsSecret, SeatsAtOnce);
                    return null;
                },
                _ => [], cancel);
            changed = ruling is Ruling<RightsChanged>.Granted { Value.Changed: true };
            if (ruling is Ruling<RightsChanged>.Refused { Why: BallotRefusal.Busy })
            {
                throw new InvalidOperationException($"the rights in ballot {ballot.Id} change too often to follow its session");
            }
        }
    }
}

internal static class RightsOf
{
    /// <summary>Each time anew: the same may be said again after it was taken back.</summary>
    public static Effect Effect(string what, EffectKind kind, BallotId id, SeatId seat, DateTimeOffset now) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what}-{seat}-{now.UtcTicks}"), kind, id.Value, seat.Value);

    public static async Task<(Ballot Ballot, Table Table, Roster Roster)?> Find(
        IBallots ballots, IRosters rosters, Actor actor, BallotId id, CancellationToken cancel)
    {
        var roster = rosters.Get(actor.Territory, cancel);
        var found = await ballots.Get(actor.Territory, id, cancel);
        return await roster is { } all && found is { Value: var ballot } && all.TableOf(ballot.Table) is { } table
            ? (ballot, table, all)
            : null;
    }

    /// <summary>What is noted of a session, as it stands now: one that nobody ended ends by itself.</summary>
    public static async Task<MeetingRecord> RecordOf(
        ISessions sessions, IMeetings meetings, TerritoryId territory, SessionId id, DateTimeOffset now, CancellationToken cancel)
    {
        var record = await meetings.Of(territory, id, cancel);
        return await sessions.Get(territory, id, cancel) is { Value: var session } ? record.AsOf(session, now) : record;
    }

    /// <summary>The roster holds mandates that run, and no other.</summary>
    public static bool SitsFor(Roster roster, Actor actor, SeatId seat) =>
        actor.Person is not null && roster.Mandates.TryGetValue(seat, out var mandate) && mandate.Allows(actor.Id);
}
