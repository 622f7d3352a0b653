using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>A ballot that missed its quorum: kept beside the register for the pilote, never numbered (rule 8).</summary>
public sealed record Carence(
    TerritoryId Territory, TableId Table, BallotId Ballot, SessionId? Session, string Title, bool InCamera,
    SessionFormat Format, Outcome Outcome, DateTimeOffset At);
