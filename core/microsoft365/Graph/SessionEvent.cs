using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Sessions;

namespace Concertation.Microsoft365.Graph;

/// <summary>A session as an Outlook event: who organises it, who is invited, what it says.</summary>
public static class SessionEvent
{
    // Accents as themselves; everything that could be markup encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Whose calendar it stands in: the convener's, the pilote's where the convener has no account; else null.</summary>
    public static Person? OrganizerOf(Session session, Roster roster) =>
        roster.PersonOf(session.ConvenedBy) is { EntraId: not null } convener ? convener
        : roster.PersonOf(roster.Territory.Pilot) is { EntraId: not null } pilot ? pilot
        : null;

    /// <summary>
    /// Who is invited: the holders of called seats who have a mail and an account in the tenant, once each, as many as an
    /// event may have. The others get the date by mail.
    /// </summary>
    public static IReadOnlyList<EventAttendee> AttendeesOf(Session session, Table table, Roster roster)
    {
        var organizer = OrganizerOf(session, roster);
        var invited =
            from seat in session.Called(table)
            let holder = roster.Mandates.GetValueOrDefault(seat.Id)?.Holder
            where holder is { EntraId: not null, Mail: not null } && holder.Id != organizer?.Id
            group seat by holder into one
            select new EventAttendee(one.Key.Mail!, one.Key.Name, one.All(s => s.Voice == Voice.Consultative));
        return [.. invited.DistinctBy(a => a.Mail, StringComparer.OrdinalIgnoreCase).Take(GraphCalendar.MostAttendees)];
    }

    /// <summary>Whether the person has the date from Outlook, and needs no calendar file by mail.</summary>
    public static bool Reaches(Person person, Session session, Table table, Roster roster) =>
        person.Mail is { } mail && OrganizerOf(session, roster) is { } organizer
        && (organizer.Id == person.Id
            || AttendeesOf(session, table, roster).Any(a => a.Mail.Equals(mail, StringComparison.OrdinalIgnoreCase)));

    public static EventDraft Of(Session session, Table table, Roster roster, bool teams) => new(
        $"{table.Short} — {SessionTexts.Format(session.Format)}", Html(session, table), session.Start, session.Duration,
        roster.Zone, SessionTexts.Where(session), AttendeesOf(session, table, roster), teams);

    // No date and no place: Outlook shows those, and the body of a Teams meeting can't be written again when they change.
    private static string Html(Session session, Table table)
    {
        var html = new StringBuilder()
            .Append("<p>").Append(Encoder.Encode($"{table.Name} ({table.Short}), {SessionTexts.Format(session.Format)}")).Append("</p>");
        if (session.OnlineUrl is { } url)
        {
            var link = Encoder.Encode(url);
            html.Append("<p>").Append(SessionEventTexts.Online).Append("<a href=\"").Append(link).Append("\">").Append(link).Append("</a></p>");
        }

        html.Append("<p>").Append(SessionEventTexts.Agenda).Append("</p><ol>");
        foreach (var item in session.Agenda)
        {
            html.Append("<li>").Append(Encoder.Encode(item.InCamera ? SessionEventTexts.InCamera : item.Title)).Append("</li>");
        }

        return html.Append("</ol><p>").Append(SessionEventTexts.Answer).Append("</p>").ToString();
    }
}

/// <summary>What an Outlook event says besides the session's own words.</summary>
internal static class SessionEventTexts
{
    public const string Online = "Visioconférence : ";
    public const string Agenda = "Ordre du jour :";
    public const string InCamera = "Point à huis clos";
    public const string Answer =
        "Répondez par Outlook ou dans la conversation avec le bot : la dernière réponse donnée compte. Pour vous faire représenter, répondez au bot.";
}
