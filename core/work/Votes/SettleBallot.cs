using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Votes;
using Concertation.Work.Notices;

namespace Concertation.Work.Votes;

/// <summary>
/// A ballot is closed: its votes are counted and the outcome kept, which leads to a decision, to a carence, or to the
/// chair. All gates being shut, the votes can't change any more: counting again gives the same.
/// </summary>
internal sealed class SettleBallot(IBallots ballots, CountBallot count, INotices notices, IRelay relay, TimeProvider clock) : IEffectHandler
{
    private const int MostTries = 10;

    public EffectKind Kind => EffectKind.BallotClosed;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var (territory, id) = (run.Aggregate.Territory, BallotId.From(run.Aggregate.Id));
        for (var tries = 0; tries < MostTries; tries++)
        {
            var ballot = await ballots.Get(territory, id, cancel);
            if (ballot is not { Value: { State: BallotState.Closed, Outcome: null } })
            {
                await AskChair(run, ballot?.Value, cancel);
                return;
            }

            if (await Count(ballot, cancel))
            {
                await AskChair(run, (await ballots.Get(territory, id, cancel))?.Value, cancel);
                return;
            }
        }

        throw new InvalidOperationException($"ballot {id} changed at each of {MostTries} tries to settle it");
    }

    private async Task<bool> Count(Versioned<Ballot> ballot, CancellationToken cancel)
    {
        var id = ballot.Value.Id;
        var outcome = await count.Handle(ballot.Value, ballot.Value.ClosesAt!.Value, cancel);
        Effect[] effects = outcome.Verdict switch
        {
            Verdict.Adopted or Verdict.Rejected => [new Effect("decided", EffectKind.DecisionTaken, id.Value)],
            Verdict.QuorumMissed => [new Effect("carence", EffectKind.QuorumMissed, id.Value)],
            _ => [],
        };
        await relay.Announce(ballot.Value.Aggregate, cancel);
        if (!await ballots.Save(ballot.With(ballot.Value with { Outcome = outcome }), effects, cancel))
        {
            return false;
        }

        relay.Nudge(ballot.Value.Aggregate);
        return true;
    }

    private async Task AskChair(EffectRun run, Ballot? ballot, CancellationToken cancel)
    {
        if (ballot?.Outcome is { Verdict: Verdict.AwaitsChair })
        {
            await notices.Create(
                [
                    .. BallotAudience.Conveners(run.Roster, ballot)
                        .Select(p => Notify.Of(run.Aggregate, run.Effect, p, null, clock.GetUtcNow())),
                ],
                cancel);
        }
    }
}
