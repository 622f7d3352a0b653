using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Work.Notices;
using Concertation.Work.Sessions;

namespace Concertation.Work.Votes;

/// <summary>A ballot was opened: whoever answers for each voting seat is told, once a seat, and the substitute who sits in the session.</summary>
internal sealed class TellOpened(IBallots ballots, AttendingSubstitutes substitutes, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotOpened;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        ToSeats.Tell(run, ballots, substitutes, notices, clock.GetUtcNow(), cancel);
}

/// <summary>A ballot was withdrawn: the same people are told.</summary>
internal sealed class TellWithdrawn(IBallots ballots, AttendingSubstitutes substitutes, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotWithdrawn;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        ToSeats.Tell(run, ballots, substitutes, notices, clock.GetUtcNow(), cancel);
}

/// <summary>A ballot was extended: the same people are told, those who have answered too.</summary>
internal sealed class TellExtended(IBallots ballots, AttendingSubstitutes substitutes, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotExtended;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        ToSeats.Tell(run, ballots, substitutes, notices, clock.GetUtcNow(), cancel);
}

file static class ToSeats
{
    public static async Task Tell(
        EffectRun run, IBallots ballots, AttendingSubstitutes substitutes, INotices notices, DateTimeOffset now, CancellationToken cancel)
    {
        var (territory, id) = (run.Aggregate.Territory, BallotId.From(run.Aggregate.Id));
        var electors = await ballots.Electors(territory, id, cancel);
        var voting = electors.Select(e => e.Seat).ToHashSet();
        var there = await substitutes.Of(territory, (await ballots.Get(territory, id, cancel))?.Value.Session, run.Roster, cancel);
        await notices.Create(
            [
                .. electors.Where(e => e.Recused is null).Select(e => (e.Seat, Person: BallotAudience.For(run.Roster, e.Seat)))
                    .Where(e => e.Person is not null)
                    .Select(e => (Person: e.Person!.Value, e.Seat)).Union(there.Where(s => voting.Contains(s.Seat)))
                    .Select(e => Notify.Of(run.Aggregate, run.Effect, e.Person, e.Seat, now)),
            ],
            cancel);
    }
}
