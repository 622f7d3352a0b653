using Microsoft.Extensions.DependencyInjection;
using System.Net;
using Concertation.Domain.Tables;
using ConcertationBot.Import;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Roadmap;

/// <summary>Several territories side by side: each has its roadmap, in its own words.</summary>
public sealed class RoadmapOfSeveralTests
{
    private const string Page = "/tab/feuille-de-route";

    [Fact]
    public async Task Without_a_territory_the_page_offers_the_ones_there_are_and_speaks_each_ones_words()
    {
        await using var bot = await Two();

        var choice = await bot.Client.GetStringAsync(Page);
        choice.ShouldContain($"{Page}?territoire=pays-de-kervelen");
        choice.ShouldContain($"{Page}?territoire=bassin-de-saint-exemple");

        WebUtility.HtmlDecode(await bot.Client.GetStringAsync(Page + "?territoire=pays-de-kervelen")).ShouldContain("<h2 id=\"partie-1\">Mécanismes");
        var dac = WebUtility.HtmlDecode(await bot.Client.GetStringAsync(Page + "?territoire=bassin-de-saint-exemple&annee=" + SampleTerritory.SaintExemple.Plan!.Year));
        dac.ShouldContain("<h2 id=\"partie-1\">Missions");
        dac.ShouldNotContain("Mécanisme");
    }

    [Theory]
    [InlineData("?territoire=inconnu")]
    [InlineData("?territoire=pays-de-kervelen&annee=2050")]
    [InlineData("?territoire=../..&annee=2050")]
    public async Task A_roadmap_that_is_not_there_is_said_with_the_ones_that_are(string query)
    {
        await using var bot = await Two();

        var answer = await bot.Client.GetAsync(Page + query);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"{Page}?territoire=pays-de-kervelen");
    }

    private static async Task<BotHost> Two()
    {
        var bot = await BotHost.Start("Development");
        await bot.Services.GetRequiredService<ImportTerritory>().Run(SampleTerritory.SaintExemple, default);
        return bot;
    }
}
