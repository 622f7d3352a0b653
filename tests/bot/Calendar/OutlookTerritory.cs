using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Import;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit.Graph;

namespace ConcertationBot.Tests.Calendar;

/// <summary>The sample territory with Outlook: its bot knows where Graph is, and Graph knows its people.</summary>
public sealed class OutlookTerritory : IAsyncDisposable
{
    public const string Hospital = "yann-kerimagin";
    public const string NursingHome = "katell-songevrac";
    public const string HomeHospital = "maiwenn-le-brouillon";
    public const string HospitalMail = "yann.kerimagin@ch.kervelen.example";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("concertation-outlook-");

    private OutlookTerritory(GraphStandIn graph) => Graph = graph;

    public static TerritoryId Territory { get; } = new("pays-de-kervelen");

    public GraphStandIn Graph { get; }

    public Kervelen Kervelen { get; private set; } = null!;

    public static async Task<OutlookTerritory> Start()
    {
        var there = new OutlookTerritory(await GraphStandIn.Start());
        foreach (var person in SampleTerritory.Kervelen.People.Where(p => p.EntraId is not null))
        {
            there.Graph.Users[person.EntraId!] = person.Mail!;
        }

        there.Kervelen = await Kit.Kervelen.Start(there.Graph.Settings, there._folder.FullName);
        there.Graph.Clock = there.Kervelen.Clock;
        return there;
    }

    /// <summary>Ends the bot and starts another on what it left.</summary>
    public async Task Restart()
    {
        var clock = Kervelen.Clock;
        await Kervelen.DisposeAsync();
        Kervelen = await Kit.Kervelen.Start(Graph.Settings, _folder.FullName, clock);
    }

    /// <summary>Convenes by chat, as the pilote does; gives the card that follows the session.</summary>
    public Task<Heard> Convene(string text, params (string Input, string Value)[] typed) => Convene(text, true, typed);

    /// <param name="chat">False: the channel takes no message to anybody, and mail is the road for all.</param>
    public async Task<Heard> Convene(string text, bool chat, params (string Input, string Value)[] typed)
    {
        var form = (await Kervelen.Say(Kit.Kervelen.Pilot, text)).Single(m => m.Card is not null);
        var look = await Kervelen.Press(Kit.Kervelen.Pilot, form, "Vérifier", typed);
        if (!chat)
        {
            Kervelen.Teams.GoWrong(new Trouble.Failing(403), times: 100);
        }

        return await Kervelen.Press(Kit.Kervelen.Pilot, look, "Envoyer");
    }

    public async Task<Session> Session() =>
        (await Kervelen.Service<ISessions>().All(Territory, default)).ShouldHaveSingleItem();

    public async Task<CalendarEntry?> Entry() =>
        (await Kervelen.Service<ICalendarEntries>().Get(Territory, (await Session()).Id, default))?.Value;

    public async Task<Reply?> ReplyOf(string seat) =>
        (await Kervelen.Service<ISessions>().Replies(Territory, (await Session()).Id, default)).SingleOrDefault(r => r.Seat.Value == seat);

    /// <summary>Waits until Outlook has what the test looks for.</summary>
    public Task Until(Func<GraphStandIn, bool> holds, string what) => Kit.Kervelen.Until(
        () => holds(Graph),
        () => $"{what}; Graph had {string.Join(", ", Graph.Requests.Select(r => $"{r.Method} {r.Path} {r.Status}"))}");

    public async Task<StandInEvent> Event()
    {
        await Until(g => g.Events.Count > 0, "an event is made");
        return Graph.Events.ShouldHaveSingleItem();
    }

    /// <param name="meanwhile">What is done before each look.</param>
    public async Task UntilEntry(CalendarState state, Action? meanwhile = null)
    {
        CalendarState? seen = null;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        meanwhile?.Invoke();
        while ((seen = (await Entry())?.State) != state)
        {
            patience.IsCancellationRequested.ShouldBeFalse($"the entry is {seen}, not {state}");
            await Task.Delay(meanwhile is null ? 25 : 500);
            meanwhile?.Invoke();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Kervelen.DisposeAsync();
        await Graph.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
