using Concertation.Domain.PersonalData;
using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Dysfunctions;

/// <summary>Counts reports as they are read, one after the other, and keeps none of them.</summary>
/// <param name="zone">The territory's: a report of the evening of the 31st belongs to the month that ends.</param>
/// <param name="axes">Of the year's roadmap, for what they are called.</param>
public sealed class ObservatoryCount(TimeZoneInfo zone, IReadOnlyList<Axis> axes)
{
    /// <summary>Of one facet: reporters type communes, and a snapshot is one row.</summary>
    private const int MostValues = 120;

    private readonly Dictionary<ObservatoryFacet, Dictionary<string, int>> _counts = [];
    private readonly Dictionary<string, Dictionary<string, int>> _spellings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _clusters = new(StringComparer.Ordinal);
    private int _total;

    public void Add(Dysfunction report)
    {
        // What concerns the porteur stays unknown to the pilote, whose numbers are exact.
        if (report.Withdrawn || report.Aside)
        {
            return;
        }

        _total++;
        if (report.Cluster is { } cluster)
        {
            _clusters.Add(cluster.Value);
        }

        foreach (var (facet, value) in FacetsOf(report))
        {
            var counts = _counts.TryGetValue(facet, out var there) ? there : _counts[facet] = new(StringComparer.Ordinal);
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        if (CommuneOf(report) is { } commune)
        {
            var spellings = _spellings.TryGetValue(commune, out var there) ? there : _spellings[commune] = new(StringComparer.Ordinal);
            var written = report.Commune!.Trim();
            spellings[written] = spellings.GetValueOrDefault(written) + 1;
        }
    }

    public ObservatorySnapshot Snapshot(TerritoryId territory, int year, DateTimeOffset at) => new(
        territory, year, at, _total, _clusters.Count,
        [.. Enum.GetValues<ObservatoryFacet>().Select(facet => new FacetTallies(facet, Tallies(facet)))]);

    private List<Tally> Tallies(ObservatoryFacet facet)
    {
        var tallies = _counts.GetValueOrDefault(facet, []).Select(c => new Tally(c.Key, c.Value, LabelOf(facet, c.Key)));
        return facet is ObservatoryFacet.Month or ObservatoryFacet.HandledMonth
            ? [.. tallies.OrderBy(t => t.Value, StringComparer.Ordinal)]
            : [.. tallies.OrderByDescending(t => t.Count).ThenBy(t => t.Value, StringComparer.Ordinal).Take(MostValues)];
    }

    private string? LabelOf(ObservatoryFacet facet, string value) => facet switch
    {
        ObservatoryFacet.Axis => axes.FirstOrDefault(a => a.Id.Value == value)?.Title,
        ObservatoryFacet.Commune => _spellings[value].OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key,
        _ => null,
    };

    private IEnumerable<(ObservatoryFacet Facet, string Value)> FacetsOf(Dysfunction report)
    {
        var month = TimeZoneInfo.ConvertTime(report.ReceivedAt, zone).ToString("MM", System.Globalization.CultureInfo.InvariantCulture);
        yield return (ObservatoryFacet.Month, month);
        if (report.Status != DysfunctionStatus.Received)
        {
            yield return (ObservatoryFacet.HandledMonth, month);
        }

        (ObservatoryFacet Facet, string? Value)[] said =
        [
            (ObservatoryFacet.Axis, report.Axis?.Value), (ObservatoryFacet.Family, report.Family),
            (ObservatoryFacet.Gravity, report.Gravity?.ToString()), (ObservatoryFacet.Step, report.Step?.ToString()),
            (ObservatoryFacet.Commune, CommuneOf(report)),
        ];
        foreach (var (facet, value) in said)
        {
            if (value is not null)
            {
                yield return (facet, value);
            }
        }

        foreach (var kind in StructureKinds.In(report.Structures, report.Happened))
        {
            yield return (ObservatoryFacet.StructureKind, kind.ToString());
        }
    }

    /// <summary>« St Kerlouan », « SAINT-KERLOUAN » and « saint kerlouan » are one commune.</summary>
    private static string? CommuneOf(Dysfunction report)
    {
        var words = PlainWords.OfCommune(report.Commune);
        return words.Count == 0 ? null : string.Join('-', words);
    }
}
