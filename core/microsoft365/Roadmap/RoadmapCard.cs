using System.Text.Json.Nodes;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Roadmap;

/// <summary>The year's roadmap in brief: each axis, where it stands, what was decided; the page has the rest.</summary>
public static class RoadmapCard
{
    private const int MostReviews = 2;
    private const int MostAxes = 16;

    /// <param name="page">Where the whole can be read; null where there is no page.</param>
    public static AdaptiveCard Of(Roster roster, RoadmapView roadmap, Uri? page)
    {
        var title = RoadmapTexts.Title(roadmap.Plan.Year);
        return CardTrim.AsManyAsFit(MostAxes, most => Card(
            $"{title} : {French.Count(roadmap.Plan.Axes.Count, "axe", "axes")}, {French.Count(roadmap.Decisions.Count, "décision", "décisions")}.",
            [
                Heading(roster.Territory.Name, title),
                .. roadmap.Plan.Axes.Take(most).GroupBy(a => a.Part).OrderBy(g => g.Key).SelectMany(part =>
                    part.Select(CardElement (a) => Row(a, roadmap)).Prepend(Section(RoadmapTexts.PartName(part.Key, roster.Territory.Vocabulary)))),
                roadmap.Plan.Axes.Count > most ? Faint($"… et {French.Count(roadmap.Plan.Axes.Count - most, "autre axe", "autres axes")}.") : null,
                Buttons(
                    page is null ? null : new OpenUrlAction(page) { Title = "Ouvrir la feuille de route" },
                    new CardButton("Actualiser", "roadmap.show", new JsonObject { ["territory"] = roster.Territory.Id.Value })),
            ]));
    }

    private static ColumnSet Row(Axis axis, RoadmapView roadmap)
    {
        var decisions = roadmap.Decisions.Where(d => d.Axis == axis.Id).ToList();
        var reports = roadmap.Reports.Count(r => r.Axis == axis.Id);
        CardElement?[] lines =
        [
            Line(Strong(axis.Id.Value.ToUpperInvariant()), Between(" · "), Run(axis.Title)),
            Faint(RoadmapTexts.Standing(axis, decisions.Count, reports)) with { Spacing = Spacing.None },
            decisions is [.., var last]
                ? Faint($"Dernière décision, {RoadmapTexts.NumberOf(last.Instance, last.Number)} : {CardTrim.Shorten(last.Title, 90)}") with { Spacing = Spacing.None }
                : null,
            .. decisions.Where(d => roadmap.ReviewOf(d) is not null).TakeLast(MostReviews).Select(d => Faint(CardTrim.Shorten(
                $"{RoadmapTexts.NumberOf(d.Instance, d.Number)}, {French.Small(FollowDecisionTexts.Became(roadmap.ReviewOf(d)!))}", 140))
                with { Spacing = Spacing.None }),
        ];
        return new ColumnSet(
        [
            new Column([.. lines.OfType<CardElement>()]),
            new Column([RoadmapTexts.Status(axis.Status).Shown()], "auto"),
        ]) { Spacing = Spacing.Medium };
    }
}
