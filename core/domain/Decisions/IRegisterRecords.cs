using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>Where a register stands: the last number of each year and the hash of its newest decision.</summary>
public sealed record RegisterStand(IReadOnlyDictionary<int, int> LastNumbers, string LastHash);

/// <summary>A row that isn't as this program writes it, or can't be read at all.</summary>
/// <param name="Key">Its row key: "decision|2027-0003", "vote|seat".</param>
public sealed record DamagedRow(string Key);

/// <summary>A table's register, row by row.</summary>
/// <param name="Stand">Null where nothing was ever recorded.</param>
/// <param name="Pointers">Which decision each ballot gave.</param>
/// <param name="Standings">How those stand that another table has to validate.</param>
/// <param name="Damaged">The first row that isn't as it was written; what else was read is there all the same.</param>
public sealed record RegisterReading(
    IReadOnlyList<Decision> Decisions, IReadOnlyList<Carence> Carences, RegisterStand? Stand,
    IReadOnlyDictionary<BallotId, DecisionNumber> Pointers, IReadOnlyDictionary<BallotId, EscalationStanding> Standings,
    DamagedRow? Damaged);

/// <summary>The sealed answers behind one gate of a secret ballot.</summary>
public sealed record SealedGate(int Gate, ReadOnlyMemory<byte> Bytes);

/// <summary>A gate that casts went through.</summary>
/// <param name="Pool">The sealed answers behind it; null unless the ballot is secret.</param>
/// <param name="Seats">Those behind it.</param>
public sealed record GateReading(int Number, bool Open, int Answered, SealedPool? Pool, IReadOnlyList<SeatId> Seats);

/// <summary>A ballot's line in the territory's list.</summary>
/// <param name="Table">Null where that can't be told.</param>
/// <param name="Damaged">Set where the line isn't as it was written, or says something else than its ballot.</param>
public sealed record BallotListing(BallotId Id, TableId? Table, DamagedRow? Damaged);

/// <summary>Decisions submitted to a territory's tables.</summary>
public sealed record EscalationsReading(IReadOnlyDictionary<EscalationId, Escalation> Kept, DamagedRow? Damaged);

/// <summary>A ballot with everything it was counted from.</summary>
/// <param name="Ballot">Null when there is none of that id.</param>
/// <param name="Trace">Every answer given, also those that were replaced.</param>
/// <param name="Turns">The seat of each act done.</param>
public sealed record BallotReading(
    Ballot? Ballot, IReadOnlyList<Elector> Electors, IReadOnlyList<Vote> Votes, IReadOnlyList<Vote> Trace,
    IReadOnlyList<GateReading> Gates, IReadOnlyDictionary<OperationId, SeatId> Turns, Aftermath After, DamagedRow? Damaged)
{
    /// <summary>Of a secret ballot; empty for others.</summary>
    public IReadOnlyList<SealedGate> Pools => [.. Gates.Where(g => g.Pool is not null).Select(g => new SealedGate(g.Number, g.Pool!.Bytes))];
}

/// <summary>
/// The rows of registers and ballots, to seal and to recheck: one that isn't as it was written is named, where the stores
/// would throw or not even see it.
/// </summary>
public interface IRegisterRecords
{
    Task<RegisterReading> Register(TerritoryId territory, TableId table, CancellationToken cancel);

    Task<BallotReading> Ballot(TerritoryId territory, BallotId ballot, CancellationToken cancel);

    /// <summary>Every ballot and proposal there has been in the territory, newest first.</summary>
    Task<IReadOnlyList<BallotListing>> Ballots(TerritoryId territory, CancellationToken cancel);

    Task<EscalationsReading> Escalations(TerritoryId territory, CancellationToken cancel);
}
