using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Sessions;

/// <summary>
/// Links to calendars stand beside the sessions: "feed|{hash}" for each one ever made, "feedof|{person}|{table}" for the one
/// that is good.
/// </summary>
internal sealed class FeedLinkStore(IRowStore rows) : IFeedLinks
{
    public async Task<FeedLink?> Find(TerritoryId territory, string hash, CancellationToken cancel) =>
        (await Get(territory, KeyOf(hash), cancel))?.Read(StorageJson.Default.FeedLink);

    public async Task<FeedLink?> Of(TerritoryId territory, PersonId person, TableId table, CancellationToken cancel) =>
        (await Get(territory, KeyOf(person, table), cancel))?.Read(StorageJson.Default.FeedLink);

    public async Task<bool> Replace(
        TerritoryId territory, FeedLink? before, FeedLink link, DateTimeOffset now, CancellationToken cancel)
    {
        var standing = await Get(territory, KeyOf(link.Person, link.Table), cancel);
        if (standing?.Read(StorageJson.Default.FeedLink).Hash != before?.Hash)
        {
            return false;
        }

        List<RowChange> changes =
        [
            new RowChange.Insert(KeyOf(link.Hash), Body(link)),
            standing is null
                ? new RowChange.Insert(KeyOf(link.Person, link.Table), Body(link))
                : new RowChange.Put(KeyOf(link.Person, link.Table), Body(link), standing.ETag),
        ];
        if (before is not null)
        {
            changes.Add(new RowChange.Put(KeyOf(before.Hash), Body(before with { RevokedAt = now, Sealed = "" })));
        }

        return await rows.Commit(Partitions.Sessions, territory.Value, changes, cancel) is CommitOutcome.Done;
    }

    private Task<Row?> Get(TerritoryId territory, string key, CancellationToken cancel) =>
        rows.Get(new RowAddress(Partitions.Sessions, territory.Value, key), cancel);

    private static Dictionary<string, object> Body(FeedLink link) => RowBody.Of(link, StorageJson.Default.FeedLink);

    private static string KeyOf(string hash) => $"feed|{hash}";

    private static string KeyOf(PersonId person, TableId table) => $"feedof|{person}|{table}";
}
