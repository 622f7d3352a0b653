using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>A proposal before anyone can vote on it.</summary>
internal static class Suggestions
{
    public static Ballot Draft(Actor actor, BallotId id, SoundProposal sound, DateTimeOffset now) => new(
        id, actor.Territory, sound.Table.Id, sound.Session?.Format ?? Sessions.SessionFormat.Plenary, sound.Session?.Id,
        sound.Item?.Id, sound.Axis?.Id, sound.Title, sound.Text, sound.Majority, sound.Table.Rules.Quorum,
        sound.Table.Rules.Tie, sound.SecondCall, BallotState.Suggested, actor.Id, actor.Name, now, OpenedBy: null,
        OpensAt: null, ClosesAt: null, Seats: 0, Gates: 0, Outcome: null, WithdrawReason: null, sound.Labels(),
        sound.Form, sound.Terms);
}

/// <summary>A member's suggestion, which waits for the pilote (rule 1).</summary>
public sealed class SuggestProposal(ProposalCheck check, IBallots ballots, IRelay relay, TimeProvider clock)
{
    public async Task<Ruling<Ballot>> Handle(Actor actor, BallotId id, Proposal proposal, CancellationToken cancel)
    {
        var checkedProposal = await check.Handle(actor.Territory, proposal with { ClosesAt = null }, cancel);
        if (checkedProposal is not Ruling<SoundProposal>.Granted { Value: var sound })
        {
            return ((Ruling<SoundProposal>.Refused)checkedProposal).Why;
        }

        if (actor.Person is null
            || (!sound.Roster.MayConvene(actor.Id, sound.Table) && !sound.Roster.SeatsOf(actor.Id).Any(s => s.Table.Id == sound.Table.Id)))
        {
            return new BallotRefusal.NotMember(sound.Table.Name);
        }

        // A restricted session is as if it weren't there for the seats it doesn't call (rule 2).
        if (sound.Session?.IsOpenTo(actor.Id, sound.Table, sound.Roster) == false)
        {
            return new BallotRefusal.NoSuchSession();
        }

        var suggestion = Suggestions.Draft(actor, id, sound, clock.GetUtcNow());
        await relay.Announce(suggestion.Aggregate, cancel);
        // An id that is there is the same act repeated: what it made stands.
        await ballots.Suggest(
            suggestion, [new Effect("suggested", EffectKind.ProposalSuggested, id.Value)], cancel);
        relay.Nudge(suggestion.Aggregate);
        return suggestion;
    }
}

/// <summary>The pilote takes a suggestion up: it opens as a ballot, worded as suggested.</summary>
public sealed class AcceptSuggestion(ProposalCheck check, BallotOpening opening, IBallots ballots, IRosters rosters)
{
    /// <param name="closesAt">Null: after the table's usual number of hours.</param>
    /// <param name="sparesOften">Who was written to often this week is told next week, if that leaves the time to vote.</param>
    public async Task<Ruling<Ballot>> Handle(
        Actor actor, BallotId id, DateTimeOffset? closesAt, bool sparesOften, CancellationToken cancel)
    {
        var found = await Convener.Find(ballots, rosters, actor, id, cancel);
        if (found is not Ruling<Versioned<Ballot>>.Granted { Value: var suggestion })
        {
            return ((Ruling<Versioned<Ballot>>.Refused)found).Why;
        }

        var ballot = suggestion.Value;
        if (ballot.State != BallotState.Suggested)
        {
            return ballot.State == BallotState.Open ? ballot : new BallotRefusal.NoLongerSuggested(ballot.State);
        }

        var proposal = new Proposal(
            ballot.Table, ballot.Session, ballot.Item, ballot.Axis, ballot.Title, ballot.Text, closesAt,
            // The table's usual majority is that of the day it opens.
            ballot.Form.OwnWay ? ballot.Majority : null, ballot.Held, ballot.Carried, SaidEarlier: true, sparesOften);
        var checkedProposal = await check.Handle(actor.Territory, proposal, cancel);
        return checkedProposal is Ruling<SoundProposal>.Granted { Value: var sound }
            ? await opening.Handle(ballot, suggestion.Version, actor, sound, cancel)
            : ((Ruling<SoundProposal>.Refused)checkedProposal).Why;
    }
}

/// <summary>The pilote leaves a suggestion aside; the member who made it is told.</summary>
public sealed class DeclineSuggestion(IBallots ballots, IRosters rosters, IRelay relay)
{
    public async Task<Ruling<Ballot>> Handle(Actor actor, BallotId id, CancellationToken cancel)
    {
        var found = await Convener.Find(ballots, rosters, actor, id, cancel);
        if (found is not Ruling<Versioned<Ballot>>.Granted { Value: var suggestion })
        {
            return ((Ruling<Versioned<Ballot>>.Refused)found).Why;
        }

        var ballot = suggestion.Value;
        if (ballot.State != BallotState.Suggested)
        {
            return ballot.State == BallotState.Declined ? ballot : new BallotRefusal.NoLongerSuggested(ballot.State);
        }

        var declined = ballot with { State = BallotState.Declined };
        await relay.Announce(ballot.Aggregate, cancel);
        if (!await ballots.Save(
            suggestion.With(declined), [new Effect("declined", EffectKind.ProposalDeclined, id.Value)], cancel))
        {
            return new BallotRefusal.Busy();
        }

        relay.Nudge(ballot.Aggregate);
        return declined;
    }
}

/// <summary>Finds a ballot for someone who may act on it as its table's convener (rule 1).</summary>
internal static class Convener
{
    public static async Task<Ruling<Versioned<Ballot>>> Find(
        IBallots ballots, IRosters rosters, Actor actor, BallotId id, CancellationToken cancel)
    {
        if (await ballots.Get(actor.Territory, id, cancel) is not { } ballot)
        {
            return new BallotRefusal.NotFound();
        }

        var roster = await rosters.Get(actor.Territory, cancel);
        var table = roster?.TableOf(ballot.Value.Table);
        return table is not null && actor.Person is not null && roster!.MayConvene(actor.Id, table)
            ? ballot
            : new BallotRefusal.NotConvener(ballot.Value.Labels.Table);
    }
}
