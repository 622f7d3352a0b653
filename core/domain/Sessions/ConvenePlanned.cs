using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>Convenes a planned session: its convener asks, or its agenda is due. Convening it again changes nothing.</summary>
public sealed class ConvenePlanned(ChangeSession change, TimeProvider clock)
{
    /// <param name="sparesOften">Who was written to often this week gets the convocation next week.</param>
    public Task<SessionChange> Run(Actor actor, SessionId session, bool sparesOften, CancellationToken cancel) =>
        change.Run(actor, session, (there, _, now) => Decide(there, now), EffectKind.SessionConvened, cancel, sparesOften);

    /// <summary>Convenes it in the pilote's name on the day its agenda is due; nothing before, or in quiet hours.</summary>
    public async Task WhenDue(Session session, Roster roster, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (session.State != SessionState.Planned || session.Start <= now
            || roster.TableOf(session.Table) is not { } table || !PaperDays.AgendaIsDue(session, table, now, roster.Zone)
            || roster.Territory.QuietHours.IsQuiet(now, roster.Zone)
            || roster.PersonOf(roster.Territory.Pilot) is not { } pilot)
        {
            return;
        }

        await Run(new Actor(session.Territory, pilot.Id, pilot.Name, pilot.EntraId, Way.Chat, pilot), session.Id, sparesOften: false, cancel);
    }

    /// <summary>The rule alone.</summary>
    public static SessionChange Decide(Session session, DateTimeOffset now) => session switch
    {
        { State: SessionState.Cancelled } => new SessionChange.Cancelled(session),
        { State: SessionState.Convened } => new SessionChange.Done(session, session),
        _ when session.Start <= now => new SessionChange.Begun(session),
        _ => new SessionChange.Done(
            session with
            {
                State = SessionState.Convened, ConvenedAt = now, ConvenedIn = session.Sequence, MovedFrom = null,
            },
            session),
    };
}
