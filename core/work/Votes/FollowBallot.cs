using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Work.Notices;
using Concertation.Work.Schedules;

namespace Concertation.Work.Votes;

/// <summary>Closes a ballot that is to close once everybody has answered, when everybody has.</summary>
internal sealed class CloseCompleteBallot(CloseBallot close) : IUpkeep
{
    public AggregateKind Kind => AggregateKind.Ballot;

    public Task Run(Aggregate aggregate, Roster roster, CancellationToken cancel) =>
        close.WhenAllAnswered(aggregate.Territory, BallotId.From(aggregate.Id), cancel);
}

/// <summary>Has a ballot remind those who haven't answered, once, when its time has come.</summary>
internal sealed class NudgeVoters(RemindVoters remind) : IUpkeep
{
    public AggregateKind Kind => AggregateKind.Ballot;

    public Task Run(Aggregate aggregate, Roster roster, CancellationToken cancel) =>
        remind.WhenDue(aggregate.Territory, BallotId.From(aggregate.Id), roster, cancel);
}

/// <summary>The seats without an answer, and their substitutes, are written to.</summary>
internal sealed class TellSilentSeats(IBallots ballots, RemindVoters remind) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotReminder;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await ballots.Get(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel) is { Value: var ballot })
        {
            await remind.Tell(run.Effect, ballot, run.Roster, cancel);
        }
    }
}

/// <summary>The seat whose links were revoked is sent another.</summary>
internal sealed class TellLinkRenewed(INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotLinkRenewed;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var seat = new SeatId(run.Effect.Detail!);
        if (BallotAudience.For(run.Roster, seat) is { } person)
        {
            await notices.Create([Notify.Of(run.Aggregate, run.Effect, person, seat, clock.GetUtcNow())], cancel);
        }
    }
}

/// <summary>
/// Looks at the open ballots that close once everybody has answered: a process that was killed after the last answer was
/// stored, and before anyone looked, leaves none of them open.
/// </summary>
public sealed class LookAtCompleteBallots(IRosters rosters, IBallots ballots, IRelay relay) : IScheduled
{
    public async Task Run(CancellationToken cancel)
    {
        foreach (var territory in await rosters.All(cancel))
        {
            foreach (var ballot in (await ballots.Recent(territory.Id, cancel))
                .Where(b => b is { State: BallotState.Open, Form.ClosesWhenAll: true }))
            {
                relay.Nudge(ballot.Aggregate);
            }
        }
    }
}
