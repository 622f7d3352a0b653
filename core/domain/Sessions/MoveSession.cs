using Concertation.Domain.Notices;

namespace Concertation.Domain.Sessions;

/// <summary>Gives a session another time or place, and has everybody told. Moving it to where it is changes nothing.</summary>
public sealed class MoveSession(ChangeSession change)
{
    public Task<SessionChange> Run(Actor actor, SessionId session, SessionTime to, CancellationToken cancel) =>
        change.Run(actor, session, (now, roster, at) => Decide(now, to, roster.Zone, at), EffectKind.SessionMoved, cancel);

    /// <summary>The rule alone.</summary>
    public static SessionChange Decide(Session session, SessionTime to, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (session.State == SessionState.Cancelled)
        {
            return new SessionChange.Cancelled(session);
        }

        if (session.Start <= now)
        {
            return new SessionChange.Begun(session);
        }

        var problems = new List<ConveneProblem>();
        if (ConveneRules.CheckTime(to, zone, now, problems) is not { } start || problems.Count > 0)
        {
            return new SessionChange.Refused(session, problems);
        }

        var moved = session with
        {
            Start = start,
            Duration = to.Duration!.Value,
            Place = ConveneRules.Trimmed(to.Place),
            Online = to.Online,
            OnlineUrl = ConveneRules.Trimmed(to.OnlineUrl),
        };
        if (moved == session)
        {
            return new SessionChange.Done(session, session);
        }

        var sequence = session.Sequence + 1;
        var otherTime = moved.Start != session.Start || moved.Duration != session.Duration;
        return new SessionChange.Done(
            moved with
            {
                Sequence = sequence,
                DatedIn = otherTime ? sequence : session.DatedIn,
                MovedFrom = otherTime ? session.Start : session.MovedFrom,
            },
            session);
    }
}
