using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Concertation.Documents.Excel;

/// <summary>One sheet: titles on its first line, which stays in sight; a cell is a text, a number or nothing.</summary>
/// <param name="Widths">Of the columns, in characters.</param>
public sealed record SheetToWrite(string Name, IReadOnlyList<string> Titles, IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<object?>> Lines);

/// <summary>Numbers and words as an Excel file. Words never become a formula: each is an inline string, which isn't evaluated.</summary>
public static class SheetFile
{
    private const uint Plain = 0;
    private const uint Heading = 1;

    /// <summary>The cell keeps its apostrophe: words that start like a formula stay words, also once saved from Excel.</summary>
    private const uint Quoted = 2;
    private const int LongestName = 31;

    public static byte[] Write(IReadOnlyList<SheetToWrite> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            workbook.Workbook = new Workbook(new Sheets(sheets.Select((sheet, i) => new Sheet
            {
                Name = NameOf(sheet.Name), SheetId = (uint)i + 1, Id = workbook.GetIdOfPart(PartOf(workbook, sheet)),
            })));
        }

        return file.ToArray();
    }

    private static WorksheetPart PartOf(WorkbookPart workbook, SheetToWrite sheet)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(
            new SheetViews(new SheetView(new Pane
            {
                VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
            }) { WorkbookViewId = 0 }),
            new Columns(sheet.Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, CustomWidth = true, Width = width })),
            new SheetData(sheet.Lines.Select(line => new Row(line.Select(CellOf))).Prepend(new Row(sheet.Titles.Select(t => Words(t, Heading))))));
        return part;
    }

    // Excel refuses these signs in the name of a sheet, and more than 31 characters.
    private static string NameOf(string name)
    {
        var plain = string.Concat(name.Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\')));
        return plain.Length <= LongestName ? plain : plain[..LongestName];
    }

    private static Cell CellOf(object? value) => value switch
    {
        null or "" => new Cell(),
        int number => new Cell(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number, StyleIndex = Plain },
        string text => Words(text, text[0] is '=' or '+' or '-' or '@' ? Quoted : Plain),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "neither words nor a number"),
    };

    private static Cell Words(string text, uint style) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString, StyleIndex = style,
    };

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
