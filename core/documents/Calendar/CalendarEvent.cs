namespace Concertation.Documents.Calendar;

/// <summary>What the file asks of the calendar that reads it (RFC 5546): take the date down, or strike it out.</summary>
public enum CalendarMethod { Request, Cancel }

/// <summary>A person as calendars name one.</summary>
public sealed record CalendarPerson(string Name, string Mail);

/// <summary>One meeting as it goes into one person's calendar.</summary>
/// <param name="Uid">The same for the meeting's whole life; it is how a calendar recognises a move.</param>
/// <param name="Sequence">Rises at each change; a calendar ignores what is older than what it has.</param>
/// <param name="StampedAt">When this version of the meeting was made.</param>
/// <param name="Start">Written in <paramref name="Zone"/>.</param>
public sealed record CalendarEvent(
    CalendarMethod Method, string Uid, int Sequence, DateTimeOffset StampedAt, DateTimeOffset Start, TimeSpan Duration,
    TimeZoneInfo Zone, string Summary, string Description, string? Location, CalendarPerson Organizer,
    CalendarPerson Attendee, Uri? Url = null);
