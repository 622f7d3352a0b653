using Concertation.Domain.Sessions;

namespace Concertation.Work.Sessions;

/// <summary>Convenes the planned sessions whose agenda is due.</summary>
public sealed class ConvenePlannedSessions(SessionsOfAll all, ConvenePlanned convene) : IScheduled
{
    public Task Run(CancellationToken cancel) => all.Each(
        session => session.State == SessionState.Planned, convene.WhenDue, cancel);
}
