using Concertation.Domain.Dysfunctions;
using Concertation.Microsoft365.Dysfunctions;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>A year's numbers in chat, exact and in bands, with the longest names.</summary>
internal static class ObservatorySamples
{
    private static readonly Uri Page = new("https://concertation.example/lien/x");

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("observatory.pilot", () => ObservatoryCard.Of(Roster, ObservatoryView.ForPilot(Snapshot), Page, new FormNotice(ObservatoryTexts.Refreshed))),
        new("observatory.others", () => ObservatoryCard.Of(Roster, ObservatoryView.ForOthers(Snapshot), null)),
    ];

    private static ObservatorySnapshot Snapshot => new(
        Roster.Territory.Id, 2027, Now, 240, 12,
        [
            Of(ObservatoryFacet.Month, [.. Enumerable.Range(1, 12).Select(m => m.ToString("D2", System.Globalization.CultureInfo.InvariantCulture))]),
            Of(ObservatoryFacet.HandledMonth, "03", "04"),
            new(ObservatoryFacet.Axis, [.. Enumerable.Range(1, 9).Select(i => new Tally($"t{i}", 30 - i, Typed("Favoriser l’articulation entre dispositifs")))]),
            Of(ObservatoryFacet.Family, [.. ProblemFamilies.All]), Of(ObservatoryFacet.Gravity, "High", "Low"),
            Of(ObservatoryFacet.Step, [.. Enum.GetNames<CareStep>()]),
            Of(ObservatoryFacet.StructureKind, [.. Enum.GetNames<StructureKind>()]),
            new(ObservatoryFacet.Commune, [.. Enumerable.Range(1, 9).Select(i => new Tally($"commune-{i}", 20 - i, Typed("Saint-Exemple-des-Bois")))]),
        ]);

    private static FacetTallies Of(ObservatoryFacet facet, params IReadOnlyList<string> values) =>
        new(facet, [.. values.Select((value, i) => new Tally(value, 40 - i))]);
}
