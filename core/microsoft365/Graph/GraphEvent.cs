namespace Concertation.Microsoft365.Graph;

/// <summary>Someone invited. Optional: shown so in Outlook; the answer is asked for all the same.</summary>
public sealed record EventAttendee(string Mail, string Name, bool Optional);

/// <summary>An event as it is to stand in a calendar.</summary>
/// <param name="Html">The body; what people wrote is already encoded.</param>
/// <param name="Start">Written in <paramref name="Zone"/>, an IANA zone.</param>
/// <param name="TeamsMeeting">Outlook is to make a Teams meeting of it; once made, it stays.</param>
public sealed record EventDraft(
    string Subject, string Html, DateTimeOffset Start, TimeSpan Duration, TimeZoneInfo Zone, string? Location,
    IReadOnlyList<EventAttendee> Attendees, bool TeamsMeeting);

/// <param name="Id">Immutable: the same wherever the event is moved in its mailbox.</param>
/// <param name="JoinUrl">Of the Teams meeting; null without one, or while it is being made.</param>
/// <param name="Attendees">How many are invited.</param>
public sealed record WrittenEvent(string Id, string? JoinUrl, int Attendees);

/// <summary>What an attendee answered in Outlook.</summary>
public enum AttendeeResponse { None, Accepted, TentativelyAccepted, Declined }

/// <param name="At">When it was given; null when there is none.</param>
public sealed record AttendeeAnswer(string Mail, AttendeeResponse Response, DateTimeOffset? At);

/// <param name="Cancelled">The organiser cancelled it in Outlook.</param>
public sealed record EventAnswers(IReadOnlyList<AttendeeAnswer> Attendees, string? JoinUrl, bool Cancelled);

/// <summary>How someone's time stands, in the order of Graph's availabilityView; the last is for what isn't known.</summary>
public enum Availability { Free, Tentative, Busy, OutOfOffice, WorkingElsewhere, Unknown }

/// <summary>A person's time cut in slots of equal length, the first at the beginning of what was asked.</summary>
/// <param name="Slots">Empty when Graph doesn't know the person; <paramref name="Error"/> then says its code.</param>
public sealed record FreeBusy(string Mail, DateTimeOffset Start, TimeSpan Slot, IReadOnlyList<Availability> Slots, string? Error)
{
    /// <summary>The worst there is between the two moments; unknown when it isn't wholly covered.</summary>
    public Availability During(DateTimeOffset from, DateTimeOffset until)
    {
        var first = (int)Math.Floor((from - Start) / Slot);
        var end = (int)Math.Ceiling((until - Start) / Slot);
        return first < 0 || end > Slots.Count || first >= end
            ? Availability.Unknown
            : Slots.Skip(first).Take(end - first).MaxBy(Severity);
    }

    private static int Severity(Availability slot) => slot switch
    {
        Availability.Free or Availability.WorkingElsewhere => 0,
        Availability.Unknown => 1,
        Availability.Tentative => 2,
        _ => 3,
    };
}
