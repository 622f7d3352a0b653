using System.Globalization;
using Concertation.Documents.Excel;
using Concertation.Domain.Directories;

namespace Concertation.Documents.Directories;

/// <summary>A territory's directory as an Excel file: one line an entry. What it writes, <see cref="WorkbookReader"/> reads back alike.</summary>
public static class DirectoryWorkbook
{
    internal const string DayFormat = "dd/MM/yyyy";

    /// <param name="titles">What stands above each column.</param>
    public static byte[] Write(IEnumerable<DirectoryEntry> entries, string sheetName, IReadOnlyDictionary<SheetColumn, string> titles) => SheetFile.Write(
    [
        new SheetToWrite(
            sheetName, [.. titles.OrderBy(t => t.Key).Select(t => t.Value)], [.. Enum.GetValues<SheetColumn>().Select(WidthOf)],
            [.. entries.Select(IReadOnlyList<object?> (entry) => [.. Enum.GetValues<SheetColumn>().Select(column => TextOf(entry, column))])]),
    ]);

    private static string? TextOf(DirectoryEntry entry, SheetColumn column) => column switch
    {
        SheetColumn.Reference => entry.Id.Value,
        SheetColumn.ConfirmedOn => entry.ConfirmedOn?.ToString(DayFormat, CultureInfo.InvariantCulture),
        _ => entry.Words.TextOf(Enum.Parse<EntryField>(column.ToString())),
    };

    private static int WidthOf(SheetColumn column) => column switch
    {
        SheetColumn.Missions or SheetColumn.Criteria or SheetColumn.Admission or SheetColumn.Communes => 45,
        SheetColumn.ConfirmedOn => 14,
        _ => 28,
    };
}
