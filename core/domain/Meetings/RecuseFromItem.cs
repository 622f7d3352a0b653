using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Meetings;

public enum RecusalRefusal { NotFound, NotYours, Cancelled, NoSuchItem, NoSuchSeat, MinutesWritten }

/// <summary>
/// A déport from an item of a session's agenda: said by somebody who sits for the seat, or by the convener. The minutes and
/// every ballot on the item have it.
/// </summary>
public sealed class RecuseFromItem(
    IRosters rosters, ISessions sessions, IMeetings meetings, IMinutes minutes, IRelay relay, TimeProvider clock)
{
    /// <summary>Null when it stands.</summary>
    public async Task<RecusalRefusal?> Run(Actor actor, SessionId id, ItemId item, SeatId seat, CancellationToken cancel)
    {
        if (await rosters.Get(actor.Territory, cancel) is not { } roster
            || await sessions.Get(actor.Territory, id, cancel) is not { Value: var session } || roster.TableOf(session.Table) is not { } table)
        {
            return RecusalRefusal.NotFound;
        }

        var mine = actor.Person is not null && roster.Mandates.TryGetValue(seat, out var mandate) && mandate.Allows(actor.Id);
        if (!roster.MayConvene(actor.Id, table) && !mine)
        {
            return RecusalRefusal.NotYours;
        }

        var called = session.Called(table).FirstOrDefault(s => s.Id == seat);
        RecusalRefusal? refusal = session.State == SessionState.Cancelled ? RecusalRefusal.Cancelled
            : session.ItemOf(item) is null ? RecusalRefusal.NoSuchItem
            : called is null ? RecusalRefusal.NoSuchSeat
            // Minutes say who took part: once written they don't change behind their reader's back.
            : await minutes.Head(actor.Territory, id, cancel) is not null ? RecusalRefusal.MinutesWritten
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        var recusal = new Recusal(
            seat, roster.StructureName(called!.Structure), actor.Id, actor.Name, clock.GetUtcNow(), actor.Way, called.Voice, Own: mine);
        await relay.Announce(session.Aggregate, cancel);
        if (await meetings.Recuse(new ItemRecusal(actor.Territory, id, item, recusal), cancel))
        {
            relay.Nudge(session.Aggregate);
        }

        return null;
    }
}
