using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Work.Sessions;

/// <summary>Looked at by the clock for each session whose agenda should have gone out by now and that isn't over.</summary>
public interface IAgendaWatch
{
    Task Look(Session session, Table table, Roster roster, CancellationToken cancel);
}

/// <summary>Looked at by the clock for each session that is over, from its third day until its minutes are long overdue.</summary>
public interface IMinutesWatch
{
    /// <param name="days">Whole days since the session's, in the territory's zone.</param>
    Task Look(Session session, Table table, Roster roster, int days, CancellationToken cancel);
}

/// <summary>Has the agendas that are due looked at, in working hours.</summary>
public sealed class WarnOfAgendas(SessionsOfAll all, IEnumerable<IAgendaWatch> watches, TimeProvider clock) : IScheduled
{
    public Task Run(CancellationToken cancel) => all.Each(
        session => session.State == SessionState.Convened && session.Start > clock.GetUtcNow(),
        async (session, roster, stop) =>
        {
            var now = clock.GetUtcNow();
            if (roster.TableOf(session.Table) is { } table && PaperDays.AgendaIsDue(session, table, now, roster.Zone)
                && !roster.Territory.QuietHours.IsQuiet(now, roster.Zone))
            {
                foreach (var watch in watches)
                {
                    await watch.Look(session, table, roster, stop);
                }
            }
        },
        cancel);
}

/// <summary>Has the sessions without minutes looked at, in working hours.</summary>
public sealed class WarnOfMinutes(SessionsOfAll all, IEnumerable<IMinutesWatch> watches, TimeProvider clock) : IScheduled
{
    private const int From = 3;
    private const int Until = 120;

    public Task Run(CancellationToken cancel) => all.Each(
        session => session.State == SessionState.Convened && session.End <= clock.GetUtcNow(),
        async (session, roster, stop) =>
        {
            var now = clock.GetUtcNow();
            var days = ReminderRules.LocalDay(now, roster.Zone).DayNumber - ReminderRules.LocalDay(session.Start, roster.Zone).DayNumber;
            if (days is >= From and <= Until && roster.TableOf(session.Table) is { } table
                && !roster.Territory.QuietHours.IsQuiet(now, roster.Zone))
            {
                foreach (var watch in watches)
                {
                    await watch.Look(session, table, roster, days, stop);
                }
            }
        },
        cancel);
}
