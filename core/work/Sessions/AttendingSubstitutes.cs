using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Work.Sessions;

/// <summary>
/// The designated substitutes who sit in a session in their holders' place: what their seat is sent of it goes to them as
/// well, since they vote and remember.
/// </summary>
public sealed class AttendingSubstitutes(ISessions sessions, IMeetings meetings)
{
    /// <summary>By seat; empty without a session, and before anybody is noted.</summary>
    public async Task<IReadOnlyList<(PersonId Person, SeatId Seat)>> Of(
        TerritoryId territory, SessionId? id, Roster roster, CancellationToken cancel)
    {
        if (id is not { } session || await sessions.Get(territory, session, cancel) is not { Value: var held }
            || roster.TableOf(held.Table) is not { } table)
        {
            return [];
        }

        var record = await meetings.Of(territory, session, cancel);
        if (record.Presences.Count == 0)
        {
            return [];
        }

        var replies = await sessions.Replies(territory, session, cancel);
        return
        [
            .. RollCall.Of(held, table, roster, replies, record).Seats
                .Where(s => s.SubstituteThere is not null).Select(s => (s.SubstituteThere!.Id, s.Seat.Id)),
        ];
    }
}
