using System.Globalization;

namespace Concertation.Documents.Calendar;

/// <summary>One meeting of a feed. Nobody is named in it.</summary>
/// <param name="StampedAt">When this version of the meeting was made; the same for the same version.</param>
/// <param name="Tentative">Its date is kept, and nobody is called to it yet.</param>
public sealed record FeedEvent(
    string Uid, int Sequence, DateTimeOffset StampedAt, DateTimeOffset Start, TimeSpan Duration, string Summary,
    string? Description, string? Location, Uri? Url, bool Cancelled, bool Tentative = false);

/// <summary>
/// Meetings that others take over: METHOD:PUBLISH (RFC 5546 §3.2.1). As a calendar to subscribe to, with a name and how
/// often to come back (RFC 7986; X-… for Outlook and older programs), or as a file of dates. The same meetings give the
/// same text.
/// </summary>
public static class CalendarFeed
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>As a calendar file names it.</summary>
    public const string Method = "PUBLISH";

    private const string Hours = "PT1H";

    /// <param name="name">Null for a file: with a name, Outlook would make a calendar of its own of it.</param>
    public static string Write(string? name, TimeZoneInfo zone, IReadOnlyList<FeedEvent> events)
    {
        var lines = new CalendarLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("PRODID", CalendarFile.Product);
        lines.Add("VERSION", "2.0");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.Add("METHOD", Method);
        if (name is not null)
        {
            lines.AddText("NAME", name);
            lines.AddText("X-WR-CALNAME", name);
            lines.Add("X-WR-TIMEZONE", zone.Id);
            lines.Add("REFRESH-INTERVAL;VALUE=DURATION", Hours);
            lines.Add("X-PUBLISHED-TTL", Hours);
        }

        if (events.Count > 0)
        {
            CalendarZone.Write(lines, zone, events.Min(e => e.Start), events.Max(e => e.Start));
        }

        foreach (var meeting in events)
        {
            WriteEvent(lines, meeting, zone);
        }

        lines.Add("END", "VCALENDAR");
        return lines.ToString();
    }

    private static void WriteEvent(CalendarLines lines, FeedEvent meeting, TimeZoneInfo zone)
    {
        lines.Add("BEGIN", "VEVENT");
        lines.AddText("UID", meeting.Uid);
        lines.Add("SEQUENCE", meeting.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Add("DTSTAMP", CalendarTimes.Utc(meeting.StampedAt));
        CalendarTimes.Write(lines, meeting.Start, meeting.Duration, zone);
        lines.AddText("SUMMARY", meeting.Summary);
        if (meeting.Description is not null)
        {
            lines.AddText("DESCRIPTION", meeting.Description);
        }

        if (meeting.Location is not null)
        {
            lines.AddText("LOCATION", meeting.Location);
        }

        if (meeting.Url is not null)
        {
            lines.Add("URL", meeting.Url.AbsoluteUri);
        }

        lines.Add("STATUS", meeting.Cancelled ? "CANCELLED" : meeting.Tentative ? "TENTATIVE" : "CONFIRMED");
        lines.Add("TRANSP", meeting.Cancelled ? "TRANSPARENT" : "OPAQUE");
        lines.Add("END", "VEVENT");
    }
}
