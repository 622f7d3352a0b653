using System.Net.Http.Headers;
using System.Text.Json;
using Concertation.Domain.Votes;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Channel;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConcertationBot.Tests.Votes;

public sealed class VoteWaitsTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(400)]
    public async Task A_vote_in_chat_waits_for_storage_twice_however_many_may_vote(int seats)
    {
        await using var forge = await TokenForge.Start();
        await using var bot = await BotHost.Start("Production", ProductionBot.Settings(forge), builder =>
            builder.Services.Replace(ServiceDescriptor.Singleton<IRowStore>(provider =>
                new CountingRowStore(new SqliteRowStore(provider.GetRequiredService<SqliteFile>())))));
        await WideTable.Open(bot.Services, seats, ProductionBot.Tenant);
        var counting = (CountingRowStore)bot.Services.GetRequiredService<IRowStore>();

        foreach (var choice in (Choice[])[Choice.For, Choice.Against])
        {
            counting.Reset();
            using var answer = await Press(bot, forge, seats - 1, choice);

            answer.RootElement.GetProperty("type").GetString().ShouldBe("application/vnd.microsoft.card.adaptive");
            counting.SequentialWaits.ShouldBe(2, string.Join('\n', counting.Calls));
            counting.Calls.Count(call => call.StartsWith("commit", StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    private static async Task<JsonDocument> Press(BotHost bot, TokenForge forge, int seat, Choice choice)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Messages)
        {
            Content = new ByteArrayContent(VoteTurn.Body(VoteTurn.Of($"f:{choice}", seat, choice, ProductionBot.Tenant))),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", forge.Sign(TokenForge.Good(ProductionBot.AppId, VoteTurn.ServiceUrl)));
        using var response = await bot.Client.SendAsync(request);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
    }
}
