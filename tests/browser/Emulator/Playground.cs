using ConcertationBot.Tests.Kit;
using Microsoft.Playwright;

namespace ConcertationBot.Tests.Browser.Emulator;

/// <summary>
/// Microsoft 365 Agents Playground as docs/emulator.md starts it, on a free port and for one person, with its page open
/// in Chromium.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly NodeProcess _process;
    private readonly IPage _page;

    private Playground(NodeProcess process, IPage page) => (_process, _page) = (process, page);

    /// <summary>Starts it for a bot; the page speaks as the person of that name in .m365agentsplayground.yml.</summary>
    public static async Task<Playground> Start(IBrowser browser, BotHost bot, string person)
    {
        var port = FreePorts.One();
        var process = NodeProcess.Start(
            Path.Combine(Repository.Root, "tests", "playground.mjs"),
            ["--as", person, "--bot", bot.Address.GetLeftPart(UriPartial.Authority), "--port", $"{port}"],
            environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["TEAMSAPPTESTER_BROWSER"] = "none" });
        try
        {
            await process.WaitForPort(port, Patience);
            return new Playground(process, await Open(browser, port));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types a message and sends it.</summary>
    public async Task Say(string text)
    {
        await _page.Locator("[role=textbox][contenteditable=true]").ClickAsync();
        await _page.Keyboard.InsertTextAsync(text);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Send Message" }).ClickAsync();
    }

    /// <summary>The card that says this, once it is there; of several, the one that came as the n-th.</summary>
    public async Task<ILocator> Card(string part, int nth = 1)
    {
        var card = _page.Locator(".ac-adaptiveCard").Filter(new() { HasText = part }).Nth(nth - 1);
        await card.WaitForAsync();
        return card;
    }

    /// <summary>Leaves a picture of the page in artifacts/emulator.</summary>
    public Task Picture(string name) => _page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Repository.Root, "artifacts", "emulator", $"{name}.png"),
    });

    public async ValueTask DisposeAsync()
    {
        await _page.CloseAsync();
        await _process.DisposeAsync();
    }

    private static async Task<IPage> Open(IBrowser browser, int port)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            Locale = "fr-FR", ViewportSize = new ViewportSize { Width = 1280, Height = 1000 },
        });
        page.SetDefaultTimeout((float)Patience.TotalMilliseconds);

        // Its fonts come from the internet; it does without.
        await page.RouteAsync(
            address => !new Uri(address).IsLoopback, route => route.AbortAsync());
        await page.GotoAsync($"http://localhost:{port}/");
        return page;
    }
}
