using Concertation.Microsoft365.Connector;
using ConcertationBot.Channel;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ConcertationBot.Tests.Channel;

/// <summary>
/// A simulated Connector on a port of its own, and a client to it whose clock leaps: waits cost nothing and are
/// written down, deadlines (an hour here) never come.
/// </summary>
public sealed class ConnectorHost : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";

    private readonly WebApplication _app;
    private readonly ChannelHttp _http = new(ChannelHttp.Network());

    private ConnectorHost(WebApplication app, SimulatedTeams teams, LeapingClock clock) =>
        (_app, Teams, Clock) = (app, teams, clock);

    public SimulatedTeams Teams { get; }
    public LeapingClock Clock { get; }

    public SimulatedPerson Anne { get; } =
        new("29:anne", "aaaaaaaa-0000-0000-0000-000000000001", "Anne Le Goff", "anne@ch-armor.example", Tenant);

    public ConversationReference WithAnne => new(Teams.ServiceUrl, Anne.ConversationId, Teams.BotId, Tenant);

    public static async Task<ConnectorHost> Start()
    {
        var clock = new LeapingClock(TimeSpan.FromMinutes(10));
        var teams = new SimulatedTeams(clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapSimulatedConnector("/connector", teams);
        await app.StartAsync();
        teams.ServiceUrl = app.Urls.First() + "/connector";
        var host = new ConnectorHost(app, teams, clock);
        teams.Put(host.Anne);
        teams.Conversation(host.Anne);
        return host;
    }

    /// <summary>A client with another clock (for real deadlines), credential, or list of hosts.</summary>
    public ConnectorClient Client(
        Retries? retries = null,
        TimeProvider? clock = null,
        BotCredential? credential = null,
        ServiceHosts? hosts = null)
    {
        clock ??= Clock;
        retries ??= new Retries { AttemptTimeout = TimeSpan.FromHours(1) };
        var token = new BotToken(_http.Client, credential, clock, () => 1, retries);
        return new ConnectorClient(
            new ConnectorExchange(_http.Client, token, new Pace(clock), clock, () => 1),
            hosts ?? new ServiceHosts([], loopbackAllowed: true),
            retries);
    }

    public BotToken Token(BotCredential credential, Retries? retries = null) =>
        new(_http.Client, credential, Clock, () => 1, retries ?? new Retries { AttemptTimeout = TimeSpan.FromHours(1) });

    /// <summary>Stops the Connector: connections are refused from now on.</summary>
    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
