using System.Text.Json.Nodes;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>A person's reports, each a click away from its follow-up; for the pilote, what waits to be qualified too.</summary>
public static class MyReportsCard
{
    private const int MostShown = 10;

    public static AdaptiveCard Of(
        Roster roster, IReadOnlyList<Dysfunction> mine, IReadOnlyList<Dysfunction> toQualify, string? month = null) =>
        CardTrim.AsManyAsFit(MostShown, most => Card(
            toQualify.Count == 0 ? "Vos remontées" : "Remontées à qualifier",
            [
                Heading(roster.Territory.Name, toQualify.Count > 0 ? "Remontées" : month is null ? "Vos remontées" : $"Vos remontées de {month}"),
                .. toQualify.Count == 0 ? [] : List(roster, $"À qualifier : {toQualify.Count}", toQualify, most),
                .. mine.Count == 0
                    ? toQualify.Count > 0 ? [] : [Faint(month is null ? DysfunctionTexts.NoneYet : NoneIn(month))]
                    : toQualify.Count == 0 ? Rows(roster, mine, most) : List(roster, "Les vôtres", mine, most),
                Buttons(new CardButton("Signaler une difficulté", "dysfunctions.form", new JsonObject { ["territory"] = roster.Territory.Id.Value })),
            ]));

    private static string NoneIn(string month) =>
        $"Je ne trouve pas de remontée de votre part en {month}. Écrivez « mes remontées » pour les voir toutes.";

    private static IEnumerable<CardElement> List(Roster roster, string title, IReadOnlyList<Dysfunction> reports, int most) =>
        [Section(title), .. Rows(roster, reports, most)];

    private static IEnumerable<CardElement> Rows(Roster roster, IReadOnlyList<Dysfunction> reports, int most)
    {
        foreach (var report in reports.Take(most))
        {
            yield return Row(roster, report);
        }

        if (reports.Count > most)
        {
            yield return Faint($"… et {French.Count(reports.Count - most, "autre", "autres")}. Donnez une référence, ou un mois : « mes remontées de juin ».");
        }
    }

    private static ColumnSet Row(Roster roster, Dysfunction report) => new(
    [
        new Column(
        [
            Line(Strong(report.Reference.Value), Between(" · "), Run(French.ShortDay(report.ReceivedAt, roster.Zone))),
            PeopleText(CardTrim.Shorten(report.Happened.ReplaceLineEndings(" "), 110)) with { Spacing = Spacing.None },
        ]),
        new Column([DysfunctionTexts.Status(report.Status).Shown(), Line(Run("Ouvrir ›") with { Color = TextColor.Accent }) with { HorizontalAlignment = HorizontalAlignment.Right }], "auto") { VerticalContentAlignment = VerticalAlignment.Center },
    ])
    {
        Separator = true,
        SelectAction = new CardButton(
            $"Ouvrir {report.Reference}", "dysfunctions.show",
            new JsonObject { ["territory"] = roster.Territory.Id.Value, ["report"] = report.Reference.Value }).ToCardAction(),
    };
}
