namespace Concertation.Domain.Tables;

/// <summary>
/// A territory with its past: what an import revises. Mandates: one per seat that has a representative, seats without
/// one are absent. Ended: mandates whose Until is set, oldest first for each seat; never erased.
/// </summary>
public sealed record TerritoryRecord(
    Territory Territory, IReadOnlyList<Structure> Structures, IReadOnlyList<College> Colleges,
    IReadOnlyList<Person> People, IReadOnlyList<Table> Tables, IReadOnlyList<Mandate> Mandates,
    IReadOnlyList<Mandate> Ended);

/// <summary>Revises territories as a whole; reading who is who goes through <see cref="IRosters"/>.</summary>
public interface ITerritoryRecords
{
    Task<TerritoryRecord?> Get(TerritoryId territory, CancellationToken cancel);

    /// <summary>
    /// Replaces what stands (null: nothing) by what <paramref name="decide"/> makes of it, and binds the Entra ids the
    /// people carry. Several transactions, in an order that leaves the territory usable at each: interrupted, it is
    /// mended by running it again. <paramref name="decide"/> runs again when another change came between.
    /// </summary>
    Task<Revision> Revise(
        TerritoryId territory, Func<TerritoryRecord?, TerritoryRecord> decide, CancellationToken cancel);
}

/// <summary>What a revision found, what it made of it, and what it had to write for that.</summary>
public sealed record Revision(TerritoryRecord? Before, TerritoryRecord After, IReadOnlyList<TerritoryChange> Changes);

public enum TerritoryPart
{
    Territory, Structure, College, Person, Table, Seat, Mandate, EndedMandate, Identity, Listing, Plan, Axis,
}

public enum ChangeKind { Added, Changed, Removed }

/// <summary>One thing an import wrote. Id: of the thing; of the seat for mandates.</summary>
public sealed record TerritoryChange(TerritoryPart Part, string Id, ChangeKind Kind);
