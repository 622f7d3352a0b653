using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ConcertationBot.Channel;

/// <summary>Where nobody is authenticated, nothing of the bot is reachable from another machine.</summary>
public static class LoopbackOnly
{
    /// <summary>Refuses every request that doesn't come from this machine, when the bot has no identity.</summary>
    public static WebApplication UseDevelopmentOnLoopback(this WebApplication app)
    {
        if (app.Services.GetRequiredService<TurnAuthentication>().Unauthenticated)
        {
            app.Use((context, next) => TurnAuthentication.FromThisMachine(context.Request)
                ? next(context)
                : Refusal.Write(context.Response, StatusCodes.Status403Forbidden, "Only from this machine"));
        }

        return app;
    }
}

/// <summary>
/// Looks at what the server really listens on: addresses may also be set in code, where the settings don't show them.
/// </summary>
public sealed class ListeningCheck(IServer server, TurnAuthentication authentication) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var open = !authentication.Unauthenticated
            ? []
            : (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
                .Where(address => !StartRules.OnLoopback(address)).ToList();
        return open.Count == 0
            ? Task.CompletedTask
            : throw new StartRefusedException([.. open.Select(StartRules.OpenToTheNetwork)]);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
