using Shouldly;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Documents.Mail;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Import;
using ConcertationBot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ConcertationBot.Tests.Kit;

/// <summary>
/// The sample territory, alive: the real bot in Development on SQLite, its people in the simulated Teams, a clock that
/// the test moves (it starts on Monday 23 November 2026, 9 h in Paris). People are named by their ids in the sample.
/// </summary>
public sealed class Kervelen : IAsyncDisposable
{
    public const string Pilot = "nolwenn-exemple";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _connector;
    private readonly HttpClient _http = new();
    private readonly SimulatedClient _client;
    private readonly Dictionary<string, SimulatedPerson> _people;

    private Kervelen(WebApplication connector, SimulatedTeams teams, BotHost bot, MovableClock clock, IEnumerable<Person> people)
    {
        (_connector, Teams, Bot, Clock) = (connector, teams, bot, clock);
        _client = new SimulatedClient(teams, _http, bot.Messages);
        _people = people.Where(p => p.EntraId is not null).ToDictionary(
            p => p.Id.Value,
            p => new SimulatedPerson("29:" + p.Id, p.EntraId!, p.Name, p.Mail, SampleTerritory.Kervelen.Territory.Tenant!),
            StringComparer.Ordinal);
        foreach (var person in _people.Values)
        {
            teams.Put(person);
        }
    }

    public SimulatedTeams Teams { get; }

    public BotHost Bot { get; }

    public MovableClock Clock { get; }

