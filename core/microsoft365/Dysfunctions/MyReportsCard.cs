using System.Text.Json.Nodes;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>A page of a person's reports, each a click away from its follow-up; for the pilote, of what waits too.</summary>
public static class MyReportsCard
{
    /// <param name="page">Where what waits is on a page of the person's own; null for none.</param>
    /// <param name="month">« juin », when the person's own of a month were asked for.</param>
    public static AdaptiveCard Of(Roster roster, ReportSlice mine, ReportSlice waiting, string? month = null, Uri? page = null) =>
        CardTrim.AsManyAsFit(ReportsOf.Page, most => Card(
            waiting.Reports.Count == 0 ? "Vos remontées" : "Remontées à traiter",
            [
                Heading(roster.Territory.Name, waiting.Reports.Count > 0 ? "Remontées" : month is null ? "Vos remontées" : $"Vos remontées de {month}"),
                .. waiting.Reports.Count == 0 ? [] : List(roster, WaitingTitle(waiting), waiting, most, "queue"),
                .. mine.Reports.Count == 0
                    ? waiting.Reports.Count > 0 ? [] : [Faint(month is null ? DysfunctionTexts.NoneYet : NoneIn(month))]
                    : waiting.Reports.Count == 0 ? Rows(roster, mine, most, "mine") : List(roster, "Les vôtres", mine, most, "mine"),
                Buttons(
                    new CardButton("Signaler une difficulté", "dysfunctions.form", new JsonObject { ["territory"] = roster.Territory.Id.Value }),
                    page is null ? null : new OpenUrlAction(page) { Title = "Sur une page" }),
            ]));

    private static string WaitingTitle(ReportSlice waiting) => waiting.Next is null
        ? $"À traiter : {waiting.Reports.Count}"
        : $"À traiter : les {waiting.Reports.Count} suivantes, par gravité puis ancienneté";

    private static string NoneIn(string month) =>
        $"Je ne trouve pas de remontée de votre part en {month}. Écrivez « mes remontées » pour les voir toutes.";

    private static IEnumerable<CardElement> List(Roster roster, string title, ReportSlice page, int most, string list) =>
        [Section(title), .. Rows(roster, page, most, list)];

    /// <param name="most">What fits; the next page begins after the last one shown.</param>
    private static IEnumerable<CardElement> Rows(Roster roster, ReportSlice page, int most, string list)
    {
        foreach (var report in page.Reports.Take(most))
        {
            yield return Row(roster, report);
        }

        if (page.Next is not null || page.Reports.Count > most)
        {
            yield return Buttons(new CardButton("Suivantes", "dysfunctions.list", new JsonObject
            {
                ["territory"] = roster.Territory.Id.Value, ["list"] = list, ["after"] = page.Reports[Math.Min(most, page.Reports.Count) - 1].Reference.Value,
            }))!;
        }
    }

    internal static ColumnSet Row(Roster roster, Dysfunction report) => new(
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
