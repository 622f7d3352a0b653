using System.Text.Json;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Channel;

public sealed class ConnectorTests : IAsyncLifetime
{
    private ConnectorHost _host = null!;

    public async Task InitializeAsync() => _host = await ConnectorHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_conversation_is_created_once_and_written_into()
    {
        var client = _host.Client();
        var first = await client.Create(
            _host.Teams.ServiceUrl, _host.Teams.BotId, _host.Anne.Id, ConnectorHost.Tenant, default);
        var again = await client.Create(
            _host.Teams.ServiceUrl, _host.Teams.BotId, _host.Anne.EntraId, ConnectorHost.Tenant, default);
        first.ShouldBe(new SendOutcome.Sent(_host.Anne.ConversationId));
        again.ShouldBe(first);

        var sent = (await client.Send(_host.WithAnne, Text("La séance est à 9 h 30."), default))
            .ShouldBeOfType<SendOutcome.Sent>();
        var shown = _host.Teams.Messages(_host.Anne.Id).ShouldHaveSingleItem();
        shown.Id.ShouldBe(sent.Id);
        shown.FromBot.ShouldBeTrue();
        shown.Activity.Text.ShouldBe("La séance est à 9 h 30.");
        shown.Activity.From!.Id.ShouldBe(_host.Teams.BotId);
    }

    [Fact]
    public async Task A_message_is_updated_in_its_place()
    {
        var client = _host.Client();
        var sent = (SendOutcome.Sent)await client.Send(_host.WithAnne, Text("avant"), default);
        (await client.Update(_host.WithAnne, sent.Id, Text("après"), default)).ShouldBe(sent);

        var shown = _host.Teams.Messages(_host.Anne.Id).ShouldHaveSingleItem();
        (shown.Version, shown.Activity.Text).ShouldBe((2, "après"));
    }

    [Fact]
    public async Task Members_are_read_by_either_id_with_their_mail_and_all_together()
    {
        var client = _host.Client();
        foreach (var id in new[] { _host.Anne.Id, _host.Anne.EntraId })
        {
            var anne = (await client.Member(_host.WithAnne, id, default))
                .ShouldBeOfType<ReadOutcome<ConversationMember>.Found>().Value;
            (anne.Email, anne.EntraId(), anne.TenantId).ShouldBe((_host.Anne.Mail, _host.Anne.EntraId, ConnectorHost.Tenant));
        }

        (await client.Members(_host.WithAnne, default))
            .ShouldBeOfType<ReadOutcome<IReadOnlyList<ConversationMember>>.Found>()
            .Value.ShouldHaveSingleItem().Name.ShouldBe("Anne Le Goff");
    }

    [Fact]
    public async Task A_mail_is_no_id_of_a_member()
    {
        var client = _host.Client();
        (await client.Member(_host.WithAnne, _host.Anne.Mail!, default))
            .ShouldBe(new ReadOutcome<ConversationMember>.Refused(400, "BadSyntax", Final: true));
        (await client.Create(_host.Teams.ServiceUrl, "28:bot", _host.Anne.Mail!, ConnectorHost.Tenant, default))
            .ShouldBe(new SendOutcome.Refused(400, "BadSyntax", Final: true));
    }

