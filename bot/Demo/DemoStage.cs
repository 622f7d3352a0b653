using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Directories;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Domain.Retention;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Sqlite;
using ConcertationBot.Import;
using ConcertationBot.Simulator;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConcertationBot.Demo;

/// <summary>
/// What the demo is played on: the real bot on a port and a folder of its own, simulated Teams around it, its people,
/// their mail, and the time.
/// </summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly WebApplication _app;
    private readonly DemoClock _clock;
    private readonly CancellationTokenSource _stop;
    private readonly Dictionary<PersonId, Player> _players = [];
    private readonly HashSet<PollId> _polls = [];
    private readonly HashSet<ClusterRef> _clusters = [];

    private DemoStage(WebApplication app, DemoClock clock, DemoLog log, string folder, CancellationTokenSource stop)
    {
        (_app, _clock, Log, Folder, _stop) = (app, clock, log, folder, stop);
        Teams = app.Services.GetRequiredService<SimulatedTeams>();
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Client = new SimulatedClient(Teams, Http, new Uri(Http.BaseAddress, "/api/messages"));
        Mail = new Mailbox(Path.Combine(folder, "courrier"));
    }

    public string Folder { get; }

    /// <summary>Where some of the session's files are kept for readers; null to keep none.</summary>
    public string? Samples { get; init; }

    /// <summary>What the bot complained about.</summary>
    public DemoLog Log { get; }

    public SimulatedTeams Teams { get; }

    public SimulatedClient Client { get; }

    public HttpClient Http { get; }

    public Mailbox Mail { get; }

    public CancellationToken Stop => _stop.Token;

    public IServiceProvider Services => _app.Services;

    public DateTimeOffset Now => _clock.GetUtcNow();

    public Roster Roster { get; private set; } = null!;

    public Player Pilot => Of(Roster.Territory.Pilot);

    /// <summary>Two professionals of the tenant who sit at no table.</summary>
    public IReadOnlyList<Player> Partners { get; private set; } = [];

    public static async Task<DemoStage> Raise(
        string folder, string? samples, CancellationToken stop, Action<WebApplicationBuilder>? configure = null)
    {
        var (clock, log) = (new DemoClock(), new DemoLog(folder));
        // What the environment says of a real bot is none of the demo's business.
        string[] settings =
        [
            "--environment=Development", "--urls=http://127.0.0.1:0", $"--Storage:Folder={folder}", "--Storage:Kind=Sqlite",
            "--Bot:AppId=", "--Links:BaseUrl=", "--Register:HeadsFolder=", "--Register:KeyFile=", $"--Mail:Folder={Path.Combine(folder, "courrier")}",
        ];
        var app = BotApp.Build(settings, builder =>
        {
            builder.Services.Remove(builder.Services.First(s => s.ImplementationType == typeof(LoadSampleWhenEmpty)));
            // What must not be logged must not be at any level.
            builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            configure?.Invoke(builder);
        });
        await app.StartAsync(stop);
        var both = CancellationTokenSource.CreateLinkedTokenSource(stop, app.Lifetime.ApplicationStopping);
        return new DemoStage(app, clock, log, folder, both) { Samples = samples };
    }

    /// <summary>Keeps a file of the session beside the others, where that was asked for.</summary>
    public async Task Keep(string name, byte[] bytes)
    {
        if (Samples is not null)
        {
            Directory.CreateDirectory(Samples);
            await File.WriteAllBytesAsync(Path.Combine(Samples, name), bytes, Stop);
        }
    }

    /// <summary>Takes the sample in and makes its people known to the simulated Teams. Gives what changed.</summary>
    public async Task<IReadOnlyList<TerritoryChange>> Import()
    {
        var sample = SampleTerritory.Kervelen.InYear(Now.Year);
        // Files of letters bear the machine's time, months before the play's: they would be too old as soon as they are written.
        sample = sample with { Territory = sample.Territory with { Retention = RetentionRules.Usual with { Notice = RetentionRules.Longest } } };
        var changes = await Services.GetRequiredService<ImportTerritory>().Run(sample, Stop);
        Roster = await Services.GetRequiredService<IRosters>().Get(sample.Territory.Id, Stop)
            ?? throw new StepFailedException("le territoire importé ne se relit pas");
        var shown = await Services.GetRequiredService<SimulatorPeople>().All(Stop);
        Partners =
        [
            .. shown.Where(p => p.Mail is null).Select(p => new Player(
                this, Concertation.Domain.Notices.Partners.IdOf(p.EntraId!), p.Name, null, Teams.Person(p.EntraId!))),
        ];
        return changes;
    }

    public Player Of(PersonId id)
    {
        if (!_players.TryGetValue(id, out var player))
        {
            var person = Roster.PersonOf(id) ?? throw new StepFailedException($"{id} n’est pas du territoire");
            player = new Player(this, id, person.Name, person.Mail, person.EntraId is null ? null : Teams.Person(person.EntraId));
            _players[id] = player;
        }

        return player;
    }

    public Table Table(string shortName) => Roster.Tables.Single(t => t.Short == shortName);

    /// <summary>Who holds the seats of a table, in its order.</summary>
    public IReadOnlyList<Player> Holders(string table, bool restricted = false) =>
        [.. Table(table).Seats.Where(s => !restricted || s.Restricted).Select(s => Of(Roster.Mandates[s.Id].Holder.Id))];

    /// <summary>The same, apart: those with an account, and those who have mail only.</summary>
    public (IReadOnlyList<Player> Chat, IReadOnlyList<Player> Mail) Members(string table, bool restricted = false)
    {
        var all = Holders(table, restricted);
        return ([.. all.Where(p => p.HasAccount)], [.. all.Where(p => !p.HasAccount)]);
    }

    /// <summary>The seat somebody holds at a table.</summary>
    public Seat SeatOf(string table, Player holder) => Table(table).Seats.First(s => Roster.Mandates[s.Id].Holder.Id == holder.Id);

    /// <summary>Everyone who has played so far.</summary>
    public IReadOnlyList<Player> Cast => [.. _players.Values.Concat(Partners).Where(p => p.Played)];

    /// <summary>Looks until it is there.</summary>
    public async Task<T> Eventually<T>(Func<T?> look, Func<string> otherwise)
        where T : class
    {
        var until = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            Check.That(TimeProvider.System.GetElapsedTime(until) < Patience, otherwise());
            await Task.Delay(Glance, TimeProvider.System, Stop);
        }
    }

    /// <summary>Time passes, once nothing is under way any more.</summary>
    public async Task Later(TimeSpan by)
    {
        await Quiet();
        _clock.Leap(by);
    }

    /// <summary>Time passes until that local moment.</summary>
    public Task LaterAt(DateTime local) =>
        Later(new DateTimeOffset(local, Roster.Zone.GetUtcOffset(local)) - Now);

    /// <summary>Waits until no effect and no message is on its way.</summary>
    public async Task Quiet()
    {
        var since = TimeProvider.System.GetTimestamp();
        for (var calm = 0; calm < 2;)
        {
            calm = await IsQuiet() ? calm + 1 : 0;
            Check.That(TimeProvider.System.GetElapsedTime(since) < Patience, "des messages restent en route");
            if (calm == 0)
            {
                await Task.Delay(Glance, TimeProvider.System, Stop);
            }
        }
    }

    private async Task<bool> IsQuiet()
    {
        var (outbox, notices) = (Services.GetRequiredService<IOutbox>(), Services.GetRequiredService<INotices>());
        foreach (var aggregate in await Aggregates())
        {
            // In this order: an effect leaves only once its notices are there.
            if (await outbox.Waiting(aggregate, Stop) is not []
                || (await notices.Of(aggregate, Stop)).Any(n => n.Value.State is NoticeState.Waiting or NoticeState.Sending))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Everything there are messages about.</summary>
    public async Task<IReadOnlyList<Aggregate>> Aggregates()
    {
        var territory = Roster.Territory.Id;
        // Only those under way are listed: what was once seen is kept.
        _polls.UnionWith((await Services.GetRequiredService<IDatePolls>().Listed(territory, Stop)).Select(p => p.Id));
        _clusters.UnionWith((await Services.GetRequiredService<IClusters>().Listed(territory, [Now.Year], 100, Stop)).Select(c => c.Reference));
        return
        [
            .. (await Services.GetRequiredService<ISessions>().All(territory, Stop)).Select(s => new Aggregate(AggregateKind.Session, territory, s.Id.Value)),
            .. (await Services.GetRequiredService<IDysfunctions>().OfYear(territory, Now.Year, Stop)).Select(d => d.Aggregate),
            .. (await Services.GetRequiredService<IBallots>().Recent(territory, Stop)).Select(b => b.Aggregate),
            .. (await Services.GetRequiredService<IEscalations>().Of(territory, Stop)).Select(e => new Aggregate(AggregateKind.Escalation, territory, e.Id.Value)),
            .. (await Services.GetRequiredService<IDirectory>().All(territory, Stop)).Select(e => e.Value.Aggregate),
            .. _clusters.Select(c => new Aggregate(AggregateKind.Cluster, territory, c.Value)),
            .. _polls.Select(p => new Aggregate(AggregateKind.Poll, territory, p.Value)),
        ];
    }

    /// <summary>Every message to people there has been.</summary>
    public async Task<IReadOnlyList<Notice>> Notices()
    {
        var notices = Services.GetRequiredService<INotices>();
        var all = new List<Notice>();
        foreach (var aggregate in await Aggregates())
        {
            all.AddRange((await notices.Of(aggregate, Stop)).Select(n => n.Value));
        }

        return all;
    }

    public Task<IReadOnlyList<Decision>> Decisions(string table) =>
        Services.GetRequiredService<IRegister>().Of(Roster.Territory.Id, Table(table).Id, Stop);

    /// <summary>The files of the demo's folder that hold the bytes of these words: data, mail and log.</summary>
    public IReadOnlyList<string> FilesWith(string words)
    {
        var needle = System.Text.Encoding.UTF8.GetBytes(words);
        return
        [
            // The -shm file is the database's index in memory: it holds no text.
            .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("-shm", StringComparison.Ordinal))
                .Where(f => Holds(f, needle)).Select(f => Path.GetFileName(f)),
        ];
    }

    private static bool Holds(string file, ReadOnlySpan<byte> needle)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        open.CopyTo(bytes);
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(needle) >= 0;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Log.Dispose();
        _stop.Dispose();
    }
}
