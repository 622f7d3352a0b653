using System.Globalization;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Sqlite;

/// <summary>
/// A transaction made ready on its caller's thread, applied on the writer's. All its conditions are checked before its
/// first change: nobody else writes meanwhile, and a row appears once, so that a refused one leaves no trace and needs
/// no savepoint inside the shared COMMIT.
/// </summary>
internal sealed class RowTransaction(string table, string partition, IReadOnlyList<RowChange> changes)
{
    private readonly byte[] table = TableKey(table);
    private readonly byte[] partition = KeyBytes.Of(partition);
    private readonly Ready[] changes = [.. changes.Select(Ready.From)];

    /// <summary>Names of tables are the same whatever their case, as on Azure.</summary>
    public static byte[] TableKey(string table) => KeyBytes.Of(table.ToLowerInvariant());

    public static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);

    public CommitOutcome Apply(WriteLink link)
    {
        for (var i = 0; i < changes.Length; i++)
        {
            if (Objection(link, changes[i], i) is { } objection)
            {
                return objection;
            }
        }

        var etags = new string?[changes.Length];
        for (var i = 0; i < changes.Length; i++)
        {
            etags[i] = Write(link, changes[i]);
        }

        return new CommitOutcome.Done(etags);
    }

    private CommitOutcome? Objection(WriteLink link, in Ready change, int index)
    {
        if (!change.MustBeFree && change.IfMatch is null)
        {
            return null;
        }

        var find = link.FindRow.Bind(1, table).Bind(2, partition).Bind(3, change.Key);
        long? standing = find.Step() ? find.Number(0) : null;
        find.Reset();
        if (change.MustBeFree)
        {
            return standing is null ? null : new CommitOutcome.AlreadyThere(index);
        }

        return standing is { } version && (change.IfMatch == "*" || change.IfMatch == ETag(version))
            ? null
            : new CommitOutcome.Changed(index);
    }

    private string? Write(WriteLink link, in Ready change)
    {
        if (change.Properties is null)
        {
            link.DeleteRow.Bind(1, table).Bind(2, partition).Bind(3, change.Key).Run();
            return null;
        }

        var version = link.NextVersion();
        link.PutRow.Bind(1, table).Bind(2, partition).Bind(3, change.Key).Bind(4, version).Bind(5, change.Properties).Run();
        return ETag(version);
    }

    private readonly record struct Ready(byte[] Key, bool MustBeFree, string? IfMatch, byte[]? Properties)
    {
        public static Ready From(RowChange change)
        {
            var key = KeyBytes.Of(change.Key);
            return change switch
            {
                RowChange.Insert insert => new(key, MustBeFree: true, null, PropertyBlob.Write(insert.Properties)),
                RowChange.Put put => new(key, MustBeFree: false, put.IfMatch, PropertyBlob.Write(put.Properties)),
                RowChange.Delete delete => new(key, MustBeFree: false, delete.IfMatch, null),
                _ => throw new InvalidOperationException($"Unknown change {change.GetType().Name}."),
            };
        }
    }
}
