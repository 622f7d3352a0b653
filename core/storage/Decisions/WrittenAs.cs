using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Decisions;

/// <summary>Whether a row is as this program, or one before it, wrote it.</summary>
internal static class WrittenAs
{
    /// <summary>
    /// The record of a row in which nothing is but what the record says: each stored name and value comes back when the record
    /// is written anew, beside the shown properties. A record that has learnt new fields since is as it was.
    /// </summary>
    /// <param name="asWritten">The row that the record would give.</param>
    /// <exception cref="InvalidDataException">Something in the row is other than the record says.</exception>
    public static T ReadExactly<T>(this Row row, JsonTypeInfo<T> type, Func<T, (string Key, Dictionary<string, object> Properties)> asWritten)
    {
        var record = row.Read(type);
        var (key, written) = asWritten(record);
        if (key != row.Key || row.Properties.Any(p => !IsBody(p.Key) && !(written.TryGetValue(p.Key, out var value) && value.Equals(p.Value))))
        {
            throw new InvalidDataException($"row {row.Key} says two things");
        }

        using var stored = JsonDocument.Parse(Body(row.Properties));
        using var again = JsonDocument.Parse(Body(written));
        return Within(stored.RootElement, again.RootElement)
            ? record
            : throw new InvalidDataException($"row {row.Key} holds what its record doesn't");
    }

    private static bool IsBody(string name) => name == "Body" || (name.StartsWith("Body", StringComparison.Ordinal) && name.Length < 7 && name[4..].All(char.IsAsciiDigit));

    private static string Body(IReadOnlyDictionary<string, object> properties)
    {
        var json = (string)properties["Body"];
        for (var part = 1; properties.TryGetValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Body{part}"), out var more); part++)
        {
            json += (string)more;
        }

        return json;
    }

    private static bool Within(JsonElement stored, JsonElement again) => stored.ValueKind == again.ValueKind && stored.ValueKind switch
    {
        JsonValueKind.Object => stored.EnumerateObject().All(p => again.TryGetProperty(p.Name, out var other) && Within(p.Value, other)),
        JsonValueKind.Array => stored.GetArrayLength() == again.GetArrayLength()
            && stored.EnumerateArray().Zip(again.EnumerateArray()).All(pair => Within(pair.First, pair.Second)),
        _ => stored.GetRawText() == again.GetRawText(),
    };
}
