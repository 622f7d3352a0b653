using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>The chair's voice on even votes, at a table whose rule leaves it to the chair (rule 7). It is given once.</summary>
public sealed class DecideTie(IBallots ballots, IRosters rosters, IRelay relay)
{
    public async Task<Ruling<Ballot>> Handle(Actor actor, BallotId id, ChairVoice voice, CancellationToken cancel)
    {
        var found = await Convener.Find(ballots, rosters, actor, id, cancel);
        if (found is not Ruling<Versioned<Ballot>>.Granted { Value: var ballot })
        {
            return ((Ruling<Versioned<Ballot>>.Refused)found).Why;
        }

        if (ballot.Value.Outcome is not { Verdict: Verdict.AwaitsChair } outcome)
        {
            return new BallotRefusal.NoTie();
        }

        if (VoteRules.ByChair(outcome, voice) is not { } byChair)
        {
            return new BallotRefusal.NoSuchAnswer();
        }

        var decided = ballot.Value with { Outcome = byChair };
        await relay.Announce(decided.Aggregate, cancel);
        if (!await ballots.Save(ballot.With(decided), [new Effect("decided", EffectKind.DecisionTaken, id.Value)], cancel))
        {
            return new BallotRefusal.Busy();
        }

        relay.Nudge(decided.Aggregate);
        return decided;
    }
}
