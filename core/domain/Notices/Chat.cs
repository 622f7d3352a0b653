using Concertation.Domain.Tables;

namespace Concertation.Domain.Notices;

/// <summary>Where a person can be written to in chat: the personal conversation the channel gave us.</summary>
/// <param name="ServiceUrl">The connector to send through; checked against the allow-list at every use.</param>
/// <param name="ChosenAt">When the person said that this is the territory to talk about; null when never asked.</param>
/// <param name="Conversation">Null when only the connector is known and a conversation must first be created.</param>
public sealed record ChatAddress(string ServiceUrl, string? Conversation, string BotId, string? Tenant, DateTimeOffset? ChosenAt = null)
{
    /// <summary>A day of the month in which the person last wrote; null when it was noted before days were.</summary>
    public DateOnly? SeenOn { get; init; }
}

/// <summary>Known chat addresses of a territory's people.</summary>
public interface IChatAddresses
{
    /// <summary>The person's own address; else the territory's last seen connector, without conversation; else null.</summary>
    Task<ChatAddress?> Of(TerritoryId territory, PersonId person, CancellationToken cancel);

    /// <summary>
    /// Remembers the person's address, and its connector for the territory. Costs nothing when unchanged. A choice of
    /// territory made before stays when the address brings none.
    /// </summary>
    Task Remember(TerritoryId territory, PersonId person, ChatAddress address, CancellationToken cancel);

    /// <summary>The bot was removed: mail is the road until it comes back.</summary>
    Task Forget(TerritoryId territory, PersonId person, CancellationToken cancel);
}
