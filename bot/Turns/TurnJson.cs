using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ConcertationBot.Turns;

/// <summary>How the answers to turns look as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CardActionAnswer))]
[JsonSerializable(typeof(CardActionError))]
[JsonSerializable(typeof(Directories.SearchAnswer))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
public sealed partial class TurnJson : JsonSerializerContext
{
    /// <summary>Accents as themselves: a card's size is counted in characters.</summary>
    public static TurnJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
