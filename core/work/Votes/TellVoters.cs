using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Work.Notices;

namespace Concertation.Work.Votes;

/// <summary>A ballot was opened: whoever answers for each voting seat is told, once a seat.</summary>
internal sealed class TellOpened(IBallots ballots, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotOpened;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        ToSeats.Tell(run, ballots, notices, clock.GetUtcNow(), cancel);
}

/// <summary>A ballot was withdrawn: the same people are told.</summary>
internal sealed class TellWithdrawn(IBallots ballots, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotWithdrawn;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        ToSeats.Tell(run, ballots, notices, clock.GetUtcNow(), cancel);
}

/// <summary>A ballot was extended: the same people are told, those who have answered too.</summary>
internal sealed class TellExtended(IBallots ballots, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotExtended;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        ToSeats.Tell(run, ballots, notices, clock.GetUtcNow(), cancel);
}

file static class ToSeats
{
    public static async Task Tell(
        EffectRun run, IBallots ballots, INotices notices, DateTimeOffset now, CancellationToken cancel)
    {
        var electors = await ballots.Electors(run.Aggregate.Territory, BallotId.From(run.Aggregate.Id), cancel);
        await notices.Create(
            [
                .. electors.Where(e => e.Recused is null).Select(e => (e.Seat, Person: BallotAudience.For(run.Roster, e.Seat)))
                    .Where(e => e.Person is not null)
                    .Select(e => Notify.Of(run.Aggregate, run.Effect, e.Person!.Value, e.Seat, now)),
            ],
            cancel);
    }
}
