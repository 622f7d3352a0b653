using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Dysfunctions;

/// <summary>Links to the pages where anybody reports: "link|{hash}" for each one ever made, "linkof|{table}" for the one that is good.</summary>
internal sealed class ReportLinkStore(IRowStore rows) : IReportLinks
{
    public async Task<ReportLink?> Find(TerritoryId territory, string hash, CancellationToken cancel) =>
        (await Get(territory, KeyOf(hash), cancel))?.Read(StorageJson.Default.ReportLink);

    public async Task<ReportLink?> Of(TerritoryId territory, TableId table, CancellationToken cancel) =>
        (await Get(territory, KeyOf(table), cancel))?.Read(StorageJson.Default.ReportLink);

    public async Task<bool> Replace(TerritoryId territory, ReportLink? before, ReportLink link, CancellationToken cancel)
    {
        var standing = await Get(territory, KeyOf(link.Table), cancel);
        if (standing?.Read(StorageJson.Default.ReportLink).Hash != before?.Hash)
        {
            return false;
        }

        List<RowChange> changes =
        [
            new RowChange.Insert(KeyOf(link.Hash), Body(link)),
            standing is null
                ? new RowChange.Insert(KeyOf(link.Table), Body(link))
                : new RowChange.Put(KeyOf(link.Table), Body(link), standing.ETag),
        ];
        if (before is not null)
        {
            changes.Add(new RowChange.Put(KeyOf(before.Hash), Body(before with { RevokedAt = link.Since, Sealed = "" })));
        }

        return await rows.Commit(Partitions.Dysfunctions, Partitions.ReportLinks(territory), changes, cancel) is CommitOutcome.Done;
    }

    private Task<Row?> Get(TerritoryId territory, string key, CancellationToken cancel) =>
        rows.Get(new RowAddress(Partitions.Dysfunctions, Partitions.ReportLinks(territory), key), cancel);

    private static Dictionary<string, object> Body(ReportLink link) => RowBody.Of(link, StorageJson.Default.ReportLink);

    private static string KeyOf(string hash) => $"link|{hash}";

    private static string KeyOf(TableId table) => $"linkof|{table}";
}
