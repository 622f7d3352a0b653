using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using Concertation.Work.Notices;
using Concertation.Work.Votes;

namespace Concertation.Work.Polls;

/// <summary>A poll was opened: whoever answers for each asked seat is asked, once a seat.</summary>
public sealed class TellPollOpened(IDatePolls polls, Solicitations solicited) : IEffectHandler
{
    public EffectKind Kind => EffectKind.PollOpened;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        Polled.Tell(run, polls, solicited, _ => true, cancel);
}

/// <summary>The convener asks again those who have not answered.</summary>
public sealed class RemindSilentSeats(IDatePolls polls, Solicitations solicited) : IEffectHandler
{
    public EffectKind Kind => EffectKind.PollReminder;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        Polled.Tell(run, polls, solicited, seat => seat.Silent, cancel);
}

/// <summary>
/// A poll ended: its session is convened if whoever chose the slot could not see that through, or the asked seats are told
/// that it was withdrawn; and it leaves the list of open polls.
/// </summary>
public sealed class EndPoll(IDatePolls polls, ChooseSlot choose, Solicitations solicited) : IEffectHandler
{
    public EffectKind Kind => EffectKind.PollEnded;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await polls.Get(run.Aggregate.Territory, PollId.From(run.Aggregate.Id), cancel) is not { Value: var poll })
        {
            return;
        }

        if (poll.State == PollState.Withdrawn)
        {
            await Polled.Tell(run, polls, solicited, _ => true, cancel);
        }
        else if (poll.State == PollState.Chosen)
        {
            await choose.Finish(poll, cancel);
        }

        // As it stands by now: finishing may have opened it again.
        var stands = await polls.Get(poll.Territory, poll.Id, cancel);
        await polls.List(stands!.Value, cancel);
    }
}

file static class Polled
{
    public static async Task Tell(
        EffectRun run, IDatePolls polls, Solicitations solicited, Func<SeatAvailability, bool> whom, CancellationToken cancel)
    {
        if (await polls.Whole(run.Aggregate.Territory, PollId.From(run.Aggregate.Id), cancel) is not { } polled
            || run.Roster.TableOf(polled.Poll.Value.Table) is not { } table)
        {
            return;
        }

        var asked = PollBoard.SeatsOf(polled, table, run.Roster).Where(whom)
            .Select(s => (s.Seat.Id, Person: BallotAudience.For(run.Roster, s.Seat.Id))).Where(s => s.Person is not null);
        await solicited.Tell(run, asked.Select(s => (s.Person!.Value, (SeatId?)s.Id)), cancel);
    }
}
