using Concertation.Domain;
using Concertation.Domain.Directories;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Directories;

/// <summary>One partition per territory: "entry|{id}" with its outbox, and "gap|{key}", a question without an answer.</summary>
internal sealed class DirectoryStore(IRowStore rows) : IDirectory
{
    private const string Entries = "entry|";
    private const string Questions = "gap|";
    private const int Tries = 10;

    /// <summary>Beyond, a new question isn't kept: the list is for somebody to read.</summary>
    private const int MostGaps = 500;

    public async Task<IReadOnlyList<Versioned<DirectoryEntry>>> All(TerritoryId territory, CancellationToken cancel) =>
        [.. (await Range(territory, Entries, cancel)).Select(r => new Versioned<DirectoryEntry>(r.Read(StorageJson.Default.DirectoryEntry), r.ETag))];

    public async Task<Versioned<DirectoryEntry>?> Get(TerritoryId territory, EntryId id, CancellationToken cancel) =>
        await rows.Get(At(territory, Entries + id), cancel) is { } row ? new(row.Read(StorageJson.Default.DirectoryEntry), row.ETag) : null;

    public async Task<bool> Save(DirectoryEntry entry, string? version, IReadOnlyList<Effect> effects, CancellationToken cancel) =>
        await rows.Commit(
            Partitions.Directory, entry.Territory.Value, [Change(entry, version), .. Outbox.Rows(effects)], cancel) is CommitOutcome.Done;

    public Task<bool> SaveAll(
        TerritoryId territory, IReadOnlyList<(DirectoryEntry Entry, string? Version)> entries, CancellationToken cancel) => rows.CommitInSteps(
        Partitions.Directory, territory.Value, entries.Select(e => new[] { Change(e.Entry, e.Version) }), cancel);

    public Task Remove(TerritoryId territory, EntryId id, CancellationToken cancel) => Delete(territory, Entries + id, cancel);

    public async Task<IReadOnlyList<DirectoryGap>> Gaps(TerritoryId territory, CancellationToken cancel) =>
        [.. (await Range(territory, Questions, cancel)).Select(r => r.Read(StorageJson.Default.DirectoryGap))
            .OrderByDescending(g => g.Count).ThenByDescending(g => g.LastOn).ThenBy(g => g.Key, StringComparer.Ordinal)];

    public async Task CountGap(TerritoryId territory, string key, string question, DateOnly day, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var standing = await rows.Get(At(territory, Questions + key), cancel);
            if (standing is null && (await Range(territory, Questions, cancel)).Count >= MostGaps)
            {
                return;
            }

            var before = standing?.Read(StorageJson.Default.DirectoryGap);
            var gap = before is null ? new DirectoryGap(key, question, 1, day, day) : before with { Count = before.Count + 1, LastOn = day };
            var body = RowBody.Of(gap, StorageJson.Default.DirectoryGap, ("Count", gap.Count));
            RowChange change = standing is null ? new RowChange.Insert(Questions + key, body) : new RowChange.Put(Questions + key, body, standing.ETag);
            if (await rows.Commit(Partitions.Directory, territory.Value, [change], cancel) is CommitOutcome.Done)
            {
                return;
            }
        }

        throw new InvalidOperationException($"a question of {territory} was counted by others at each of {Tries} tries");
    }

    public Task CloseGap(TerritoryId territory, string key, CancellationToken cancel) => Delete(territory, Questions + key, cancel);

    private Task<CommitOutcome> Delete(TerritoryId territory, string key, CancellationToken cancel) =>
        rows.Commit(Partitions.Directory, territory.Value, [new RowChange.Delete(key, "*")], cancel);

    private Task<IReadOnlyList<Row>> Range(TerritoryId territory, string prefix, CancellationToken cancel) =>
        rows.All(Partitions.Directory, territory.Value, RowRange.StartingWith(prefix), cancel);

    private static RowChange Change(DirectoryEntry entry, string? version)
    {
        var (key, body) = (Entries + entry.Id, RowBody.Of(
            entry, StorageJson.Default.DirectoryEntry, ("Structure", entry.Words.Structure)));
        return version is null ? new RowChange.Insert(key, body) : new RowChange.Put(key, body, version);
    }

    private static RowAddress At(TerritoryId territory, string key) => new(Partitions.Directory, territory.Value, key);
}
