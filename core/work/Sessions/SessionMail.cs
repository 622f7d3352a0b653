using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Concertation.Documents.Calendar;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365;
using Concertation.Microsoft365.Documents;
using Concertation.Microsoft365.Sessions;
using Concertation.Work.Notices;

namespace Concertation.Work.Sessions;

/// <summary>The mail about a session: what the card says, a personal link to answer, and the date for one's calendar.</summary>
public static class SessionMail
{
    // Accents as themselves; everything that could be markup encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="byOutlook">The person has the date from Outlook: a second one by mail would stand beside it.</param>
    public static MailContent Of(
        SeatView view, Person to, string link, DateTimeOffset now, bool byOutlook = false, ConvocationWay way = ConvocationWay.Convocation)
    {
        var session = view.Session;
        var lines = Lines(view, to, link, byOutlook, way).ToList();
        var method = session.State == SessionState.Cancelled ? CalendarMethod.Cancel : CalendarMethod.Request;
        var calendar = byOutlook ? null : CalendarOf(view, to, link, method, now);
        return new MailContent(
            SessionMailTexts.Subject(view, way), string.Join("\n", lines.Select(l => l.Plain)) + "\n", Html(lines), calendar,
            calendar is null ? null : CalendarFile.Word(method));
    }

    /// <summary>The date for the person's calendar; null when one of the two has no mail to be named by.</summary>
    private static string? CalendarOf(
        SeatView view, Person to, string link, CalendarMethod method, DateTimeOffset now)
    {
        var (session, table, roster) = (view.Session, view.Table, view.Roster);
        var convener = roster.PersonOf(session.ConvenedBy) ?? roster.PersonOf(roster.Territory.Pilot);
        if (convener?.Mail is not { } from || to.Mail is not { } mail)
        {
            return null;
        }

        return CalendarFile.Write(new CalendarEvent(
            method, $"{session.Territory}-{session.Id}@concertation", session.Sequence, now, session.Start,
            session.Duration, view.Zone, $"{table.Short} — {SessionTexts.Format(session.Format)}",
            SessionMailTexts.Description(view, link), SessionTexts.Place(session), new CalendarPerson(convener.Name, from),
            new CalendarPerson(to.Name, mail), session.OnlineUrl is { } url ? new Uri(url) : null));
    }

    private static IEnumerable<MailLine> Lines(SeatView view, Person to, string link, bool byOutlook, ConvocationWay way)
    {
        var session = view.Session;
        yield return new($"Bonjour {to.Name},");
        yield return new("");
        yield return new(SessionMailTexts.Opening(view, way));
        yield return new("");
        yield return new($"Date : {French.DayAndTime(session.Start, view.Zone)}");
        yield return new($"Durée : {French.Duration(session.Duration)}");
        yield return new($"Lieu : {SessionTexts.Place(session)}");
        if (session.State == SessionState.Cancelled)
        {
            yield return new(session.CancelReason is null ? "" : $"Motif : {session.CancelReason}");
            yield return new("");
            yield return new(byOutlook ? SessionMailTexts.CancelledInOutlook : SessionMailTexts.CancelledClosing);
        }
        else
        {
            foreach (var line in ToAnswer(view, link, byOutlook, way))
            {
                yield return line;
            }
        }

        yield return new("");
        foreach (var line in MailRoad.Signature(to, view.Roster).Split('\n'))
        {
            yield return new(line);
        }
    }

    private static IEnumerable<MailLine> ToAnswer(SeatView view, string link, bool byOutlook, ConvocationWay way)
    {
        var session = view.Session;
        if (session.OnlineUrl is { } url)
        {
            yield return new($"Visioconférence : {url}", url);
        }

        yield return new("");
        if (session.State == SessionState.Planned)
        {
            yield return new(SessionMailTexts.NothingToAnswerYet);
            yield break;
        }

        yield return new("Ordre du jour :");
        for (var i = 0; i < session.Agenda.Count; i++)
        {
            var item = session.Agenda[i];
            yield return new(string.Create(
                CultureInfo.InvariantCulture,
                $"{i + 1}. {item.Title} ({SessionTexts.Kind(item.Kind).ToLowerInvariant()}, {French.Duration(TimeSpan.FromMinutes(item.Minutes))})"));
            foreach (var paper in view.Papers?.Of(item) ?? [])
            {
                var about = $"{paper.Document.Name} ({DocumentTexts.About(paper.Document)})";
                yield return new($"   {about} : {paper.Url}", paper.Url.ToString(), about);
            }
        }

        yield return new("");
        yield return new(SessionMailTexts.Ask(view, way));
        yield return new(link, link, "Répondre : présent, absent, représenté");
        yield return new("");
        yield return new(byOutlook ? SessionMailTexts.PrivacyWithOutlook : SessionMailTexts.Privacy);
    }

    // The same lines as a page: what people wrote is encoded, and links stand where their addresses did.
    private static string Html(IEnumerable<MailLine> lines)
    {
        var html = new StringBuilder(
            "<!doctype html><html lang=\"fr\"><body style=\"font-family:'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.5\">");
        foreach (var line in lines)
        {
            var text = Encoder.Encode(line.Plain);
            html.Append(line.Link is null
                ? line.Plain.Length == 0 ? "<br>" : $"<div>{text}</div>"
                : $"<div><a href=\"{Encoder.Encode(line.Link)}\">{(line.Label is null ? text : Encoder.Encode(line.Label))}</a></div>");
        }

        return html.Append("</body></html>").ToString();
    }

    /// <param name="Link">Makes the line a link; <paramref name="Label"/> says it where the address needn't be seen.</param>
    private sealed record MailLine(string Plain, string? Link = null, string? Label = null);
}
