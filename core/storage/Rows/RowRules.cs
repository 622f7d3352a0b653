using System.Buffers;
using System.Collections.Frozen;

namespace Concertation.Storage.Rows;

/// <summary>
/// What Azure Tables would refuse, refused here for every engine before anything is sent or stored, so that what
/// passes on one machine passes in the cloud. Source: "Understanding the Table service data model" and
/// "Performing entity group transactions" of the Storage REST reference.
/// </summary>
public static class RowRules
{
    public const int MaxChanges = 100;

    /// <summary>255, less the service's own three and the operation id that the Azure engine writes.</summary>
    public const int MaxProperties = 251;

    public const int MaxKeyBytes = 1024;
    public const int MaxValueBytes = 64 * 1024;
    public const int MaxRowBytes = 1024 * 1024;
    public const int MaxTransactionBytes = 4 * 1024 * 1024;

    /// <summary>The property in which the Azure engine recognises its own writes; never shown to callers.</summary>
    internal const string OperationId = "OperationId";

    private static readonly FrozenSet<string> ReservedNames = FrozenSet.ToFrozenSet(
        ["PartitionKey", "RowKey", "Timestamp", "ETag", OperationId], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> ForbiddenInKeys = SearchValues.Create(
        [.. @"/\#?", .. Enumerable.Range(0, 0x20).Select(c => (char)c), .. Enumerable.Range(0x7F, 0x21).Select(c => (char)c)]);

    private static readonly SearchValues<char> AsciiLettersAndDigits =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArgumentException">The table's name or a key is not allowed.</exception>
    public static void Check(RowAddress address)
    {
        CheckTable(address.Table);
        CheckKey(address.Partition, "partition key");
        CheckKey(address.Key, "row key");
    }

    /// <exception cref="ArgumentException">The table's name or the partition key is not allowed.</exception>
    public static void Check(string table, string partition)
    {
        CheckTable(table);
        CheckKey(partition, "partition key");
    }

    /// <exception cref="ArgumentException">The transaction would be refused for its shape; says which rule.</exception>
    public static void Check(string table, string partition, IReadOnlyList<RowChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Check(table, partition);
        if (changes.Count is 0 or > MaxChanges)
        {
            throw Refused($"a transaction holds 1 to {MaxChanges} changes, this one {changes.Count}");
        }

        CheckRowsAppearOnce(changes);
        long payload = 0;
        foreach (var change in changes)
        {
            CheckKey(change.Key, "row key");
            payload += CheckChange(partition, change);
        }

        if (payload > MaxTransactionBytes)
        {
            throw Refused($"a transaction is at most {MaxTransactionBytes} bytes on the wire, this one up to {payload}");
        }
    }

    private static void CheckRowsAppearOnce(IReadOnlyList<RowChange> changes)
    {
        if (changes.Count == 1)
        {
            return;
        }

        var seen = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (!seen.Add(change.Key))
            {
                throw Refused($"row '{change.Key}' appears twice in one transaction");
            }
        }
    }

    // Returns the most bytes the change may take inside a batch.
    private static long CheckChange(string partition, RowChange change)
    {
        // Headers, plus both keys percent-encoded in the address and once more in the body.
        var envelope = 1024 + (15L * (partition.Length + change.Key.Length));
        return change switch
        {
            RowChange.Insert insert => envelope + CheckProperties(partition, change.Key, insert.Properties),
            RowChange.Put put => envelope + CheckProperties(partition, change.Key, put.Properties),
            RowChange.Delete delete => string.IsNullOrEmpty(delete.IfMatch)
                ? throw Refused($"deleting row '{change.Key}' takes an ETag, or * for whichever version")
                : envelope,
            _ => throw Refused($"unknown change {change.GetType().Name}"),
        };
    }

