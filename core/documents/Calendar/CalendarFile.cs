using System.Globalization;

namespace Concertation.Documents.Calendar;

/// <summary>
/// An iCalendar file (RFC 5545) that invites one person to one meeting or takes it back (RFC 5546). Calendars match it
/// to the mail's reader by ATTENDEE, so each person gets a file of their own.
/// </summary>
public static class CalendarFile
{
    internal const string Product = "-//ConcertationBot//Concertation//FR";

    /// <summary>The media type of the file for a mail's calendar part.</summary>
    public static string ContentType(CalendarMethod method) => $"text/calendar; charset=utf-8; method={Word(method)}";

    /// <summary>The METHOD as the protocol spells it.</summary>
    public static string Word(CalendarMethod method) => method == CalendarMethod.Cancel ? "CANCEL" : "REQUEST";

    /// <summary>The file's text, lines ended by CR LF and folded at 75 octets.</summary>
    public static string Write(CalendarEvent meeting)
    {
        var lines = new CalendarLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("PRODID", Product);
        lines.Add("VERSION", "2.0");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.Add("METHOD", Word(meeting.Method));
        CalendarZone.Write(lines, meeting.Zone, meeting.Start, meeting.Start);
        WriteEvent(lines, meeting);
        lines.Add("END", "VCALENDAR");
        return lines.ToString();
    }

    private static void WriteEvent(CalendarLines lines, CalendarEvent meeting)
    {
        var cancelled = meeting.Method == CalendarMethod.Cancel;
        lines.Add("BEGIN", "VEVENT");
        lines.AddText("UID", meeting.Uid);
        lines.Add("SEQUENCE", meeting.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Add("DTSTAMP", CalendarTimes.Utc(meeting.StampedAt));
        CalendarTimes.Write(lines, meeting.Start, meeting.Duration, meeting.Zone);
        lines.AddText("SUMMARY", meeting.Summary);
        lines.AddText("DESCRIPTION", meeting.Description);
        if (meeting.Location is not null)
        {
            lines.AddText("LOCATION", meeting.Location);
        }

        if (meeting.Url is not null)
        {
            lines.Add("URL", meeting.Url.AbsoluteUri);
        }

        lines.Add($"ORGANIZER{CalendarLines.Parameter("CN", meeting.Organizer.Name)}", MailTo(meeting.Organizer));
        // Nobody reads replies mailed to the organiser: the letter's link takes the answer, so that none is asked for here.
        lines.Add(
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE"
            + CalendarLines.Parameter("CN", meeting.Attendee.Name),
            MailTo(meeting.Attendee));
        lines.Add("STATUS", cancelled ? "CANCELLED" : "CONFIRMED");
        lines.Add("TRANSP", cancelled ? "TRANSPARENT" : "OPAQUE");
        lines.Add("CLASS", "PRIVATE");
        lines.Add("END", "VEVENT");
    }

    private static string MailTo(CalendarPerson person) => $"mailto:{CalendarLines.WithoutControls(person.Mail)}";
}
