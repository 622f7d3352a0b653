using System.Text.Json;

namespace Concertation.Microsoft365.Connector;

/// <summary>
/// One message of the Bot Framework protocol, in either direction. Everything may be missing in what comes in.
/// Source: the activity schema, github.com/microsoft/botframework-sdk, specs/botframework-activity.
/// </summary>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or one we don't know.</summary>
    public string? Type { get; init; }

    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public DateTimeOffset? LocalTimestamp { get; init; }
    public string? LocalTimezone { get; init; }

    /// <summary>Where answers go. Client-controlled until checked: see <see cref="ServiceHosts"/>.</summary>
    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Summary { get; init; }
    public string? Locale { get; init; }
    public string? AttachmentLayout { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>The invoke's name, such as <c>adaptiveCard/action</c>.</summary>
    public string? Name { get; init; }

    /// <summary>An invoke's argument, or what an Action.Submit carries. Client-controlled.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Of an installationUpdate: <c>add</c> or <c>remove</c>.</summary>
    public string? Action { get; init; }

    public string? ReplyToId { get; init; }
    public JsonElement? ChannelData { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    /// <summary>
    /// The text without the mention of the bot, which Teams writes into it as <c>&lt;at&gt;…&lt;/at&gt;</c> wherever the bot
    /// must be called by its name. Source: MicrosoftDocs/msteams-docs, "Channel and group conversations with bots".
    /// </summary>
    public string TextToBot()
    {
        var text = Text ?? "";
        foreach (var mention in Entities ?? [])
        {
            if (mention is { Type: "mention", Text: { Length: > 0 } written } && mention.Mentioned?.Id == Recipient?.Id)
            {
                text = text.Replace(written, " ", StringComparison.Ordinal);
            }
        }

        return text.Replace("&nbsp;", " ", StringComparison.Ordinal).Trim();
    }

    /// <summary>The tenant Teams states in its channel data, if any.</summary>
    public string? ChannelTenant() =>
        ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
        && tenant.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    /// <summary>The tenant of the conversation: the channel data's, else the conversation's own.</summary>
    public string? Tenant() => ChannelTenant() ?? Conversation?.TenantId;
}

/// <summary>The types of activity this bot acts on.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string MessageReaction = "messageReaction";
    public const string Typing = "typing";
    public const string Event = "event";
}

/// <summary>A person or a bot. <see cref="Id"/> is the channel's (in Teams <c>29:…</c>, a bot's <c>28:…</c>).</summary>
public sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }
    public string? Role { get; init; }
}

/// <summary>Where the talk happens. <see cref="ConversationType"/>: personal, groupChat or channel.</summary>
public sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? TenantId { get; init; }
    public string? ConversationType { get; init; }
    public bool? IsGroup { get; init; }
    public string? Name { get; init; }
}

/// <summary>Something attached to a message: a card in <see cref="Content"/>, or a file by its address.</summary>
public sealed record Attachment
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; init; }
    public string? ContentUrl { get; init; }
    public JsonElement? Content { get; init; }
    public string? Name { get; init; }

    /// <summary>An Adaptive Card, already serialised.</summary>
    public static Attachment Card(JsonElement card) => new() { ContentType = AdaptiveCard, Content = card };
}

/// <summary>An entity of a message; of the many kinds only mentions are read and written.</summary>
public sealed record Entity
{
    /// <summary><c>mention</c>, or a kind we ignore.</summary>
    public string? Type { get; init; }

    public ChannelAccount? Mentioned { get; init; }

    /// <summary>The mention as it stands in the message's text, <c>&lt;at&gt;…&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }
}

/// <summary>A reaction to a message: <c>like</c>, <c>heart</c> …</summary>
public sealed record MessageReaction
{
    public string? Type { get; init; }
}

/// <summary>A member as the roster gives it. Mail and principal name are missing for some guests.</summary>
public sealed record ConversationMember
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? GivenName { get; init; }
    public string? Surname { get; init; }
    public string? Email { get; init; }
    public string? UserPrincipalName { get; init; }
    public string? TenantId { get; init; }
    public string? AadObjectId { get; init; }

    /// <summary>The older name of <see cref="AadObjectId"/>; Teams has sent both.</summary>
    public string? ObjectId { get; init; }

    public string? UserRole { get; init; }

    /// <summary>The person's Entra id under either of its names.</summary>
    public string? EntraId() => AadObjectId ?? ObjectId;
}
