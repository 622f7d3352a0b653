using Concertation.Domain.Documents;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Polls;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Sessions;

public readonly record struct SessionId(string Value) : IId<SessionId>
{
    public static SessionId From(string value) => new(value);

    public override string ToString() => Value;
}

public readonly record struct ItemId(string Value) : IId<ItemId>
{
    /// <summary>The item that opens every agenda: the follow-up of earlier decisions.</summary>
    public static ItemId FollowUp { get; } = new("p0");

    public static ItemId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Plénière: every seat. Restreinte: the seats named.</summary>
public enum SessionFormat { Plenary, Restricted }

public enum SessionState
{
    Convened, Cancelled,
    /// <summary>Its date is kept and shown; nobody is asked to answer before it is convened.</summary>
    Planned,
}

public enum AgendaItemKind { Information, Discussion, Decision }

/// <param name="Minutes">Time allotted, 1 to 480.</param>
/// <param name="Reports">Reports put on this item; their reporters are told of the decision.</param>
/// <param name="InCamera">Huis clos: only the session's seats ever see it.</param>
/// <param name="Presenter">Who presents it, in the convener's words; null when not said.</param>
/// <param name="Documents">What is joined to it, each in its version that stands; null for nothing.</param>
/// <param name="Escalated">The decision of another table that is to be validated on it; null for none.</param>
public sealed record AgendaItem(
    ItemId Id, AgendaItemKind Kind, string Title, int Minutes, AxisId? Axis,
    IReadOnlyList<DysfunctionRef> Reports, bool InCamera, string? Presenter = null,
    IReadOnlyList<DocumentId>? Documents = null, Decisions.EscalationId? Escalated = null)
{
    public IReadOnlyList<DocumentId> Joined => Documents ?? [];

    /// <summary>The reports grouped that brought it to the table, with what the table reads of them; null for any other item.</summary>
    public ClusterBrief? Brief { get; init; }
}

/// <summary>One meeting of a table.</summary>
/// <param name="Sequence">Rises at each move or cancellation; the calendar file's SEQUENCE.</param>
/// <param name="SecondCallOf">The session whose agenda lacked quorum; a second convocation needs none (rule 7).</param>
public sealed record Session(
    SessionId Id, TerritoryId Territory, TableId Table, SessionFormat Format, DateTimeOffset Start, TimeSpan Duration,
    string? Place, bool Online, string? OnlineUrl, IReadOnlyList<AgendaItem> Agenda, SessionState State, int Sequence,
    PersonId ConvenedBy, DateTimeOffset ConvenedAt, SessionId? SecondCallOf, string? CancelReason)
{
    /// <summary>The <see cref="Sequence"/> in which the present start was set; replies given before ask to be confirmed.</summary>
    public int DatedIn { get; init; }

    /// <summary>The start before the last move that changed it; null when it never did.</summary>
    public DateTimeOffset? MovedFrom { get; init; }

    /// <summary>When the present start was set by a move; null when it never moved.</summary>
    public DateTimeOffset? DatedAt { get; init; }

    /// <summary>Names the act that planned it with others of the year; null when it was convened by itself.</summary>
    public string? PlannedWith { get; init; }

    public Notices.Aggregate Aggregate => new(Notices.AggregateKind.Session, Territory, Id.Value);

    /// <summary>The last change gave it another date, and not only another place.</summary>
    public bool IsOtherDate => HasChanged && DatedIn == Sequence;

    /// <summary>The <see cref="Sequence"/> in which a planned session was convened; what changed before is no news.</summary>
    public int ConvenedIn { get; init; }

    /// <summary>Moved since it was convened.</summary>
    public bool HasChanged => Sequence > ConvenedIn;

    public DateTimeOffset End => Start + Duration;

    /// <summary>The poll one of whose slots it is; null when its date was simply set.</summary>
    public PollId? Poll { get; init; }

    /// <summary>With that item, in its place or last. Within a session a report is on one item: a decision on another says nothing about it.</summary>
    public Session Carrying(AgendaItem item) => this with
    {
        Agenda =
        [
            .. Agenda.Select(i => i.Id == item.Id ? item : i with { Reports = [.. i.Reports.Except(item.Reports)] }),
            .. Agenda.Any(i => i.Id == item.Id) ? [] : new[] { item },
        ],
    };

    /// <summary>Whether it takes answers: convened, and not over.</summary>
    public bool IsOpen(DateTimeOffset now) => State == SessionState.Convened && End > now;

    /// <summary>The seats called: all, or the restricted list.</summary>
    public IEnumerable<Seat> Called(Table table) => Called(table, Format);

    public static IEnumerable<Seat> Called(Table table, SessionFormat format) =>
        table.Seats.Where(s => format == SessionFormat.Plenary || s.Restricted);

    /// <summary>Whether its papers are that person's to see: its convener's, and those of the seats called (rule 2).</summary>
    public bool IsOpenTo(PersonId person, Table table, Roster roster) => roster.MayConvene(person, table)
        || Called(table).Any(s => roster.Mandates.TryGetValue(s.Id, out var mandate) && mandate.Allows(person));

    public AgendaItem? ItemOf(ItemId id) => Agenda.FirstOrDefault(i => i.Id == id);

    /// <summary>Whether a reply was given for the date that stands now.</summary>
    public bool StandsFor(Reply reply) => reply.Sequence >= DatedIn;
}

/// <summary>Tentative: an answer that only calendars give; it counts as neither presence nor absence.</summary>
public enum ReplyKind { Present, Absent, Represented, Tentative }

/// <summary>A seat's answer to the convocation. The last one stands; who gave it is kept.</summary>
/// <param name="RepresentedBy">Who comes instead, in the person's own words; only when Represented.</param>
public sealed record Reply(
    SessionId Session, SeatId Seat, ReplyKind Kind, string? RepresentedBy, PersonId By, string ByName,
    DateTimeOffset At, Way Way)
{
    /// <summary>Of who comes: by the meeting's link, not in the room.</summary>
    public bool Remote { get; init; }

    /// <summary>Of who comes: after the beginning.</summary>
    public bool Late { get; init; }

    /// <summary>The session's sequence when it was given.</summary>
    public int Sequence { get; init; }

    /// <summary>The act that gave it: a repeat of it leaves one trace.</summary>
    public OperationId Operation { get; init; } = new("none");
}
