using System.Net.Http.Headers;
using System.Security.Cryptography;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Tests.Channel;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Choice = Concertation.Domain.Votes.Choice;

namespace ConcertationBot.Tests.Votes;

public class SecretReplayTests
{
    [Fact]
    public async Task A_click_delivered_many_times_and_from_two_devices_at_once_gives_one_answer_and_each_is_told_that_the_seat_answered()
    {
        await using var forge = await TokenForge.Start();
        var settings = ProductionBot.Settings(forge);
        settings["Votes:SecretKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using var bot = await BotHost.Start("Production", settings);
        await WideTable.Open(bot.Services, 8, ProductionBot.Tenant, new(Secrecy.Secret));

        // Two devices that don't agree, and a channel that delivers each click five times.
        var told = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() =>
            Press(bot, forge, $"f:{i % 2}", i % 2 == 0 ? Choice.For : Choice.Against))));
        (await Press(bot, forge, "f:later", Choice.Abstain)).ShouldContain("est définitive");

        told.ShouldAllBe(card => card.Contains("Le siège a répondu", StringComparison.Ordinal));
        var ballots = bot.Services.GetRequiredService<IBallots>();
        (await ballots.Answered(WideTable.Territory, WideTable.Ballot, default)).ShouldBe(1);
        (await ballots.Votes(WideTable.Territory, WideTable.Ballot, default)).ShouldHaveSingleItem().Choice.ShouldBe(Choice.Sealed);
        var ballot = (await ballots.Get(WideTable.Territory, WideTable.Ballot, default))!.Value;
        var outcome = await bot.Services.GetRequiredService<CountBallot>().Handle(ballot, ballot.ClosesAt!.Value, default);
        (outcome.Answered, outcome.ForWeight + outcome.AgainstWeight, outcome.AbstainWeight).ShouldBe((1, 1, 0));
    }

    private static async Task<string> Press(BotHost bot, TokenForge forge, string id, Choice choice)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Messages)
        {
            Content = new ByteArrayContent(VoteTurn.Body(VoteTurn.Of(id, 3, choice, ProductionBot.Tenant, SecretAnswers.Code(choice)))),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", forge.Sign(TokenForge.Good(ProductionBot.AppId, VoteTurn.ServiceUrl)));
        using var response = await bot.Client.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue();
        return System.Text.RegularExpressions.Regex.Unescape(await response.Content.ReadAsStringAsync()).Replace('\u00a0', ' ');
    }
}
