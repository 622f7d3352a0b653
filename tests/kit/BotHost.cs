using System.Collections.Concurrent;
using ConcertationBot.Channel;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ConcertationBot.Tests.Kit;

/// <summary>
/// The real bot, in this process, on a free port of 127.0.0.1 and a folder of its own that goes with it. A request of
/// the channel to anything but this machine fails, and fails the test when the host is disposed of.
/// </summary>
public sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Fence _fence;
    private readonly bool _ownsFolder;

    private BotHost(WebApplication app, string folder, bool ownsFolder, Fence fence, KeptLog log)
    {
        (_app, Folder, _ownsFolder, _fence, Log) = (app, folder, ownsFolder, fence, log);
        Address = new Uri(app.Urls.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    /// <summary>Where the channel posts its turns.</summary>
    public Uri Messages => new(Address, "api/messages");

    /// <summary>Where this bot keeps its data (<c>Storage:Folder</c>).</summary>
    public string Folder { get; }

    /// <summary>A plain client of this bot.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Everything the bot logged.</summary>
    public KeptLog Log { get; }

    /// <summary>
    /// Starts it. Settings by their names (<c>Bot:AppId</c>); a null one is left out. A folder given is kept, so that
    /// the next bot finds what this one left.
    /// </summary>
    public static async Task<BotHost> Start(
        string environment,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<WebApplicationBuilder>? configure = null,
        string? folder = null)
    {
        var ownsFolder = folder is null;
        folder ??= Directory.CreateTempSubdirectory("concertation-").FullName;
        var fence = new Fence();
        var log = new KeptLog();
        var app = BotApp.Build(Arguments(environment, folder, settings), builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
            builder.Services.Replace(ServiceDescriptor.Singleton(_ => new ChannelHttp(fence)));
            configure?.Invoke(builder);
        });
        await app.StartAsync();
        return new BotHost(app, folder, ownsFolder, fence, log);
    }

    private static string[] Arguments(string environment, string folder, IReadOnlyDictionary<string, string?>? settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["environment"] = environment,
            ["urls"] = "http://127.0.0.1:0",
            ["Storage:Folder"] = folder,

            // In Development links lead to where the bot listens.
            ["Links:BaseUrl"] = environment == "Development" ? null : "https://concertation.example",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            all[key] = value;
        }

        return [.. all.Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}")];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        if (_ownsFolder && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
            TemporaryFolder.DeleteBeside(Folder);
        }

        if (!_fence.Stopped.IsEmpty)
        {
            throw new InvalidOperationException("Requests left this machine: " + string.Join(", ", _fence.Stopped));
        }
    }

    /// <summary>Lets requests to this machine through, and stops and remembers every other.</summary>
    private sealed class Fence() : DelegatingHandler(ChannelHttp.Network())
    {
        public ConcurrentQueue<string> Stopped { get; } = new();

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is { IsLoopback: true })
            {
                return base.SendAsync(request, cancellationToken);
            }

            Stopped.Enqueue(request.RequestUri?.Host ?? "");
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Stopped by the test's fence");
        }
    }
}
