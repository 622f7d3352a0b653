using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Graph;

namespace Concertation.Work.Calendar;

/// <summary>One try at bringing the event to what the session is; the entry as it leaves it.</summary>
internal sealed class WriteEvent(GraphCalendar graph, Session session, Table table, Roster roster, DateTimeOffset now)
{
    private const int NotThere = 404;

    public Task<GraphOutcome<CalendarEntry>> Run(CalendarEntry entry, CancellationToken cancel) =>
        session.State == SessionState.Cancelled ? Cancel(entry, cancel)
        : entry.Event is { } id ? Update(entry, id, cancel)
        : Create(entry, cancel);

    private async Task<GraphOutcome<CalendarEntry>> Create(CalendarEntry entry, CancellationToken cancel)
    {
        var draft = Draft(entry);
        var made = await graph.Create(entry.Mailbox, draft, Transaction, cancel);
        if (made is not GraphOutcome<WrittenEvent>.Done { Value: var written })
        {
            return Not(made);
        }

        var there = Dated(entry) with { Event = written.Id, Teams = draft.TeamsMeeting, JoinUrl = written.JoinUrl };
        // Asked for before: the event may say what the session was then.
        return entry.Asked && session.Sequence > 0 ? await Update(there, written.Id, cancel) : Done(there);
    }

    private async Task<GraphOutcome<CalendarEntry>> Update(CalendarEntry entry, string id, CancellationToken cancel)
    {
        var draft = Draft(entry);
        var changed = await graph.Update(entry.Mailbox, id, draft, keepBody: entry.Teams, cancel);
        return changed is GraphOutcome<WrittenEvent>.Done { Value: var written }
            ? Done(Dated(entry) with { Teams = entry.Teams || draft.TeamsMeeting, JoinUrl = written.JoinUrl ?? entry.JoinUrl })
            : Not(changed);
    }

    private async Task<GraphOutcome<CalendarEntry>> Cancel(CalendarEntry entry, CancellationToken cancel)
    {
        var (id, attendees) = (entry.Event, 1);
        if (id is null && !entry.Asked)
        {
            return new GraphOutcome<CalendarEntry>.Done(entry with { State = CalendarState.Cancelled });
        }

        if (id is null)
        {
            // It may have been made although nobody heard: asked for again, it is found. With nobody invited, so that
            // nobody hears of it if it hadn't been.
            var found = await graph.Create(entry.Mailbox, Draft(entry) with { Attendees = [], TeamsMeeting = false }, Transaction, cancel);
            if (found is not GraphOutcome<WrittenEvent>.Done { Value: var written })
            {
                return Not(found);
            }

            (id, attendees) = (written.Id, written.Attendees);
        }

        var gone = attendees > 0
            ? await graph.Cancel(entry.Mailbox, id, session.CancelReason, cancel)
            : await graph.Delete(entry.Mailbox, id, cancel);
        // Taken away by hand already: that is what was wanted.
        return gone is GraphOutcome<bool>.Done or GraphOutcome<bool>.Refused { Status: NotThere }
            ? new GraphOutcome<CalendarEntry>.Done(entry with { Event = id, State = CalendarState.Cancelled })
            : Not(gone);
    }

    private EventDraft Draft(CalendarEntry entry) => SessionEvent.Of(
        session, table, roster, teams: session.Online && (session.OnlineUrl is null || session.OnlineUrl == entry.JoinUrl));

    private CalendarEntry Dated(CalendarEntry entry) =>
        entry.DatedAt is not null && entry.DatedIn == session.DatedIn ? entry
        : entry with { DatedIn = session.DatedIn, DatedAt = now };

    // At most 64 characters of a-z, 0-9 and '-', and the same at every try.
    private string Transaction => $"{session.Id}";

    private static GraphOutcome<CalendarEntry> Done(CalendarEntry entry) =>
        new GraphOutcome<CalendarEntry>.Done(entry with { State = CalendarState.Written });

    private static GraphOutcome<CalendarEntry> Not<T>(GraphOutcome<T> outcome) => outcome.Match<GraphOutcome<CalendarEntry>>(
        _ => throw new InvalidOperationException("done is not a failure"),
        no => new GraphOutcome<CalendarEntry>.Refused(no.Status, no.Code),
        later => new GraphOutcome<CalendarEntry>.Later(later.After, later.Reason),
        unknown => new GraphOutcome<CalendarEntry>.Unknown(unknown.Reason));
}
