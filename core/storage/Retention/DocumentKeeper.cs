using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Retention;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Retention;

/// <summary>Documents, with their bytes once no other document has the same.</summary>
internal sealed class DocumentKeeper(IRowStore rows, IDocumentBytes bytes) : RecordKeeper
{
    public override string Table => Partitions.Documents;

    public override ValueTask<(RecordKind Kind, DateTimeOffset At)?> Old(
        Row row, TerritoryId territory, BeforeOf before, CancellationToken cancel) =>
        new(Read(row).AddedAt is var at && at < before(RecordKind.Documents) ? (RecordKind.Documents, at) : null);

    public override async Task Purge(Row row, OldRecord old, CancellationToken cancel)
    {
        var document = Read(row);
        // The bytes first: were they left when a process is killed, nothing would lead to them any more.
        var shared = false;
        await foreach (var other in rows.Query(Table, row.Partition, RowRange.All, cancel))
        {
            shared = other.Key != row.Key && Equals(other.Properties.GetValueOrDefault("Sha256"), document.Sha256);
            if (shared)
            {
                break;
            }
        }

        if (!shared)
        {
            await bytes.Remove(document.Territory, document.Sha256, cancel);
        }

        await rows.Commit(Table, row.Partition, [new RowChange.Delete(row.Key, row.ETag)], cancel);
    }

    public override ValueTask<RowHolding?> About(Row row, Named named, CancellationToken cancel) =>
        new(new RowHolding(HoldingKind.Document, named.Is(Read(row).AddedBy.Value), Stays: false));

    /// <summary>The document is the session's; that the person brought it is forgotten.</summary>
    public override Task Erase(Row row, Named named, CancellationToken cancel)
    {
        var nobody = Read(row) with { AddedBy = new("forgotten"), AddedByName = ForgetReport.Nobody };
        var properties = row.Properties.Where(p => !p.Key.StartsWith("Body", StringComparison.Ordinal)).Select(p => (p.Key, (object?)p.Value));
        return rows.Commit(
            Table, row.Partition, [new RowChange.Put(row.Key, RowBody.Of(nobody, StorageJson.Default.Document, [.. properties]), row.ETag)], cancel);
    }

    private static Document Read(Row row) => row.Read(StorageJson.Default.Document);
}
