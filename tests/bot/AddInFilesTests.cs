using System.Net;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests;

/// <summary>What npm brought is served, whole, wherever the bot runs from.</summary>
public sealed class AddInFilesTests
{
    private static readonly (string File, string Kind, int AtLeast)[] Served =
    [
        ("lib/adaptivecards.min.js", "text/javascript", 300_000),
        ("lib/adaptivecards.css", "text/css", 20_000),
        ("lib/markdown-it.min.js", "text/javascript", 90_000),
        ("lib/teams-light.json", "application/json", 8_000),
        ("lib/teams-dark.json", "application/json", 8_000),
        ("lib/htmx.min.js", "text/javascript", 30_000),
        ("lib/fluent-tokens.css", "text/css", 20_000),
        ("lib/LICENSES.txt", "text/plain", 4_000),
        ("cards.js", "text/javascript", 1_000),
        ("cards.css", "text/css", 2_000),
    ];

    [Theory]
    [InlineData("Development", null)]
    [InlineData("Production", "00000000-0000-0000-0000-000000000001")]
    public async Task The_add_ins_files_are_served(string environment, string? appId)
    {
        await using var bot = await BotHost.Start(environment, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Bot:AppId"] = appId,
            ["Bot:TenantId"] = appId,
            ["Bot:ClientSecret"] = appId,
        });

        foreach (var (file, kind, atLeast) in Served)
        {
            using var answer = await bot.Client.GetAsync(new Uri($"_content/ConcertationBot.AddIn/{file}", UriKind.Relative));

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(kind, file);
            (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(atLeast, file);
        }
    }
}
