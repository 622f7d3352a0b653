using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Documents;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ConcertationBot.Simulator;

/// <summary>
/// The simulator at `/`: choose a person, chat with the bot through its real address, read the person's mail. Mapped in
/// Development only.
/// </summary>
public static partial class SimulatorEndpoints
{
    private const string Connector = "/simulator/connector";
    private const string Files = "/simulator/files";

    public static IServiceCollection AddSimulator(this IServiceCollection services) => services
        .AddSingleton<SimulatedTeams>()
        .AddSingleton<SimulatorPeople>()
        .AddSingleton<SimulatorMail>();

    public static void MapSimulator(this WebApplication app)
    {
        var teams = app.Services.GetRequiredService<SimulatedTeams>();
        var people = app.Services.GetRequiredService<SimulatorPeople>();
        var http = new HttpClient();
        SimulatedClient? client = null;
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            teams.ServiceUrl = address + Connector;
            teams.FilesUrl = address + Files;
            client = new SimulatedClient(teams, http, new Uri(address + "/api/messages"));
            Ready(app.Logger, address);
        });
        app.Lifetime.ApplicationStopped.Register(http.Dispose);

        app.MapSimulatedConnector(Connector, teams);
        app.MapSimulatedFiles(Files, teams);
        app.MapGet("/", (HttpContext context) => Page.Send(context, "index.html"));
        app.MapGet("/simulator/{file}", (HttpContext context, string file) => Page.Send(context, file));
        var api = app.MapGroup("/simulator/people");
        api.MapGet("", async (CancellationToken cancel) => Results.Json(await people.All(cancel), SimulatorJson.Default.IReadOnlyListShownPerson));
        api.MapPost("/{entraId}/open", async (string entraId, CancellationToken cancel) =>
            people.Account(entraId) is { } person ? await Opened(teams, client!, person, cancel) : Results.NotFound());
        api.MapPost("/{entraId}/say", async (string entraId, Said said, CancellationToken cancel) =>
            people.Account(entraId) is { } person ? Answered(await client!.Say(person, said.Text, cancel)) : Results.NotFound());
        api.MapPost("/{entraId}/press", async (string entraId, Pressed pressed, CancellationToken cancel) =>
            people.Account(entraId) is { } person ? Answered(await Press(client!, person, pressed, cancel)) : Results.NotFound());
        api.MapPost("/{entraId}/attach", async (HttpContext context, string entraId, string name, CancellationToken cancel) =>
            people.Account(entraId) is { } person ? await Attached(client!, person, name, context, cancel) : Results.NotFound());
        api.MapGet("/{entraId}/changes", (HttpContext context, string entraId) => Follow(context, teams, people.Account(entraId)));
        app.MapSimulatorMail();
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Information, Message = "Le simulateur est prêt : ouvrez {Address} dans un navigateur.")]
    private static partial void Ready(ILogger log, string address);

    /// <summary>Opening the bot for the first time installs it, as Teams does.</summary>
    private static async Task<IResult> Opened(
        SimulatedTeams teams, SimulatedClient client, SimulatedPerson person, CancellationToken cancel) =>
        teams.Messages(person.Id).Count > 0 ? Results.Ok() : Answered(await client.Install(person, true, cancel));

    private static Task<TurnAnswer> Press(
        SimulatedClient client, SimulatedPerson person, Pressed pressed, CancellationToken cancel) =>
        pressed.Verb is null
            ? client.Submit(person, pressed.CardId, pressed.Data ?? [], cancel)
            : client.Press(person, pressed.CardId, pressed.Verb, pressed.Data, cancel);

    private static async Task<IResult> Attached(
        SimulatedClient client, SimulatedPerson person, string name, HttpContext context, CancellationToken cancel) =>
        await SimulatedFiles.Uploaded(context, cancel) is { } bytes
            ? Answered(await client.Attach(person, name, bytes, cancel))
            : Results.StatusCode(StatusCodes.Status413PayloadTooLarge);

    private static IResult Answered(TurnAnswer answer) => answer.Status == StatusCodes.Status200OK
        ? Results.Content(answer.Body.Length == 0 ? "{}" : answer.Body, "application/json")
        : Results.StatusCode(StatusCodes.Status502BadGateway);

    private static async Task Follow(HttpContext context, SimulatedTeams teams, SimulatedPerson? person)
    {
        if (person is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        try
        {
            await context.Response.StartAsync(context.RequestAborted);
            await foreach (var change in teams.Changes(person.ConversationId, context.RequestAborted))
            {
                var message = change.Message;
                var cards = message.Activity.Attachments?
                    .Where(a => a.ContentType == Attachment.AdaptiveCard && a.Content is not null)
                    .Select(a => a.Content!.Value).ToList() ?? [];
                var shown = new ShownMessage(
                    message.Id, message.Version, message.FromBot, message.Activity.Text, cards, message.At,
                    [.. (message.Activity.Attachments ?? []).Where(a => a.ContentType == IncomingFile.ContentType).Select(a => a.Name ?? "")]);
                await context.Response.WriteAsync(
                    $"data: {JsonSerializer.Serialize(shown, SimulatorJson.Default.ShownMessage)}\n\n", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the server stops.
        }
    }
}

/// <summary>What the person writes.</summary>
internal sealed record Said(string Text);

/// <summary>A button pressed: with a verb an Execute, without one a Submit.</summary>
internal sealed record Pressed(string CardId, string? Verb, JsonObject? Data);

/// <summary>A message as the page draws it.</summary>
internal sealed record ShownMessage(
    string Id, int Version, bool FromBot, string? Text, IReadOnlyList<JsonElement> Cards, DateTimeOffset At,
    IReadOnlyList<string> Files);

/// <summary>Someone one can be in the simulator.</summary>
internal sealed record ShownPerson(string? EntraId, string? Mail, string Name, string Role, string Group);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Said))]
[JsonSerializable(typeof(Pressed))]
[JsonSerializable(typeof(ShownMessage))]
[JsonSerializable(typeof(IReadOnlyList<ShownPerson>))]
[JsonSerializable(typeof(IReadOnlyList<ShownLetter>))]
internal sealed partial class SimulatorJson : JsonSerializerContext;
