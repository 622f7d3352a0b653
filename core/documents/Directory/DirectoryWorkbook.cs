using System.Globalization;
using Concertation.Domain.Directories;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Concertation.Documents.Directories;

/// <summary>A territory's directory as an Excel file: one line an entry. What it writes, <see cref="WorkbookReader"/> reads back alike.</summary>
public static class DirectoryWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal const string DayFormat = "dd/MM/yyyy";

    private const uint Plain = 0;
    private const uint Heading = 1;

    /// <summary>The cell keeps its apostrophe: words that start like a formula stay words, also once saved from Excel.</summary>
    private const uint Quoted = 2;

    /// <param name="titles">What stands above each column.</param>
    public static byte[] Write(IEnumerable<DirectoryEntry> entries, string sheetName, IReadOnlyDictionary<SheetColumn, string> titles)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new SheetViews(new SheetView(new Pane
                {
                    VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
                }) { WorkbookViewId = 0 }),
                Widths(),
                new SheetData(entries.Select(LineOf).Prepend(new Row(titles.OrderBy(t => t.Key).Select(t => CellOf(t.Value, Heading))))));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = sheetName, SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }

        return file.ToArray();
    }

    private static Row LineOf(DirectoryEntry entry) => new(Enum.GetValues<SheetColumn>().Select(column => TextOf(entry, column) is { Length: > 0 } text
        ? CellOf(text, StartsLikeAFormula(text) ? Quoted : Plain)
        : new Cell()));

    private static string? TextOf(DirectoryEntry entry, SheetColumn column) => column switch
    {
        SheetColumn.Reference => entry.Id.Value,
        SheetColumn.ConfirmedOn => entry.ConfirmedOn?.ToString(DayFormat, CultureInfo.InvariantCulture),
        _ => entry.Words.TextOf(Enum.Parse<EntryField>(column.ToString())),
    };

    private static bool StartsLikeAFormula(string text) => text[0] is '=' or '+' or '-' or '@';

    // An inline string is never evaluated.
    private static Cell CellOf(string text, uint style) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString, StyleIndex = style,
    };

    private static Columns Widths() => new(Enum.GetValues<SheetColumn>().Select(column => new Column
    {
        Min = (uint)column + 1, Max = (uint)column + 1, CustomWidth = true,
        Width = column switch { SheetColumn.Missions or SheetColumn.Criteria or SheetColumn.Admission or SheetColumn.Communes => 45, SheetColumn.ConfirmedOn => 14, _ => 28 },
    }));

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(Format(new CellFormat()), Format(new CellFormat { FontId = 1, ApplyFont = true }), Format(new CellFormat { QuotePrefix = true })));

    private static CellFormat Format(CellFormat format)
    {
        (format.ApplyAlignment, format.Alignment) = (true, new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top });
        return format;
    }
}
