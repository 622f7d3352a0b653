using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Channel;

namespace ConcertationBot.Tests.Channel;

public sealed class ShapeTests(ProductionBot bot) : IClassFixture<ProductionBot>
{
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task What_is_not_JSON_in_UTF8_is_415(string contentType) =>
        await Refused(415, Text(contentType, JsonSerializer.Serialize(bot.Message(), ConnectorJson.Wire.Activity)));

    [Fact]
    public async Task A_body_without_a_type_is_415()
    {
        var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType.ShouldBeNull();
        await Refused(415, content);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON;charset=\"utf-8\"")]
    public async Task JSON_is_taken_however_its_type_is_written(string contentType)
    {
        var body = JsonSerializer.Serialize(bot.Message(), ConnectorJson.Wire.Activity);
        using var answer = await Send(Text(contentType, body));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{\"type\":3}")]
    [InlineData("{\"type\":\"message\",\"type\":\"invoke\"}")]
    [InlineData("{\"timestamp\":\"hier\"}")]
    [InlineData("{} {}")]
    public async Task Malformed_JSON_is_400(string body) => await Refused(400, Text("application/json", body));

    [Fact]
    public async Task JSON_nested_without_end_is_400() =>
        await Refused(400, Text(
            "application/json", "{\"value\":" + new string('[', 5000) + new string(']', 5000) + "}"));

    public static TheoryData<string, Func<Activity, Activity>> Incomplete => new()
    {
        { "type", it => it with { Type = null } },
        { "conversation", it => it with { Conversation = null } },
        { "conversation id", it => it with { Conversation = new ConversationAccount() } },
        { "from", it => it with { From = null } },
        { "from id", it => it with { From = new ChannelAccount { Name = "Personne" } } },
        { "service address", it => it with { ServiceUrl = null } },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task An_activity_that_lacks_what_every_activity_has_is_400(
        string what, Func<Activity, Activity> change)
    {
        what.ShouldNotBeEmpty();
        await Refused(400, Text(
            "application/json", JsonSerializer.Serialize(change(bot.Message()), ConnectorJson.Wire.Activity)));
    }

    [Fact]
    public async Task A_body_of_256_KB_is_taken_and_one_byte_more_is_413()
    {
        using var largest = await Send(new ByteArrayContent(Sized(TurnEndpoint.LargestBody)) { Headers = { ContentType = Json } });
        largest.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Refused(413, new ByteArrayContent(Sized(TurnEndpoint.LargestBody + 1)) { Headers = { ContentType = Json } });
    }

    [Fact]
    public async Task A_chunked_body_over_256_KB_is_413()
    {
        var chunked = new StreamContent(new Unmeasured(Sized(TurnEndpoint.LargestBody + 1)));
        chunked.Headers.ContentType = Json;
        await Refused(413, chunked);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("messageUpdate")]
    [InlineData("somethingNew")]
    public async Task A_type_the_bot_does_not_know_is_200(string type)
    {
        using var answer = await bot.Post(bot.Message() with { Type = type });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_type_reaches_its_turn()
    {
        foreach (var type in new[]
                 {
                     ActivityTypes.Message, ActivityTypes.ConversationUpdate, ActivityTypes.InstallationUpdate,
                     ActivityTypes.MessageReaction,
                 })
        {
            using var answer = await bot.Post(bot.Message("un de chaque") with { Type = type });
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        bot.Turns.Messages.Count(it => it.Text == "un de chaque").ShouldBe(1);
        bot.Turns.Rosters.Count(it => it.Text == "un de chaque").ShouldBe(2);
        bot.Turns.Reactions.Count(it => it.Text == "un de chaque").ShouldBe(1);
    }

    [Fact]
    public async Task An_invoke_is_answered_with_its_status_and_body()
    {
        using var answer = await bot.Post(bot.Invoke());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await answer.Content.ReadAsStringAsync()).ShouldBe(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Bien reçu."}""");
    }

    [Fact]
    public async Task An_invoke_of_an_unknown_name_is_501()
    {
        using var answer = await bot.Post(bot.Invoke("fleur/arroser"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task A_bug_is_500_without_a_trace_for_the_caller_nor_words_in_the_log()
    {
        bot.Turns.OnMessage = message => message.Text == "casse"
            ? throw new InvalidOperationException("le secret de Madame Kerdoncuff")
            : Task.CompletedTask;
        using var answer = await bot.Post(bot.Message("casse"));

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var body = await answer.Content.ReadAsStringAsync();
        body.ShouldNotContain("Kerdoncuff");
        body.ShouldNotContain("   at ");
        bot.Bot.Log.Lines.ShouldContain(line => line.Contains("System.InvalidOperationException"));
        bot.Bot.Log.Lines.ShouldNotContain(line => line.Contains("Kerdoncuff"));
    }

    [Fact]
    public async Task Only_POST_is_answered()
    {
        using var answer = await bot.Bot.Client.GetAsync(bot.Bot.Messages);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed);
    }

    private static MediaTypeHeaderValue Json => new("application/json");

    private byte[] Sized(int bytes)
    {
        var message = bot.Message("");
        var empty = JsonSerializer.SerializeToUtf8Bytes(message, ConnectorJson.Wire.Activity).Length;
        var sized = JsonSerializer.SerializeToUtf8Bytes(
            message with { Text = new string('a', bytes - empty) }, ConnectorJson.Wire.Activity);
        sized.Length.ShouldBe(bytes);
        return sized;
    }

    private static ByteArrayContent Text(string contentType, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    private Task<HttpResponseMessage> Send(HttpContent content) =>
        bot.Post(content, "Bearer " + bot.Forge.Sign(bot.GoodToken));

    private async Task Refused(int status, HttpContent content)
    {
        using var answer = await Send(content);
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var body = await answer.Content.ReadAsStringAsync();
        body.ShouldNotContain("   at ");
        body.ShouldNotContain("Exception");
    }

    /// <summary>A body whose length nobody knows beforehand.</summary>
    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
