using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Concertation.Storage.Rows;

namespace ConcertationBot.Tests.Kit;

/// <summary>
/// Counts what a turn asks of storage: its calls, and how often it waits one call after another. Calls that overlap are
/// one wait. Each call takes a moment here even where the engine would answer at once, so that calls started together
/// do overlap.
/// </summary>
public sealed class CountingRowStore(IRowStore store, TimeSpan? latency = null) : IRowStore
{
    private readonly TimeSpan latency = latency ?? TimeSpan.FromMilliseconds(30);
    private readonly Lock gate = new();
    private readonly ConcurrentQueue<string> calls = [];
    private int waits;
    private int rowsRead;

    /// <summary>How many rows were read: a point get is one, found or not.</summary>
    public int RowsRead => Volatile.Read(ref rowsRead);

    /// <summary>The longest chain of calls of which each began after the one before it had ended.</summary>
    public int SequentialWaits
    {
        get
        {
            lock (gate)
            {
                return waits;
            }
        }
    }

    /// <summary>What was asked for, in order, such as "get table/partition/key" and "commit table/partition 4".</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    public void Reset()
    {
        lock (gate)
        {
            waits = 0;
            rowsRead = 0;
            calls.Clear();
        }
    }

    public async Task<Row?> Get(RowAddress address, CancellationToken cancel)
    {
        var turn = Begin($"get {address.Table}/{address.Partition}/{address.Key}");
        await Task.Delay(latency, cancel);
        var row = await store.Get(address, cancel);
        Interlocked.Increment(ref rowsRead);
        End(turn);
        return row;
    }

    public async IAsyncEnumerable<Row> Query(
        string table, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        var turn = Begin($"query {table}/{partition} {range.From}..{range.To}");
        await Task.Delay(latency, cancel);
        await foreach (var row in store.Query(table, partition, range, cancel))
        {
            Interlocked.Increment(ref rowsRead);
            yield return row;
        }

        End(turn);
    }

    public async Task<CommitOutcome> Commit(
        string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        var turn = Begin($"commit {table}/{partition} {changes.Count}");
        await Task.Delay(latency, cancel);
        var outcome = await store.Commit(table, partition, changes, cancel);
        End(turn);
        return outcome;
    }

    // A call's turn is one more than that of the latest call it could have waited for.
    private int Begin(string call)
    {
        lock (gate)
        {
            calls.Enqueue(call);
            return waits + 1;
        }
    }

    private void End(int turn)
    {
        lock (gate)
        {
            waits = Math.Max(waits, turn);
        }
    }
}
