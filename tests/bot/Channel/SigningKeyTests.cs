using System.Net;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Channel;

/// <summary>Each test has a bot and a forge of its own: they turn its keys.</summary>
public sealed class SigningKeyTests : IAsyncLifetime
{
    private readonly ProductionBot _bot = new();

    public Task InitializeAsync() => _bot.InitializeAsync();

    public Task DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Keys_are_fetched_once_for_many_turns()
    {
        for (var i = 0; i < 5; i++)
        {
            await Post(HttpStatusCode.OK);
        }

        _bot.Forge.DocumentReads.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_key_is_found_and_the_one_it_replaced_no_longer_counts()
    {
        var before = _bot.Forge.Sign(_bot.GoodToken);
        await Post(HttpStatusCode.OK, before);

        _bot.Forge.Rotate(keepOld: false, "msteams");
        await Post(HttpStatusCode.OK);

        _bot.Forge.DocumentReads.ShouldBe(2);
        await Post(HttpStatusCode.Forbidden, before);
    }

    [Fact]
    public async Task Made_up_key_ids_do_not_fetch_the_keys_again_and_again()
    {
        await Post(HttpStatusCode.OK);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            Post(HttpStatusCode.Forbidden, _bot.Forge.Sign(_bot.GoodToken with { KeyId = "made-up-" + i }))));

        // The library itself would fetch again after a second.
        await Task.Delay(TimeSpan.FromSeconds(1.2));
        await Post(HttpStatusCode.Forbidden, _bot.Forge.Sign(_bot.GoodToken with { KeyId = "made-up" }));
        _bot.Forge.DocumentReads.ShouldBe(2);
        await Post(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_endorsed_for_another_channel_is_403()
    {
        _bot.Forge.Rotate(keepOld: false, "webchat", "directline");
        await Post(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_without_endorsements_is_403()
    {
        _bot.Forge.Rotate(TokenForge.NewKey(endorsements: null), keepOld: false);
        await Post(HttpStatusCode.Forbidden);
        _bot.Forge.Rotate(TokenForge.NewKey([]), keepOld: false);
        await Post(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_may_speak_for_several_channels()
    {
        _bot.Forge.Rotate(keepOld: false, "webchat", "msteams", "outlook");
        await Post(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_the_keys_nobody_is_let_in()
    {
        await _bot.Forge.DisposeAsync();
        await Post(HttpStatusCode.ServiceUnavailable);
    }

    private async Task Post(HttpStatusCode expected, string? token = null)
    {
        using var answer = await _bot.Post(
            _bot.Message(), "Bearer " + (token ?? _bot.Forge.Sign(_bot.GoodToken)));
        answer.StatusCode.ShouldBe(expected);
    }
}
