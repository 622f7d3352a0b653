using System.Diagnostics;
using System.Text.Json;
using Concertation.Microsoft365.Cards;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Tests.Kit.Cards;
using Microsoft.Playwright;

namespace ConcertationBot.Tests.Browser.Cards;

/// <summary>A card as drawn.</summary>
/// <param name="Text">What can be read in it, folded parts included.</param>
/// <param name="Links">Where its links go.</param>
/// <param name="Marked">The texts that came out bold or slanted by markdown.</param>
/// <param name="Width">The widest thing in it, in pixels.</param>
/// <param name="Cut">The buttons whose titles don't fit in them.</param>
/// <param name="Faults">What went wrong in the page.</param>
public sealed record DrawnCard(
    string Text, IReadOnlyList<string> Links, IReadOnlyList<string> Marked, int Width, IReadOnlyList<string> Cut,
    IReadOnlyList<string> Faults);

/// <summary>Parses cards with the official package and draws them as Teams does.</summary>
internal static class CardBench
{
    private const string Host = "http://cards.test/";
    private static readonly string AddIn = Path.Combine(Repository.Root, "addin", "wwwroot");

    /// <summary>What the official parser says against each card, by name; nothing, for a good one.</summary>
    internal static async Task<IReadOnlyDictionary<string, string[]>> Events(IEnumerable<SampleCard> cards)
    {
        var asked = JsonSerializer.Serialize(cards.Select(card => new { name = card.Name, card = CardJson.Element(card.Build()) }));
        using var node = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Cards", "parse.mjs"), Path.Combine(AddIn, "lib", "adaptivecards.min.js") },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = node.StandardError.ReadToEndAsync();
        var answer = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.WriteAsync(asked);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0, await error);
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(await answer)!;
    }

    /// <summary>Draws the card as wide as a phone or a narrow chat and leaves its picture in artifacts/cards.</summary>
    internal static async Task<DrawnCard> Draw(Chromium chromium, string name, AdaptiveCard card, string theme, int width)
    {
        var page = await chromium.Page($"cards, {theme}", Open);
        await page.SetViewportSizeAsync(width + 32, 400);
        await page.EvaluateAsync("([card, theme]) => show(JSON.parse(card), theme)", new[] { CardJson.Text(card), theme });
        await page.Locator("#card").ScreenshotAsync(new LocatorScreenshotOptions
        {
            Path = Path.Combine(Repository.Root, "artifacts", "cards", $"{name}.{theme}.{width}.png"),
        });
        return JsonSerializer.Deserialize<DrawnCard>(await page.EvaluateAsync<string>("JSON.stringify(read())"))!;
    }

    private static async Task<IPage> Open(IBrowser browser)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { DeviceScaleFactor = 1.5f, Locale = "fr-FR" });
        await page.RouteAsync("**/*", Serve);
        await page.GotoAsync(Host);
        return page;
    }

    private static Task Serve(IRoute route)
    {
        var asked = new Uri(route.Request.Url);
        if (!route.Request.Url.StartsWith(Host, StringComparison.Ordinal))
        {
            return route.AbortAsync();
        }

        var file = asked.AbsolutePath == "/"
            ? Path.Combine(AppContext.BaseDirectory, "Cards", "bench.html")
            : Path.Combine(AddIn, asked.AbsolutePath.TrimStart('/'));
        return File.Exists(file)
            ? route.FulfillAsync(new RouteFulfillOptions { Path = file })
            : route.FulfillAsync(new RouteFulfillOptions { Status = 404 });
    }
}
