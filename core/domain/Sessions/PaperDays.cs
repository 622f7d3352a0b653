using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>By when a session's papers are due, by its table's settings.</summary>
public static class PaperDays
{
    /// <summary>The last working day on which the agenda goes out in time.</summary>
    public static DateOnly AgendaDay(Session session, Table table, TimeZoneInfo zone) =>
        WorkingDays.OnOrBefore(ReminderRules.LocalDay(session.Start, zone).AddDays(-table.Rules.Sessions.AgendaDays));

    /// <summary>Whether that day has come.</summary>
    public static bool AgendaIsDue(Session session, Table table, DateTimeOffset now, TimeZoneInfo zone) =>
        AgendaDay(session, table, zone) <= ReminderRules.LocalDay(now, zone);
}
