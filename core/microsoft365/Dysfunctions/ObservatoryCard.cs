using System.Text.Json.Nodes;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>A year's reports at a glance: what counts most of each facet, with a bar; the page has the rest.</summary>
public static class ObservatoryCard
{
    private const int MostRows = 4;
    private const int LongestBar = 12;

    /// <param name="page">Where all of it can be read; null for whoever has no page.</param>
    public static AdaptiveCard Of(Roster roster, ObservatoryView view, Uri? page, FormNotice? notice = null)
    {
        var title = ObservatoryTexts.Title(view.Year);
        var told = string.Join(", ", new[] { ObservatoryTexts.Total(view), ObservatoryTexts.Clusters(view) }.OfType<string>());
        return CardTrim.AsManyAsFit(MostRows, most => Card(
            $"{title} : {told}.",
            [
                Heading(roster.Territory.Name, title),
                notice is null ? null : Notice(NoticeKind.Good, notice.Title, notice.Text),
                Lead($"{French.Capital(told)}."),
                .. view.Facets.SelectMany(facet => Facet(facet, view.Exact, most)),
                Faint($"{ObservatoryTexts.CountedAt(view, roster.Zone)} {(view.Exact ? ObservatoryTexts.Exact : ObservatoryTexts.InBands)}"),
                Buttons(
                    page is null ? null : new OpenUrlAction(page) { Title = "Ouvrir l’observatoire" },
                    view.Exact ? new CardButton("Actualiser", "observatory.refresh", new JsonObject
                    {
                        ["territory"] = roster.Territory.Id.Value, ["year"] = view.Year,
                    }) : null),
            ]));
    }

    private static IEnumerable<CardElement?> Facet(ShownFacet facet, bool exact, int most)
    {
        var top = facet.Tallies.Where(t => t.Count.From > 0).OrderByDescending(t => t.Count.From).Take(most).ToList();
        if (top.Count == 0)
        {
            yield break;
        }

        yield return Section(ObservatoryTexts.FacetName(facet.Facet, exact));
        foreach (var tally in facet.Facet == ObservatoryFacet.Month ? top.OrderBy(t => t.Value, StringComparer.Ordinal) : top.AsEnumerable())
        {
            yield return Row(ObservatoryTexts.ValueName(facet.Facet, tally), tally.Count, top[0].Count.From);
        }
    }

    private static ColumnSet Row(string name, ShownCount count, int longest) => new(
    [
        new Column(
        [
            PeopleText(CardTrim.Shorten(name, 70)),
            Line(Between(new string('▇', Math.Max(1, LongestBar * count.From / longest))) with { Color = TextColor.Accent, Size = TextSize.Small })
                with { Spacing = Spacing.None },
        ]),
        new Column([Line(Strong(ObservatoryTexts.Number(count)))], "auto"),
    ]) { Spacing = Spacing.Small };
}