    [Fact]
    public async Task Refusals_that_stay_are_final_and_not_tried_again()
    {
        var client = _host.Client();
        _host.Teams.Put(_host.Anne with { BotInstalled = false });
        (await client.Send(_host.WithAnne, Text("?"), default))
            .ShouldBe(new SendOutcome.Refused(403, RefusalCodes.BotNotInConversationRoster, Final: true));
        _host.Teams.Put(_host.Anne with { BotBlocked = true });
        (await client.Send(_host.WithAnne, Text("?"), default))
            .ShouldBe(new SendOutcome.Refused(403, RefusalCodes.MessageWritesBlocked, Final: true));
        (await client.Send(_host.WithAnne with { ConversationId = "a:personne" }, Text("?"), default))
            .ShouldBe(new SendOutcome.Refused(404, RefusalCodes.ConversationNotFound, Final: true));
        _host.Clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_throttled_send_waits_as_long_as_it_was_told()
    {
        _host.Teams.GoWrong(new Trouble.Throttled(TimeSpan.FromSeconds(17)));
        (await _host.Client().Send(_host.WithAnne, Text("patience"), default)).ShouldBeOfType<SendOutcome.Sent>();
        _host.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(17)]);
        _host.Teams.Messages(_host.Anne.Id).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_send_that_stays_throttled_is_refused_but_not_for_good()
    {
        _host.Teams.GoWrong(new Trouble.Throttled(TimeSpan.FromSeconds(3)), times: 9);
        (await _host.Client().Send(_host.WithAnne, Text("?"), default))
            .ShouldBe(new SendOutcome.Refused(429, "TooManyRequests", Final: false));
        _host.Clock.Waits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_wait_longer_than_our_patience_is_left_to_the_caller()
    {
        _host.Teams.GoWrong(new Trouble.Throttled(TimeSpan.FromMinutes(5)));
        (await _host.Client().Send(_host.WithAnne, Text("?"), default))
            .ShouldBe(new SendOutcome.Refused(429, "TooManyRequests", Final: false));
        _host.Clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_412_is_tried_again_with_longer_and_longer_waits()
    {
        _host.Teams.GoWrong(new Trouble.Failing(412), times: 3);
        (await _host.Client().Send(_host.WithAnne, Text("encore"), default)).ShouldBeOfType<SendOutcome.Sent>();
        _host.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)]);
        _host.Teams.Messages(_host.Anne.Id).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.75)]
    [InlineData(1, 1)]
    public void Jitter_spreads_a_wait_over_its_second_half(double jitter, double seconds) =>
        new Retries().Wait(1, jitter).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_send_that_fails_at_the_server_is_uncertain_and_sent_once(int status)
    {
        _host.Teams.GoWrong(new Trouble.Failing(status, Accepted: true));
        (await _host.Client().Send(_host.WithAnne, Text("une fois"), default))
            .ShouldBe(new SendOutcome.Uncertain("Http" + status));
        _host.Clock.Waits.ShouldBeEmpty();
        _host.Teams.Messages(_host.Anne.Id).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_send_whose_connection_drops_is_uncertain_and_sent_once(bool accepted, int shown)
    {
        _host.Teams.GoWrong(new Trouble.Dropped(accepted));
        (await _host.Client().Send(_host.WithAnne, Text("une fois"), default))
            .ShouldBe(new SendOutcome.Uncertain("Dropped"));
        _host.Teams.Messages(_host.Anne.Id).Count.ShouldBe(shown);
    }

    [Fact]
    public async Task A_send_that_is_not_answered_in_time_is_uncertain_and_sent_once()
    {
        _host.Teams.GoWrong(new Trouble.Stalled(TimeSpan.FromHours(1)));
        var client = _host.Client(
            new Retries { AttemptTimeout = TimeSpan.FromMilliseconds(300) }, TimeProvider.System);
        (await client.Send(_host.WithAnne, Text("une fois"), default)).ShouldBe(new SendOutcome.Uncertain("Timeout"));
        _host.Teams.Messages(_host.Anne.Id).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_send_cancelled_under_way_is_uncertain()
    {
        _host.Teams.GoWrong(new Trouble.Stalled(TimeSpan.FromHours(1)));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        (await _host.Client().Send(_host.WithAnne, Text("une fois"), stop.Token))
            .ShouldBe(new SendOutcome.Uncertain("Cancelled"));
    }

    [Fact]
    public async Task Updates_and_reads_are_tried_again_whatever_happened()
    {
        var client = _host.Client();
        var sent = (SendOutcome.Sent)await client.Send(_host.WithAnne, Text("avant"), default);
        _host.Teams.GoWrong(new Trouble.Dropped());
        _host.Teams.GoWrong(new Trouble.Failing(503, Accepted: true));
        (await client.Update(_host.WithAnne, sent.Id, Text("après"), default)).ShouldBe(sent);
        _host.Teams.Messages(_host.Anne.Id).ShouldHaveSingleItem().Activity.Text.ShouldBe("après");

        _host.Teams.GoWrong(new Trouble.Failing(504));
        _host.Teams.GoWrong(new Trouble.Dropped());
        (await client.Member(_host.WithAnne, _host.Anne.Id, default))
            .ShouldBeOfType<ReadOutcome<ConversationMember>.Found>();
    }

    [Fact]
    public async Task An_update_that_keeps_failing_is_uncertain_and_a_read_refused()
    {
        var client = _host.Client();
        var sent = (SendOutcome.Sent)await client.Send(_host.WithAnne, Text("avant"), default);
        _host.Teams.GoWrong(new Trouble.Failing(502), times: 8);
        (await client.Update(_host.WithAnne, sent.Id, Text("après"), default))
            .ShouldBe(new SendOutcome.Uncertain("Http502"));
        (await client.Member(_host.WithAnne, _host.Anne.Id, default))
            .ShouldBe(new ReadOutcome<ConversationMember>.Refused(0, "Http502", Final: false));
    }

    [Fact]
    public async Task Where_no_connection_opens_nothing_was_sent_and_that_is_no_doubt()
    {
        await _host.Stop();
        (await _host.Client().Send(_host.WithAnne, Text("?"), default))
            .ShouldBe(new SendOutcome.Refused(0, RefusalCodes.NotReached, Final: false));
        _host.Clock.Waits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_message_over_80_KB_does_not_leave()
    {
        _host.Teams.GoWrong(new Trouble.Failing(500));
        (await _host.Client().Send(_host.WithAnne, Text(new string('é', 41_000)), default))
            .ShouldBe(new SendOutcome.Refused(0, RefusalCodes.MessageTooBig, Final: true));
        (await _host.Client().Send(_host.WithAnne, Text(new string('é', 40_000)), default))
            .ShouldBe(new SendOutcome.Uncertain("Http500"));
    }

    [Theory]
    [InlineData("http://evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    public async Task A_stored_address_that_is_not_Teams_gets_nothing(string address)
    {
        var client = _host.Client(hosts: new ServiceHosts(ServiceHosts.Teams, loopbackAllowed: false));
        var elsewhere = _host.WithAnne with { ServiceUrl = address };
        var refused = new SendOutcome.Refused(0, RefusalCodes.ServiceHostNotAllowed, Final: true);
        (await client.Send(elsewhere, Text("?"), default)).ShouldBe(refused);
        (await client.Update(elsewhere, "1", Text("?"), default)).ShouldBe(refused);
        (await client.Create(address, "28:bot", "29:anne", ConnectorHost.Tenant, default)).ShouldBe(refused);
        (await client.Member(elsewhere, "29:anne", default))
            .ShouldBe(new ReadOutcome<ConversationMember>.Refused(0, RefusalCodes.ServiceHostNotAllowed, Final: true));

        // Nor does this machine, outside Development.
        (await client.Send(_host.WithAnne, Text("?"), default)).ShouldBe(refused);
    }

    [Fact]
    public async Task The_bots_token_goes_along_and_a_refused_one_is_asked_anew()
    {
        await using var forge = await TokenForge.Start();
        var client = _host.Client(credential: new BotCredential("app", "secret", forge.TokenEndpoint));
        _host.Teams.RequiredToken = "token-1";
        (await client.Send(_host.WithAnne, Text("un"), default)).ShouldBeOfType<SendOutcome.Sent>();
        (await client.Send(_host.WithAnne, Text("deux"), default)).ShouldBeOfType<SendOutcome.Sent>();
        forge.TokensGiven.ShouldBe(1);

        _host.Teams.RequiredToken = "token-2";
        (await client.Send(_host.WithAnne, Text("trois"), default))
            .ShouldBe(new SendOutcome.Refused(401, "Unauthorized", Final: false));
        (await client.Send(_host.WithAnne, Text("trois"), default)).ShouldBeOfType<SendOutcome.Sent>();
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        await using var forge = await TokenForge.Start();
        forge.TokenFailures = 99;
        var client = _host.Client(credential: new BotCredential("app", "secret", forge.TokenEndpoint));
        (await client.Send(_host.WithAnne, Text("?"), default))
            .ShouldBe(new SendOutcome.Refused(0, RefusalCodes.TokenUnavailable, Final: false));
        _host.Teams.Messages(_host.Anne.Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hundred_sends_to_one_conversation_are_all_shown_and_never_throttled()
    {
        var client = _host.Client(new Retries { AttemptTimeout = TimeSpan.FromHours(1), Attempts = 1 });
        for (var i = 0; i < 100; i++)
        {
            (await client.Send(_host.WithAnne, Text("n° " + i), default)).ShouldBeOfType<SendOutcome.Sent>();
        }

        _host.Teams.Messages(_host.Anne.Id).Count.ShouldBe(100);
    }

    [Fact]
    public void What_is_read_as_an_activity_is_written_as_it_was()
    {
        const string Json = """
            {"type":"message","id":"1","serviceUrl":"https://smba.trafficmanager.net/emea/","channelId":"msteams",
            "from":{"id":"29:a","name":"Anne","aadObjectId":"a"},"text":"\u003Cat\u003EBot\u003C/at\u003E réunion décalée",
            "attachments":[{"contentType":"text/html","content":"p"}],
            "entities":[{"type":"mention","mentioned":{"id":"28:b"},"text":"\u003Cat\u003EBot\u003C/at\u003E"}],
            "value":{"verb":"votes.cast"},"channelData":{"tenant":{"id":"t"}}}
            """;
        var activity = JsonSerializer.Deserialize(Json, ConnectorJson.Default.Activity)!;
        activity.Tenant().ShouldBe("t");
        JsonSerializer.Serialize(activity, ConnectorJson.Wire.Activity).ShouldBe(Json.ReplaceLineEndings(""));
    }

    private static Activity Text(string text) => new() { Text = text };
}
