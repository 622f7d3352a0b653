using System.Globalization;
using System.Text;
using Concertation.Storage.Rows;

namespace ConcertationBot.Tests.Kit.Guessing;

/// <summary>
/// Everything that changed between two looks at the storage and the log, as numbers: of rows, by what they are, how many,
/// how long, each of their bytes by its place and by its value, and each three in a row; of files, their length and their bytes; of the log,
/// its lines, their lengths and their words.
/// </summary>
public static class Sight
{
    private const int Places = 512;
    private const int Words = 4096;
    private const int Runs = 1 << 16;

    /// <summary>Rows as texts of bytes, by key; a key's part before the first '|' says what the row is.</summary>
    public static Dictionary<string, double> Of(
        IReadOnlyDictionary<string, byte[]> before, IReadOnlyDictionary<string, byte[]> after,
        IReadOnlyDictionary<string, ByteCounts>? filesBefore = null, IReadOnlyDictionary<string, ByteCounts>? filesAfter = null,
        IEnumerable<string>? lines = null)
    {
        var seen = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (key, now) in after)
        {
            var was = before.GetValueOrDefault(key, []);
            if (!was.AsSpan().SequenceEqual(now))
            {
                Row(seen, key.Split('|')[0], was, now);
            }
        }

        foreach (var (name, now) in filesAfter ?? new Dictionary<string, ByteCounts>(StringComparer.Ordinal))
        {
            Bytes(seen, name, filesBefore!.GetValueOrDefault(name) ?? ByteCounts.Of([]), now);
        }

        foreach (var (line, number) in (lines ?? []).Select((line, number) => (line, number)))
        {
            Line(seen, line, number);
        }

        return seen;
    }

    /// <summary>Rows of one partition, every property with its name, the ETag too.</summary>
    public static async Task<Dictionary<string, byte[]>> Rows(IRowStore rows, string table, string partition)
    {
        var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await foreach (var row in rows.Query(table, partition, RowRange.All, default))
        {
            found[row.Key] =
            [
                .. Encoding.UTF8.GetBytes(row.ETag),
                .. row.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value is byte[] raw
                    ? raw : Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{p.Key}={p.Value};"))),
            ];
        }

        return found;
    }

    private static void Row(Dictionary<string, double> seen, string kind, byte[] was, byte[] now)
    {
        Add(seen, $"{kind}.rows", 1);
        for (var i = 0; i < Math.Min(now.Length, Places); i++)
        {
            seen[$"{kind}.at{i}"] = now[i];
            seen[$"{kind}.from-end{i}"] = now[^(i + 1)];
        }

        for (var i = 2; i < now.Length; i++)
        {
            Add(seen, $"{kind}.run{((now[i - 2] * 31 + now[i - 1]) * 31 + now[i]) % Runs}", 1);
        }

        Bytes(seen, kind, ByteCounts.Of(was), ByteCounts.Of(now));
    }

    private static void Bytes(Dictionary<string, double> seen, string name, ByteCounts was, ByteCounts now)
    {
        Add(seen, $"{name}.length", now.Length);
        Add(seen, $"{name}.grown", now.Length - was.Length);
        for (var value = 0; value < 256; value++)
        {
            Add(seen, $"{name}.value{value}", now.Of(value) - was.Of(value));
        }
    }

    private static void Line(Dictionary<string, double> seen, string line, int number)
    {
        Add(seen, "log.lines", 1);
        Add(seen, "log.length", line.Length);
        seen[$"log.line{number}.length"] = line.Length;
        foreach (var word in line.Split([' ', ',', ':', '"', '{', '}', '=', '/', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            Add(seen, $"log.word{(uint)StringComparer.Ordinal.GetHashCode(word) % Words}", 1);
        }
    }

    private static void Add(Dictionary<string, double> seen, string name, double what) =>
        seen[name] = seen.GetValueOrDefault(name) + what;
}

/// <summary>How often each byte stands in something.</summary>
public sealed class ByteCounts
{
    private readonly int[] _counts = new int[256];

    private ByteCounts()
    {
    }

    public int Length { get; private init; }

    public static ByteCounts Of(ReadOnlySpan<byte> bytes)
    {
        var counts = new ByteCounts { Length = bytes.Length };
        foreach (var octet in bytes)
        {
            counts._counts[octet]++;
        }

        return counts;
    }

    public int Of(int value) => _counts[value];
}
