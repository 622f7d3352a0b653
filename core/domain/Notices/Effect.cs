namespace Concertation.Domain.Notices;

/// <summary>
/// Something that must follow a change, written in the change's own transaction so that it can't be forgotten, and
/// carried out later by the relay, at least once. The id is the same whenever the same act is repeated.
/// </summary>
/// <param name="Kind">One of <see cref="EffectKind"/>.</param>
/// <param name="Subject">Id of the aggregate it belongs to.</param>
/// <param name="Detail">What the handler needs beyond the aggregate, e.g. who did it; null for nothing.</param>
/// <param name="OftenFrom">Who was written to often this week is told from then on; null: at once, like everybody.</param>
public sealed record Effect(string Id, EffectKind Kind, string Subject, string? Detail = null, DateTimeOffset? OftenFrom = null);

/// <summary>The closed list of effects; core/work has one handler for each.</summary>
public enum EffectKind
{
    SessionConvened, SessionMoved, SessionCancelled, SessionReminder,
    /// <summary>A table's dates of the year, told in one message.</summary>
    SessionsPlanned,
    /// <summary>The date is to be taken down, moved or struck out in the convener's calendar.</summary>
    CalendarChanged,
    /// <summary>Outlook refused a session's event: whoever convened is told why.</summary>
    CalendarRefused,
    PollOpened, PollReminder, PollEnded,
    ItemSuggested, ItemAnswered, AgendaCirculated, AgendaDue,
    ActionNoted,
    MinutesDue, MinutesCirculated, AmendmentProposed, AmendmentAnswered, MinutesValidated,
    ProposalSuggested, ProposalDeclined, BallotOpened, BallotWithdrawn, BallotClosed,
    BallotExtended, BallotReminder,
    /// <summary>A seat's earlier personal links are revoked and another is sent.</summary>
    BallotLinkRenewed,
    /// <summary>A ballot's card in a conversation of several.</summary>
    BallotPosted,
    DecisionTaken, QuorumMissed,
    /// <summary>A decision submitted to another table went a step further there, or is late.</summary>
    EscalationChanged,
    /// <summary>The same, told to those of the table that took the decision.</summary>
    EscalationTold,
    /// <summary>An adopted decision, for those whom it concerns beyond the table; and the relance of those who haven't read it.</summary>
    DecisionReturned, DecisionReturnReminder,
    /// <summary>A decision's review date has come: its carrier is asked; and the carrier's answer.</summary>
    ReviewDue, DecisionReviewed,
    /// <summary>The date of a vote's reserve has come: its seat confirms it or lets it lapse.</summary>
    ReserveDue,
    /// <summary>A reserve was confirmed, not confirmed, or lapsed: the pilote is told. Detail: the seat.</summary>
    ReserveAnswered,
    DysfunctionReceived, DysfunctionChanged, DysfunctionDecided,
    /// <summary>The pilote asks a report's reporter something.</summary>
    DysfunctionAsked,
    /// <summary>A reporter answered, reworded or withdrew a report: the pilote is told. Detail: which.</summary>
    DysfunctionToldMore,
    /// <summary>A structure that a cluster names is asked, or reminded; and its answer, for the pilote. Detail: the structure.</summary>
    StructureAsked, StructureAnswered,
    /// <summary>A seat is out of a ballot by a déport: its people are told, and the session's record has it.</summary>
    SeatRecused,
    /// <summary>A déport was taken back while its ballot ran. Detail: the seat.</summary>
    RecusalTakenBack,
    /// <summary>A seat got another's proxy in a ballot.</summary>
    ProxyGiven,
    /// <summary>Déports or proxies of a session changed: its open ballots follow.</summary>
    SessionRightsChanged,
    /// <summary>A seat got another's proxy for a session, or has it no more.</summary>
    SessionProxyGiven, SessionProxyEnded,
    /// <summary>A structure is asked whether its entry of the directory is still true.</summary>
    DirectoryConfirmationDue,
    IdentityUnknown,
    /// <summary>Some sends failed, fell back to mail or stayed uncertain: the pilote sees why.</summary>
    DeliveryTrouble,
}

public enum AggregateKind { Session, Ballot, Dysfunction, Identity, Poll, Minutes, Escalation, DirectoryEntry, Cluster }

/// <summary>What changes as one, with its own outbox.</summary>
public sealed record Aggregate(AggregateKind Kind, TerritoryId Territory, string Id);

/// <summary>
/// Asks that an aggregate's effects be relayed. Order that forgets nothing: <see cref="Announce"/>, commit, then
/// <see cref="Nudge"/>.
/// </summary>
public interface IRelay
{
    /// <summary>Puts a delayed "look at this aggregate" message on the queue; to be awaited before the commit.</summary>
    Task Announce(Aggregate aggregate, CancellationToken cancel);

    /// <summary>The same at a given time, e.g. a ballot's closing time.</summary>
    Task AnnounceAt(Aggregate aggregate, DateTimeOffset when, CancellationToken cancel);

    /// <summary>Relays now, in the background of this process; losing it loses nothing.</summary>
    void Nudge(Aggregate aggregate);
}
