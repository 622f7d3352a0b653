using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concertation.Documents.Word;

/// <summary>Who was there, college by college.</summary>
internal static class MinutesAttendance
{
    private static readonly (string Head, int Width)[] Columns =
    [
        (WordTexts.College, 1500), (WordTexts.Present, 3738), (WordTexts.Excused, 2300), (WordTexts.Absent, 2100),
    ];

    // So many people in one cell fit on any page.
    private const int MostWhole = 15;

    public static IEnumerable<OpenXmlElement> Of(MinutesPaper paper)
    {
        if (paper.Attendance.Count > 0)
        {
            yield return WordPieces.Words(HouseStyles.Heading1, WordTexts.WhoWasThere);
            // A large college may run over a page: its row splits; a small one stays whole.
            yield return WordPieces.Table(WordTexts.WhoWasThere, Columns, paper.Attendance.Select(c => WordPieces.Row(
                split: Math.Max(c.Present.Count, Math.Max(c.Excused.Count, c.Absent.Count)) > MostWhole,
                WordPieces.Cell(Columns[0].Width, WordPieces.Lines(HouseStyles.Label, c.Name)),
                WordPieces.Cell(Columns[1].Width, People(c.Present)),
                WordPieces.Cell(Columns[2].Width, People(c.Excused)),
                WordPieces.Cell(Columns[3].Width, People(c.Absent)))));
        }
    }

    private static IEnumerable<Paragraph> People(IReadOnlyList<string> lines) => lines.Count == 0
        ? [WordPieces.Words(HouseStyles.Cell, WordTexts.None)]
        : lines.Select(line => WordPieces.Words(HouseStyles.Cell, line));
}
