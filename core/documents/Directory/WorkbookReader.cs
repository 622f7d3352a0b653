using System.Globalization;
using System.Xml;
using Concertation.Domain.Directories;
using DocumentFormat.OpenXml.Packaging;

namespace Concertation.Documents.Directories;

/// <summary>
/// Reads a directory from the first sheet of an Excel file, a line at a time, and says everything that is wrong with it. Columns
/// are known by their titles, in any order. Whoever wrote the file isn't trusted: parts, lines, cells and words are counted, and
/// nothing in it is evaluated.
/// </summary>
public static class WorkbookReader
{
    /// <summary>Bytes of a file; the largest directory is far below.</summary>
    private const long LargestFile = 5 * 1024 * 1024;

    private const int MostCharacters = 20_000_000;
    private const int MostFaults = 500;

    private static readonly SheetColumn[] Needed = [SheetColumn.Structure, SheetColumn.Missions];

    public static SheetReading Read(Stream file, IReadOnlyDictionary<SheetColumn, string> titles)
    {
        if (file.CanSeek && file.Length > LargestFile)
        {
            return Unreadable();
        }

        try
        {
            using var document = SpreadsheetDocument.Open(file, false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            if (document.WorkbookPart is not { } workbook || workbook.VbaProjectPart is not null || SheetCells.First(workbook) is not { } sheet)
            {
                return Unreadable();
            }

            return new OneReading(titles).Of(new SheetCells(workbook).Read(sheet, EntryRules.MostEntries + 1));
        }
        catch (Exception e) when (e is OpenXmlPackageException or XmlException or IOException or InvalidDataException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return Unreadable();
        }
    }

    private static SheetReading.Faulty Unreadable() => new(
        new DirectorySheet([], new Dictionary<SheetColumn, string>()), [new SheetFault(0, null, null, SheetFaultKind.Unreadable)]);

    private sealed class OneReading(IReadOnlyDictionary<SheetColumn, string> titles)
    {
        private readonly Dictionary<int, SheetColumn> _columns = [];
        private readonly List<SheetFault> _faults = [];
        private readonly List<SheetRow> _rows = [];

        public SheetReading Of(IEnumerable<SheetLine> lines)
        {
            var headed = false;
            foreach (var line in lines)
            {
                if (line.TooMany)
                {
                    Fault(new(line.Number, null, null, SheetFaultKind.TooManyRows, EntryRules.MostEntries));
                    break;
                }

                if (!headed)
                {
                    headed = true;
                    ReadTitles(line);
                }
                else if (line.Cells.Values.Any(c => c.IsFormula || c.IsError || c.Text.Length > 0))
                {
                    ReadRow(line);
                }
            }

            if (_rows.Count == 0 && _faults.Count == 0)
            {
                Fault(new(0, null, null, SheetFaultKind.NoRows));
            }

            var sheet = new DirectorySheet(_rows, _columns.ToDictionary(c => c.Value, c => SheetCells.Letter(c.Key)));
            return _faults.Count == 0 ? new SheetReading.Read(sheet) : new SheetReading.Faulty(sheet, _faults);
        }

        private void ReadTitles(SheetLine line)
        {
            var known = titles.ToDictionary(t => EntryText.Fold(t.Value), t => t.Key, StringComparer.Ordinal);
            foreach (var (at, cell) in line.Cells.Where(c => c.Value.Text.Trim().Length > 0))
            {
                if (!known.TryGetValue(EntryText.Fold(cell.Text), out var column))
                {
                    Fault(new(line.Number, SheetCells.Letter(at), null, SheetFaultKind.UnknownColumn));
                }
                else if (_columns.ContainsValue(column))
                {
                    Fault(new(line.Number, SheetCells.Letter(at), column, SheetFaultKind.ColumnTwice));
                }
                else
                {
                    _columns[at] = column;
                }
            }

            foreach (var column in Needed.Where(c => !_columns.ContainsValue(c)))
            {
                Fault(new(line.Number, null, column, SheetFaultKind.MissingColumn));
            }
        }

        private void ReadRow(SheetLine line)
        {
            var texts = new Dictionary<SheetColumn, string>();
            foreach (var (at, cell) in line.Cells)
            {
                if (!_columns.TryGetValue(at, out var column))
                {
                    continue;
                }

                if (cell.IsFormula || cell.IsError)
                {
                    Fault(new(line.Number, SheetCells.Letter(at), column, cell.IsFormula ? SheetFaultKind.Formula : SheetFaultKind.CellError));
                }

                texts[column] = cell.Text;
            }

            // Without its columns a line says nothing of its own.
            if (Needed.All(_columns.ContainsValue))
            {
                var reference = OneLine(texts.GetValueOrDefault(SheetColumn.Reference));
                _rows.Add(new SheetRow(
                    line.Number, reference, EntryWords.Of(field => texts.GetValueOrDefault(Enum.Parse<SheetColumn>(field.ToString()))),
                    DayOf(line.Number, texts.GetValueOrDefault(SheetColumn.ConfirmedOn))));
            }
        }

        private DateOnly? DayOf(int row, string? text)
        {
            if (OneLine(text) is not { } written)
            {
                return null;
            }

            if (DateOnly.TryParseExact(written, ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            // Excel keeps a day as the number of days since the end of 1899.
            if (double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is >= 36_526 and < 73_051)
            {
                return new DateOnly(1899, 12, 30).AddDays((int)serial);
            }

            var at = _columns.First(c => c.Value == SheetColumn.ConfirmedOn).Key;
            Fault(new(row, SheetCells.Letter(at), SheetColumn.ConfirmedOn, SheetFaultKind.NotADate));
            return null;
        }

        private void Fault(SheetFault fault)
        {
            if (_faults.Count < MostFaults)
            {
                _faults.Add(fault);
            }
        }

        private static string? OneLine(string? text) => Domain.OneLine.Of(text) is { Length: > 0 } line ? line : null;
    }
}
