using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concertation.Documents.Word;

/// <summary>The table of actions.</summary>
internal static class MinutesActions
{
    private static readonly (string Head, int Width)[] Columns =
    [
        (WordTexts.Number, 600), (WordTexts.What, 3938), (WordTexts.Who, 2000), (WordTexts.When, 1500), (WordTexts.Axis, 1600),
    ];

    public static OpenXmlElement Of(MinutesPlaces places, IReadOnlyList<MinutesAction> actions) => actions.Count == 0
        ? WordPieces.Words(HouseStyles.Hint, WordTexts.NoAction)
        : WordPieces.Table(
            WordTexts.Actions, Columns, [.. actions.Select((a, i) => Row(places, a, i + 1))],
            places.Marked(MinutesLinks.ActionTable, 1, HouseStyles.CellHead, WordPieces.Ours(Columns[0].Head)));

    private static TableRow Row(MinutesPlaces places, MinutesAction action, int number) => WordPieces.Row(
        split: false,
        WordPieces.Cell(Columns[0].Width, [places.Marked(
            MinutesLinks.Action, number, HouseStyles.Label, WordPieces.Ours(number.ToString(CultureInfo.InvariantCulture)))]),
        Field(places, MinutesLinks.Action, number, 1, action.What),
        Field(places, MinutesLinks.Who, number, 2, action.Who),
        Field(places, MinutesLinks.When, number, 3, action.When),
        WordPieces.Cell(Columns[4].Width, WordPieces.Lines(HouseStyles.Cell, action.Axis ?? WordTexts.None)));

    private static TableCell Field(MinutesPlaces places, string kind, int number, int column, string words) => WordPieces.Cell(
        Columns[column].Width,
        [places.Control(
            kind, number, Columns[column].Head, HouseStyles.Cell, PlainWords.Paragraphs(words), WordTexts.None, locked: false)]);
}
