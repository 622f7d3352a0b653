using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Concertation.Storage.Sqlite;

/// <summary>
/// The properties of a row that was read. Rows have few, and are read by the dozen at each vote: looking along two arrays
/// costs less than filling a dictionary.
/// </summary>
internal sealed class RowProperties(string[] names, object[] values) : IReadOnlyDictionary<string, object>
{
    public int Count => names.Length;

    public IEnumerable<string> Keys => names;

    public IEnumerable<object> Values => values;

    public object this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The row has no property {key}.");

    public bool ContainsKey(string key) => Array.IndexOf(names, key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value)
    {
        var at = Array.IndexOf(names, key);
        value = at < 0 ? null : values[at];
        return at >= 0;
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
        {
            yield return new(names[i], values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The names of properties, of which there are few: each one string, however often it is read.</summary>
internal static class Names
{
    private static readonly Known?[] Slots = new Known?[256];

    public static string Of(ReadOnlySpan<byte> written)
    {
        var slot = written.IsEmpty ? 0 : ((written[0] * 31) + (written[^1] * 7) + written.Length) % Slots.Length;
        if (Slots[slot] is { } known && written.SequenceEqual(known.Written))
        {
            return known.Name;
        }

        // Two names in one slot put each other out, which costs no more than knowing neither.
        return (Slots[slot] = new Known(written.ToArray(), Encoding.UTF8.GetString(written))).Name;
    }

    private sealed record Known(byte[] Written, string Name);
}
