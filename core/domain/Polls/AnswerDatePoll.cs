using Concertation.Domain.Tables;

namespace Concertation.Domain.Polls;

/// <summary>A seat's answer as somebody gives it. Slots it doesn't speak of keep what was said of them before.</summary>
public sealed record PollAnswerCommand(
    PollId Poll, SeatId Seat, IReadOnlyList<SlotAnswer> Slots, OperationId Operation);

/// <summary>What became of an answer.</summary>
public abstract record PollAnswerOutcome
{
    private PollAnswerOutcome() { }

    public sealed record Noted(DatePoll Poll, Seat Seat, PollAnswer Answer) : PollAnswerOutcome;

    public sealed record NotFound : PollAnswerOutcome;

    /// <summary>Neither holder nor substitute today, or the seat isn't asked.</summary>
    public sealed record NotYours(DatePoll Poll) : PollAnswerOutcome;

    /// <summary>A date was chosen, or the poll withdrawn: nothing is noted.</summary>
    public sealed record Ended(DatePoll Poll, Seat Seat) : PollAnswerOutcome;

    /// <summary>Every slot went past before one was chosen.</summary>
    public sealed record AllPast(DatePoll Poll, Seat Seat) : PollAnswerOutcome;

    /// <summary>It says nothing of any slot to come of this poll.</summary>
    public sealed record SaysNothing(DatePoll Poll, Seat Seat) : PollAnswerOutcome;

    public T Match<T>(
        Func<Noted, T> noted, Func<NotFound, T> notFound, Func<NotYours, T> notYours, Func<Ended, T> ended,
        Func<AllPast, T> allPast, Func<SaysNothing, T> saysNothing) => this switch
        {
            Noted it => noted(it),
            NotFound it => notFound(it),
            NotYours it => notYours(it),
            Ended it => ended(it),
            AllPast it => allPast(it),
            SaysNothing it => saysNothing(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}

/// <summary>Notes when a seat could be there. The last answer stands until a date is chosen.</summary>
public sealed class AnswerDatePoll(IRosters rosters, IDatePolls polls, TimeProvider clock)
{
    private const int Tries = 8;

    public async Task<PollAnswerOutcome> Run(Actor actor, PollAnswerCommand command, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel)
            ?? throw new InvalidOperationException("the actor's territory is gone");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await polls.Get(actor.Territory, command.Poll, cancel) is not { Value: var poll })
            {
                return new PollAnswerOutcome.NotFound();
            }

            var standing = await polls.AnswerOf(actor.Territory, command.Poll, command.Seat, cancel);
            var outcome = Decide(poll, roster, actor, command, standing?.Value, clock.GetUtcNow());
            if (outcome is not PollAnswerOutcome.Noted noted
                || await polls.SaveAnswer(actor.Territory, noted.Answer, standing?.Version, cancel))
            {
                return outcome;
            }
        }

        throw new InvalidOperationException("a seat's answer changes too often to be changed");
    }

    /// <summary>The rule alone.</summary>
    public static PollAnswerOutcome Decide(
        DatePoll poll, Roster roster, Actor actor, PollAnswerCommand command, PollAnswer? standing, DateTimeOffset now)
    {
        var seat = roster.TableOf(poll.Table) is { } table
            ? poll.Called(table).FirstOrDefault(s => s.Id == command.Seat)
            : null;
        if (seat is null || !roster.Mandates.TryGetValue(seat.Id, out var mandate) || !mandate.Allows(actor.Id))
        {
            return new PollAnswerOutcome.NotYours(poll);
        }

        if (poll.State != PollState.Open)
        {
            return new PollAnswerOutcome.Ended(poll, seat);
        }

        if (!poll.TakesAnswers(now))
        {
            return new PollAnswerOutcome.AllPast(poll, seat);
        }

        var ahead = poll.Ahead(now).Select(s => s.Id).ToHashSet();
        var said = command.Slots.Where(s => ahead.Contains(s.Slot)).DistinctBy(s => s.Slot).ToList();
        if (said.Count == 0)
        {
            return new PollAnswerOutcome.SaysNothing(poll, seat);
        }

        var kept = standing?.Counts(roster) == true ? standing.Slots.Where(s => said.All(n => n.Slot != s.Slot)) : [];
        return new PollAnswerOutcome.Noted(
            poll, seat,
            new PollAnswer(
                poll.Id, seat.Id, [.. said.Concat(kept).OrderBy(s => s.Slot.Value, StringComparer.Ordinal)], actor.Id,
                actor.Name, now, actor.Way, command.Operation));
    }
}
