using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>What no longer fits in a register: the first thing that rechecking found.</summary>
public abstract record RegisterBreak
{
    private RegisterBreak() { }

    /// <summary>A row isn't as it was written, or can't be read.</summary>
    /// <param name="Number">The decision it belongs to; null where that can't be told, or there is none.</param>
    /// <param name="Ballot">Of whose ballot it is; null for a row of the register itself.</param>
    public sealed record Damaged(DamagedRow Row, DecisionNumber? Number, BallotId? Ballot) : RegisterBreak;

    /// <summary>A decision's text no longer gives its hash.</summary>
    public sealed record Altered(DecisionNumber Number) : RegisterBreak;

    /// <summary>Decisions are missing before this one, added or reordered.</summary>
    public sealed record OutOfChain(DecisionNumber Number) : RegisterBreak;

    /// <summary>The register stands further than its last decision, or the ballots' pointers lead elsewhere: some are missing.</summary>
    /// <param name="Last">The last decision there is; null when there is none.</param>
    public sealed record Missing(DecisionNumber? Last) : RegisterBreak;

    /// <summary>A ballot was counted, and neither a decision nor a carence was recorded.</summary>
    public sealed record NotRecorded(BallotId Ballot) : RegisterBreak;

    /// <summary>The decision's ballot isn't there any more.</summary>
    public sealed record NoBallot(DecisionNumber Number) : RegisterBreak;

    /// <summary>The decision says something else than its ballot.</summary>
    public sealed record BallotDiffers(DecisionNumber Number) : RegisterBreak;

    /// <summary>The seats that could vote aren't those that were sealed.</summary>
    public sealed record ElectorateDiffers(DecisionNumber Number) : RegisterBreak;

    /// <summary>The votes aren't those that were sealed.</summary>
    /// <param name="Seat">The structure of the seat where that shows; null where it can't be told which.</param>
    public sealed record VotesDiffer(DecisionNumber Number, string? Seat) : RegisterBreak;

    /// <summary>The vote that stands for a seat isn't the last it gave, in a ballot that gave no decision, or not yet.</summary>
    /// <param name="Seat">The structure's name.</param>
    public sealed record StandingVoteDiffers(BallotId Ballot, string Title, string Seat) : RegisterBreak;

    /// <summary>The stored votes, counted again, give something else.</summary>
    public sealed record OutcomeDiffers(DecisionNumber Number) : RegisterBreak;

    /// <summary>The same of a ballot without quorum.</summary>
    public sealed record CarenceDiffers(BallotId Ballot, string Title) : RegisterBreak;

    /// <summary>A row beside a ballot's votes doesn't follow from them.</summary>
    public sealed record RowDiffers(BallotId Ballot, string Title, DamagedRow Row) : RegisterBreak;

    /// <summary>A secret ballot's answers, opened with its key, aren't as many as its marks or give something else than its outcome.</summary>
    public sealed record AnswersDiffer(BallotId Ballot, string Title) : RegisterBreak;

    /// <summary>A ballot that the register names isn't in the territory's list of ballots.</summary>
    public sealed record NotListed(BallotId Ballot, string Title) : RegisterBreak;

    /// <summary>What another table has to validate, or how it stands there, isn't as it should be.</summary>
    /// <param name="TableShort">Of the table that took the decision.</param>
    /// <param name="Number">Null where the decision can't be found.</param>
    public sealed record EscalationDiffers(string TableShort, DecisionNumber? Number, EscalationPart Part) : RegisterBreak;
}

/// <summary>What of a submitted decision differs.</summary>
public enum EscalationPart
{
    /// <summary>What was submitted isn't what was decided.</summary>
    Decision,
    /// <summary>Its steps can't follow each other.</summary>
    Steps,
    /// <summary>The decision that is said to answer it wasn't taken.</summary>
    Ruling,
    /// <summary>What is shown beside the decision isn't how it stands.</summary>
    Standing,
    /// <summary>It was to be submitted, and nothing shows that it was.</summary>
    Missing,
}

/// <summary>What rechecking a table's register found.</summary>
/// <param name="Short">The table's, as people call it; its id where the table is gone.</param>
/// <param name="Recounted">How many outcomes were counted again from the stored votes; of secret ballots, from their totals.</param>
/// <param name="Opened">How many secret ballots' answers could be opened with their key, and give their outcome.</param>
/// <param name="Chain">The hashes of its decisions in their order; as far as it holds.</param>
/// <param name="Unnumbered">Its carences.</param>
/// <param name="Break">Null when everything fits.</param>
public sealed record RegisterCheck(
    TerritoryId Territory, TableId Table, string Short, int Decisions, int Carences, int Recounted, int Opened, IReadOnlyList<string> Chain,
    IReadOnlyList<Carence> Unnumbered, RegisterBreak? Break);
