using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Work.Notices;
using Concertation.Work.Sessions;

namespace Concertation.Work.Votes;

/// <summary>A ballot was opened: whoever answers for each voting seat is told, once a seat, and the substitute who sits in the session.</summary>
internal sealed class TellOpened(IBallots ballots, AttendingSubstitutes substitutes, Solicitations solicited) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotOpened;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        ToSeats.Tell(run, ballots, substitutes, solicited, cancel);
}

/// <summary>A ballot was withdrawn: the same people are told.</summary>
internal sealed class TellWithdrawn(IBallots ballots, AttendingSubstitutes substitutes, Solicitations solicited) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotWithdrawn;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        ToSeats.Tell(run, ballots, substitutes, solicited, cancel);
}

/// <summary>A ballot was extended: the same people are told, those who have answered too.</summary>
internal sealed class TellExtended(IBallots ballots, AttendingSubstitutes substitutes, Solicitations solicited) : IEffectHandler
{
    public EffectKind Kind => EffectKind.BallotExtended;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        ToSeats.Tell(run, ballots, substitutes, solicited, cancel);
}

file static class ToSeats
{
    public static async Task Tell(
        EffectRun run, IBallots ballots, AttendingSubstitutes substitutes, Solicitations solicited, CancellationToken cancel)
    {
        var (territory, id) = (run.Aggregate.Territory, BallotId.From(run.Aggregate.Id));
        var electors = await ballots.Electors(territory, id, cancel);
        var voting = electors.Select(e => e.Seat).ToHashSet();
        var there = await substitutes.Of(territory, (await ballots.Get(territory, id, cancel))?.Value.Session, run.Roster, cancel);
        var holders = electors.Where(e => e.Recused is null).Select(e => (e.Seat, Person: BallotAudience.For(run.Roster, e.Seat)))
            .Where(e => e.Person is not null).Select(e => (Person: e.Person!.Value, e.Seat));
        await solicited.Tell(
            run, holders.Union(there.Where(s => voting.Contains(s.Seat))).Select(r => (r.Person, (SeatId?)r.Seat)), cancel);
    }
}
