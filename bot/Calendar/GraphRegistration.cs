using Concertation.Microsoft365.Connector;
using Concertation.Microsoft365.Graph;
using ConcertationBot.Channel;

namespace ConcertationBot.Calendar;

/// <summary>Microsoft Graph: the settings <c>Graph:…</c>.</summary>
public static class GraphRegistration
{
    private const string Public = "https://graph.microsoft.com/v1.0";

    /// <summary>
    /// Without any setting <c>Graph:…</c>, calendar and mail stay files. With one, those that are missing are the bot's own.
    /// </summary>
    /// <exception cref="StartRefusedException">A setting is wrong, or one is missing for good.</exception>
    public static WebApplicationBuilder AddGraph(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Graph");
        var wanted = settings.GetChildren().Any(setting => !string.IsNullOrWhiteSpace(setting.Value));
        var credential = wanted ? CredentialOf(settings, builder.Configuration.GetSection("Bot")) : null;
        var baseUrl = Address(settings, "BaseUrl") ?? new Uri(Public);
        builder.Services.AddSingleton(provider => new GraphExchange(
            provider.GetRequiredService<ChannelHttp>().Client,
            credential is null ? null : new GraphAccess(baseUrl, new BotToken(
                provider.GetRequiredService<ChannelHttp>().Client,
                credential with { Scope = baseUrl.GetLeftPart(UriPartial.Authority) + "/.default" },
                provider.GetRequiredService<TimeProvider>(),
                ChannelRegistration.Jitter,
                // Whoever asks Graph asks again later by itself.
                provider.GetRequiredService<Retries>() with { Attempts = 1 })),
            provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<GraphCalendar>();
        return builder;
    }

    private static BotCredential CredentialOf(IConfigurationSection graph, IConfigurationSection bot)
    {
        string? Of(string name, string ofBot) => Text(graph[name]) ?? Text(bot[ofBot]);
        var (tenant, client, secret) = (Of("TenantId", "TenantId"), Of("ClientId", "AppId"), Of("ClientSecret", "ClientSecret"));
        string[] missing =
        [
            .. tenant is null || !tenant.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
                ? ["Graph:TenantId manque ou n’est pas un identifiant de locataire Entra."] : Array.Empty<string>(),
            .. client is null ? ["Graph:ClientId manque."] : Array.Empty<string>(),
            .. secret is null ? ["Graph:ClientSecret manque."] : Array.Empty<string>(),
        ];
        return missing.Length > 0
            ? throw new StartRefusedException(missing)
            : new BotCredential(
                client!, secret!,
                Address(graph, "TokenEndpoint") ?? new Uri($"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"));
    }

    private static Uri? Address(IConfigurationSection graph, string key)
    {
        if (Text(graph[key]) is not { } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
                ? address
                : throw new StartRefusedException([$"Graph:{key} doit être une adresse https (http sur cette machine seulement)."]);
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
