using Concertation.Storage.Rows;

namespace ConcertationBot.Tests.Kit;

/// <summary>Stops a process dead: after so many commits its storage answers nothing more, and keeps nothing.</summary>
public sealed class DyingRowStore(int commits)
{
    private int _left = commits;
    private string _counted = "";

    public bool IsDead => Volatile.Read(ref _left) <= 0;

    /// <summary>From now on so many more, of those that change a row whose key names this.</summary>
    public void DiesAfter(int more, string counted)
    {
        Volatile.Write(ref _counted, counted);
        Volatile.Write(ref _left, more);
    }

    public IRowStore Over(IRowStore rows) => new Rows(this, rows);

    private sealed class Rows(DyingRowStore life, IRowStore rows) : IRowStore
    {
        public Task<Row?> Get(RowAddress address, CancellationToken cancel) =>
            life.IsDead ? throw new IOException("dead") : rows.Get(address, cancel);

        public IAsyncEnumerable<Row> Query(string table, string partition, RowRange range, CancellationToken cancel) =>
            life.IsDead ? throw new IOException("dead") : rows.Query(table, partition, range, cancel);

        public Task<CommitOutcome> Commit(
            string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
            life.IsDead || (changes.Any(c => c.Key.Contains(life._counted, StringComparison.Ordinal)) && Interlocked.Decrement(ref life._left) < 0)
                ? throw new IOException("dead")
                : rows.Commit(table, partition, changes, cancel);
    }
}
