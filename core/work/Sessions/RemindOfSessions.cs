using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Work.Sessions;

/// <summary>Every session of every territory, for what the clock asks of each; one that fails holds up no other.</summary>
public sealed class SessionsOfAll(IRosters rosters, ISessions sessions)
{
    public async Task Each(
        Func<Session, bool> concerned, Func<Session, Roster, CancellationToken, Task> act, CancellationToken cancel)
    {
        var failures = new List<Exception>();
        foreach (var territory in await rosters.All(cancel))
        {
            if (await rosters.Get(territory.Id, cancel) is not { } roster)
            {
                continue;
            }

            foreach (var session in (await sessions.All(territory.Id, cancel)).Where(concerned))
            {
                try
                {
                    await act(session, roster, cancel);
                }
                catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
                {
                    failures.Add(e);
                }
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }
}

/// <summary>Reminds the seats without an answer, seven and two days before.</summary>
public sealed class RemindOfSessions(SessionsOfAll all, RemindSeats remind, TimeProvider clock) : IScheduled
{
    public Task Run(CancellationToken cancel) => all.Each(
        session => session.State == SessionState.Convened && session.Start > clock.GetUtcNow(), remind.WhenDue, cancel);
}
