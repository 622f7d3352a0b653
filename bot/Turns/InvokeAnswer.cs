using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ConcertationBot.Turns;

/// <summary>The answer to an invoke: the HTTP status is the invoke's, the body JSON in UTF-8, or empty.</summary>
public sealed record InvokeAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>Done, nothing to say.</summary>
    public static InvokeAnswer Empty { get; } = new(200, ReadOnlyMemory<byte>.Empty);

    /// <summary>An invoke this bot doesn't know.</summary>
    public static InvokeAnswer NotImplemented { get; } = new(501, ReadOnlyMemory<byte>.Empty);

    /// <summary>A body written by a source-generated context.</summary>
    public static InvokeAnswer Json<T>(int status, T body, JsonTypeInfo<T> type) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(body, type));

    /// <summary>A card in answer to <c>adaptiveCard/action</c>: it replaces the one that was clicked. Written already.</summary>
    public static InvokeAnswer Card(ReadOnlySpan<byte> card)
    {
        var body = new ArrayBufferWriter<byte>(card.Length + 128);
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteNumber("statusCode", 200);
        json.WriteString("type", CardActionAnswer.Card);
        json.WritePropertyName("value");
        // Our own serialiser has just written it: reading it again would cost as much as that.
        json.WriteRawValue(card, skipInputValidation: true);
        json.WriteEndObject();
        json.Flush();
        return new(200, body.WrittenMemory);
    }

    /// <summary>A short text in answer to <c>adaptiveCard/action</c>: Teams shows it under the card.</summary>
    public static InvokeAnswer Text(string text) => Json(
        200,
        new CardActionAnswer(200, CardActionAnswer.Message, JsonSerializer.SerializeToElement(text, TurnJson.Wire.String)),
        TurnJson.Wire.CardActionAnswer);

    /// <summary>A refusal of <c>adaptiveCard/action</c> (400 or 500) that the client shows as an error.</summary>
    public static InvokeAnswer Error(int status, string code, string message) => Json(
        200,
        new CardActionAnswer(
            status,
            CardActionAnswer.Failure,
            JsonSerializer.SerializeToElement(new CardActionError(code, message), TurnJson.Wire.CardActionError)),
        TurnJson.Wire.CardActionAnswer);
}

/// <summary>
/// The body that answers <c>adaptiveCard/action</c>. Source: MicrosoftDocs/AdaptiveCards, universal-action-model,
/// "Response format".
/// </summary>
public sealed record CardActionAnswer(int StatusCode, string Type, JsonElement Value)
{
    public const string Card = "application/vnd.microsoft.card.adaptive";
    public const string Message = "application/vnd.microsoft.activity.message";
    public const string Failure = "application/vnd.microsoft.error";
}

/// <summary>The value of a failed card action.</summary>
public sealed record CardActionError(string Code, string Message);
