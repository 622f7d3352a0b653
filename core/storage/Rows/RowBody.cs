using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Concertation.Storage.Rows;

/// <summary>
/// A record inside a row: its JSON in "Body", cut over "Body1", "Body2" … where it passes the 32,768 characters that a
/// property holds, beside the few properties that somebody reading the tables would want to see.
/// </summary>
internal static class RowBody
{
    private const int CharactersPerProperty = 32_000;

    public static Dictionary<string, object> Of<T>(T record, JsonTypeInfo<T> type, params (string Name, object? Value)[] shown)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in shown)
        {
            if (value is not null)
            {
                properties[name] = value;
            }
        }

        var json = JsonSerializer.Serialize(record, type);
        for (var part = 0; part * CharactersPerProperty < json.Length; part++)
        {
            var start = part * CharactersPerProperty;
            properties[NameOf(part)] = json.Substring(start, Math.Min(CharactersPerProperty, json.Length - start));
        }

        return properties;
    }

    public static T Read<T>(this Row row, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(row.Text() ?? throw new InvalidOperationException($"row {row.Key} holds no record"), type)
            ?? throw new InvalidOperationException($"row {row.Key} holds no record");

    /// <summary>The record's JSON; null for a row that holds properties alone.</summary>
    public static string? Text(this Row row)
    {
        var json = row.Properties.GetValueOrDefault(NameOf(0)) as string;
        for (var part = 1; json is not null && row.Properties.TryGetValue(NameOf(part), out var more); part++)
        {
            json += (string)more;
        }

        return json;
    }

    private static string NameOf(int part) =>
        part == 0 ? "Body" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Body{part}");
}
