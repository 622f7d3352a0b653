using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>Takes an open ballot back before its closing, with a reason that its voters are given. Nothing is counted.</summary>
public sealed class WithdrawBallot(IBallots ballots, IRosters rosters, IRelay relay, TimeProvider clock)
{
    public const int MostReason = 1000;
    private const int MostTries = 100;

    public async Task<Ruling<Ballot>> Handle(Actor actor, BallotId id, string reason, CancellationToken cancel)
    {
        reason = reason.Trim();
        if (FreeText.Refuse(BallotText.Reason, reason, MostReason) is { } badReason)
        {
            return badReason;
        }

        for (var tries = 0; tries < MostTries; tries++)
        {
            var found = await Convener.Find(ballots, rosters, actor, id, cancel);
            if (found is not Ruling<Versioned<Ballot>>.Granted { Value: var ballot })
            {
                return ((Ruling<Versioned<Ballot>>.Refused)found).Why;
            }

            if (ballot.Value.State == BallotState.Withdrawn)
            {
                return ballot.Value;
            }

            if (ballot.Value.IsOver(clock.GetUtcNow()))
            {
                return ballot.Value.State is BallotState.Open or BallotState.Closed
                    ? new BallotRefusal.Closed(ballot.Value)
                    : new BallotRefusal.NotOpen(ballot.Value.State);
            }

            var withdrawn = ballot.Value with { State = BallotState.Withdrawn, WithdrawReason = reason };
            await relay.Announce(withdrawn.Aggregate, cancel);
            if (await ballots.Shut(
                ballot.With(withdrawn), [new Effect("withdrawn", EffectKind.BallotWithdrawn, id.Value)], cancel))
            {
                relay.Nudge(withdrawn.Aggregate);
                return withdrawn;
            }
        }

        return new BallotRefusal.Busy();
    }
}
