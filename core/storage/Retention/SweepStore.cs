using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Retention;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;

namespace Concertation.Storage.Retention;

/// <summary>
/// In the schedule's table: "sweep" in the system's own partition, and "proof|{newest first}" in a partition per territory.
/// </summary>
internal sealed class SweepStore(IRowStore rows) : ISweeps, IPurgeProofs
{
    private const string Key = "sweep";
    private const string Proofs = "proof|";
    private const int AfterAllDays = 99_999_999;

    public async Task<Versioned<Sweep>?> Get(CancellationToken cancel) =>
        await rows.Get(new(Partitions.Schedule, Partitions.Sweep, Key), cancel) is { } row ? new(row.Read(StorageJson.Default.Sweep), row.ETag) : null;

    public async Task<string?> Save(Sweep sweep, string? version, CancellationToken cancel)
    {
        var body = RowBody.Of(sweep, StorageJson.Default.Sweep);
        RowChange change = version is null ? new RowChange.Insert(Key, body) : new RowChange.Put(Key, body, version);
        return await rows.Commit(Partitions.Schedule, Partitions.Sweep, [change], cancel) is CommitOutcome.Done done ? done.ETags[0] : null;
    }

    public Task Keep(PurgeProof proof, CancellationToken cancel)
    {
        var day = (proof.Day.Year * 10_000) + (proof.Day.Month * 100) + proof.Day.Day;
        var key = Proofs + (AfterAllDays - day).ToString("D8", CultureInfo.InvariantCulture);
        return rows.Commit(
            Partitions.Schedule, Partitions.Proofs(proof.Territory),
            [new RowChange.Put(key, RowBody.Of(proof, StorageJson.Default.PurgeProof, ("Count", proof.Count)))], cancel);
    }

    public async Task<IReadOnlyList<PurgeProof>> Last(TerritoryId territory, int most, CancellationToken cancel)
    {
        var found = new List<PurgeProof>();
        await foreach (var row in rows.Query(
            Partitions.Schedule, Partitions.Proofs(territory), RowRange.StartingWith(Proofs).First(most), cancel))
        {
            found.Add(row.Read(StorageJson.Default.PurgeProof));
        }

        return found;
    }
}

/// <summary>The one file's traces: its log, which also holds the queues where rows are in Azure.</summary>
internal sealed class FileTraces(SqliteFile file) : IStorageTraces
{
    // SQLite works on the thread that asks.
    public Task Wipe(CancellationToken cancel) => Task.Run(file.EmptyLog, cancel);

    public Task Compact(CancellationToken cancel) => Task.Run(file.Compact, cancel);
}
