using System.Globalization;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Documents;

/// <summary>Documents within cards: a line each that opens it, and a button to the whole list.</summary>
internal static class PaperPieces
{
    /// <summary>More aren't tried in a card: the list has them all.</summary>
    public const int MostLinks = 12;

    // A button would cut a long name; a line wraps it.
    public static CardElement Link(DocumentLink link) => new Container(
    [
        Line(
            Run(link.Document.Name) with { Color = TextColor.Accent }, Between(" "),
            Run($"({DocumentTexts.About(link.Document)})") with { IsSubtle = true, Size = TextSize.Small }),
    ])
    { SelectAction = new OpenUrlAction(link.Url) { Title = link.Document.Name }, Spacing = Spacing.Small };

    public static CardElement? All(SessionPapers papers) => Buttons(new OpenUrlAction(papers.All)
    {
        Title = $"Tous les documents ({papers.Links.Count.ToString(CultureInfo.InvariantCulture)})",
    });
}
