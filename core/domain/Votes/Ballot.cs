using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

public readonly record struct BallotId(string Value) : IId<BallotId>
{
    public static BallotId From(string value) => new(value);

    public override string ToString() => Value;
}

public enum BallotState
{
    /// <summary>A member's suggestion that waits for the pilote.</summary>
    Suggested,
    /// <summary>Seats and gates are being written; nobody can vote yet.</summary>
    Preparing,
    Open,
    /// <summary>No vote is taken any more; the outcome is in the head.</summary>
    Closed,
    Withdrawn,
    /// <summary>A suggestion the pilote did not take up.</summary>
    Declined,
}

public enum Choice
{
    /// <summary>In a consent round: no objection.</summary>
    For,
    /// <summary>In a consent round: an objection, with its reason.</summary>
    Against,
    Abstain,
    /// <summary>A vote for, subject to the structure's own governance by a date; counted as for.</summary>
    Reserve,
    /// <summary>In a consent round only: no objection, with a concern to be noted.</summary>
    Concern,
    /// <summary>Where one of several options is chosen; <see cref="Vote.Option"/> says which.</summary>
    Option,
    /// <summary>In a secret ballot: the seat has answered; the answer is in the sealed pool, and nothing links the two.</summary>
    Sealed,
}

/// <summary>Nominal: each seat's answer is known after the closing. Secret: nobody's ever is (rule 6), and it is final.</summary>
public enum Secrecy { Nominal, Secret }

/// <summary>How a ballot is held, beyond its majority.</summary>
/// <param name="Options">What is chosen from, 2 to 10; null where the answer is for or against.</param>
/// <param name="Round">1, or more for a proposal amended after objections.</param>
/// <param name="Follows">The ballot of the round before; null in the first.</param>
/// <param name="ClosesWhenAll">It closes as soon as every voting seat has answered.</param>
/// <param name="OwnWay">Its majority was chosen for it: the table's usual one, whatever it becomes, doesn't replace it.</param>
/// <param name="Amended">Of a later round: what was changed since the one before, in a sentence or two; at most 600 characters.</param>
/// <param name="ExtendedFrom">When it was to close before it was extended, once; null when it wasn't.</param>
/// <param name="NudgedAt">When those who hadn't answered were reminded by the clock, once; null when they weren't.</param>
/// <param name="InGroup">Its card also stands in a conversation of several.</param>
/// <param name="OftenToldFrom">Who was written to often in the week it opened is told from then on; null: at once, like everybody.</param>
public sealed record BallotForm(
    Secrecy Secrecy = Secrecy.Nominal, IReadOnlyList<string>? Options = null, int Round = 1, BallotId? Follows = null,
    bool ClosesWhenAll = false, DateTimeOffset? ExtendedFrom = null, bool OwnWay = false, string? Amended = null,
    DateTimeOffset? NudgedAt = null, bool InGroup = false, DateTimeOffset? OftenToldFrom = null)
{
    public static BallotForm Usual { get; } = new();
}

/// <summary>What an adopted decision will carry with it, said when it is proposed.</summary>
/// <param name="LegalBasis">The text it rests on, as people cite it; at most 300 characters.</param>
/// <param name="Changes">What it changes for the partners, in one or two sentences; at most 600 characters.</param>
/// <param name="Carrier">The seat that carries it, whom the review asks.</param>
/// <param name="ReviewOn">When the carrier is asked what became of it.</param>
/// <param name="Escalates">Adopted, it goes to the table that validates this table's decisions.</param>
/// <param name="Corrects">The decision that this one corrects.</param>
public sealed record DecisionTerms(
    string? LegalBasis = null, string? Changes = null, SeatId? Carrier = null, DateOnly? ReviewOn = null, bool Escalates = false,
    Decisions.DecisionNumber? Corrects = null)
{
    public static DecisionTerms None { get; } = new();
}

