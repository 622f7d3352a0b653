using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

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
        ("lib/fluent.min.js", "text/javascript", 200_000),
        ("lib/fluent-tokens.css", "text/css", 20_000),
        ("lib/LICENSES.txt", "text/plain", 4_000),
        ("cards.js", "text/javascript", 1_000),
        ("cards.css", "text/css", 2_000),
    ];

    [Theory]
    [InlineData("Development", "")]
    [InlineData("Production", "00000000-0000-0000-0000-000000000001")]
    public async Task The_add_ins_files_are_served(string environment, string appId)
    {
        await using var app = BotApp.Build(
            [$"--environment={environment}", $"--Bot:AppId={appId}", $"--Bot:TenantId={appId}", "--Bot:ClientSecret=none"],
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");

                // Files only: no storage, clock or queue runs.
                builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = false);
                builder.Services.RemoveAll<IHostedService>();
            });
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var http = new HttpClient { BaseAddress = new Uri(address) };

        foreach (var (file, kind, atLeast) in Served)
        {
            using var answer = await http.GetAsync(new Uri($"_content/ConcertationBot.AddIn/{file}", UriKind.Relative));

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(kind, file);
            (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(atLeast, file);
        }
    }
}
