using Concertation.Microsoft365.Connector;

namespace ConcertationBot.Channel;

/// <summary>The bot's identity and whom it talks with: the settings <c>Bot:…</c>.</summary>
public sealed record BotOptions
{
    /// <summary>The app registration's id. Without one, only Development on this machine.</summary>
    public string? AppId { get; init; }

    /// <summary><c>SingleTenant</c> is the only kind so far.</summary>
    public string AppType { get; init; } = SingleTenant;

    /// <summary>The Entra tenant the app is registered in.</summary>
    public string? TenantId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>Tenants people may write from; by default the app's own.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>Hosts the bot's token may be sent to; by default Teams'.</summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; init; } = ServiceHosts.Teams;

    /// <summary>The OpenID document that names the channel's signing keys.</summary>
    public Uri OpenIdMetadata { get; init; } = TokenIssuers.BotFrameworkMetadata;

    /// <summary>Where the bot gets its own token; by default the tenant's endpoint in the public cloud.</summary>
    public Uri? TokenEndpoint { get; init; }

    public const string SingleTenant = "SingleTenant";

    /// <summary>Who the bot is for the token endpoint; null without an app id.</summary>
    public BotCredential? Credential() => AppId is null ? null : new(
        AppId,
        ClientSecret ?? "",
        TokenEndpoint ?? new Uri($"https://login.microsoftonline.com/{TenantId}/oauth2/v2.0/token"));

    // A record prints its members; the secret must not end up in a log.
    public override string ToString() => $"{nameof(BotOptions)} {AppId}";
}
