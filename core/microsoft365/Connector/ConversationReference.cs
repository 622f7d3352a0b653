namespace Concertation.Microsoft365.Connector;

/// <summary>What must be kept of a conversation to write into it later.</summary>
public sealed record ConversationReference(string ServiceUrl, string ConversationId, string BotId, string? TenantId)
{
    /// <summary>The conversation an activity came from, or null when it names none.</summary>
    public static ConversationReference? Of(Activity activity) =>
        activity is { ServiceUrl: { } serviceUrl, Conversation.Id: { } conversation, Recipient.Id: { } bot }
            ? new(serviceUrl, conversation, bot, activity.Tenant())
            : null;
}
