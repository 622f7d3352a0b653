using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ConcertationBot.Tests.Browser.Roadmap;

/// <summary>The roadmap page as a phone and a screen draw it.</summary>
[Collection(BrowserTests.Name)]
public sealed class RoadmapOnAPhoneTests(Chromium chromium)
{
    /// <summary>The words of the page that stand on two lines, though a line could hold them.</summary>
    private const string BrokenWords = """
        (() => {
          const broken = [], texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            if (texts.currentNode.parentElement.closest('thead')?.offsetWidth === 1) continue;
            for (const word of texts.currentNode.data.matchAll(/[\p{L}\d]+/gu)) {
              const range = document.createRange();
              range.setStart(texts.currentNode, word.index);
              range.setEnd(texts.currentNode, word.index + word[0].length);
              if (word[0].length < 20 && new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1) broken.push(word[0]);
            }
          }
          return broken;
        })()
        """;

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1100, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task It_is_read_without_scrolling_sideways_in_fluents_own_colours(int width, ColorScheme scheme)
    {
        if (chromium.Browser is not { } browser)
        {
            return;
        }

        await using var bot = await BotHost.Start("Development");
        await Fill(bot);
        await using var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme, Locale = "fr-FR", DeviceScaleFactor = 2,
        });
        var page = await context.NewPageAsync();
        var failed = new List<string>();
        page.Console += (_, line) => { if (line.Type == "error") { failed.Add(line.Text); } };
        page.RequestFailed += (_, request) => failed.Add(request.Url);
        await page.GotoAsync(new Uri(bot.Address, "tab/feuille-de-route").ToString());

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await page.EvaluateAsync<string[]>("[...document.querySelectorAll('body *')].filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))"))
            .ShouldBeEmpty();
        (await page.EvaluateAsync<double>("Math.min(...[...document.querySelectorAll('main *')].filter(e => e.children.length === 0 && e.textContent.trim() && e.getClientRects().length).map(e => parseFloat(getComputedStyle(e).fontSize)))"))
            .ShouldBeGreaterThanOrEqualTo(13);
        (await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).getPropertyValue('--colorBrandForeground1')")).ShouldNotBeEmpty();
        (await page.Locator("tr[id^=axe-]").CountAsync()).ShouldBe(7);
        // On a phone each axis is a card that names its own columns; on a screen the columns have heads.
        (await page.Locator("thead").First.BoundingBoxAsync())!.Width.ShouldBe(width < 640 ? 1 : (await page.Locator("table").First.BoundingBoxAsync())!.Width, tolerance: 3);
        (await page.EvaluateAsync<string[]>(BrokenWords)).ShouldBeEmpty();
        failed.ShouldBeEmpty();
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Repository.Root, "artifacts", "roadmap", $"{width}.{scheme}.png"), FullPage = true,
        });
    }

    /// <summary>What a year leaves on two axes, with the longest words a title can hold.</summary>
    private static async Task Fill(BotHost bot)
    {
        var (roadmaps, now) = (bot.Services.GetRequiredService<IRoadmaps>(), TimeProvider.System.GetUtcNow());
        var (territory, tct) = (new TerritoryId("pays-de-kervelen"), new TableId("tct"));
        var decisions = new[]
        {
            new DecisionOnAxis(new("t3"), tct, "TCT", new(now.Year, 1), "L’ordonnance part la veille de la sortie, au médecin traitant et au service à domicile", now),
            new DecisionOnAxis(new("t3"), tct, "TCT", new(now.Year, 2), new string('É', 120), now),
            new DecisionOnAxis(new("t4"), new("tcs"), "TCS", new(now.Year, 1), "Décision prise à huis clos", now),
        };
        foreach (var decision in decisions)
        {
            await roadmaps.Post(territory, now.Year, decision, default);
        }

        foreach (var status in Enum.GetValues<DysfunctionStatus>())
        {
            await roadmaps.Tie(territory, now.Year, new(new("t3"), DysfunctionRef.Of(now.Year, 1 + (int)status), status, now), default);
        }
    }
}
