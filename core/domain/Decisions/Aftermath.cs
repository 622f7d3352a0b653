using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>« J'ai pris connaissance » of a decision: somebody said so. Opening is never tracked (rule 12).</summary>
public sealed record Acquaintance(
    TerritoryId Territory, BallotId Ballot, PersonId Person, string Name, DateTimeOffset At, Way Way);

/// <summary>What became of a decision: appliquée, en partie, non appliquée.</summary>
public enum ReviewState { Applied, Partly, NotApplied }

/// <summary>The carrier's answer at the review date. The last one stands.</summary>
/// <param name="Effect">What changed by it, in the carrier's words; at most 400 characters; null when nothing was said.</param>
public sealed record DecisionReview(
    TerritoryId Territory, BallotId Ballot, ReviewState State, string? Effect, PersonId By, string ByName, DateTimeOffset At, Way Way)
{
    public const int MostEffect = 400;
}

/// <summary>What became of a vote given under reserve: lifted by its seat, or lapsed. The first answer stands.</summary>
/// <param name="Confirmed">The seat's governance has agreed: the vote for stands without reserve. Else the reserve lapsed.</param>
/// <param name="By">Null when it lapsed by itself, unanswered.</param>
public sealed record ReserveAnswer(
    TerritoryId Territory, BallotId Ballot, SeatId Seat, string Structure, bool Confirmed, PersonId? By, string? ByName, DateTimeOffset At);

/// <summary>What came after a decision was recorded. It stands beside the decision, which itself never changes (rule 8).</summary>
/// <param name="Read">Oldest first.</param>
/// <param name="Review">Null before the carrier answers.</param>
public sealed record Aftermath(IReadOnlyList<Acquaintance> Read, DecisionReview? Review, IReadOnlyList<ReserveAnswer> Reserves)
{
    /// <summary>The pilote is told what became of a reserve.</summary>
    public static Effect ToTell(ReserveAnswer answer) =>
        new($"reserve-answered-{answer.Seat}", EffectKind.ReserveAnswered, answer.Ballot.Value, answer.Seat.Value);

    public static Aftermath None { get; } = new([], null, []);

    /// <summary>What became of that seat's reserve; null while it stands.</summary>
    public ReserveAnswer? Of(SeatId seat) => Reserves.FirstOrDefault(r => r.Seat == seat);
}

/// <summary>What came after decisions, by the ballot that gave each.</summary>
public interface IAftermaths
{
    Task<Aftermath> Of(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>The first word stands: saying it again changes nothing.</summary>
    Task Acknowledge(Acquaintance said, CancellationToken cancel);

    /// <summary>In place of an earlier answer, with its effects.</summary>
    Task Review(DecisionReview review, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>With its effects; false when the seat's reserve was answered or lapsed before.</summary>
    Task<bool> Answer(ReserveAnswer answer, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>Effects alone: nothing else changes.</summary>
    Task Ask(TerritoryId territory, BallotId ballot, IReadOnlyList<Effect> effects, CancellationToken cancel);
}
