using System.Globalization;

namespace Concertation.Documents.Calendar;

/// <summary>DTSTART and DTEND, and other moments, as RFC 5545 writes them.</summary>
internal static class CalendarTimes
{
    /// <summary>
    /// Start and end in the zone; in UTC where the zone's clocks show one of them twice: in local time that would mean the
    /// first of the two (§3.3.5).
    /// </summary>
    public static void Write(CalendarLines lines, DateTimeOffset start, TimeSpan duration, TimeZoneInfo zone)
    {
        var end = start + duration;
        if (zone.IsAmbiguousTime(start) || zone.IsAmbiguousTime(end))
        {
            lines.Add("DTSTART", Utc(start));
            lines.Add("DTEND", Utc(end));
            return;
        }

        var parameter = CalendarLines.Parameter("TZID", zone.Id);
        lines.Add($"DTSTART{parameter}", Local(start, zone));
        lines.Add($"DTEND{parameter}", Local(end, zone));
    }

    public static string Utc(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Local(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
