using Concertation.Domain.Notices;
using Concertation.Domain.Votes;
using Concertation.Work.Notices;

namespace Concertation.Work.Votes;

/// <summary>A member suggested a proposal: the pilote is told.</summary>
internal sealed class TellSuggested(INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.ProposalSuggested;

    public Task Handle(EffectRun run, CancellationToken cancel) => notices.Create(
        [Notify.Of(run.Aggregate, run.Effect, run.Roster.Territory.Pilot, null, clock.GetUtcNow())], cancel);
}

/// <summary>A suggestion was left aside: the member who made it is told.</summary>
internal sealed class TellDeclined(IBallots ballots, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.ProposalDeclined;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var ballot = await ballots.Get(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel);
        if (ballot is not null)
        {
            await notices.Create(
                [Notify.Of(run.Aggregate, run.Effect, ballot.Value.ProposedBy, null, clock.GetUtcNow())], cancel);
        }
    }
}
