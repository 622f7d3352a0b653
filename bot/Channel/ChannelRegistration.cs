using System.Security.Cryptography;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Turns;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConcertationBot.Channel;

/// <summary>Everything between the network and <see cref="ITurns"/>, in both directions.</summary>
public static class ChannelRegistration
{
    /// <summary>
    /// Reads the settings <c>Bot:…</c> (<see cref="StartRefusedException"/> if they can't be served) and registers the
    /// channel. What it needs from elsewhere: <see cref="ITurns"/> and a row store.
    /// </summary>
    public static WebApplicationBuilder AddChannel(this WebApplicationBuilder builder)
    {
        string[] addresses = ["urls", "http_ports", "https_ports"];
        if (addresses.All(key => string.IsNullOrEmpty(builder.Configuration[key]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(StartRules.DefaultUrl);
        }

        var options = StartRules.Read(builder.Configuration, builder.Environment);
        var services = builder.Services;
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new Retries());
        services.AddSingleton(new ServiceHosts(options.AllowedServiceHosts, builder.Environment.IsDevelopment()));
        services.AddSingleton(_ => new ChannelHttp(ChannelHttp.Network()));
        services.AddSingleton<Pace>();
        services.AddSingleton(provider => new BotToken(
            provider.GetRequiredService<ChannelHttp>().Client,
            options.Credential(),
            provider.GetRequiredService<TimeProvider>(),
            Jitter,
            provider.GetRequiredService<Retries>()));
        services.AddSingleton(provider => new ConnectorExchange(
            provider.GetRequiredService<ChannelHttp>().Client,
            provider.GetRequiredService<BotToken>(),
            provider.GetRequiredService<Pace>(),
            provider.GetRequiredService<TimeProvider>(),
            Jitter));
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<TurnAuthentication>();
        services.AddSingleton<TurnRules>();
        services.AddSingleton<TurnLog>();
        services.AddSingleton<TurnDispatch>();
        services.AddHostedService<ListeningCheck>();
        return builder;
    }

    internal static double Jitter() => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20);
}
