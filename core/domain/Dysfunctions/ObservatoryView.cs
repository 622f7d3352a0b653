namespace Concertation.Domain.Dysfunctions;

/// <summary>A count as a reader may have it: the same number twice, or the ends of a band.</summary>
public readonly record struct ShownCount(int From, int To)
{
    /// <summary>Under it nothing is told.</summary>
    public const int Least = 5;

    public bool IsExact => From == To;

    /// <summary>None to four: whether there is any isn't told.</summary>
    public bool IsHidden => !IsExact && To < Least;

    public static ShownCount Exactly(int count) => new(count, count);

    /// <summary>0 to 4, 5 to 9, 10 to 14 …</summary>
    public static ShownCount Band(int count) => new(count / Least * Least, count / Least * Least + Least - 1);
}

public sealed record ShownTally(string Value, string? Label, ShownCount Count);

/// <param name="Rest">Reports without one of the values shown: of another one, or of none that was said; null where it isn't told.</param>
public sealed record ShownFacet(ObservatoryFacet Facet, IReadOnlyList<ShownTally> Tallies, ShownCount? Rest);

/// <summary>A year of reports as somebody may see it.</summary>
/// <param name="Exact">For the pilote and the deputies; in bands of five for everybody else.</param>
public sealed record ObservatoryView(
    TerritoryId Territory, int Year, DateTimeOffset At, bool Exact, ShownCount Total, ShownCount Clusters, IReadOnlyList<ShownFacet> Facets)
{
    /// <summary>The facets in the order people read them.</summary>
    private static readonly ObservatoryFacet[] Shown =
    [
        ObservatoryFacet.Month, ObservatoryFacet.Axis, ObservatoryFacet.Family, ObservatoryFacet.Gravity, ObservatoryFacet.Step,
        ObservatoryFacet.StructureKind, ObservatoryFacet.Commune,
    ];

    /// <summary>Every number as it is.</summary>
    public static ObservatoryView ForPilot(ObservatorySnapshot snapshot) => new(
        snapshot.Territory, snapshot.Year, snapshot.At, Exact: true, ShownCount.Exactly(snapshot.Total), ShownCount.Exactly(snapshot.Clusters),
        [.. Shown.Select(facet => Facet(facet, snapshot, facet, ShownCount.Exactly, rest => ShownCount.Exactly(rest)))]);

    /// <summary>
    /// What may leave the pilote's hands. A value with fewer than five reports isn't there at all: the view would be the same,
    /// to the letter, had those reports said nothing of that facet. So no difference between figures, facets or days can tell
    /// that it has any.
    /// </summary>
    public static ObservatoryView ForOthers(ObservatorySnapshot snapshot) => new(
        snapshot.Territory, snapshot.Year, snapshot.At, Exact: false, ShownCount.Band(snapshot.Total), ShownCount.Band(snapshot.Clusters),
        [
            .. Shown.Select(facet => Facet(
                facet, snapshot, facet == ObservatoryFacet.Month ? ObservatoryFacet.HandledMonth : facet, ShownCount.Band,
                rest => rest < ShownCount.Least ? null : ShownCount.Band(rest))),
        ]);

    private static ShownFacet Facet(
        ObservatoryFacet facet, ObservatorySnapshot snapshot, ObservatoryFacet counted, Func<int, ShownCount> show, Func<int, ShownCount?> showRest)
    {
        var told = snapshot.Of(counted).Where(t => !show(t.Count).IsHidden).ToList();
        var tallies = told.Select(t => new ShownTally(t.Value, t.Label, show(t.Count)));
        // Within a band the order would tell more than the band.
        var inOrder = facet == ObservatoryFacet.Month
            ? Months(tallies, show(0))
            : tallies.OrderByDescending(t => t.Count.From).ThenBy(t => t.Value, StringComparer.Ordinal);
        // A report speaks of several kinds of structure: what is left over isn't the difference.
        var rest = facet == ObservatoryFacet.StructureKind ? null : showRest(snapshot.Total - told.Sum(t => t.Count));
        return new ShownFacet(facet, [.. inOrder], rest is { To: 0 } ? null : rest);
    }

    private static IEnumerable<ShownTally> Months(IEnumerable<ShownTally> tallies, ShownCount none)
    {
        var there = tallies.ToDictionary(t => t.Value, StringComparer.Ordinal);
        return Enumerable.Range(1, 12).Select(m => m.ToString("D2", System.Globalization.CultureInfo.InvariantCulture))
            .Select(m => there.GetValueOrDefault(m) ?? new ShownTally(m, null, none));
    }
}
