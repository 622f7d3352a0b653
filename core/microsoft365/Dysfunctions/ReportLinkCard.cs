using System.Text.Json.Nodes;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>« lien de signalement »: each table's page, with the button that replaces its address.</summary>
public static class ReportLinkCard
{
    public const string RenewVerb = "dysfunctions.renewlink";

    private const int Most = 8;

    /// <param name="renewed">The table whose link was just replaced; null for none.</param>
    public static AdaptiveCard Of(Territory territory, IReadOnlyList<(Table Table, string Address)> links, TableId? renewed = null) => CardTrim.Fit(Card(
        "Lien de signalement",
        [
            Heading(territory.Name, "Lien de signalement"),
            renewed is null ? null : Notice(NoticeKind.Good, "Lien remplacé", ReportPageTexts.Renewed),
            PeopleText(ReportPageTexts.How),
            .. links.Take(Most).Select(link => LineOf(territory, link.Table, link.Address)),
            Faint(ReportPageTexts.RenewHelp),
        ]));

    private static Container LineOf(Territory territory, Table table, string address) => new(
    [
        Line(Strong($"{table.Short} — {table.Name}")),
        Line(Run(address) with { Size = TextSize.Small }),
        Buttons(new CardButton(
            "Révoquer et recréer", RenewVerb, new JsonObject { ["territory"] = territory.Id.Value, ["table"] = table.Id.Value }))!,
    ])
    { Separator = true, Spacing = Spacing.Medium };
}
