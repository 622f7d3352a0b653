using System.Globalization;

namespace Concertation.Documents.Calendar;

/// <summary>
/// A VTIMEZONE (RFC 5545 §3.6.5) with what the meetings need: the changes of the clocks around their dates. A change that
/// falls on a month's last Sunday year after year, as in Europe, is written as that rule, which Outlook prefers.
/// </summary>
internal static class CalendarZone
{
    /// <param name="first">The first meeting's start, and <paramref name="last"/> the last one's.</param>
    public static void Write(CalendarLines lines, TimeZoneInfo zone, DateTimeOffset first, DateTimeOffset last)
    {
        lines.Add("BEGIN", "VTIMEZONE");
        lines.Add("TZID", zone.Id);
        var years = (First: TimeZoneInfo.ConvertTime(first, zone).Year, Last: TimeZoneInfo.ConvertTime(last, zone).Year);
        var changes = Enumerable.Range(years.First, years.Last - years.First + 1).SelectMany(y => Changes(zone, y)).ToList();
        if (Rule(zone, changes, years.First) is { Count: 2 } rule)
        {
            rule.ForEach(c => WriteObservance(lines, zone, Since1970(c), yearly: true));
        }
        else if (changes.Count == 0)
        {
            var offset = zone.GetUtcOffset(first);
            WriteObservance(lines, zone, new Change(new DateTime(1970, 1, 1), offset, offset), yearly: false);
        }
        else
        {
            // The change before the year's first says what holds until then.
            changes.InsertRange(0, Changes(zone, years.First - 1));
            changes.ForEach(c => WriteObservance(lines, zone, c, yearly: false));
        }

        lines.Add("END", "VTIMEZONE");
    }

    /// <summary>A year's changes, where those of all years follow from them; else none.</summary>
    private static List<Change> Rule(TimeZoneInfo zone, List<Change> changes, int year)
    {
        var first = changes.Where(c => c.Local.Year == year).ToList();
        return first.Count == 2 && changes.All(c => IsLastSunday(c) && Repeats(zone, c)) ? first : [];
    }

    /// <param name="Local">When, by the clock as it stood just before.</param>
    private sealed record Change(DateTime Local, TimeSpan From, TimeSpan To);

    private static IEnumerable<Change> Changes(TimeZoneInfo zone, int year)
    {
        var at = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var end = at.AddYears(1);
        for (; at < end; at = at.AddHours(1))
        {
            var before = zone.GetUtcOffset(at.AddHours(-1));
            var after = zone.GetUtcOffset(at);
            if (before != after)
            {
                yield return new Change(at.UtcDateTime + before, before, after);
            }
        }
    }

    private static bool Repeats(TimeZoneInfo zone, Change change) =>
        Changes(zone, change.Local.Year + 1).Any(next =>
            next.Local.Month == change.Local.Month && next.Local.TimeOfDay == change.Local.TimeOfDay
            && next.To == change.To && IsLastSunday(next));

    private static bool IsLastSunday(Change change) =>
        change.Local.DayOfWeek == DayOfWeek.Sunday
        && change.Local.Day > DateTime.DaysInMonth(change.Local.Year, change.Local.Month) - 7;

    private static Change Since1970(Change change)
    {
        var last = new DateTime(1970, change.Local.Month, DateTime.DaysInMonth(1970, change.Local.Month));
        return change with { Local = last.AddDays(-(int)last.DayOfWeek) + change.Local.TimeOfDay };
    }

    private static void WriteObservance(CalendarLines lines, TimeZoneInfo zone, Change change, bool yearly)
    {
        var kind = change.To > zone.BaseUtcOffset ? "DAYLIGHT" : "STANDARD";
        lines.Add("BEGIN", kind);
        lines.Add("DTSTART", change.Local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
        lines.Add("TZOFFSETFROM", Offset(change.From));
        lines.Add("TZOFFSETTO", Offset(change.To));
        if (yearly)
        {
            lines.Add("RRULE", string.Create(
                CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={change.Local.Month};BYDAY=-1SU"));
        }

        lines.Add("END", kind);
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
