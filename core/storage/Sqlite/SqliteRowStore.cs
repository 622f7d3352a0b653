using System.Runtime.CompilerServices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Sqlite;

/// <summary>
/// Rows in the one file. Reads take microseconds and are done before the call returns; commits share waits for the disk.
/// </summary>
/// <exception cref="Microsoft.Data.Sqlite.SqliteException">The file can't be read or written.</exception>
public sealed class SqliteRowStore(SqliteFile file) : IRowStore, IRowScan
{
    private const int PageRows = 1000;
    private const int ScannedRows = 100;
    private const int PageBytes = 1024 * 1024;

    public Task<Row?> Get(RowAddress address, CancellationToken cancel)
    {
        RowRules.Check(address);
        return cancel.IsCancellationRequested ? Task.FromCanceled<Row?>(cancel) : Task.FromResult(Read(address));
    }

    public IAsyncEnumerable<Row> Query(string table, string partition, RowRange range, CancellationToken cancel)
    {
        RowRules.Check(table, partition);
        return Pages(table, partition, range, cancel).ToAsyncEnumerable();
    }

    public Task<CommitOutcome> Commit(
        string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel)
    {
        RowRules.Check(table, partition, changes);
        return file.Write(new RowTransaction(table, partition, changes).Apply, cancel);
    }

    private Row? Read(RowAddress address)
    {
        Span<byte> partition = stackalloc byte[address.Partition.Length * 3];
        Span<byte> key = stackalloc byte[address.Key.Length * 3];
        partition = partition[..KeyBytes.Write(address.Partition, partition)];
        key = key[..KeyBytes.Write(address.Key, key)];
        var link = file.Rent();
        try
        {
            var get = link.Get.Bind(1, RowTransaction.TableKey(address.Table)).Bind(2, partition).Bind(3, key);
            return get.Step() ? RowAt(get, address.Partition, address.Key, column: 0) : null;
        }
        finally
        {
            link.Get.Reset();
            file.Return(link);
        }
    }

    public async IAsyncEnumerable<Row> Scan(
        string table, (string Partition, string Key)? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        RowRules.CheckTable(table);
        await Task.CompletedTask;
        var tableKey = RowTransaction.TableKey(table);
        for (List<Row> page = ReadOn(tableKey, after); page.Count > 0; page = ReadOn(tableKey, (page[^1].Partition, page[^1].Key)))
        {
            foreach (var row in page)
            {
                cancel.ThrowIfCancellationRequested();
                yield return row;
            }
        }
    }

    private List<Row> ReadOn(byte[] table, (string Partition, string Key)? after)
    {
        var page = new List<Row>();
        var link = file.Rent();
        try
        {
            var (partition, key) = after is var (p, k) ? (KeyBytes.Of(p), KeyBytes.Of(k)) : (KeyBytes.First.ToArray(), KeyBytes.First.ToArray());
            var scan = link.Scan.Bind(1, table).Bind(2, partition).Bind(3, key).Bind(4, ScannedRows);
            while (scan.Step())
            {
                page.Add(RowAt(scan, KeyBytes.Read(scan.Bytes(0)), KeyBytes.Read(scan.Bytes(1)), column: 2));
            }

            return page;
        }
        finally
        {
            link.Scan.Reset();
            file.Return(link);
        }
    }

    // A page at a time, so that a slow reader holds no snapshot open: the log could not be folded behind it.
    private IEnumerable<Row> Pages(string table, string partition, RowRange range, CancellationToken cancel)
    {
        var tableKey = RowTransaction.TableKey(table);
        var partitionKey = KeyBytes.Of(partition);
        var from = string.IsNullOrEmpty(range.From) ? KeyBytes.First.ToArray() : KeyBytes.Of(range.From);
        var to = range.To is null ? KeyBytes.Last.ToArray() : KeyBytes.Of(range.To);
        if (to.Length == 0)
        {
            yield break;
        }

        for (var left = range.Most ?? int.MaxValue; left > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            var (page, full) = ReadPage(tableKey, partition, partitionKey, from, to, Math.Min(left, PageRows));
            left -= page.Count;
            foreach (var row in page)
            {
                yield return row;
            }

            if (!full)
            {
                yield break;
            }

            from = KeyBytes.After(page[^1].Key);
        }
    }

    private (List<Row> Page, bool Full) ReadPage(
        byte[] table, string partitionName, byte[] partition, byte[] from, byte[] to, int most)
    {
        var page = new List<Row>();
        var link = file.Rent();
        try
        {
            var query = link.Query.Bind(1, table).Bind(2, partition).Bind(3, from).Bind(4, to);
            for (var bytes = 0; query.Step();)
            {
                bytes += query.Bytes(2).Length;
                page.Add(RowAt(query, partitionName, KeyBytes.Read(query.Bytes(0)), column: 1));
                if (page.Count == most || bytes > PageBytes)
                {
                    return (page, true);
                }
            }

            return (page, false);
        }
        finally
        {
            link.Query.Reset();
            file.Return(link);
        }
    }

    private static Row RowAt(Statement statement, string partition, string key, int column)
    {
        try
        {
            return new(partition, key, RowTransaction.ETag(statement.Number(column)), PropertyBlob.Read(statement.Bytes(column + 1)));
        }
        catch (Exception e) when (e is not Microsoft.Data.Sqlite.SqliteException)
        {
            // Lengths and counts that were changed lead anywhere.
            throw new UnreadableRowException(key, e);
        }
    }
}
