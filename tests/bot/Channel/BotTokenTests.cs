using Concertation.Microsoft365.Connector;
using ConcertationBot.Channel;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Channel;

public sealed class BotTokenTests : IAsyncLifetime
{
    private ConnectorHost _host = null!;
    private TokenForge _forge = null!;
    private BotToken _token = null!;

    public async Task InitializeAsync()
    {
        _host = await ConnectorHost.Start();
        _forge = await TokenForge.Start();
        _token = _host.Token(new BotCredential("app", "se&cret", _forge.TokenEndpoint));
    }

    public async Task DisposeAsync()
    {
        await _forge.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task It_asks_for_the_Connectors_scope_with_the_clients_credential()
    {
        (await Bearer()).ShouldBe("token-1");
        _forge.LastTokenRequest.ShouldBe(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "app",
            ["client_secret"] = "se&cret",
            ["scope"] = "https://api.botframework.com/.default",
        });
    }

    [Fact]
    public async Task However_many_ask_at_once_one_request_goes_out()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Bearer()));
        tokens.ShouldAllBe(token => token == "token-1");
        _forge.TokensGiven.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_kept_until_five_minutes_before_its_end()
    {
        await Bearer();
        _host.Clock.Advance(TimeSpan.FromMinutes(54.9));
        (await Bearer()).ShouldBe("token-1");
        _host.Clock.Advance(TimeSpan.FromMinutes(0.2));
        (await Bearer()).ShouldBe("token-2");
    }

    [Fact]
    public async Task An_endpoint_that_fails_is_asked_again()
    {
        _forge.TokenFailures = 3;
        (await Bearer()).ShouldBe("token-1");
        _host.Clock.Waits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task One_that_keeps_failing_is_an_outcome_and_the_next_call_tries_anew()
    {
        _forge.TokenFailures = 4;
        (await _token.Get(default)).ShouldBe(new TokenOutcome.Unavailable(503));
        (await Bearer()).ShouldBe("token-1");
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_take_the_others_along()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => _token.Get(gone.Token));
        (await Bearer()).ShouldBe("token-1");
        _forge.TokensGiven.ShouldBe(1);
    }

    [Fact]
    public async Task It_does_not_print()
    {
        var outcome = await _token.Get(default);
        outcome.ToString().ShouldNotContain("token-1");
        new BotCredential("app", "se&cret", _forge.TokenEndpoint).ToString().ShouldNotContain("se&cret");
        new BotOptions { AppId = "app", ClientSecret = "se&cret" }.ToString().ShouldNotContain("se&cret");
    }

    private async Task<string?> Bearer() => (await _token.Get(default)).ShouldBeOfType<TokenOutcome.Ready>().Bearer;
}
