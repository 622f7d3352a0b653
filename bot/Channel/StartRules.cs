using System.Net;

namespace ConcertationBot.Channel;

/// <summary>The settings can't be served safely; the message says why, a line for each reason, in French.</summary>
public sealed class StartRefusedException(IReadOnlyList<string> reasons)
    : Exception("Le bot ne démarre pas :" + string.Concat(reasons.Select(reason => Environment.NewLine + "- " + reason)))
{
    /// <summary>Each reason, one sentence.</summary>
    public IReadOnlyList<string> Reasons => reasons;
}

/// <summary>Reads the settings <c>Bot:…</c> and says what keeps the bot from starting with them.</summary>
public static class StartRules
{
    /// <summary>The address when none is set: the port Microsoft's emulators expect.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    /// <summary>The options, or <see cref="StartRefusedException"/> with every reason at once.</summary>
    public static BotOptions Read(IConfiguration settings, IHostEnvironment environment)
    {
        var reasons = new List<string>();
        var bot = settings.GetSection("Bot");
        var defaults = new BotOptions();
        var options = new BotOptions
        {
            AppId = Text(bot["AppId"]),
            AppType = Text(bot["AppType"]) ?? defaults.AppType,
            TenantId = Text(bot["TenantId"]),
            ClientSecret = Text(bot["ClientSecret"]),
            AllowedTenants = List(bot.GetSection("AllowedTenants")),
            AllowedServiceHosts = List(bot.GetSection("AllowedServiceHosts")) is { Count: > 0 } hosts
                ? hosts
                : defaults.AllowedServiceHosts,
            OpenIdMetadata = Address(bot, "OpenIdMetadata", reasons) ?? defaults.OpenIdMetadata,
            TokenEndpoint = Address(bot, "TokenEndpoint", reasons),
        };
        if (options is { AllowedTenants.Count: 0, TenantId: { } own })
        {
            options = options with { AllowedTenants = [own] };
        }

        reasons.AddRange(options.AppId is null
            ? WithoutIdentity(settings, environment)
            : WithIdentity(options));
        return reasons.Count == 0 ? options : throw new StartRefusedException(reasons);
    }

    /// <summary>Whether an address the server listens on can be reached from this machine only.</summary>
    public static bool OnLoopback(string url)
    {
        // "+", "*" and "0.0.0.0" are every interface, and no Uri host.
        var address = BindingAddress.Parse(url);
        return string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    /// <summary>The reason an address is refused for.</summary>
    public static string OpenToTheNetwork(string url) =>
        $"Sans Bot:AppId, le bot n’écoute que sur cette machine : « {url} » est ouvert au réseau.";

    private static IEnumerable<string> WithoutIdentity(IConfiguration settings, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            yield return "Bot:AppId manque. Sans identifiant d’application, n’importe qui pourrait parler au bot : "
                + "c’est permis en développement seulement (ASPNETCORE_ENVIRONMENT=Development), sur cette machine.";
            yield break;
        }

        foreach (var url in Urls(settings).Where(url => !OnLoopback(url)))
        {
            yield return OpenToTheNetwork(url);
        }
    }

    private static IEnumerable<string> WithIdentity(BotOptions options)
    {
        if (!string.Equals(options.AppType, BotOptions.SingleTenant, StringComparison.OrdinalIgnoreCase))
        {
            yield return "Bot:AppType : seul « SingleTenant » est possible.";
        }

        // The tenant becomes a part of the token endpoint's address.
        if (options.TenantId is null || !options.TenantId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'))
        {
            yield return "Bot:TenantId manque ou n’est pas un identifiant de locataire Entra.";
        }

        if (options.ClientSecret is null)
        {
            yield return "Bot:ClientSecret manque.";
        }
    }

    private static IEnumerable<string> Urls(IConfiguration settings) =>
        (settings["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Concat(Ports(settings, "http_ports", "http"))
        .Concat(Ports(settings, "https_ports", "https"))
        .Concat(settings.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => endpoint["Url"]).OfType<string>());

    // Ports alone mean every interface, but only count when no urls are given.
    private static IEnumerable<string> Ports(IConfiguration settings, string key, string scheme) =>
        string.IsNullOrEmpty(settings["urls"])
            ? (settings[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(port => $"{scheme}://*:{port}")
            : [];

    private static Uri? Address(IConfiguration bot, string key, List<string> reasons)
    {
        if (Text(bot[key]) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            return address;
        }

        reasons.Add($"Bot:{key} doit être une adresse https (http sur cette machine seulement).");
        return null;
    }

    // A list as an array (Bot__AllowedTenants__0=…) or as one text with commas (Bot__AllowedTenants=a,b).
    private static IReadOnlyList<string> List(IConfigurationSection section) =>
        [.. section.GetChildren().Select(child => child.Value).Append(section.Value).OfType<string>()
            .SelectMany(text => text.Split(
                [',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
