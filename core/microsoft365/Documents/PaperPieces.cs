using System.Globalization;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Documents;

/// <summary>Documents within cards: a button each, and one to the whole list.</summary>
internal static class PaperPieces
{
    /// <summary>More aren't tried in a card: the list has them all.</summary>
    public const int MostLinks = 12;

    private const int LongestTitle = 44;

    public static CardElement? Links(IReadOnlyList<DocumentLink> links) => Buttons(links.Select(Link));

    public static CardAction Link(DocumentLink link) => new OpenUrlAction(link.Url)
    {
        Title = CardTrim.Shorten(link.Document.Name, LongestTitle),
        Tooltip = $"{link.Document.Name} ({DocumentTexts.About(link.Document)})",
    };

    public static CardElement? All(SessionPapers papers) => Buttons(new OpenUrlAction(papers.All)
    {
        Title = $"Tous les documents ({papers.Links.Count.ToString(CultureInfo.InvariantCulture)})",
    });
}
