using Concertation.Domain.Decisions;
using Concertation.Domain.Meetings;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>The first session of a second convocation.</summary>
/// <param name="LackedQuorum">Whether that stands in its record.</param>
public sealed record FirstCall(Session Session, bool LackedQuorum);

/// <summary>
/// Whether a session's record says that its quorum was missed: it was held and too few came, or a ballot on its agenda ended
/// in a carence. Only then may its agenda be convened again without quorum (rule 7).
/// </summary>
public sealed class QuorumLack(ISessions sessions, IMeetings meetings, IRegister register, TimeProvider clock)
{
    public async Task<bool> Of(Session session, Roster roster, CancellationToken cancel)
    {
        if (roster.TableOf(session.Table) is not { } table)
        {
            return false;
        }

        if ((await register.Carences(session.Territory, session.Table, cancel)).Any(c => c.Session == session.Id))
        {
            return true;
        }

        var now = clock.GetUtcNow();
        if (session.State != SessionState.Convened || session.Start > now)
        {
            return false;
        }

        var record = (await meetings.Of(session.Territory, session.Id, cancel)).AsOf(session, now);
        return WasHeld(session, record, now)
            && !RollCall.Of(session, table, roster, await sessions.Replies(session.Territory, session.Id, cancel), record)
                .Closed().Quorum().Reached;
    }

    /// <summary>Over, and begun or its attendance noted: what nobody opened says nothing of who would have come.</summary>
    private static bool WasHeld(Session session, MeetingRecord record, DateTimeOffset now) =>
        record.Run is { Value: var run } ? !run.IsRunning : record.Presences.Count > 0 && session.End <= now;
}
