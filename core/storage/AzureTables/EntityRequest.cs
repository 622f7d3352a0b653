using System.Text.RegularExpressions;
using Azure.Core;
using Concertation.Storage.Rows;

namespace Concertation.Storage.AzureTables;

/// <summary>One change as an HTTP request, to send by itself or inside a batch.</summary>
internal sealed partial record EntityRequest(
    RequestMethod Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Well-formed, and older than any row.</summary>
    public const string NeverMatches = "W/\"datetime'1601-01-01T00%3A00%3A00Z'\"";

    private static readonly (string, string)[] Accept =
        [("Accept", "application/json;odata=minimalmetadata"), ("DataServiceVersion", "3.0;")];

    private static readonly (string, string)[] Json =
        [.. Accept, ("Content-Type", "application/json"), ("Prefer", "return-no-content")];

    public static EntityRequest Of(
        TableAddresses addresses, string table, string partition, RowChange change, Guid operation)
    {
        var row = addresses.Row(table, partition, change.Key).AbsoluteUri;
        return change switch
        {
            RowChange.Insert insert => new(
                RequestMethod.Post, addresses.Table(table).AbsoluteUri, Json,
                EntityJson.Write(partition, change.Key, insert.Properties, operation)),
            RowChange.Put { IfMatch: { } etag } put => new(
                RequestMethod.Put, row, [.. Json, ("If-Match", WellFormed(etag))],
                EntityJson.Write(partition, change.Key, put.Properties, operation)),
            RowChange.Put put => new(
                RequestMethod.Put, row, Json, EntityJson.Write(partition, change.Key, put.Properties, operation)),
            RowChange.Delete delete => new(
                RequestMethod.Delete, row, [.. Accept, ("If-Match", WellFormed(delete.IfMatch))], default),
            _ => throw new InvalidOperationException($"Unknown change {change.GetType().Name}."),
        };
    }

    // ETags are opaque to callers: one the service never gave matches nothing, it is not a malformed request.
    private static string WellFormed(string etag) => etag == "*" || ServiceETag().IsMatch(etag) ? etag : NeverMatches;

    [GeneratedRegex("^W/\"[!#-~]*\"$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServiceETag();
}