    private static long CheckProperties(string partition, string key, IReadOnlyDictionary<string, object> properties)
    {
        if (properties.Count > MaxProperties)
        {
            throw Refused($"row '{key}' has {properties.Count} properties, at most {MaxProperties} fit");
        }

        // The data model's own sum: 4 bytes, the keys, then 8 bytes, name and value for each property.
        long row = 4 + (2L * (partition.Length + key.Length)) + 8 + (2L * OperationId.Length) + 16;
        long payload = 64;
        foreach (var (name, value) in properties)
        {
            CheckName(key, name);
            var (stored, sent) = CheckValue(key, name, value);
            row += 8 + (2L * name.Length) + stored;
            payload += 40 + (2L * name.Length) + sent;
        }

        return row > MaxRowBytes
            ? throw Refused($"row '{key}' takes {row} bytes, at most {MaxRowBytes} fit")
            : payload;
    }

    private static (long Stored, long Sent) CheckValue(string key, string name, object value) => value switch
    {
        string text => CheckText(key, name, text),
        byte[] { Length: > MaxValueBytes } bytes => throw TooLong(key, name, bytes.Length),
        byte[] bytes => (4 + bytes.Length, (bytes.Length * 4 / 3) + 4),
        DateTimeOffset moment when moment < Earliest =>
            throw Refused($"property {name} of row '{key}' is a date before 1601"),
        DateTimeOffset => (8, 40),
        Guid => (16, 40),
        bool => (1, 8),
        int => (4, 16),
        long or double => (8, 32),
        null => throw Refused($"property {name} of row '{key}' is null: leave it out instead"),
        _ => throw Refused($"property {name} of row '{key}' is a {value.GetType().Name}, which can't be stored: "
            + "use string, bool, int, long, double, DateTimeOffset, Guid or byte[]"),
    };

    private static (long Stored, long Sent) CheckText(string key, string name, string text)
    {
        if (text.Length * 2 > MaxValueBytes)
        {
            throw TooLong(key, name, text.Length * 2);
        }

        if (!IsWellFormed(text))
        {
            throw Refused($"property {name} of row '{key}' holds half a surrogate pair");
        }

        return (4 + (2L * text.Length), MostJsonBytes(text));
    }

    // Plain ASCII stays one byte in JSON; six bytes, \u0000, is the most anything else takes.
    private static long MostJsonBytes(string text)
    {
        long bytes = text.Length;
        foreach (var c in text)
        {
            bytes += c is < ' ' or > '~' or '"' or '\\' ? 5 : 0;
        }

        return bytes;
    }

    internal static void CheckTable(string table)
    {
        if (table is not { Length: >= 3 and <= 63 } || !char.IsAsciiLetter(table[0])
            || table.AsSpan().ContainsAnyExcept(AsciiLettersAndDigits)
            || table.Equals("tables", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused($"'{table}' can't name a table: 3 to 63 ASCII letters and digits, a letter first");
        }
    }

    private static void CheckName(string key, string name)
    {
        if (name is not { Length: >= 1 and <= 255 } || char.IsAsciiDigit(name[0])
            || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw Refused($"'{name}' of row '{key}' can't name a property: 1 to 255 ASCII letters, digits and _, "
                + "no digit first");
        }

        if (ReservedNames.Contains(name))
        {
            throw Refused($"'{name}' of row '{key}' is a reserved property name");
        }
    }

    private static void CheckKey(string key, string what)
    {
        if (string.IsNullOrEmpty(key))
        {
            throw Refused($"the {what} is empty");
        }

        if (key.Length * 2 > MaxKeyBytes)
        {
            throw Refused($"the {what} takes {key.Length * 2} bytes in UTF-16, at most {MaxKeyBytes} fit");
        }

        var at = key.AsSpan().IndexOfAny(ForbiddenInKeys);
        if (at >= 0)
        {
            throw Refused($"the {what} holds U+{(int)key[at]:X4} at position {at}; / \\ # ? and control characters are "
                + "forbidden");
        }

        if (!IsWellFormed(key))
        {
            throw Refused($"the {what} holds half a surrogate pair");
        }
    }

    /// <summary>Whether every surrogate stands in a pair, so that the text survives UTF-8.</summary>
    internal static bool IsWellFormed(string text)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (at + 1 >= rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                return false;
            }

            rest = rest[(at + 2)..];
        }

        return true;
    }

    private static ArgumentException TooLong(string key, string name, int bytes) =>
        Refused($"property {name} of row '{key}' takes {bytes} bytes, at most {MaxValueBytes} fit");

    private static ArgumentException Refused(string reason) => new($"Refused before storage: {reason}.");
}
