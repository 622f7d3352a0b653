namespace ConcertationBot.Simulator;

/// <summary>
/// Someone in the simulated tenant. Id: Teams' own, <c>29:…</c>. Without the bot installed, or with the bot blocked,
/// the simulated Connector refuses as the real one does.
/// </summary>
public sealed record SimulatedPerson(string Id, string EntraId, string Name, string? Mail, string TenantId)
{
    public bool BotInstalled { get; init; } = true;
    public bool BotBlocked { get; init; }

    /// <summary>The id of this person's conversation with the bot.</summary>
    public string ConversationId => "a:" + Id[(Id.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
