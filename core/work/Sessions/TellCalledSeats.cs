using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Work.Notices;

namespace Concertation.Work.Sessions;

/// <summary>
/// Has everybody told that a session was convened, moved or cancelled: each called seat's holder, and the substitute
/// who answered in the holder's place.
/// </summary>
public abstract class TellCalledSeats(ISessions sessions, Solicitations solicited) : IEffectHandler
{
    public abstract EffectKind Kind { get; }

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        var id = SessionId.From(run.Aggregate.Id);
        if (await sessions.Get(run.Aggregate.Territory, id, cancel) is not { Value: var session }
            || run.Roster.TableOf(session.Table) is not { } table)
        {
            return;
        }

        var replies = await sessions.Replies(session.Territory, id, cancel);
        await solicited.Tell(run, Recipients(session, table, run.Roster, replies).Select(r => (r.Person, (SeatId?)r.Seat)), cancel);
    }

    /// <summary>Who is told, and for which seat. A seat without representative has nobody to tell.</summary>
    public static IEnumerable<(PersonId Person, SeatId Seat)> Recipients(
        Session session, Table table, Roster roster, IReadOnlyList<Reply> replies)
    {
        foreach (var seat in session.Called(table))
        {
            if (!roster.Mandates.TryGetValue(seat.Id, out var mandate))
            {
                continue;
            }

            yield return (mandate.Holder.Id, seat.Id);
            if (replies.FirstOrDefault(r => r.Seat == seat.Id) is { } reply && reply.By == mandate.Substitute?.Id)
            {
                yield return (reply.By, seat.Id);
            }
        }
    }
}

public sealed class TellConvened(ISessions sessions, Solicitations solicited) : TellCalledSeats(sessions, solicited)
{
    public override EffectKind Kind => EffectKind.SessionConvened;
}

public sealed class TellMoved(ISessions sessions, Solicitations solicited) : TellCalledSeats(sessions, solicited)
{
    public override EffectKind Kind => EffectKind.SessionMoved;
}

public sealed class TellCancelled(ISessions sessions, Solicitations solicited) : TellCalledSeats(sessions, solicited)
{
    public override EffectKind Kind => EffectKind.SessionCancelled;
}

/// <summary>Asks the substitute of a seat whose representative can't come.</summary>
public sealed class TellSubstitute(ISessions sessions, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.SessionReminder;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (ReminderRules.SeatOf(run.Effect.Detail) is { } seat
            && await sessions.Get(run.Aggregate.Territory, SessionId.From(run.Aggregate.Id), cancel) is { Value: var session }
            && ReminderRules.KindOf(session, run.Effect.Detail) == ReminderKind.Substitute
            && run.Roster.Mandates.GetValueOrDefault(seat)?.Substitute is { } substitute)
        {
            await notices.Create(
                [Notify.Of(run.Aggregate, run.Effect, substitute.Id, seat, clock.GetUtcNow()) with { NeededBy = ReminderRules.NeededBy(session) }],
                cancel);
        }
    }
}
