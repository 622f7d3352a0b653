namespace ConcertationBot.Channel;

/// <summary>
/// One kind of token the channel may call with: who issues it, for whom, and where its keys are. Whatever the row,
/// the service address and the endorsements are checked.
/// </summary>
public sealed record TokenIssuer(string Issuer, string Audience, Uri Metadata);

/// <summary>
/// The only table of issuers, audiences and key documents. The channels are moving to Entra tokens
/// (<c>https://sts.windows.net/{tid}/</c>, <c>https://login.microsoftonline.com/{tid}/v2.0</c>): when they do, that is
/// a row here. Source: bot-docs, bot-framework-rest-connector-authentication, "Connector to bot".
/// </summary>
public static class TokenIssuers
{
    public const string BotFramework = "https://api.botframework.com";

    public static Uri BotFrameworkMetadata { get; } =
        new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>The rows for a bot; none without an app id.</summary>
    public static IReadOnlyList<TokenIssuer> For(BotOptions options) =>
        options.AppId is null ? [] : [new TokenIssuer(BotFramework, options.AppId, options.OpenIdMetadata)];
}
