using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Tests.Channel;

/// <summary>The stand-in is as strict as what it stands in for, and people can talk with the real bot through it.</summary>
public sealed class SimulatedTeamsTests : IAsyncLifetime
{
    private HttpClient _http = null!;
    private ConnectorHost _host = null!;

    public async Task InitializeAsync() => (_http, _host) = (new HttpClient(), await ConnectorHost.Start());

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_person_writes_to_the_bot_and_reads_its_answer()
    {
        var turns = new RecordingTurns();
        await using var bot = await BotHost.Start("Development", configure: ProductionBot.With(turns));
        var connector = bot.Services.GetRequiredService<ConnectorClient>();
        turns.OnMessage = async activity => (await connector.Send(
            ConversationReference.Of(activity)!, new Activity { Text = "Vous avez dit : " + activity.Text }, default))
            .ShouldBeOfType<SendOutcome.Sent>();

        var client = new SimulatedClient(_host.Teams, _http, bot.Messages);
        (await client.Say(_host.Anne, "bonjour", default)).ShouldBe(new TurnAnswer(200, ""));

        var shown = _host.Teams.Messages(_host.Anne.Id);
        shown.Select(message => message.Activity.Text).ShouldBe(["bonjour", "Vous avez dit : bonjour"]);
        shown.Select(message => message.FromBot).ShouldBe([false, true]);
        shown.Select(message => message.Id).ShouldBeInOrder();
        turns.Messages.ShouldHaveSingleItem().From!.AadObjectId.ShouldBe(_host.Anne.EntraId);
    }

    [Fact]
    public async Task A_pressed_button_replaces_its_card_by_the_one_in_the_answer()
    {
        var turns = new RecordingTurns
        {
            OnInvoke = _ => InvokeAnswer.Card("""{"type":"AdaptiveCard","body":[]}"""u8),
        };
        await using var bot = await BotHost.Start("Development", configure: ProductionBot.With(turns));
        var card = Attachment.Card(JsonElement.Parse("""{"type":"AdaptiveCard"}"""));
        var sent = (SendOutcome.Sent)await _host.Client().Send(
            _host.WithAnne, new Activity { Attachments = [card] }, default);

        var client = new SimulatedClient(_host.Teams, _http, bot.Messages);
        await client.Press(_host.Anne, sent.Id, "votes.cast", new JsonObject { ["choice"] = "for" }, default);

        var shown = _host.Teams.Messages(_host.Anne.Id).ShouldHaveSingleItem();
        (shown.Id, shown.Version).ShouldBe((sent.Id, 2));
        shown.Activity.Attachments![0].Content!.Value.TryGetProperty("body", out _).ShouldBeTrue();
        var press = turns.Invokes.ShouldHaveSingleItem();
        (press.Name, press.ReplyToId).ShouldBe(("adaptiveCard/action", sent.Id));
        press.Value!.Value.GetProperty("action").GetProperty("data").GetProperty("choice").GetString().ShouldBe("for");
    }

    [Fact]
    public async Task Removing_and_installing_the_app_is_told_to_the_bot_and_decides_who_can_be_written_to()
    {
        var turns = new RecordingTurns();
        await using var bot = await BotHost.Start("Development", configure: ProductionBot.With(turns));
        var client = new SimulatedClient(_host.Teams, _http, bot.Messages);
        await client.Install(_host.Anne, installed: false, default);
        (await _host.Client().Send(_host.WithAnne, new Activity { Text = "?" }, default))
            .ShouldBeOfType<SendOutcome.Refused>().Code.ShouldBe(RefusalCodes.BotNotInConversationRoster);
        await client.Install(_host.Anne, installed: true, default);
        (await _host.Client().Send(_host.WithAnne, new Activity { Text = "!" }, default))
            .ShouldBeOfType<SendOutcome.Sent>();
        turns.Rosters.Select(it => (it.Type, it.Action)).ShouldBe(
        [
            ("installationUpdate", "remove"), ("installationUpdate", "add"), ("conversationUpdate", null),
        ]);
    }

    [Fact]
    public async Task Changes_come_in_order_those_before_and_those_after()
    {
        var client = _host.Client();
        var first = (SendOutcome.Sent)await client.Send(_host.WithAnne, new Activity { Text = "un" }, default);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var seen = new List<string>();
        await foreach (var change in _host.Teams.Changes(_host.Anne.ConversationId, stop.Token))
        {
            seen.Add($"{change.Sequence} {change.Message.Version} {change.Message.Activity.Text}");
            if (seen.Count == 1)
            {
                await client.Update(_host.WithAnne, first.Id, new Activity { Text = "un bis" }, default);
                await client.Send(_host.WithAnne, new Activity { Text = "deux" }, default);
            }

            if (seen.Count == 3)
            {
                break;
            }
        }

        seen.ShouldBe(["1 1 un", "2 2 un bis", "3 1 deux"]);
    }

    [Fact]
    public async Task More_than_the_rate_is_429_and_says_when_to_come_back()
    {
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 8; i++)
        {
            answers.Add(await Post("activities", """{"type":"message","text":"vite"}"""));
        }

        answers[..7].ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        answers[7].StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answers[7].Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        _host.Clock.Advance(TimeSpan.FromSeconds(2));
        (await Post("activities", """{"type":"message","text":"bien"}""")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("{}", 400)]
    public async Task What_is_no_activity_is_refused(string body, int status) =>
        ((int)(await Post("activities", body)).StatusCode).ShouldBe(status);

    [Fact]
    public async Task Too_big_a_message_is_413() =>
        (await Post("activities", $$"""{"type":"message","text":"{{new string('a', 52_000)}}"}""")).StatusCode
            .ShouldBe(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task Without_the_token_it_asks_for_everything_is_401()
    {
        _host.Teams.RequiredToken = "t";
        (await Post("activities", """{"type":"message"}""")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpResponseMessage> Post(string path, string body) => await _http.PostAsync(
        new Uri($"{_host.Teams.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(_host.Anne.ConversationId)}/{path}"),
        new StringContent(body));
}
