using Concertation.Domain.Notices;

namespace Concertation.Domain.Sessions;

/// <summary>Gives a session another time or place, and has everybody told. Moving it to where it is changes nothing.</summary>
public sealed class MoveSession(ChangeSession change, ISessions sessions)
{
    public async Task<SessionChange> Run(Actor actor, SessionId session, SessionTime to, CancellationToken cancel)
    {
        var others = SessionClashes.TimesOf(await sessions.All(actor.Territory, cancel));
        return await change.Run(
            actor, session, (now, roster, at) => Decide(now, to, roster.Zone, at, others), EffectKind.SessionMoved, cancel);
    }

    /// <summary>The rule alone.</summary>
    /// <param name="others">When the territory's tables meet already.</param>
    public static SessionChange Decide(
        Session session, SessionTime to, TimeZoneInfo zone, DateTimeOffset now, IReadOnlyList<MeetingTime>? others = null)
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

        if (SessionClashes.Overlap(MeetingTime.Of(moved), others ?? [], zone) is { } overlap)
        {
            return new SessionChange.Refused(session, [overlap]);
        }

        var sequence = session.Sequence + 1;
        var otherTime = moved.Start != session.Start || moved.Duration != session.Duration;
        return new SessionChange.Done(
            moved with
            {
                Sequence = sequence,
                DatedIn = otherTime ? sequence : session.DatedIn,
                DatedAt = otherTime ? now : session.DatedAt,
                MovedFrom = otherTime ? session.Start : session.MovedFrom,
            },
            session);
    }
}
