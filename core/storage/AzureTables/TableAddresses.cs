namespace Concertation.Storage.AzureTables;

/// <summary>Where tables and rows are, percent-encoded; a quote inside a key is doubled.</summary>
internal sealed class TableAddresses(Uri endpoint)
{
    private readonly string root = endpoint.AbsoluteUri.TrimEnd('/');

    public Uri Tables => new($"{root}/Tables");

    public Uri Batch => new($"{root}/$batch");

    public Uri Table(string table) => new($"{root}/{table}");

    public Uri Row(string table, string partition, string key) =>
        new($"{root}/{table}(PartitionKey='{Key(partition)}',RowKey='{Key(key)}')");

    /// <summary>One page of a range; the continuation is what the page before answered with.</summary>
    public Uri Page(string table, string filter, (string Partition, string? Row)? continuation, int? most = null)
    {
        var address = $"{root}/{table}()?$filter={Uri.EscapeDataString(filter)}";
        address += most is null ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"&$top={most}");
        if (continuation is var (partition, row))
        {
            address += $"&NextPartitionKey={Uri.EscapeDataString(partition)}";
            address += row is null ? "" : $"&NextRowKey={Uri.EscapeDataString(row)}";
        }

        return new(address);
    }

    private static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
