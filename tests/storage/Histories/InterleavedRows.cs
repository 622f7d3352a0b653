using System.Runtime.CompilerServices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Tests.Histories;

/// <summary>
/// The store as one life of a process reaches it: every call waits for its turn. A query is read in two parts now and then,
/// since no store promises that all rows of one are of the same moment.
/// </summary>
internal sealed class InterleavedRows(IRowStore store, Interleaving turns, Life life, Random random) : IRowStore
{
    public Task<Row?> Get(RowAddress address, CancellationToken cancel) =>
        turns.Turn(life, () => store.Get(address, cancel), changes: false);

    public async IAsyncEnumerable<Row> Query(
        string table, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = await Read(table, partition, range, cancel);
        if (rows.Count > 1 && random.Next(4) == 0)
        {
            var first = random.Next(1, rows.Count);
            var rest = await Read(table, partition, range with { From = rows[first].Key }, cancel);
            rows = [.. rows.Take(first), .. rest];
        }

        foreach (var row in rows)
        {
            yield return row;
        }
    }

    public Task<CommitOutcome> Commit(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
        turns.Turn(life, () => store.Commit(table, partition, changes, cancel), changes: true);

    private Task<List<Row>> Read(string table, string partition, RowRange range, CancellationToken cancel) =>
        turns.Turn(life, async () => await store.Query(table, partition, range, cancel).ToListAsync(cancel), changes: false);
}