    /// <param name="folder">Kept, so that the next bot finds what this one left; by default one that goes with it.</param>
    /// <param name="at">The clock of a bot before this one, to go on with.</param>
    public static async Task<Kervelen> Start(
        IReadOnlyDictionary<string, string?>? settings = null, string? folder = null, MovableClock? at = null,
        Action<IServiceCollection>? services = null)
    {
        var teams = new SimulatedTeams(TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var connector = builder.Build();
        connector.MapSimulatedConnector("/connector", teams);
        connector.MapSimulatedFiles("/files", teams);
        await connector.StartAsync();
        teams.ServiceUrl = connector.Urls.First() + "/connector";
        teams.FilesUrl = connector.Urls.First() + "/files";
        var clock = at ?? new MovableClock();
        var bot = await BotHost.Start(
            "Development", settings,
            b =>
            {
                b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                services?.Invoke(b.Services);
            },
            folder);
        return new Kervelen(connector, teams, bot, clock, SampleTerritory.Kervelen.People);
    }

    public T Service<T>() where T : notnull => Bot.Services.GetRequiredService<T>();

    public SimulatedPerson Person(string id) => _people[id];

    /// <summary>Adds someone of the tenant whose account stands in no file: a partner, unless the mail says otherwise.</summary>
    public void AddPartner(string id, string name, string? mail = null) => Put(id, new SimulatedPerson(
        "29:" + id, $"0000{_people.Count:0000}-0000-4000-8000-00000000beef", name, mail,
        SampleTerritory.Kervelen.Territory.Tenant!));

    /// <summary>Puts someone into the simulated Teams, or changes them there.</summary>
    public void Put(string id, SimulatedPerson person)
    {
        _people[id] = person;
        Teams.Put(person);
    }

    /// <summary>Writes to the bot and gives back what it answered, oldest first.</summary>
    public async Task<IReadOnlyList<Heard>> Say(string person, string text)
    {
        (await _client.Say(Person(person), text, default)).Status.ShouldBe(200);
        // What else the bot has to tell the person may come at the same moment: an answer names what it answers.
        var messages = Teams.Messages(Person(person).Id);
        var said = messages.Last(m => !m.FromBot && m.Activity.Text == text).Id;
        return Read([.. messages.Where(m => m.Activity.ReplyToId == said)]);
    }

    /// <summary>Calls the bot by its name in a conversation of several, and gives back what it answered there.</summary>
    public async Task<IReadOnlyList<Heard>> Mention(string person, SimulatedGroup group, string text)
    {
        var before = FromBot(group).Count;
        (await _client.Post(Teams.Mention(Person(person), group, text), default)).Status.ShouldBe(200);
        return [.. FromBot(group).Skip(before)];
    }

    /// <summary>Everything the bot has said in a conversation of several.</summary>
    public IReadOnlyList<Heard> FromBot(SimulatedGroup group) => Read(Teams.Group(group).Messages);

    /// <summary>Sends a click of someone in a conversation of several.</summary>
    public async Task<Heard> PressIn(string person, SimulatedGroup group, Heard on, string title, params (string Input, string Value)[] typed)
    {
        var button = on.Button(title);
        var data = button["data"]?.DeepClone() as JsonObject ?? [];
        foreach (var (input, value) in typed)
        {
            data[input] = value;
        }

        var activity = Teams.In(group, Teams.Execute(Person(person), on.Id, button["verb"]!.GetValue<string>(), data));
        return Answered(on.Id, await _client.Post(activity, default));
    }

    /// <summary>What Teams does by itself for those a card names: asks for it anew, for that reader alone.</summary>
    public async Task<Heard> Redraw(string person, SimulatedGroup group, Heard on)
    {
        var refresh = on.Card!.Value.GetProperty("refresh");
        refresh.GetProperty("userIds").EnumerateArray().Select(id => id.GetString()).ShouldContain(Person(person).Id);
        var action = refresh.GetProperty("action");
        var activity = Teams.In(group, Teams.Execute(
            Person(person), on.Id, action.GetProperty("verb").GetString()!, (JsonObject)JsonNode.Parse(action.GetProperty("data").GetRawText())!, "automatic"));
        return Answered(on.Id, await _client.Post(activity, default));
    }

    /// <summary>Tells the bot that someone joined or left the meeting of that chat.</summary>
    public async Task Meets(string person, SimulatedGroup chat, bool joined) =>
        (await _client.Post(Teams.Meeting(Person(person), chat, joined), default)).Status.ShouldBe(200);

    /// <summary>Posts any activity to the bot.</summary>
    public Task<TurnAnswer> Post(Activity activity) => _client.Post(activity, default);

    /// <summary>Attaches a file in the personal chat and gives back what the bot answered.</summary>
    public async Task<Heard> Attach(string person, string name, byte[] bytes) =>
        (await Attach(person, (name, Teams.Upload(bytes)))).Single();

    /// <summary>The same with files at any addresses.</summary>
    public async Task<IReadOnlyList<Heard>> Attach(string person, params IReadOnlyList<(string Name, Uri DownloadUrl)> files)
    {
        var before = FromBot(person).Count;
        (await _client.Post(Teams.WithFiles(Person(person), files), default)).Status.ShouldBe(200);
        return [.. FromBot(person).Skip(before)];
    }

    /// <summary>Everything the bot has said to someone, as it stands now.</summary>
    public IReadOnlyList<Heard> FromBot(string person) =>
        Read(Teams.Messages(Person(person).Id));

    private static IReadOnlyList<Heard> Read(IReadOnlyList<SimulatedMessage> messages) =>
        [.. messages.Where(m => m.FromBot).Select(m => new Heard(
            m.Id, m.Activity.Text, m.Activity.Attachments is [{ Content: { } card }] ? Sound(card) : null))];

    /// <summary>
    /// Presses a card's button as a client does: the inputs' values as they stand, changed by
    /// <paramref name="typed"/>, merged into the button's data. Gives the text or the fresh card of the answer.
    /// </summary>
    public async Task<Heard> Press(string person, Heard on, string title, params (string Input, string Value)[] typed)
    {
        var button = on.Button(title);
        var data = button["data"]?.DeepClone() as JsonObject ?? [];
        if (button["associatedInputs"]?.GetValue<string>() != "none")
        {
            foreach (var (input, value) in on.Inputs().Concat(typed.Select(t => (t.Input, (string?)t.Value))))
            {
                data[input] = value;
            }
        }

        return await Press(person, on.Id, button["verb"]!.GetValue<string>(), data);
    }

    /// <summary>Sends a click with any data, as a hostile client could.</summary>
    public async Task<Heard> Press(string person, string cardId, string verb, JsonObject data)
    {
        return Answered(cardId, await _client.Press(Person(person), cardId, verb, data, default));
    }

    /// <summary>What Teams asks by itself while somebody types into a field whose choices the bot finds.</summary>
    public async Task<JsonElement> Types(string person, string dataset, string text)
    {
        var asked = JsonSerializer.SerializeToElement(new { queryText = text, queryOptions = new { skip = 0, top = 15 }, dataset });
        var answer = await _client.Post(Teams.Execute(Person(person), "1", "none", []) with { Name = "application/search", Value = asked }, default);
        answer.Status.ShouldBe(200);
        return JsonElement.Parse(answer.Body);
    }

    private static Heard Answered(string cardId, TurnAnswer answer)
    {
        answer.Status.ShouldBe(200);
        var value = JsonElement.Parse(answer.Body).GetProperty("value");
        return value.ValueKind == JsonValueKind.String
            ? new Heard(cardId, value.GetString(), null)
            : new Heard(cardId, null, Sound(value));
    }

    /// <summary>The card, once it is known to be one that Teams takes.</summary>
    private static JsonElement Sound(JsonElement card)
    {
        card.GetProperty("version").GetString().ShouldBe("1.5");
        (card.GetRawText().Length * sizeof(char)).ShouldBeLessThanOrEqualTo(CardSize.Most);
        return card;
    }

    /// <summary>« clos le vote », and yes to cutting it short where answers are still awaited.</summary>
    public async Task<Heard> Closes(string person = Pilot, string words = "clos le vote")
    {
        var said = (await Say(person, words)).Last(m => m.Card is not null);
        return said.Buttons.Contains("Le laisser ouvert") ? await Press(person, said, "Clore maintenant") : said;
    }

    /// <summary>Waits for what follows from an act: a message by chat.</summary>
    public async Task<Heard> Hears(string person, string part)
    {
        await Until(() => FromBot(person).Any(m => m.Says(part)), () => $"{person} hears « {part} »");
        return FromBot(person).Last(m => m.Says(part));
    }

    /// <summary>Waits for a letter whose subject holds that.</summary>
    public async Task<SavedLetter> Receives(string person, string subjectPart)
    {
        var mail = SampleTerritory.Kervelen.People.Single(p => p.Id.Value == person).Mail!;
        SavedLetter? Found() => Letters().LastOrDefault(l => l.To.Contains(mail, StringComparison.Ordinal) && l.Subject.Contains(subjectPart, StringComparison.Ordinal));
        await Until(() => Found() is not null, () => $"{person} receives « {subjectPart} »; there are {string.Join(", ", Letters().Select(l => $"{l.To}: {l.Subject}"))}");
        return Found()!;
    }

    public IReadOnlyList<SavedLetter> Letters() => SavedLetter.In(Service<MailFolder>().Path);

    public static async Task Until(Func<bool> holds, Func<string> what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
        {
            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException(what());
            }

            await Task.Delay(25);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await _connector.DisposeAsync();
        _http.Dispose();
    }
}
