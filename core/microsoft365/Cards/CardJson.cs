using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Concertation.Microsoft365.Cards;

/// <summary>Writes cards and what their buttons carry.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(JsonObject))]
public sealed partial class CardJson : JsonSerializerContext
{
    // A card is weighed, then sent: mostly by the same thread, which needn't write it twice.
    [ThreadStatic]
    private static (AdaptiveCard Card, byte[] Written)? lastWritten;

    /// <summary>The card as text.</summary>
    public static string Text(AdaptiveCard card) => JsonSerializer.Serialize(card, Readable.Context.AdaptiveCard);

    /// <summary>The card as UTF-8; not to be changed.</summary>
    public static byte[] Utf8(AdaptiveCard card)
    {
        if (lastWritten is not ({ } last, { } written) || !ReferenceEquals(last, card))
        {
            written = JsonSerializer.SerializeToUtf8Bytes(card, Readable.Context.AdaptiveCard);
            lastWritten = (card, written);
        }

        return written;
    }

    /// <summary>The card as what an activity's attachment holds.</summary>
    public static JsonElement Element(AdaptiveCard card) => JsonSerializer.SerializeToElement(card, Readable.Context.AdaptiveCard);

    /// <summary>What a button carries, from a record of the caller's own generated context.</summary>
    public static JsonObject Data<T>(T data, JsonTypeInfo<T> shape) =>
        JsonSerializer.SerializeToNode(data, shape) as JsonObject
        ?? throw new ArgumentException("What a button carries is a JSON object.", nameof(data));

    internal static JsonElement Frozen(JsonObject data) => JsonSerializer.SerializeToElement(data, Readable.Context.JsonObject);

    // A card is JSON inside JSON, never inside a page: accents stay one character, which keeps it small and readable.
    // In a class of its own, for the generated Default must be there first.
    private static class Readable
    {
        internal static readonly CardJson Context = new(new JsonSerializerOptions(Default.Options!)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }
}
