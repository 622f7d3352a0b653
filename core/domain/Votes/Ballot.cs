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
/// <param name="Seats">How many seats vote, fixed at opening.</param>
public sealed record Ballot(
    BallotId Id, TerritoryId Territory, TableId Table, SessionFormat Format, SessionId? Session, ItemId? Item,
    AxisId? Axis, string Title, string Text, Majority Majority, Quorum Quorum, TieRule Tie, bool SecondCall,
    BallotState State, PersonId ProposedBy, string ProposedByName, DateTimeOffset ProposedAt, PersonId? OpenedBy,
    DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, int Seats, int Gates, Outcome? Outcome, string? WithdrawReason);

/// <summary>A seat as frozen at opening: its weight can't change under a running ballot (rule 4).</summary>
public sealed record Elector(SeatId Seat, string Structure, CollegeId College, string CollegeName, int Weight);

/// <summary>One seat's answer.</summary>
/// <param name="Reason">In the voter's own words; at most 1,000 characters.</param>
public sealed record Vote(
    SeatId Seat, Choice Choice, string? Reason, PersonId By, string ByName, DateTimeOffset At, Way Way,
    OperationId Operation);
