using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concertation.Documents.Word;

/// <summary>What stands under the title block of « Ordre du jour ».</summary>
internal static class AgendaBody
{
    private static readonly (string Head, int Width)[] Columns =
    [
        (WordTexts.Number, 600), (WordTexts.Item, 4838), (WordTexts.Presenter, 1800), (WordTexts.Kind, 1300),
        (WordTexts.Time, 1100),
    ];

    public static IEnumerable<OpenXmlElement> Of(AgendaPaper paper)
    {
        yield return WordPieces.Words(HouseStyles.Heading1, WordTexts.Items);
        if (paper.Items.Count == 0)
        {
            yield return WordPieces.Words(HouseStyles.Hint, WordTexts.NoItem);
            yield break;
        }

        yield return WordPieces.Table(WordTexts.Items, Columns, paper.Items.Select(Row));
        yield return WordPieces.Paragraph(HouseStyles.Total, WordPieces.Ours(WordTexts.Total), WordPieces.Run(paper.Total));
    }

    private static TableRow Row(AgendaLine item) => WordPieces.Row(
        split: false,
        WordPieces.Cell(Columns[0].Width, [WordPieces.Words(
            HouseStyles.Label, item.Number.ToString(CultureInfo.InvariantCulture))]),
        WordPieces.Cell(Columns[1].Width, Point(item)),
        WordPieces.Cell(Columns[2].Width, WordPieces.Lines(HouseStyles.Cell, item.Presenter ?? WordTexts.None)),
        WordPieces.Cell(Columns[3].Width, WordPieces.Lines(HouseStyles.Cell, item.Kind)),
        WordPieces.Cell(Columns[4].Width, WordPieces.Lines(HouseStyles.Cell, item.Time)));

    private static IEnumerable<OpenXmlElement> Point(AgendaLine item)
    {
        yield return WordPieces.Words(HouseStyles.Label, item.Title);
        if (item.InCamera)
        {
            yield return WordPieces.Words(HouseStyles.DetailAlert, WordTexts.InCamera);
        }

        if (item.Axis is { } axis)
        {
            yield return Detail(WordTexts.AxisIs, axis);
        }

        if (item.Reports.Count > 0)
        {
            yield return Detail(
                item.Reports.Count == 1 ? WordTexts.Report : WordTexts.Reports, string.Join(", ", item.Reports));
        }

        if (item.Documents.Count > 0)
        {
            yield return Detail(
                item.Documents.Count == 1 ? WordTexts.Document : WordTexts.Documents, string.Join(", ", item.Documents));
        }

        foreach (var vote in item.Votes ?? [])
        {
            yield return WordPieces.Words(HouseStyles.Detail, vote);
        }
    }

    private static Paragraph Detail(string label, string words) =>
        WordPieces.Paragraph(HouseStyles.Detail, WordPieces.Ours(label), WordPieces.Run(words));
}
