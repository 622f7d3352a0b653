using System.Globalization;
using System.Text.Json;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Microsoft365.Connector;

namespace ConcertationBot.Turns;

/// <summary>Who wrote or clicked, as the authenticated activity says. Nothing here comes from a card's data.</summary>
/// <param name="EntraId">Lower case; the one id that is the same in every conversation.</param>
/// <param name="MemberId">The channel's own id of the person, e.g. 29:…</param>
/// <param name="ConversationType">personal, groupChat or channel.</param>
public sealed record Caller(
    string EntraId, string Name, string? Tenant, ConversationReference Conversation, string ConversationType, string MemberId)
{
    public bool IsPersonal => ConversationType == "personal";

    /// <summary>The activity that is answered; null when it had no id.</summary>
    public string? Answered { get; init; }

    /// <summary>Where the person can be written to again.</summary>
    public ChatAddress Address => new(
        Conversation.ServiceUrl, IsPersonal ? Conversation.ConversationId : null, Conversation.BotId, Tenant);

    /// <summary>The conversation itself, whether of two or of several.</summary>
    public ChatAddress Here => new(Conversation.ServiceUrl, Conversation.ConversationId, Conversation.BotId, Tenant);

    /// <summary>Null when the activity doesn't say who it is from: anonymous guests have no Entra id.</summary>
    public static Caller? Of(Activity activity) =>
        activity.From is { AadObjectId: { Length: > 0 } entraId, Id: { } memberId } && ConversationReference.Of(activity) is { } conversation
            ? new(
                entraId.ToLowerInvariant(), activity.From.Name ?? "", activity.Tenant(), conversation,
                activity.Conversation?.ConversationType ?? "personal", memberId) { Answered = activity.Id }
            : null;

    /// <summary>The act this activity is; the same activity delivered twice is the same act.</summary>
    public static OperationId OperationOf(Activity activity) => new(Operations.IdOf(
        $"{activity.ChannelId}|{activity.Conversation?.Id}|{activity.Id}"));
}

/// <summary>A click on a card's button.</summary>
/// <param name="Data">The button's data and the inputs, merged. Client-controlled: check every id in it.</param>
public sealed record CardClick(Caller Caller, JsonElement Data, OperationId Operation)
{
    /// <summary>How many lines of a list were shown already; 0 when nothing sensible is said.</summary>
    public int From() => Number("from") ?? 0;

    /// <summary>A whole number of the data, from 0; null when nothing sensible is said.</summary>
    public int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A text of the data, trimmed; null when it is missing, empty or not a text.</summary>
    public string? Text(string name) =>
        Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty(name, out var value)
        && value.TextOrNull()?.Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>An id of the data; null when it is missing or isn't shaped like an id.</summary>
    public T? Id<T>(string name) where T : struct, IId<T> =>
        Text(name) is { } value && IdRules.IsWellFormed(value) ? T.From(value) : null;
}

internal static class ClientJson
{
    /// <summary>A text a client sent; null when it is none, or half a character that can't be one.</summary>
    public static string? TextOrNull(this JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>Makes operation ids of what names an act: 32 hexadecimal digits of its SHA-256.</summary>
public static class Operations
{
    public static string IdOf(string text) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
