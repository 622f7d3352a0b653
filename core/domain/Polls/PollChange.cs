using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Polls;

/// <summary>What became of a convener's act on a poll.</summary>
public abstract record PollChange
{
    private PollChange() { }

    /// <param name="Again">It was so already: nothing changed, nobody is told twice.</param>
    public sealed record Done(DatePoll Poll, bool Again) : PollChange;

    /// <param name="Again">The session was there already.</param>
    public sealed record Convened(DatePoll Poll, Session Session, bool Again) : PollChange;

    public sealed record NotFound : PollChange;

    /// <summary>Only the pilote, a deputy or a co-convener of the table may.</summary>
    public sealed record NotAConvener(Table Table) : PollChange;

    /// <summary>It was withdrawn, or another slot was chosen.</summary>
    public sealed record Ended(DatePoll Poll) : PollChange;

    public sealed record NoSuchSlot(DatePoll Poll) : PollChange;

    /// <summary>The slot can't become the session, e.g. because it went past; the poll stays open.</summary>
    public sealed record Refused(DatePoll Poll, IReadOnlyList<ConveneProblem> Problems) : PollChange;

    public T Match<T>(
        Func<Done, T> done, Func<Convened, T> convened, Func<NotFound, T> notFound, Func<NotAConvener, T> notAConvener,
        Func<Ended, T> ended, Func<NoSuchSlot, T> noSuchSlot, Func<Refused, T> refused) => this switch
        {
            Done it => done(it),
            Convened it => convened(it),
            NotFound it => notFound(it),
            NotAConvener it => notAConvener(it),
            Ended it => ended(it),
            NoSuchSlot it => noSuchSlot(it),
            Refused it => refused(it),
            _ => throw new InvalidOperationException("no such outcome"),
        };
}

/// <summary>Loads a poll for its convener, decides, saves with the effect told, and decides again when another change came between.</summary>
public sealed class ChangePoll(IRosters rosters, IDatePolls polls, IRelay relay)
{
    private const int Tries = 8;

    /// <summary>A <see cref="PollChange.Done"/> that isn't again is saved; anything else is handed back.</summary>
    internal async Task<PollChange> Run(
        Actor actor, PollId id, Func<DatePoll, Roster, Task<PollChange>> decide, Func<DatePoll, Effect> effect, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel)
            ?? throw new InvalidOperationException("the actor's territory is gone");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await polls.Get(actor.Territory, id, cancel) is not { } there || roster.TableOf(there.Value.Table) is not { } table)
            {
                return new PollChange.NotFound();
            }

            if (!roster.MayConvene(actor.Id, table))
            {
                return new PollChange.NotAConvener(table);
            }

            var change = await decide(there.Value, roster);
            if (change is not PollChange.Done { Again: false } done)
            {
                return change;
            }

            var aggregate = PollEffects.Aggregate(done.Poll);
            await relay.Announce(aggregate, cancel);
            if (await polls.Save(there.With(done.Poll), [effect(done.Poll)], cancel))
            {
                relay.Nudge(aggregate);
                return change;
            }
        }

        throw new InvalidOperationException("a poll changes too often to be changed");
    }
}

/// <summary>Has those who have not answered reminded, once for each time the convener asks.</summary>
public sealed class RemindOfPoll(ChangePoll change, TimeProvider clock)
{
    /// <param name="seen">How many reminders the convener was shown: a second click on the same button reminds nobody again.</param>
    public Task<PollChange> Run(Actor actor, PollId poll, int seen, CancellationToken cancel) => change.Run(
        actor, poll,
        (there, _) => Task.FromResult<PollChange>(
            !there.TakesAnswers(clock.GetUtcNow()) ? new PollChange.Ended(there)
            : there.Reminders != seen ? new PollChange.Done(there, Again: true)
            : new PollChange.Done(there with { Reminders = there.Reminders + 1 }, Again: false)),
        PollEffects.Reminder, cancel);
}

/// <summary>Ends a poll without a date, and has everybody asked told. Withdrawing it again changes nothing.</summary>
public sealed class WithdrawDatePoll(ChangePoll change)
{
    public Task<PollChange> Run(Actor actor, PollId poll, CancellationToken cancel) => change.Run(
        actor, poll,
        (there, _) => Task.FromResult<PollChange>(there.State switch
        {
            PollState.Open => new PollChange.Done(there with { State = PollState.Withdrawn, EndedBy = actor.Id }, Again: false),
            PollState.Withdrawn => new PollChange.Done(there, Again: true),
            _ => new PollChange.Ended(there),
        }),
        PollEffects.Ended, cancel);
}
