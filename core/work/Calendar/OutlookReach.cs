using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Graph;

namespace Concertation.Work.Calendar;

/// <summary>Whether someone has a session's date from Outlook, or needs a calendar file by mail.</summary>
public sealed class OutlookReach(ICalendarEntries entries, GraphCalendar graph)
{
    /// <summary>True while Outlook is still to be asked: it will be, until the session is over. False once it refused.</summary>
    public async Task<bool> Has(Person person, Session session, Table table, Roster roster, CancellationToken cancel) =>
        graph.IsConfigured
        && SessionEvent.Reaches(person, session, table, roster)
        && (await entries.Get(session.Territory, session.Id, cancel))?.Value.State != CalendarState.Refused;
}
