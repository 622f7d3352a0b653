using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Turns;

namespace ConcertationBot.Simulator;

/// <summary>What the bot answered to a turn: HTTP status and body (empty when there was none).</summary>
public sealed record TurnAnswer(int Status, string Body);

/// <summary>
/// A Teams client for simulated people: shows in the conversation what they do, posts it to the bot's real address,
/// and puts the fresh card where the clicked one was.
/// </summary>
public sealed class SimulatedClient(SimulatedTeams teams, HttpClient http, Uri messages, Func<string?>? token = null)
{
    /// <summary>The person writes to the bot.</summary>
    public async Task<TurnAnswer> Say(SimulatedPerson from, string text, CancellationToken cancel)
    {
        var activity = teams.Message(from, text);
        teams.Add(teams.Conversation(from), activity, fromBot: false);
        return await Post(activity, cancel);
    }

    /// <summary>The person attaches a file.</summary>
    public async Task<TurnAnswer> Attach(SimulatedPerson from, string name, byte[] bytes, CancellationToken cancel)
    {
        var activity = teams.WithFiles(from, (name, teams.Upload(bytes)));
        teams.Add(teams.Conversation(from), activity, fromBot: false);
        return await Post(activity, cancel);
    }

    /// <summary>The person presses an Action.Submit.</summary>
    public Task<TurnAnswer> Submit(SimulatedPerson from, string cardId, JsonObject data, CancellationToken cancel) =>
        Post(teams.Submit(from, cardId, data), cancel);

    /// <summary>The person presses an Action.Execute; a card in the answer takes the old one's place.</summary>
    public async Task<TurnAnswer> Press(
        SimulatedPerson from, string cardId, string verb, JsonObject? data, CancellationToken cancel)
    {
        var answer = await Post(teams.Execute(from, cardId, verb, data), cancel);
        if (answer.Status == StatusCodes.Status200OK && FreshCard(answer.Body) is { } card)
        {
            teams.Conversation(from).Replace(cardId, old => old with { Attachments = [Attachment.Card(card)] });
        }

        return answer;
    }

    /// <summary>Installs the app for someone, or takes it away, and tells the bot as Teams does.</summary>
    public async Task<TurnAnswer> Install(SimulatedPerson person, bool installed, CancellationToken cancel)
    {
        var changed = person with { BotInstalled = installed };
        teams.Put(changed);
        var told = await Post(teams.Installation(changed, installed), cancel);
        return installed ? await Post(teams.Joined(changed), cancel) : told;
    }

    /// <summary>Posts any activity to the bot.</summary>
    public async Task<TurnAnswer> Post(Activity activity, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, messages)
        {
            Content = new ByteArrayContent(
                JsonSerializer.SerializeToUtf8Bytes(activity, ConnectorJson.Wire.Activity)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (token?.Invoke() is { } bearer)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        using var answer = await http.SendAsync(request, cancel);
        return new TurnAnswer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel));
    }

    private static JsonElement? FreshCard(string body)
    {
        if (body.Length == 0)
        {
            return null;
        }

        var answer = JsonSerializer.Deserialize(body, TurnJson.Default.CardActionAnswer);
        return answer is { Type: CardActionAnswer.Card } ? answer.Value : null;
    }
}
