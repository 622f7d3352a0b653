using Concertation.Domain.Notices;

namespace Concertation.Domain.Sessions;

/// <summary>Cancels a session and has everybody told. Cancelling it again changes nothing.</summary>
public sealed class CancelSession(ChangeSession change)
{
    /// <param name="reason">In the convener's words; cut at <see cref="SessionLimits.CancelReason"/>.</param>
    public Task<SessionChange> Run(Actor actor, SessionId session, string? reason, CancellationToken cancel) =>
        change.Run(actor, session, (there, _, now) => Decide(there, reason, now), EffectKind.SessionCancelled, cancel);

    /// <summary>The rule alone.</summary>
    public static SessionChange Decide(Session session, string? reason, DateTimeOffset now)
    {
        if (session.State == SessionState.Cancelled)
        {
            return new SessionChange.Done(session, session);
        }

        if (session.Start <= now)
        {
            return new SessionChange.Begun(session);
        }

        if (ConveneRules.NamesSomeone(reason))
        {
            return new SessionChange.Refused(session, [new ConveneProblem(ConveneField.Reason, ConveneFault.NamesSomeone)]);
        }

        var why = ConveneRules.Trimmed(reason);
        return new SessionChange.Done(
            session with
            {
                State = SessionState.Cancelled,
                Sequence = session.Sequence + 1,
                CancelReason = why?.Length > SessionLimits.CancelReason ? why[..SessionLimits.CancelReason] : why,
            },
            session);
    }
}
