using System.Globalization;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>A report's reference: "REM-2027-0042".</summary>
public readonly record struct DysfunctionRef(string Value) : IId<DysfunctionRef>
{
    private const string Prefix = "REM-";

    public static DysfunctionRef From(string value) => new(value);

    /// <summary>The reference of the year's nth report; four digits, more from the ten-thousandth on.</summary>
    public static DysfunctionRef Of(int year, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{year:D4}-{number:D4}"));

    /// <summary>
    /// The reference somebody typed or a card sent back, in any case and with or without leading zeros; null when it
    /// isn't one. What comes from a client goes through here before it becomes part of a storage key.
    /// </summary>
    public static DysfunctionRef? Parse(string? text)
    {
        var parts = text?.Trim().ToUpperInvariant().Split('-');
        return parts is ["REM", { Length: 4 } year, { Length: >= 1 and <= 6 } number]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y >= 2000
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
            ? Of(y, n)
            : null;
    }

    /// <summary>The year it was numbered in, which is also where it is stored and the roadmap it is tied to.</summary>
    public int Year => int.Parse(Value.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture);

    public override string ToString() => Value;
}

/// <summary>reçue · qualifiée · regroupée · à l'ordre du jour · décidée · en cours de résolution · résolue · close sans action.</summary>
public enum DysfunctionStatus { Received, Qualified, Clustered, OnAgenda, Decided, BeingResolved, Resolved, ClosedWithoutAction }

public enum Gravity { Low, Medium, High }

public enum Frequency { Once, Sometimes, Often }

/// <param name="By">Who; null when a table's decision did it.</param>
/// <param name="Note">Why, in the words of whoever did it; null when nothing was said.</param>
public sealed record StatusChange(DysfunctionStatus Status, DateTimeOffset At, PersonId? By, string? Note)
{
    /// <summary>The cluster it was in from then on; null while it was in none.</summary>
    public ClusterRef? Cluster { get; init; }
}

/// <summary>A decision taken on the agenda item that carried the report, as its reporter may read it.</summary>
/// <param name="Instance">What people call the table: "TCT".</param>
/// <param name="Title">Null, as is the text, when the item was held in huis clos.</param>
public sealed record DecisionOnReport(
    TableId Table, string Instance, DecisionNumber Number, bool Adopted, string? Title, string? Text, DateTimeOffset At);

/// <summary>A report of what failed, never about who (rule 10).</summary>
/// <param name="When">As told: "vendredi soir", "mars".</param>
/// <param name="Commune">A commune, never an address.</param>
/// <param name="Family">One of <see cref="ProblemFamilies"/>.</param>
/// <param name="History">Every status it has had, oldest first; the first is its reception.</param>
/// <param name="Decisions">Oldest first.</param>
public sealed record Dysfunction(
    DysfunctionRef Reference, TerritoryId Territory, PersonId Reporter, string ReporterName, string Happened,
    string? When, string? Commune, string? Structures, string? Consequence, string? Tried, Gravity? Gravity,
    Frequency? Frequency, AxisId? Axis, string? Family, DysfunctionStatus Status, SessionId? Session, ItemId? Item,
    DateTimeOffset ReceivedAt, IReadOnlyList<StatusChange> History, IReadOnlyList<DecisionOnReport> Decisions,
    OperationId Operation)
{
    public CareStep? Step { get; init; }

    /// <summary>Null for a report made in chat.</summary>
    public PageReport? FromPage { get; init; }

    /// <summary>Questions and answers, oldest first; null for none yet.</summary>
    public IReadOnlyList<Exchange>? Exchanges { get; init; }

    /// <summary>Oldest first; null for none.</summary>
    public IReadOnlyList<Rewording>? Rewordings { get; init; }

    /// <summary>The reports of the same problem it is grouped with; null while it stands alone.</summary>
    public ClusterRef? Cluster { get; init; }

    /// <summary>Nobody knows any more who made it: its time is over, or the person asked for it.</summary>
    public bool Forgotten { get; init; }

    /// <summary>What was written in it is gone; what it counts for stays.</summary>
    public bool TextGone { get; init; }

    public Aggregate Aggregate => new(AggregateKind.Dysfunction, Territory, Reference.Value);

    /// <summary>What happened and what was said beside it, as one text.</summary>
    public string ToldInAll => string.Join(". ", new[] { Happened, Structures, Consequence, Tried }.Where(t => t is not null));

    /// <summary>Its reporter can be written to; whoever is anonymous comes with the code instead.</summary>
    public bool ReachesReporter => !Forgotten && (FromPage is null or { Mail: not null });

    /// <summary>The territory knows its reporter: neither forgotten nor known by the report alone.</summary>
    public bool ReporterIsKnown => !Forgotten && FromPage is null;

    /// <summary>What its reporter wrote.</summary>
    public WrittenReport Written() =>
        new(Happened, When, Commune, Structures, Consequence, Tried, Gravity, Frequency, Axis, Step);

    /// <summary>It concerns the porteur: a deputy outside the porteur's structure handles it, and the pilote doesn't see it.</summary>
    public bool Aside { get; init; }

    /// <summary>Why it was opened again, while nothing has followed; null otherwise.</summary>
    public string? WhyReopened =>
        Waits && History is [.., { Status: DysfunctionStatus.ClosedWithoutAction or DysfunctionStatus.Resolved }, { Note: { } why }] ? why : null;

    /// <summary>The pilote has the next step to take.</summary>
    public bool Waits => Status is DysfunctionStatus.Received or DysfunctionStatus.Qualified;

    /// <summary>Nothing more is expected of anyone.</summary>
    public bool Over => Status is DysfunctionStatus.Resolved or DysfunctionStatus.ClosedWithoutAction;

    /// <summary>A table has decided, or it is over: the pilote has nothing more to arrange.</summary>
    public bool Settled => Over || Status is DysfunctionStatus.Decided or DysfunctionStatus.BeingResolved;

    /// <summary>Closed by its own reporter.</summary>
    public bool Withdrawn => Status == DysfunctionStatus.ClosedWithoutAction && History[^1] is { Note: null } last && last.By == Reporter;

    /// <summary>The same report in a new status, with its trace.</summary>
    public Dysfunction Becomes(DysfunctionStatus status, DateTimeOffset at, PersonId? by, string? note = null) =>
        this with { Status = status, History = [.. History, new StatusChange(status, at, by, note) { Cluster = Cluster }] };
}

/// <summary>Reports of a territory, partitioned by year.</summary>
public interface IDysfunctions
{
    Task<Versioned<Dysfunction>?> Get(TerritoryId territory, DysfunctionRef reference, CancellationToken cancel);

    /// <summary>
    /// Numbers and records a report without gaps in its year, with its effects; asked again with the same operation
    /// it gives the report already there. <paramref name="make"/> runs before each try with the number it would get.
    /// </summary>
    Task<Dysfunction> Record(
        TerritoryId territory, int year, OperationId operation, Func<DysfunctionRef, Task<Dysfunction>> make,
        Func<Dysfunction, IReadOnlyList<Effect>> effects, CancellationToken cancel);

    /// <summary>The report of that year whose follow-up code has that hash, by point reads; null for none.</summary>
    Task<Versioned<Dysfunction>?> ByCode(TerritoryId territory, int year, string codeHash, CancellationToken cancel);

    /// <summary>Saves a new version with its effects; false when another change came between: reload.</summary>
    Task<bool> Save(Versioned<Dysfunction> report, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>Reports of a year, newest first.</summary>
    Task<IReadOnlyList<Dysfunction>> OfYear(TerritoryId territory, int year, CancellationToken cancel);

    /// <summary>Reports of a year in no order, a page at a time: for what reads them all and keeps none.</summary>
    IAsyncEnumerable<Dysfunction> EachOfYear(TerritoryId territory, int year, CancellationToken cancel);
}
