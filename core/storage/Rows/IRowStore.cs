namespace Concertation.Storage.Rows;

/// <summary>
/// The one storage seam, shaped like Azure Tables: point get, range query inside one partition, and a transaction
/// inside one partition guarded by ETags. Two implementations keep one contract suite: SQLite and Azure Tables.
/// </summary>
public interface IRowStore
{
    /// <summary>The row, or null when there is none.</summary>
    Task<Row?> Get(RowAddress address, CancellationToken cancel);

    /// <summary>Rows of one partition in ordinal order of their row keys, across continuation pages.</summary>
    IAsyncEnumerable<Row> Query(string table, string partition, RowRange range, CancellationToken cancel);

    /// <summary>
    /// Applies all changes or none. All changes are in <paramref name="partition"/>; a row appears once; 1 to 100
    /// changes. What Azure would refuse for its shape throws <see cref="ArgumentException"/> before anything is sent.
    /// </summary>
    Task<CommitOutcome> Commit(
        string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel);
}

/// <summary>Whole tables, for what looks after all that is kept. Answers to people go through <see cref="IRowStore"/>.</summary>
public interface IRowScan
{
    /// <summary>Rows of all partitions of a table, in ordinal order of partition and key, after that row.</summary>
    /// <param name="after">Whether or not it is there; null: from the first.</param>
    IAsyncEnumerable<Row> Scan(string table, (string Partition, string Key)? after, CancellationToken cancel);
}

/// <summary>Where a row is. Keys: at most 1 KiB, none of / \ # ? and no control character.</summary>
public readonly record struct RowAddress(string Table, string Partition, string Key);

/// <summary>Row keys from <see cref="From"/> (included) to <see cref="To"/> (excluded), ordinal; null is open.</summary>
/// <param name="Most">So many rows at most are read, the first ones; null reads all.</param>
public readonly record struct RowRange(string? From, string? To, int? Most = null)
{
    public static RowRange All => default;

    public RowRange First(int most) => this with { Most = most };

    /// <summary>All keys that start with <paramref name="prefix"/>, which must not be empty.</summary>
    public static RowRange StartingWith(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        // U+FFFF has no successor: the character before it is raised instead.
        var head = prefix.AsSpan().TrimEnd('\uFFFF');
        return new(prefix, head.IsEmpty ? null : string.Concat(head[..^1], [(char)(head[^1] + 1)]));
    }
}

/// <summary>
/// A stored row. Property values are string, bool, int, long, double, <see cref="DateTimeOffset"/> (UTC, 100 ns),
/// <see cref="Guid"/> or byte[]; at most 251 of them and 1 MiB in all; a string or binary at most 64 KiB (UTF-16).
/// The whole list of limits is <see cref="RowRules"/>.
/// </summary>
public sealed record Row(
    string Partition, string Key, string ETag, IReadOnlyDictionary<string, object> Properties);

/// <summary>One change of a transaction.</summary>
public abstract record RowChange(string Key)
{
    /// <summary>Fails with <see cref="CommitOutcome.AlreadyThere"/> when the key is taken.</summary>
    public sealed record Insert(string Key, IReadOnlyDictionary<string, object> Properties) : RowChange(Key);

    /// <summary>Replaces the whole row; with an ETag, only that version of it; without, also creates it.</summary>
    public sealed record Put(string Key, IReadOnlyDictionary<string, object> Properties, string? IfMatch = null)
        : RowChange(Key);

    /// <summary>Deletes that version of the row; with "*" whichever version stands.</summary>
    public sealed record Delete(string Key, string IfMatch) : RowChange(Key);
}

/// <summary>What is stored under that key is no row any more.</summary>
public sealed class UnreadableRowException(string key, Exception inner) : Exception($"row {key} can't be read", inner)
{
    public string Key => key;
}

/// <summary>What became of a transaction. Index: position of the change that failed, in the order given.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome() { }

    /// <summary>All changes are durable. ETags in the order of the changes; null for a deleted row.</summary>
    public sealed record Done(IReadOnlyList<string?> ETags) : CommitOutcome;

    /// <summary>An inserted key was taken (HTTP 409).</summary>
    public sealed record AlreadyThere(int Index) : CommitOutcome;

    /// <summary>An ETag no longer stands (412), or the row it named is gone (404).</summary>
    public sealed record Changed(int Index) : CommitOutcome;
}
