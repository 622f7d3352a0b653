using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>What was agreed on in a session without a ballot.</summary>
/// <param name="Title">What the decision will be called; at most 120 characters.</param>
/// <param name="Reserves">Reserves and dissent, as they are to stand beside the decision; null for none.</param>
public sealed record ConsensusFound(SessionId Session, ItemId Item, string Title, string Text, string? Reserves);

/// <summary>
/// Records a consensus constaté en séance: the convener's act, in one go. It needs the attendance quorum, and gives a
/// numbered decision like a ballot does, or a carence.
/// </summary>
public sealed class RecordConsensus(
    ProposalCheck check, ISessions sessions, IMeetings meetings, IMinutes minutes, IBallots ballots, IRelay relay,
    TimeProvider clock)
{
    private const int MostReserves = 1000;

    /// <param name="ids">
    /// Made from what was found and from how often it lacked its quorum before: found twice, from two devices, it is
    /// one decision; found again once more seats are there, it is no longer a carence.
    /// </param>
    public async Task<Ruling<Ballot>> Handle(
        Actor actor, Func<int, BallotId> ids, ConsensusFound found, CancellationToken cancel)
    {
        var ruling = await Check(actor, found, cancel);
        if (ruling is not Ruling<SoundProposal>.Granted { Value: { Session: { } session } sound })
        {
            return ((Ruling<SoundProposal>.Refused)ruling).Why;
        }

        var (carences, carence) = (0, (Ballot?)null);
        while (await ballots.Get(actor.Territory, ids(carences), cancel) is { Value: var already })
        {
            if (already.Outcome?.Verdict != Verdict.QuorumMissed)
            {
                return already;
            }

            (carences, carence) = (carences + 1, already);
        }

        return await Refuse(session, cancel) is { } notNow ? notNow
            : sound.Electors() is var electors && electors.Any(e => e.Decides)
                ? await Record(actor, ids(carences), found.Reserves, sound, electors, carence, cancel)
                : new BallotRefusal.NoVotingSeat();
    }

    /// <summary>What it would give now; nothing is recorded.</summary>
    public async Task<Ruling<Outcome>> Look(Actor actor, ConsensusFound found, CancellationToken cancel)
    {
        var ruling = await Check(actor, found, cancel);
        if (ruling is not Ruling<SoundProposal>.Granted { Value: { Session: { } session } sound })
        {
            return ((Ruling<SoundProposal>.Refused)ruling).Why;
        }

        return await Refuse(session, cancel) is { } notNow ? notNow
            : await OutcomeOf(sound, sound.Electors(), found.Reserves, clock.GetUtcNow(), cancel);
    }

    private async Task<Ruling<SoundProposal>> Check(Actor actor, ConsensusFound found, CancellationToken cancel)
    {
        if (await sessions.Get(actor.Territory, found.Session, cancel) is not { Value: var session })
        {
            return new BallotRefusal.NoSuchSession();
        }

        var checkedProposal = await check.Handle(
            actor.Territory, new Proposal(session.Table, session.Id, found.Item, null, found.Title, found.Text, null), cancel);
        if (checkedProposal is not Ruling<SoundProposal>.Granted { Value: var sound })
        {
            return ((Ruling<SoundProposal>.Refused)checkedProposal).Why;
        }

        if (actor.Person is null || !sound.Roster.MayConvene(actor.Id, sound.Table))
        {
            return new BallotRefusal.NotConvener(sound.Table.Name);
        }

        if (FreeText.RefuseOptional(BallotText.Reason, found.Reserves, MostReserves) is { } badReserves)
        {
            return badReserves;
        }

        return sound;
    }

    private async Task<BallotRefusal?> Refuse(Session session, CancellationToken cancel) =>
        (await meetings.RunOf(session.Territory, session.Id, cancel))?.Value.AsOf(session, clock.GetUtcNow()) is not { IsRunning: true }
            ? new BallotRefusal.NotInSession()
            : await minutes.Head(session.Territory, session.Id, cancel) is null ? null : new BallotRefusal.MinutesWritten();

    private async Task<Ruling<Ballot>> Record(
        Actor actor, BallotId id, string? reserves, SoundProposal sound, IReadOnlyList<Elector> electors, Ballot? carence,
        CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var outcome = await OutcomeOf(sound, electors, reserves, now, cancel);
        if (carence is not null && outcome.Verdict == Verdict.QuorumMissed)
        {
            return carence;
        }

        var ballot = Suggestions.Draft(actor, id, sound, now) with
        {
            State = BallotState.Closed, OpenedBy = actor.Id, OpensAt = now, ClosesAt = now, Majority = Majority.Consensus,
            Quorum = sound.Table.Rules.Quorum, Tie = TieRule.Rejected, SecondCall = sound.SecondCall,
            Seats = electors.Count(e => e.Decides), Recused = RightsDraft.OutOf(electors), Gates = 1, Outcome = outcome,
        };
        Effect[] effects =
        [
            outcome.Verdict == Verdict.Adopted
                ? new("decided", EffectKind.DecisionTaken, id.Value)
                : new("carence", EffectKind.QuorumMissed, id.Value),
        ];
        await relay.Announce(ballot.Aggregate, cancel);
        if (!await ballots.Open(ballot, version: null, electors, effects, cancel))
        {
            return await ballots.Get(actor.Territory, id, cancel) is { Value: var already } ? already : new BallotRefusal.Busy();
        }

        relay.Nudge(ballot.Aggregate);
        return ballot;
    }

    private async Task<Outcome> OutcomeOf(
        SoundProposal sound, IReadOnlyList<Elector> electors, string? reserves, DateTimeOffset now, CancellationToken cancel)
    {
        var session = sound.Session!;
        var record = sound.Record!;
        var voting = electors.Where(e => e.Decides).ToList();
        var roll = RollCall.Of(session, sound.Table, sound.Roster, await sessions.Replies(session.Territory, session.Id, cancel), record);
        var there = roll.Seats.Where(s => s.State is RollState.Present or RollState.ByProxy).Select(s => s.Seat.Id).ToHashSet();
        return ConsensusRules.Found(voting, there, sound.Table.Rules.Quorum, sound.SecondCall, reserves, now) with
        {
            Recused = CountedApart.NoneIfZero(RightsDraft.OutOf(electors)),
        };
    }
}
