using System.Globalization;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

/// <summary>An answer given in one's calendar.</summary>
/// <param name="Mail">Of whoever gave it, in any case.</param>
/// <param name="At">When it was given there.</param>
public sealed record CalendarAnswer(string Mail, ReplyKind Kind, DateTimeOffset At);

/// <summary>
/// Answers given in a calendar become the seats' replies, like those by card or link: one record, in which the last answer
/// given stands, whenever it was read.
/// </summary>
public sealed class NoteCalendarReplies(ISessions sessions)
{
    /// <summary>How many seats have another standing reply than before.</summary>
    public async Task<int> Run(
        Session session, Table table, Roster roster, IReadOnlyList<CalendarAnswer> answers, CancellationToken cancel)
    {
        var noted = 0;
        foreach (var reply in Replies(session, table, roster, answers))
        {
            noted += await sessions.SaveReplyUnlessNewer(session.Territory, reply, cancel) ? 1 : 0;
        }

        return noted;
    }

    /// <summary>The rule alone: each called seat's last answer, of its holder or its substitute.</summary>
    public static IEnumerable<Reply> Replies(
        Session session, Table table, Roster roster, IReadOnlyList<CalendarAnswer> answers)
    {
        if (session.State == SessionState.Cancelled)
        {
            yield break;
        }

        foreach (var seat in session.Called(table))
        {
            var given =
                from answer in answers
                where answer.At < session.End
                let person = Sits(roster.Mandates.GetValueOrDefault(seat.Id), answer.Mail)
                where person is not null
                orderby answer.At
                select (answer, person);
            if (given.LastOrDefault() is ({ } last, { } by))
            {
                yield return new Reply(session.Id, seat.Id, last.Kind, null, by.Id, by.Name, last.At, Way.Calendar)
                {
                    Sequence = session.Sequence,
                    Operation = new(string.Create(CultureInfo.InvariantCulture, $"calendar-{last.At.ToUnixTimeMilliseconds()}-{by.Id}")),
                };
            }
        }
    }

    private static Person? Sits(Mandate? mandate, string mail) =>
        Has(mandate?.Holder, mail) ? mandate!.Holder
        : Has(mandate?.Substitute, mail) ? mandate!.Substitute
        : null;

    private static bool Has(Person? person, string mail) =>
        string.Equals(person?.Mail, mail, StringComparison.OrdinalIgnoreCase);
}
