using Concertation.Storage.Rows;

namespace Concertation.Storage.Tests.Tables;

/// <summary>Counts commits and lets a test step in before or after each; numbers start at 1.</summary>
internal sealed class WatchedRowStore(IRowStore store) : IRowStore
{
    public List<(string Table, string Partition, int Changes)> Commits { get; } = [];

    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    public Func<int, Task> After { get; set; } = _ => Task.CompletedTask;

    public Task<Row?> Get(RowAddress address, CancellationToken cancel) => store.Get(address, cancel);

    public IAsyncEnumerable<Row> Query(string table, string partition, RowRange range, CancellationToken cancel) =>
        store.Query(table, partition, range, cancel);

    public async Task<CommitOutcome> Commit(
        string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        Commits.Add((table, partition, changes.Count));
        var number = Commits.Count;
        await Before(number);
        var outcome = await store.Commit(table, partition, changes, cancel);
        await After(number);
        return outcome;
    }
}
