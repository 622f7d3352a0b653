using Concertation.Domain;
using Concertation.Domain.Retention;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Retention;

/// <summary>The moment before which records of a kind are purged.</summary>
internal delegate DateTimeOffset BeforeOf(RecordKind kind);

/// <summary>What a row is to somebody.</summary>
internal sealed record RowHolding(HoldingKind Kind, bool Own, bool Stays);

/// <summary>How the rows of one table are purged, exported and erased.</summary>
internal abstract class RecordKeeper
{
    public abstract string Table { get; }

    /// <summary>The kind of a row whose time is over, and the date it ran from; null for one that is kept.</summary>
    public virtual ValueTask<(RecordKind Kind, DateTimeOffset At)?> Old(
        Row row, TerritoryId territory, BeforeOf before, CancellationToken cancel) => new(default((RecordKind, DateTimeOffset)?));

    public virtual Task Purge(Row row, OldRecord old, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Asked of rows that name the subject; null for what is none of a person's data: an index, a queue.</summary>
    public abstract ValueTask<RowHolding?> About(Row row, Named named, CancellationToken cancel);

    public virtual Task Erase(Row row, Named named, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>That version of it; changed since or gone, it is left as it is.</summary>
    protected Task Delete(IRowStore rows, Row row, CancellationToken cancel) =>
        rows.Commit(Table, row.Partition, [new RowChange.Delete(row.Key, row.ETag)], cancel);

    /// <summary>Whether the row's key begins with one of these.</summary>
    protected static bool IsOf(Row row, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (row.Key.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
