using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ConcertationBot.Tests.Kit;

/// <summary>
/// A large table and the real bot on SQLite, with a simulated Teams that keeps to Teams' limits. The bot can be stopped
/// dead and started again on the same file.
/// </summary>
public sealed class Plenary : IAsyncDisposable
{
    public const string Tenant = "11111111-2222-3333-4444-555555555555";

    private readonly WebApplication _connector;
    private readonly TemporaryFolder _folder = new();
    private readonly TimeProvider _clock;

    private Plenary(WebApplication connector, SimulatedTeams teams, TimeProvider clock, int seats)
    {
        (_connector, Teams, _clock, Seats) = (connector, teams, clock, seats);
        foreach (var seat in Enumerable.Range(0, seats))
        {
            teams.Put(PersonOf(seat));
        }

        teams.Put(new SimulatedPerson("29:pilote", WideTable.Pilot.EntraId!, WideTable.Pilot.Name, WideTable.Pilot.Mail, Tenant));
    }

    public SimulatedTeams Teams { get; }

    public int Seats { get; }

    public BotHost Bot { get; private set; } = null!;

    /// <summary>The bot's storage, counted.</summary>
    public CountingRowStore Rows { get; private set; } = null!;

    /// <param name="clock">The bot's; Teams' own runs on the real one.</param>
    public static async Task<Plenary> Start(int seats, TimeProvider clock)
    {
        var teams = new SimulatedTeams(TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var connector = builder.Build();
        connector.MapSimulatedConnector("/connector", teams);
        await connector.StartAsync();
        teams.ServiceUrl = connector.Urls.First() + "/connector";
        var plenary = new Plenary(connector, teams, clock, seats);
        await plenary.StartBot(rows => rows);
        await WideTable.Write(plenary.Bot.Services, seats, Tenant);
        return plenary;
    }

    /// <summary>Another bot on the same file; <paramref name="over"/> may stand between it and its rows.</summary>
    public async Task StartBot(Func<IRowStore, IRowStore> over)
    {
        if (Bot is not null)
        {
            await Bot.DisposeAsync();
        }

        Bot = await BotHost.Start(
            "Development",
            configure: builder => builder.Services
                .Replace(ServiceDescriptor.Singleton(_clock))
                .Replace(ServiceDescriptor.Singleton<IRowStore>(provider => Rows = new CountingRowStore(
                    over(new SqliteRowStore(provider.GetRequiredService<SqliteFile>())), TimeSpan.Zero))),
            folder: _folder.Path);
    }

    public SimulatedPerson PersonOf(int seat) => new(
        $"29:membre-{seat}", WideTable.EntraId(seat), $"Membre Exemple {seat}", $"membre{seat}@exemple.example", Tenant);

    /// <summary>The bot has been seen in Teams: by everybody, or by the pilote alone, so that the others' conversations are still to be opened.</summary>
    public async Task Meet(bool everybody)
    {
        var addresses = Bot.Services.GetRequiredService<IChatAddresses>();
        foreach (var seat in everybody ? Enumerable.Range(0, Seats) : [])
        {
            await addresses.Remember(
                WideTable.Territory, new PersonId($"membre-{seat}"), AddressOf(PersonOf(seat)), default);
        }

        await addresses.Remember(WideTable.Territory, WideTable.Pilot.Id, AddressOf(Teams.Person("29:pilote")!), default);
    }

    /// <summary>Convenes the plenary; the bot's own loop sends the invitations.</summary>
    public async Task<Session> Convene(string operation = "plenary", int daysAhead = 30)
    {
        var start = _clock.GetUtcNow().AddDays(daysAhead);
        var form = new ConveneForm(
            new("tct"), SessionFormat.Plenary,
            new SessionTime(DateOnly.FromDateTime(start.UtcDateTime), new TimeOnly(9, 30), TimeSpan.FromHours(2), "Salle du conseil", true, null),
            [new AgendaRow(AgendaItemKind.Decision, "Sorties du vendredi", 30, null)], "Suivi des décisions précédentes");
        var outcome = await Bot.Services.GetRequiredService<ConveneSession>().Run(
            WideTable.PilotActor, form, new OperationId(operation), default);
        return outcome.Match(convened => convened.Session, refused => throw new InvalidOperationException(string.Join(", ", refused.Problems)));
    }

    public async Task<IReadOnlyList<Notice>> NoticesOf(Session session) =>
        [.. (await Bot.Services.GetRequiredService<INotices>().Of(AggregateOf(session), default)).Select(n => n.Value)];

    /// <summary>Waits until each invitation has its end, told by <paramref name="ended"/>.</summary>
    public async Task<IReadOnlyList<Notice>> Settled(Session session, TimeSpan patience, Func<Notice, bool>? ended = null)
    {
        using var late = new CancellationTokenSource(patience);
        while (true)
        {
            var notices = await NoticesOf(session);
            if (notices.Count(n => n.Why == EffectKind.SessionConvened) == Seats
                && notices.All(n => (ended ?? HasEnded)(n)))
            {
                return notices;
            }

            if (late.IsCancellationRequested)
            {
                throw new TimeoutException(string.Join(", ", notices.CountBy(n => n.State)));
            }

            await Task.Delay(50);
        }
    }

    /// <summary>How often each person was invited to it, as they see it.</summary>
    public IReadOnlyList<int> InvitationsSeen() =>
        [.. Enumerable.Range(0, Seats).Select(seat => Teams.Messages(PersonOf(seat).Id).Count(m => m.FromBot))];

    public static Aggregate AggregateOf(Session session) => new(AggregateKind.Session, session.Territory, session.Id.Value);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await _connector.DisposeAsync();
        _folder.Dispose();
    }

    private static bool HasEnded(Notice notice) =>
        notice.State is NoticeState.Delivered or NoticeState.Failed or NoticeState.LeftUncertain or NoticeState.Dropped;

    private ChatAddress AddressOf(SimulatedPerson person) =>
        new(Teams.ServiceUrl, Teams.Conversation(person).Id, Teams.BotId, Tenant);
}
