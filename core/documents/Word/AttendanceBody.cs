using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concertation.Documents.Word;

/// <summary>What stands under the title block of « Feuille de présence ».</summary>
internal static class AttendanceBody
{
    private static readonly int[] Widths = [3000, 2400, 1938, 2300];

    /// <summary>Room for a signature: 1,1 cm, in twentieths of a point.</summary>
    private const uint RowHeight = 624;

    public static IEnumerable<OpenXmlElement> Of(AttendancePaper paper) =>
    [
        WordPieces.Words(HouseStyles.Heading1, WordTexts.Seats),
        .. paper.Colleges.SelectMany(c => Part(HouseStyles.Heading2, c.Name, WordTexts.Person, c.Rows)),
        .. paper.Guests.Count > 0
            ? Part(HouseStyles.Heading1, WordTexts.Guests, WordTexts.GuestPerson, paper.Guests)
            : [],
    ];

    private static IEnumerable<OpenXmlElement> Part(
        string heading, string name, string person, IReadOnlyList<AttendanceRow> rows) =>
    [
        WordPieces.Words(heading, name),
        WordPieces.Table(
            name,
            [(WordTexts.Structure, Widths[0]), (person, Widths[1]), (WordTexts.State, Widths[2]), (WordTexts.Signature, Widths[3])],
            rows.Select(Row)),
    ];

    private static TableRow Row(AttendanceRow row) => new(
        new TableRowProperties(
            new CantSplit(), new TableRowHeight { Val = RowHeight, HeightType = HeightRuleValues.AtLeast }),
        WordPieces.Cell(Widths[0], WordPieces.Lines(HouseStyles.Cell, row.Structure)),
        WordPieces.Cell(Widths[1], WordPieces.Lines(HouseStyles.Cell, row.Person ?? WordTexts.None)),
        WordPieces.Cell(Widths[2], State(row)),
        WordPieces.Cell(Widths[3], WordPieces.Lines(HouseStyles.Cell, row.Signs ? null : WordTexts.None)));

    private static IEnumerable<OpenXmlElement> State(AttendanceRow row) =>
    [
        .. WordPieces.Lines(HouseStyles.Cell, row.State),
        .. row.How is { } how ? WordPieces.Lines(HouseStyles.Detail, how) : [],
    ];
}
