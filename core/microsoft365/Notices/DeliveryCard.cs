using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Notices;

/// <summary>Tells the pilote which messages didn't go as they should, to whom, and why.</summary>
public static class DeliveryCard
{
    private const int MostShown = 30;

    public static AdaptiveCard Of(Roster roster, EffectKind why, IReadOnlyList<Notice> troubled)
    {
        var title = $"Envois à surveiller : {DeliveryTexts.What(why)}";
        return Card(
            title,
            [
                Heading(roster.Territory.Name, title),
                .. troubled.Take(MostShown).Select(n => (CardElement)Line(
                    Strong(roster.PersonOf(n.Recipient)?.Name ?? "Un partenaire"), Between(" — "), Run(DeliveryTexts.Fate(n)))),
                troubled.Count > MostShown ? Faint($"… et {French.Count(troubled.Count - MostShown, "autre", "autres")}.") : null,
            ]);
    }

    public static string Plain(Roster roster, EffectKind why, IReadOnlyList<Notice> troubled) => string.Join(
        "\n",
        [
            $"Envois à surveiller : {DeliveryTexts.What(why)}", "",
            .. troubled.Select(n => $"- {roster.PersonOf(n.Recipient)?.Name ?? "Un partenaire"} : {DeliveryTexts.Fate(n)}"),
        ]);
}
