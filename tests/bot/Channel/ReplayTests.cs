using System.Net;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Channel;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Tests.Channel;

public sealed class ReplayTests : IAsyncLifetime
{
    private readonly ProductionBot _bot = new();

    public Task InitializeAsync() => _bot.InitializeAsync();

    public Task DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_message_sent_again_has_no_effect()
    {
        var message = _bot.Message();
        await Post(message);
        await Post(message);
        _bot.Turns.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_id_in_another_conversation_is_another_message()
    {
        var message = _bot.Message();
        await Post(message);
        await Post(message with { Conversation = message.Conversation! with { Id = "a:bruno" } });
        _bot.Turns.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Messages_without_an_id_are_all_taken()
    {
        var message = _bot.Message() with { Id = null };
        await Post(message);
        await Post(message);
        _bot.Turns.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_sent_again_while_the_first_is_handled_has_no_effect()
    {
        var gate = new TaskCompletionSource();
        _bot.Turns.OnMessage = _ => gate.Task;
        var message = _bot.Message();
        var first = Post(message);
        while (_bot.Turns.Messages.IsEmpty)
        {
            await Task.Delay(5);
        }

        await Post(message);
        gate.SetResult();
        await first;
        _bot.Turns.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_turn_that_failed_may_be_tried_again()
    {
        var message = _bot.Message();
        _bot.Turns.OnMessage = _ => throw new InvalidOperationException();
        using var failed = await _bot.Post(message);
        failed.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);

        _bot.Turns.OnMessage = _ => Task.CompletedTask;
        await Post(message);
        await Post(message);
        _bot.Turns.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_card_action_sent_again_is_answered_without_effect()
    {
        var press = _bot.Invoke();
        await Post(press);
        using var again = await _bot.Post(press);
        (await again.Content.ReadAsStringAsync()).ShouldContain("C’est déjà pris en compte.");
        _bot.Turns.Invokes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_sent_again_after_a_restart_has_no_effect()
    {
        var folder = Directory.CreateTempSubdirectory("concertation-").FullName;
        try
        {
            var message = _bot.Message();
            for (var start = 0; start < 2; start++)
            {
                await using var bot = await BotHost.Start(
                    "Production", ProductionBot.Settings(_bot.Forge), ProductionBot.With(_bot.Turns), folder);
                using var answer = await _bot.Post(
                    message, "Bearer " + _bot.Forge.Sign(_bot.GoodToken), bot.Messages);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            }

            _bot.Turns.Messages.Count.ShouldBe(1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_day_that_is_forgotten_no_longer_counts()
    {
        var message = _bot.Message();
        await Post(message);
        var log = _bot.Bot.Services.GetRequiredService<TurnLog>();
        var day = DateOnly.FromDateTime(message.Timestamp!.Value.UtcDateTime);
        await log.Forget(ProductionBot.Tenant, day.AddDays(-1), default);
        await Post(message);
        _bot.Turns.Messages.Count.ShouldBe(1);

        await log.Forget(ProductionBot.Tenant, day, default);
        await Post(message);
        _bot.Turns.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_turn_that_keeps_its_own_record_gets_the_repeat_and_costs_the_log_nothing()
    {
        _bot.Turns.RecordsItself = activity => activity.Name == "adaptiveCard/action";
        _bot.Turns.OnInvoke = _ => InvokeAnswer.Text("Votre voix est enregistrée.");
        var press = _bot.Invoke();
        await Post(press);
        using var again = await _bot.Post(press);
        (await again.Content.ReadAsStringAsync()).ShouldContain("Votre voix est enregistrée.");
        _bot.Turns.Invokes.Count.ShouldBe(2);
    }

    private async Task Post(Activity activity)
    {
        using var answer = await _bot.Post(activity);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
