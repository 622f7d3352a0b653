namespace Concertation.Domain.Dysfunctions;

/// <summary>What a territory's reports are counted by.</summary>
public enum ObservatoryFacet
{
    /// <summary>The month a report came in, "01" to "12".</summary>
    Month,

    /// <summary>The same, of the reports that the pilote has taken up: what others than the pilote see of the months.</summary>
    HandledMonth,
    Axis,
    Family,
    Gravity,
    Step,
    StructureKind,
    Commune,
}

/// <param name="Label">What people call it, where the value is a code that only the day's roadmap explains; null otherwise.</param>
public sealed record Tally(string Value, int Count, string? Label = null);

/// <param name="Tallies">Of the values that are there, most counted first; months in their order.</param>
public sealed record FacetTallies(ObservatoryFacet Facet, IReadOnlyList<Tally> Tallies);

/// <summary>A year's reports of a territory as numbers, exact and without any text of theirs.</summary>
/// <param name="Total">Reports, the grouped and the closed ones too; those that their reporter withdrew don't count.</param>
/// <param name="Clusters">Problems that several reports tell of.</param>
public sealed record ObservatorySnapshot(
    TerritoryId Territory, int Year, DateTimeOffset At, int Total, int Clusters, IReadOnlyList<FacetTallies> Facets)
{
    /// <summary>None for a facet that wasn't counted when the snapshot was made.</summary>
    public IReadOnlyList<Tally> Of(ObservatoryFacet facet) => Facets.FirstOrDefault(f => f.Facet == facet)?.Tallies ?? [];
}

/// <summary>One snapshot a territory and year: what is shown reads it alone.</summary>
public interface IObservatories
{
    /// <summary>Null before the first count of that year.</summary>
    Task<ObservatorySnapshot?> Get(TerritoryId territory, int year, CancellationToken cancel);

    /// <summary>Puts it in the place of the year's earlier one, unless that one is later.</summary>
    Task Keep(ObservatorySnapshot snapshot, CancellationToken cancel);
}
