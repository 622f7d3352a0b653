using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;

namespace Concertation.Domain.Dysfunctions;

/// <summary>A report's reference: "REM-2027-0042".</summary>
public readonly record struct DysfunctionRef(string Value) : IId<DysfunctionRef>
{
    public static DysfunctionRef From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>reçue · qualifiée · regroupée · à l'ordre du jour · décidée · en cours de résolution · résolue · close sans action.</summary>
public enum DysfunctionStatus { Received, Qualified, Clustered, OnAgenda, Decided, BeingResolved, Resolved, ClosedWithoutAction }

public enum Gravity { Low, Medium, High }

public enum Frequency { Once, Sometimes, Often }

/// <param name="At">When; By: who, as a name for the trace; Note: what was decided or why, if anything.</param>
public sealed record StatusChange(DysfunctionStatus Status, DateTimeOffset At, PersonId By, string? Note);

/// <summary>A report of what failed, never about who (rule 10).</summary>
/// <param name="Happened">What happened, at most 2,000 characters.</param>
/// <param name="When">As told: "vendredi soir", "mars".</param>
/// <param name="Commune">A commune, never an address.</param>
/// <param name="Family">Problem family, from the territory's list.</param>
public sealed record Dysfunction(
    DysfunctionRef Reference, TerritoryId Territory, PersonId Reporter, string ReporterName, string Happened,
    string? When, string? Commune, string? Structures, string? Consequence, string? Tried, Gravity? Gravity,
    Frequency? Frequency, AxisId? Axis, string? Family, DysfunctionStatus Status, SessionId? Session, ItemId? Item,
    DateTimeOffset ReceivedAt, IReadOnlyList<StatusChange> History, OperationId Operation);

/// <summary>Reports of a territory, partitioned by year.</summary>
public interface IDysfunctions
{
    Task<Versioned<Dysfunction>?> Get(TerritoryId territory, DysfunctionRef reference, CancellationToken cancel);

    /// <summary>
    /// Numbers and records a report without gaps in its year, with its effects; asked again with the same operation
    /// it gives the report already there.
    /// </summary>
    Task<Dysfunction> Record(
        TerritoryId territory, int year, OperationId operation, Func<DysfunctionRef, Dysfunction> make,
        Func<Dysfunction, IReadOnlyList<Effect>> effects, CancellationToken cancel);

    Task<bool> Save(Versioned<Dysfunction> report, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>Reports of a year, newest first.</summary>
    Task<IReadOnlyList<Dysfunction>> OfYear(TerritoryId territory, int year, CancellationToken cancel);
}
