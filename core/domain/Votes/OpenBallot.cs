using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>Opens a ballot on a proposal: the act of a table's pilote, deputy or co-convener (rule 1).</summary>
public sealed class OpenBallot(
    ProposalCheck check, BallotOpening opening, IBallots ballots, TimeProvider clock)
{
    /// <param name="id">Made from the operation, so that a repeat opens nothing twice.</param>
    public async Task<Ruling<Ballot>> Handle(Actor actor, BallotId id, Proposal proposal, CancellationToken cancel)
    {
        var checkedProposal = await check.Handle(actor.Territory, proposal, cancel);
        if (checkedProposal is not Ruling<SoundProposal>.Granted { Value: var sound })
        {
            return ((Ruling<SoundProposal>.Refused)checkedProposal).Why;
        }

        if (actor.Person is null || !sound.Roster.MayConvene(actor.Id, sound.Table))
        {
            return new BallotRefusal.NotConvener(sound.Table.Name);
        }

        var opened = await opening.Handle(
            Suggestions.Draft(actor, id, sound, clock.GetUtcNow()), version: null, actor, sound, cancel);
        return opened is Ruling<Ballot>.Refused { Why: BallotRefusal.Busy }
            && await ballots.Get(actor.Territory, id, cancel) is { Value: var already }
                ? already
                : opened;
    }
}

/// <summary>The opening itself, the same for a convener's own proposal and for a suggestion taken up.</summary>
public sealed class BallotOpening(IBallots ballots, ISealedAnswers answers, IRelay relay, TimeProvider clock)
{
    public const int MostDays = 60;
    public const int MostGates = 64;

    internal async Task<Ruling<Ballot>> Handle(
        Ballot draft, string? version, Actor actor, SoundProposal sound, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (sound.ClosesAt <= now)
        {
            return new BallotRefusal.ClosesTooSoon();
        }

        if (sound.ClosesAt > now.AddDays(MostDays))
        {
            return new BallotRefusal.ClosesTooLate(MostDays);
        }

        var electors = sound.Electors();
        var voting = electors.Count(e => e.Decides);
        if (voting == 0)
        {
            return new BallotRefusal.NoVotingSeat();
        }

        if (SecretRules.RefuseToOpen(sound.Form, electors, answers) is { } notInSecret)
        {
            return notInSecret;
        }

        var later = sound.SparesOften ? Grouping.ForBallot(sound.ClosesAt, sound.Roster, now) : null;
        var ballot = draft with
        {
            State = BallotState.Open, OpenedBy = actor.Id, OpensAt = now, ClosesAt = sound.ClosesAt,
            Majority = sound.Majority, Quorum = sound.Table.Rules.Quorum, Tie = sound.Table.Rules.Tie,
            SecondCall = sound.SecondCall, Seats = voting, Recused = RightsDraft.OutOf(electors),
            Gates = SecretRules.Gates(sound.Form, electors.Count),
            Held = sound.Form with { OftenToldFrom = later }, Carried = sound.Terms, Labels = sound.Labels(),
        };
        await relay.Announce(ballot.Aggregate, cancel);
        await relay.AnnounceAt(ballot.Aggregate, sound.ClosesAt, cancel);
        await Nudges.Announce(ballot, sound.Table, sound.Roster, relay, now, cancel);
        Effect[] effects = [new("opened", EffectKind.BallotOpened, ballot.Id.Value, OftenFrom: later)];
        if (!await ballots.Open(ballot, version, electors, effects, cancel))
        {
            return new BallotRefusal.Busy();
        }

        relay.Nudge(ballot.Aggregate);
        return ballot;
    }
}
