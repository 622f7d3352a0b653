using Concertation.Storage.Rows;

namespace Concertation.Storage.AzureTables;

/// <summary>A range as an OData filter. What a request can't carry is left to <see cref="Contains"/>.</summary>
internal static class RangeFilter
{
    public static string Of(string partition, RowRange range)
    {
        var filter = $"PartitionKey eq {Quoted(partition)}";
        // Raising the last character of a prefix can leave half a surrogate pair, which UTF-8 can't carry.
        if (!string.IsNullOrEmpty(range.From) && RowRules.IsWellFormed(range.From))
        {
            filter += $" and RowKey ge {Quoted(range.From)}";
        }

        if (range.To is not null && RowRules.IsWellFormed(range.To))
        {
            filter += $" and RowKey lt {Quoted(range.To)}";
        }

        return filter;
    }

    /// <summary>What comes after a row: in its partition, then in the others. No filter at all begins at the first.</summary>
    public static IReadOnlyList<string> After((string Partition, string Key)? row) => row is var (partition, key)
        ? [$"PartitionKey eq {Quoted(partition)} and RowKey gt {Quoted(key)}", $"PartitionKey gt {Quoted(partition)}"]
        : ["PartitionKey ge ''"];

    public static bool Contains(RowRange range, string key) =>
        (range.From is null || string.CompareOrdinal(key, range.From) >= 0)
        && (range.To is null || string.CompareOrdinal(key, range.To) < 0);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
