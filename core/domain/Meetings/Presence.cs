using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Meetings;

public enum PresenceState { Present, Excused, Absent }

public enum PresenceMode { InPerson, Remote }

/// <summary>Who says so: the convener, or Teams, whose meeting the person joined.</summary>
public enum PresenceSource { Convener, Meeting }

/// <summary>Whether a called seat attends, as noted during the session. The last word stands.</summary>
/// <param name="RepresentedBy">Who sits in the holder's place, in people's own words; null for the holder.</param>
/// <param name="ArrivedAt">For a latecomer, when; null for who was there from the start.</param>
/// <param name="LeftAt">When the seat left before the end; null otherwise.</param>
public sealed record Presence(
    SessionId Session, SeatId Seat, PresenceState State, PresenceMode Mode, string? RepresentedBy, DateTimeOffset? ArrivedAt,
    DateTimeOffset? LeftAt, PersonId NotedBy, string NotedByName, DateTimeOffset At, PresenceSource Source);

/// <summary>A seat's written right to answer for another during one session (rule 3).</summary>
/// <param name="Slot">Which of the holder's places it takes, from 1: the cap is kept by there being no more of them.</param>
public sealed record Proxy(
    SessionId Session, SeatId From, SeatId To, int Slot, PersonId By, string ByName, DateTimeOffset At, Way Way);

/// <summary>Somebody invited who holds no seat: heard, never counted (voix consultative).</summary>
public sealed record Guest(SessionId Session, OperationId Id, string Name, string? Structure, PresenceMode Mode);