/// <summary>A proposal and the vote on it. The wording never changes once it is open.</summary>
/// <param name="Title">What the decision will be called; at most 120 characters.</param>
/// <param name="Text">What is put to the vote; at most 4,000 characters.</param>
/// <param name="SecondCall">On the agenda of a second convocation, which needs no quorum.</param>
/// <param name="ClosesAt">When it closes; closed by hand, the moment it was.</param>
/// <param name="Seats">How many seats vote, fixed at opening but for a déport; consultative ones aren't among them.</param>
/// <param name="Gates">How many gates casts go through: at most 64, and no more than seats.</param>
/// <param name="Held">Null: as ballots were held before there were other forms; so for Carried.</param>
/// <param name="Recused">How many voting seats a déport has taken out; they aren't among Seats any more.</param>
public sealed record Ballot(
    BallotId Id, TerritoryId Territory, TableId Table, SessionFormat Format, SessionId? Session, ItemId? Item,
    AxisId? Axis, string Title, string Text, Majority Majority, Quorum Quorum, TieRule Tie, bool SecondCall,
    BallotState State, PersonId ProposedBy, string ProposedByName, DateTimeOffset ProposedAt, PersonId? OpenedBy,
    DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, int Seats, int Gates, Outcome? Outcome, string? WithdrawReason,
    BallotLabels Labels, BallotForm? Held = null, DecisionTerms? Carried = null, int Recused = 0)
{
    public BallotForm Form => Held ?? BallotForm.Usual;

    public DecisionTerms Terms => Carried ?? DecisionTerms.None;

    public bool IsSecret => Form.Secrecy == Secrecy.Secret;

    public Aggregate Aggregate => new(AggregateKind.Ballot, Territory, Id.Value);

    /// <summary>The axis was found on the roadmap of the year in which the ballot opened; it may close in the next.</summary>
    public int RoadmapYear => TimeZoneInfo.ConvertTime(OpensAt ?? ProposedAt, Labels.Zone).Year;

    /// <summary>Adopted by its own table, it waits for another's validation, or has had its answer.</summary>
    public bool IsSubmitted => Terms.Escalates && Outcome is { Verdict: Verdict.Adopted };

    /// <summary>No vote is taken at that moment, whether or not the closing has been carried out yet.</summary>
    public bool IsOver(DateTimeOffset now) => State != BallotState.Open || now >= ClosesAt;
}

/// <summary>What people read about where a ballot belongs, frozen with it so that a vote needs no further read.</summary>
/// <param name="Carrier">The structure whose seat will carry the decision.</param>
/// <param name="TimeZone">IANA zone of the territory, in which closing times are shown.</param>
public sealed record BallotLabels(
    string Table, string TableShort, string? Item, string? Axis, bool InCamera, string TimeZone, string? Carrier = null)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>A seat as frozen at opening: its weight can't change under a running ballot (rule 4).</summary>
/// <param name="Voice">A consultative seat's answer is counted apart and decides nothing.</param>
/// <param name="LinksSince">Personal links made before are revoked; null while all of them act.</param>
/// <param name="Recused">Its déport from this ballot: it answers no more; null while it takes part.</param>
/// <param name="Proxy">Its proxy in this ballot; null when it gave none.</param>
/// <param name="Holds">Whose proxies it holds, the other side of theirs; null for none.</param>
/// <param name="TakenBack">Its déports that were taken back, oldest first; null for none.</param>
public sealed record Elector(
    SeatId Seat, string Structure, CollegeId College, string CollegeName, int Weight, Voice Voice = Voice.Deliberative,
    Recusal? Recused = null, BallotProxy? Proxy = null, IReadOnlyList<HeldProxy>? Holds = null,
    DateTimeOffset? LinksSince = null, IReadOnlyList<RecusalTakenBack>? TakenBack = null)
{
    /// <summary>It answers, and its answer decides.</summary>
    public bool Decides => Voice == Voice.Deliberative && Recused is null;

    /// <summary>The seat that answers in its stead; null while its own people do.</summary>
    public SeatId? Holder => Proxy?.To;
}

/// <summary>A seat for which another one answers.</summary>
public sealed record HeldProxy(SeatId From, string Structure);

/// <summary>One seat's answer.</summary>
/// <param name="Reason">In the voter's own words; at most 1,000 characters.</param>
/// <param name="ReserveUntil">Of a vote under reserve: when the structure's own governance will have answered.</param>
/// <param name="Option">Of a choice among options: its place in the list, from 0.</param>
/// <param name="ProxyOf">The seat that answered in this one's stead, by a proxy; null when its own people did.</param>
public sealed record Vote(
    SeatId Seat, Choice Choice, string? Reason, PersonId By, string ByName, DateTimeOffset At, Way Way,
    OperationId Operation, DateOnly? ReserveUntil = null, int? Option = null, SeatId? ProxyOf = null)
{
    /// <summary>
    /// What is kept of it beside a sealed pool: that the seat has answered, by whose hand and when. Names what it keeps, so
    /// that whatever else an answer comes to say is left out.
    /// </summary>
    public Vote Mark() => new(Seat, Choice.Sealed, null, By, ByName, At, Way, Operation, ProxyOf: ProxyOf);
}
