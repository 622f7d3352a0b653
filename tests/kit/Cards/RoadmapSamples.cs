using Concertation.Domain.Roadmap;
using Concertation.Microsoft365.Roadmap;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The roadmap in chat.</summary>
internal static class RoadmapSamples
{
    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("roadmap.year", () => RoadmapCard.Of(Roster, View(7), new Uri("https://concertation.example/tab/feuille-de-route"))),
        new("roadmap.forty-axes", () => RoadmapCard.Of(Roster, View(40), null)),
    ];

    public static IReadOnlyList<Axis> Axes(int count) => [.. Enumerable.Range(1, count).Select(i => new Axis(
        new($"c{i}"), (i % 2) + 1, Typed("Concertation"), Typed("Pas de table"), Typed("Favoriser l’articulation entre dispositifs"), null,
        Typed("CLS"), [], [], [], (AxisStatus)(i % 6), i, null, "2027"))];

    private static RoadmapView View(int axes) => new(
        new YearPlan(Roster.Territory.Id, 2027, Typed("MAIA"), Axes(axes)),
        [.. Axes(axes).Select(a => new DecisionOnAxis(a.Id, Tct.Id, "TCT", new(2027, 3), Typed("Réserver une place d’urgence, de jour comme de nuit, dans chaque commune"), Now))],
        [.. Axes(axes).Select(a => new ReportOnAxis(a.Id, new("REM-2027-0042"), default, Now))],
        []);
}
