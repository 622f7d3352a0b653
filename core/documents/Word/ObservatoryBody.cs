using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concertation.Documents.Word;

/// <summary>What stands under the title block of a year's numbers: a table a facet, each row with its bar.</summary>
internal static class ObservatoryBody
{
    private const int LongestBar = 18;
    private static readonly int[] Widths = [4538, 1600, 3500];

    public static IEnumerable<OpenXmlElement> Of(ObservatoryPaper paper) =>
    [
        WordPieces.Words(HouseStyles.Hint, paper.Note),
        .. paper.Tables.SelectMany(Part),
    ];

    private static IEnumerable<OpenXmlElement> Part(ObservatoryTable table)
    {
        yield return WordPieces.Words(HouseStyles.Heading1, table.Title);
        if (table.Rows.Count == 0)
        {
            yield return WordPieces.Words(HouseStyles.Hint, WordTexts.NothingToShow);
            yield break;
        }

        yield return WordPieces.Table(
            table.Title, [(table.Head, Widths[0]), (table.CountHead, Widths[1]), (WordTexts.Proportion, Widths[2])], table.Rows.Select(Row));
        if (table.Note is { } note)
        {
            yield return WordPieces.Words(HouseStyles.Hint, note);
        }
    }

    private static TableRow Row(ObservatoryRow row) => WordPieces.Row(
        split: false,
        WordPieces.Cell(Widths[0], WordPieces.Lines(HouseStyles.Cell, row.Name)),
        WordPieces.Cell(Widths[1], WordPieces.Lines(HouseStyles.Label, row.Count)),
        WordPieces.Cell(Widths[2], WordPieces.Lines(HouseStyles.Cell, Bar(row.Share))));

    private static string? Bar(double share) => share <= 0 ? null : new string('█', Math.Max(1, (int)Math.Round(LongestBar * share)));
}
