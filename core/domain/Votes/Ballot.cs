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

public enum Choice { For, Against, Abstain }

/// <summary>A proposal and the vote on it. The wording never changes once it is open.</summary>
/// <param name="Title">What the decision will be called; at most 120 characters.</param>
/// <param name="Text">What is put to the vote; at most 4,000 characters.</param>
/// <param name="SecondCall">On the agenda of a second convocation, which needs no quorum.</param>
/// <param name="ClosesAt">When it closes; closed by hand, the moment it was.</param>
/// <param name="Seats">How many seats vote, fixed at opening.</param>
/// <param name="Gates">How many gates casts go through: at most 64, and no more than seats.</param>
public sealed record Ballot(
    BallotId Id, TerritoryId Territory, TableId Table, SessionFormat Format, SessionId? Session, ItemId? Item,
    AxisId? Axis, string Title, string Text, Majority Majority, Quorum Quorum, TieRule Tie, bool SecondCall,
    BallotState State, PersonId ProposedBy, string ProposedByName, DateTimeOffset ProposedAt, PersonId? OpenedBy,
    DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, int Seats, int Gates, Outcome? Outcome, string? WithdrawReason,
    BallotLabels Labels)
{
    public Aggregate Aggregate => new(AggregateKind.Ballot, Territory, Id.Value);

    /// <summary>No vote is taken at that moment, whether or not the closing has been carried out yet.</summary>
    public bool IsOver(DateTimeOffset now) => State != BallotState.Open || now >= ClosesAt;
}

/// <summary>What people read about where a ballot belongs, frozen with it so that a vote needs no further read.</summary>
/// <param name="TimeZone">IANA zone of the territory, in which closing times are shown.</param>
public sealed record BallotLabels(
    string Table, string TableShort, string? Item, string? Axis, bool InCamera, string TimeZone)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>A seat as frozen at opening: its weight can't change under a running ballot (rule 4).</summary>
public sealed record Elector(SeatId Seat, string Structure, CollegeId College, string CollegeName, int Weight);

/// <summary>One seat's answer.</summary>
/// <param name="Reason">In the voter's own words; at most 1,000 characters.</param>
public sealed record Vote(
    SeatId Seat, Choice Choice, string? Reason, PersonId By, string ByName, DateTimeOffset At, Way Way,
    OperationId Operation);
