using System.Diagnostics;
using System.Reflection;
using Concertation.Storage;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Performance;

/// <summary>
/// What both bots are measured on: one channel that signs with keys of its own and publishes them on loopback, and for
/// ours a SQLite file in a temporary folder with an open ballot. Everything goes when it is over.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>Seats that vote; more than connections, so that no seat answers twice at the same moment.</summary>
    public const int Seats = 500;

    public const string Tenant = "11111111-2222-3333-4444-555555555555";

    private const string AppId = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
    private const string Secret = "secret-de-mesure";

    private readonly TokenForge forge;
    private readonly TemporaryFolder folder = new();

    private Stage(TokenForge forge)
    {
        this.forge = forge;
        Token = forge.Sign(TokenForge.Good(AppId, VoteTurn.ServiceUrl));
    }

    public static bool BuiltForRelease { get; } =
        typeof(Stage).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration == "Release";

    /// <summary>The channel's token, good for an hour, the same for every turn as in life.</summary>
    public string Token { get; }

    public static async Task<Stage> Build(CancellationToken cancel)
    {
        await Publish(cancel);
        var stage = new Stage(await TokenForge.Start());
        await using var storage = stage.OpenStorage();
        await WideTable.Open(storage, Seats, Tenant);
        cancel.ThrowIfCancellationRequested();
        return stage;
    }

    /// <summary>The stores over the bot's own file.</summary>
    public ServiceProvider OpenStorage() => new ServiceCollection()
        .AddStorage(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:Folder", folder.Path)]).Build())
        .AddStores()
        .BuildServiceProvider();

    /// <summary>Our bot in Production.</summary>
    public ServedBot StartOurs(int? processor)
    {
        var port = FreePorts.One();
        return new ServedBot("concertation", [OurProgram], port, processor, new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["Bot__AppId"] = AppId,
            ["Bot__TenantId"] = Tenant,
            ["Bot__ClientSecret"] = Secret,
            ["Bot__OpenIdMetadata"] = forge.OpenIdMetadata.AbsoluteUri,
            ["Bot__TokenEndpoint"] = forge.TokenEndpoint.AbsoluteUri,
            ["Storage__Folder"] = folder.Path,
            ["Links__BaseUrl"] = "https://concertation.example",
        })
        { IsRight = RightAnswers.OfOurs };
    }

    /// <summary>The echo bot on npm's botbuilder.</summary>
    public ServedBot StartPeer(int? processor)
    {
        var port = FreePorts.One();
        var script = Path.Combine(Repository.Root, "tests", "performance", "peer.cjs");
        return new ServedBot("botbuilder", ["node", script], port, processor, new(StringComparer.Ordinal)
        {
            ["NODE_ENV"] = "production",
            ["PORT"] = $"{port}",
            ["BOT_APP_ID"] = AppId,
            ["BOT_TENANT_ID"] = Tenant,
            ["BOT_SECRET"] = Secret,
            ["BOT_OPENID_METADATA"] = forge.OpenIdMetadata.AbsoluteUri,
        })
        { IsRight = RightAnswers.OfPeer };
    }

    public async ValueTask DisposeAsync()
    {
        await forge.DisposeAsync();
        folder.Dispose();
    }

    private static string OurProgram { get; } = Path.Combine(
        Published, OperatingSystem.IsWindows() ? "ConcertationBot.exe" : "ConcertationBot");

    private static string Published => Path.Combine(Repository.Root, "artifacts", "bot");

    // As it is deployed; quick when nothing has changed since.
    private static async Task Publish(CancellationToken cancel)
    {
        Console.WriteLine("Publishing the bot as it is deployed: a few minutes the first time.");
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", "bot", "-c", "Release", "-o", Published, "-v", "quiet", "--nologo"])
        { WorkingDirectory = Repository.Root })!;
        await publish.WaitForExitAsync(cancel);
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException("The bot could not be published.");
        }
    }
}
