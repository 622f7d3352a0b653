using System.Text.Json.Nodes;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;
using Table = Concertation.Domain.Tables.Table;

namespace Concertation.Microsoft365.Calendar;

/// <summary>A table's calendar and the person's own address of it.</summary>
public sealed record FeedLine(Table Table, string Address);

/// <summary>« calendrier »: the person's secret addresses, each with the button that replaces it.</summary>
public static class FeedCard
{
    public const string RenewVerb = "calendar.renew";
    public const string Territory = "territory";
    public const string Table = "table";

    private const int Most = 8;

    /// <param name="renewed">The table whose address was just replaced; null for none.</param>
    public static AdaptiveCard Of(Territory territory, IReadOnlyList<FeedLine> lines, TableId? renewed = null) => CardTrim.Fit(Card(
        "S’abonner au calendrier des séances",
        [
            Heading(territory.Name, "S’abonner au calendrier"),
            renewed is null ? null : Notice(NoticeKind.Good, "Adresse remplacée", FeedTexts.Renewed),
            PeopleText(FeedTexts.How),
            .. lines.Take(Most).SelectMany(line => LineOf(territory, line)),
            Faint(FeedTexts.Secret),
        ]));

    private static IEnumerable<CardElement> LineOf(Territory territory, FeedLine line)
    {
        yield return new Container(
        [
            Line(Strong($"{line.Table.Short} — {line.Table.Name}")),
            Line(Run(line.Address) with { Size = TextSize.Small }),
            Buttons(new CardButton(
                "Révoquer et recréer", RenewVerb,
                new JsonObject { [Territory] = territory.Id.Value, [Table] = line.Table.Id.Value }))!,
        ])
        { Separator = true, Spacing = Spacing.Medium };
    }
}
