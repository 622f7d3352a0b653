using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Meetings;

/// <summary>A step in holding a session.</summary>
public abstract record HoldStep
{
    private HoldStep() { }

    public sealed record Start : HoldStep;

    /// <summary>The item after the current one; with a number, the agenda's item of that number, from 1.</summary>
    public sealed record Next(int? Number) : HoldStep;

    public sealed record End : HoldStep;
}

/// <summary>Begins a session, goes through its agenda, ends it: the acts of its convener.</summary>
public sealed class HoldSession(IRosters rosters, ISessions sessions, IMeetings meetings, TimeProvider clock)
{
    private const int Tries = 8;
    private static readonly TimeSpan Around = TimeSpan.FromHours(24);

    /// <param name="from">The item on which « suivant » was pressed: pressed twice, it goes on once; null where no card says.</param>
    public async Task<RunOutcome> Run(Actor actor, SessionId id, HoldStep step, ItemId? from, CancellationToken cancel)
    {
        var roster = await rosters.Get(actor.Territory, cancel) ?? throw new InvalidOperationException("the actor's territory is gone");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await sessions.Get(actor.Territory, id, cancel) is not { Value: var session } || roster.TableOf(session.Table) is not { } table)
            {
                return new RunOutcome.NotFound();
            }

            if (!roster.MayConvene(actor.Id, table))
            {
                return new RunOutcome.NotAConvener(session);
            }

            var there = await meetings.RunOf(actor.Territory, id, cancel);
            var now = clock.GetUtcNow();
            var outcome = Decide(session, there?.Value.AsOf(session, now), step, from, actor.Id, now);
            if (outcome is not RunOutcome.Held { Changed: true } held
                || await meetings.SaveRun(actor.Territory, held.Run, there?.Version, cancel))
            {
                return outcome;
            }
        }

        throw new InvalidOperationException("a session is held by too many at once");
    }

    /// <summary>Whether a session can't be begun any more.</summary>
    public static bool IsTooLate(Session session, DateTimeOffset now) => now - session.End > Around;

    /// <summary>The rule alone.</summary>
    public static RunOutcome Decide(
        Session session, SessionRun? run, HoldStep step, ItemId? from, PersonId by, DateTimeOffset now) => (step, run) switch
        {
            _ when session.State == SessionState.Cancelled => new RunOutcome.Cancelled(session),
            (HoldStep.Start, null) => session.State == SessionState.Planned || session.Start - now > Around
                ? new RunOutcome.TooEarly(session)
                : IsTooLate(session, now) ? new RunOutcome.TooLate(session)
                : new RunOutcome.Held(session, new SessionRun(session.Id, now, by, null, []).On(session.Agenda is [var first, ..] ? first.Id : null, now), true),
            (_, null) => new RunOutcome.NotStarted(session),
            (HoldStep.Start, { IsRunning: true }) or (HoldStep.End, { IsRunning: false }) => new RunOutcome.Held(session, run, false),
            (_, { IsRunning: false }) => new RunOutcome.Ended(session, run),
            (HoldStep.End, _) => new RunOutcome.Held(session, run.On(null, now) with { EndedAt = now }, true),
            (HoldStep.Next next, _) => Next(session, run, next.Number, from, now),
            _ => throw new InvalidOperationException("no such step"),
        };

    /// <summary>The place after the current item's; where that was taken off the agenda, the first item not dealt with.</summary>
    private static int After(Session session, SessionRun run)
    {
        var current = session.Agenda.TakeWhile(i => i.Id != run.Current).Count();
        return current < session.Agenda.Count
            ? current + 1
            : session.Agenda.TakeWhile(i => run.Times.Any(t => t.Item == i.Id)).Count();
    }

    private static RunOutcome Next(Session session, SessionRun run, int? number, ItemId? from, DateTimeOffset now)
    {
        if (number is null && from is { } seen && run.Current != seen)
        {
            return new RunOutcome.Held(session, run, false);
        }

        var to = number - 1 ?? After(session, run);
        if (to < 0 || to >= session.Agenda.Count)
        {
            return new RunOutcome.NoSuchItem(session, run);
        }

        var item = session.Agenda[to].Id;
        return run.Current == item ? new RunOutcome.Held(session, run, false) : new RunOutcome.Held(session, run.On(item, now), true);
    }
}
