using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Concertation.Documents.Directories;

/// <param name="TooMany">The lines went on beyond what is read.</param>
/// <param name="Cells">By column, the first being 0.</param>
internal sealed record SheetLine(int Number, IReadOnlyDictionary<int, SheetCell> Cells, bool TooMany = false);

internal sealed record SheetCell(string Text, bool IsFormula, bool IsError);

/// <summary>
/// The cells of a sheet, read forwards and never as a whole: 100,000 lines or a part that inflates without end stop at a limit.
/// Source: ECMA-376 part 1, 18.3.1.4 (c) and 18.18.11 (ST_CellType).
/// </summary>
internal sealed class SheetCells(WorkbookPart workbook)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int MostColumns = 30;
    private const int MostShared = 50_000;
    private const int LongestText = 33_000;

    /// <summary>Of the texts shared between cells, all together: those of a directory are far shorter.</summary>
    private const int MostCharacters = 5_000_000;

    private readonly List<string> _shared = [];

    public static WorksheetPart? First(WorkbookPart workbook) =>
        workbook.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value is { } id && workbook.TryGetPartById(id, out var part)
            ? part as WorksheetPart
            : null;

    public static string Letter(int column) => column < 26
        ? ((char)('A' + column)).ToString()
        : Letter(column / 26 - 1) + (char)('A' + column % 26);

    /// <param name="most">Lines with something in them, the titles included.</param>
    public IEnumerable<SheetLine> Read(WorksheetPart sheet, int most)
    {
        ReadShared();
        using var part = sheet.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = Reader(part);
        var (number, read) = (0, 0);
        while (reader.ReadToFollowing("row", Main))
        {
            number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : number + 1;
            using var row = reader.ReadSubtree();
            var cells = Cells(row);
            if (cells.Count == 0)
            {
                continue;
            }

            if (++read > most)
            {
                yield return new SheetLine(number, cells, TooMany: true);
                yield break;
            }

            yield return new SheetLine(number, cells);
        }
    }

    private Dictionary<int, SheetCell> Cells(XmlReader row)
    {
        var cells = new Dictionary<int, SheetCell>();
        var next = 0;
        while (row.ReadToFollowing("c", Main))
        {
            var at = ColumnOf(row.GetAttribute("r")) ?? next;
            next = at + 1;
            var kind = row.GetAttribute("t");
            using var cell = row.ReadSubtree();
            if (at < MostColumns && CellOf(cell, kind) is { } read && (read.IsFormula || read.IsError || read.Text.Length > 0))
            {
                cells[at] = read;
            }
        }

        return cells;
    }

    private SheetCell CellOf(XmlReader cell, string? kind)
    {
        var (text, formula) = (new StringBuilder(), false);
        var inside = "";
        var phonetic = -1;
        while (cell.Read())
        {
            switch (cell.NodeType)
            {
                case XmlNodeType.Element:
                    inside = cell.LocalName;
                    formula |= inside == "f";
                    phonetic = inside == "rPh" && phonetic < 0 ? cell.Depth : phonetic;
                    break;
                case XmlNodeType.EndElement:
                    inside = "";
                    phonetic = cell.Depth == phonetic ? -1 : phonetic;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA
                    when inside is "v" or "t" && phonetic < 0 && text.Length <= LongestText:
                    text.Append(cell.Value);
                    break;
            }
        }

        var words = text.Length > LongestText ? text.ToString(0, LongestText) : text.ToString();
        return new SheetCell(kind == "s" ? Shared(words) : words, formula, kind == "e");
    }

    private string Shared(string index) => int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count
        ? _shared[at]
        : throw new InvalidDataException("a shared text that isn't there");

    private void ReadShared()
    {
        if (workbook.SharedStringTablePart is not { } table)
        {
            return;
        }

        using var part = table.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = Reader(part);
        var characters = 0;
        while (reader.ReadToFollowing("si", Main))
        {
            using var item = reader.ReadSubtree();
            var text = CellOf(item, null).Text;
            characters += text.Length;
            if (_shared.Count >= MostShared || characters > MostCharacters)
            {
                throw new InvalidDataException("more texts than a directory has");
            }

            _shared.Add(text);
        }
    }

    // "C12" is 2; null where the cell doesn't say.
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = column * 26 + letter - 'A' + 1;
        }

        return column == 0 ? null : column - 1;
    }

    private static XmlReader Reader(Stream part) => XmlReader.Create(
        part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 20_000_000 });
}
