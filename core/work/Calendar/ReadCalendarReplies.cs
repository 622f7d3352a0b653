using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Graph;

namespace Concertation.Work.Calendar;

/// <summary>
/// Reads what people answered in Outlook to a territory's sessions to come, one request a session, and notes it. To be run
/// every few minutes; running it more often changes nothing.
/// </summary>
public sealed class ReadCalendarReplies(
    IRosters rosters, ISessions sessions, ICalendarEntries entries, GraphCalendar graph, KeepCalendar keep,
    NoteCalendarReplies note, TimeProvider clock)
{
    /// <summary>How many seats have another standing reply than before.</summary>
    public async Task<int> Run(TerritoryId territory, CancellationToken cancel)
    {
        if (!graph.IsConfigured || await rosters.Get(territory, cancel) is not { } roster)
        {
            return 0;
        }

        var written = (await entries.All(territory, cancel)).Select(e => e.Value)
            .Where(e => e is { Event: not null, State: CalendarState.Written }).ToDictionary(e => e.Session);
        if (written.Count == 0)
        {
            return 0;
        }

        var noted = 0;
        foreach (var session in await sessions.All(territory, cancel))
        {
            if (session.State == SessionState.Convened && session.End > clock.GetUtcNow()
                && written.TryGetValue(session.Id, out var entry) && roster.TableOf(session.Table) is { } table)
            {
                var read = await graph.Answers(entry.Mailbox, entry.Event!, cancel);
                if (read is GraphOutcome<EventAnswers>.Later)
                {
                    // Not now, for this session as for the next ones.
                    break;
                }

                noted += read is GraphOutcome<EventAnswers>.Done { Value: var answers }
                    ? await Note(session, table, roster, entry, answers, cancel)
                    : 0;
            }
        }

        return noted;
    }

    private async Task<int> Note(
        Session session, Table table, Roster roster, CalendarEntry entry, EventAnswers answers, CancellationToken cancel)
    {
        if (answers.JoinUrl is { } join)
        {
            await keep.KeepJoinUrl(session, join, cancel);
        }

        // A calendar that doesn't show the session's date yet is answered for another one.
        if (entry.DatedIn != session.DatedIn)
        {
            return 0;
        }

        var given =
            from answer in answers.Attendees
            let reply = ReplyOf(answer)
            where reply is not null && (entry.DatedIn == 0 || reply.At >= entry.DatedAt)
            select reply;
        return await note.Run(session, table, roster, [.. given], cancel);
    }

    private static CalendarAnswer? ReplyOf(AttendeeAnswer answer) => (answer.Response, answer.At) switch
    {
        (AttendeeResponse.Accepted, { } at) => new(answer.Mail, ReplyKind.Present, at),
        (AttendeeResponse.Declined, { } at) => new(answer.Mail, ReplyKind.Absent, at),
        (AttendeeResponse.TentativelyAccepted, { } at) => new(answer.Mail, ReplyKind.Tentative, at),
        _ => null,
    };
}

/// <summary>Has every territory's calendars asked for what was answered in them.</summary>
public sealed class TakeCalendarReplies(ReadCalendarReplies replies, GraphCalendar graph, IRosters rosters) : IScheduled
{
    public async Task Run(CancellationToken cancel)
    {
        foreach (var territory in graph.IsConfigured ? await rosters.All(cancel) : [])
        {
            await replies.Run(territory.Id, cancel);
        }
    }
}
