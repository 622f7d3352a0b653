namespace Concertation.Domain.Retention;

/// <summary>How many records of a kind were purged, and from when they were; never what they were.</summary>
public sealed record SweptCount(TerritoryId? Territory, RecordKind Kind, int Count, DateTimeOffset Oldest, DateTimeOffset Newest)
{
    /// <summary>One line for each territory and kind.</summary>
    public static IReadOnlyList<SweptCount> Of(IEnumerable<OldRecord> records) =>
        Sum(records.Select(r => new SweptCount(r.Territory, r.Kind, 1, r.At, r.At)));

    public static IReadOnlyList<SweptCount> Sum(IEnumerable<SweptCount> tallies) =>
    [
        .. tallies.GroupBy(t => (t.Territory, t.Kind))
            .Select(g => new SweptCount(g.Key.Territory, g.Key.Kind, g.Sum(t => t.Count), g.Min(t => t.Oldest), g.Max(t => t.Newest))),
    ];
}

/// <summary>A day's purge, as far as it has come: what a process that was killed leaves to the next one.</summary>
/// <param name="Before">The moment its rules are counted back from.</param>
/// <param name="After">The page in hand begins there; null at the beginning, and once it is done.</param>
/// <param name="Sure">What is purged.</param>
/// <param name="InHand">What the page in hand purges, written down before; null while nothing is in hand.</param>
/// <param name="Until">Where the page in hand ends.</param>
public sealed record Sweep(
    DateOnly Day, DateTimeOffset Before, RecordPlace? After, IReadOnlyList<SweptCount> Sure, IReadOnlyList<SweptCount>? InHand, RecordPlace? Until, bool Done);

/// <summary>The one sweep there is.</summary>
public interface ISweeps
{
    Task<Versioned<Sweep>?> Get(CancellationToken cancel);

    /// <summary>The new version; null when another process changed it meanwhile.</summary>
    /// <param name="version">Null: there was none.</param>
    Task<string?> Save(Sweep sweep, string? version, CancellationToken cancel);
}

/// <param name="Months">The rule as it was.</param>
/// <param name="Oldest">Null, as the newest, where nothing was purged.</param>
public sealed record ProofLine(RecordKind Kind, int Months, int Count, DateTimeOffset? Oldest, DateTimeOffset? Newest);

/// <summary>What a day's purge did in a territory: how many, by which rule, never what it was.</summary>
/// <param name="Before">The moment the rules were counted back from.</param>
/// <param name="EndedAt">When it was over.</param>
public sealed record PurgeProof(TerritoryId Territory, DateOnly Day, DateTimeOffset Before, DateTimeOffset EndedAt, IReadOnlyList<ProofLine> Lines)
{
    public int Count => Lines.Sum(l => l.Count);

    public static PurgeProof Of(TerritoryId territory, RetentionRules rules, Sweep sweep, DateTimeOffset now) => new(
        territory, sweep.Day, sweep.Before, now,
        [
            .. Enum.GetValues<RecordKind>().Select(kind => sweep.Sure.FirstOrDefault(t => (t.Territory ?? territory) == territory && t.Kind == kind) is { } tally
                ? new ProofLine(kind, rules.MonthsOf(kind), tally.Count, tally.Oldest, tally.Newest)
                : new ProofLine(kind, rules.MonthsOf(kind), 0, null, null)),
        ]);
}

/// <summary>Proofs of what was purged, for ever.</summary>
public interface IPurgeProofs
{
    /// <summary>In place of one of that day.</summary>
    Task Keep(PurgeProof proof, CancellationToken cancel);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<PurgeProof>> Last(TerritoryId territory, int most, CancellationToken cancel);
}
