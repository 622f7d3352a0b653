using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

public enum CalendarState
{
    /// <summary>What stands in the calendar isn't yet what the session is.</summary>
    Waiting,
    /// <summary>The event says what the session's <see cref="CalendarEntry.Sequence"/> says.</summary>
    Written,
    /// <summary>The event was cancelled, or there never was one.</summary>
    Cancelled,
    /// <summary>The calendar refused; <see cref="CalendarEntry.Code"/> says why.</summary>
    Refused,
}

/// <summary>A session's event in its organiser's calendar: a record of its own, which no change of the session waits for.</summary>
/// <param name="Mailbox">Entra id of the organiser; the same for the event's whole life.</param>
/// <param name="Event">The event's id in the mailbox; null until it is known.</param>
/// <param name="Sequence">The session's sequence that was written or refused last; null before the first.</param>
/// <param name="DatedIn">The session's <see cref="Session.DatedIn"/> of the date in the calendar.</param>
/// <param name="DatedAt">When that date was written there: answers given before are for another.</param>
/// <param name="Asked">An event was asked for and may be there although its id isn't known.</param>
/// <param name="Teams">It was made a Teams meeting.</param>
/// <param name="Attempts">Since the last success.</param>
/// <param name="NotBefore">Not to be tried again before; null for at once.</param>
/// <param name="ClaimedAt">When somebody began to write; null when nobody does.</param>
public sealed record CalendarEntry(
    SessionId Session, string Mailbox, string? Event = null, CalendarState State = CalendarState.Waiting,
    int? Sequence = null, int DatedIn = 0, DateTimeOffset? DatedAt = null, bool Asked = false, bool Teams = false,
    string? JoinUrl = null, string? Code = null, int Attempts = 0, DateTimeOffset? NotBefore = null,
    DateTimeOffset? ClaimedAt = null)
{
    /// <summary>Nothing is left to write for the session as it stands.</summary>
    public bool IsSettledFor(Session session) =>
        Sequence == session.Sequence && State != CalendarState.Waiting && NotBefore is null;
}

/// <summary>The calendar entries of a territory's sessions.</summary>
public interface ICalendarEntries
{
    Task<Versioned<CalendarEntry>?> Get(TerritoryId territory, SessionId session, CancellationToken cancel);

    /// <summary>By one partition query.</summary>
    Task<IReadOnlyList<Versioned<CalendarEntry>>> All(TerritoryId territory, CancellationToken cancel);

    /// <summary>
    /// Saves over that version; null: there must be none yet. The new version, or null when another change came between.
    /// </summary>
    Task<Versioned<CalendarEntry>?> Save(
        TerritoryId territory, CalendarEntry entry, string? version, CancellationToken cancel);
}
