using ConcertationBot.Tests.Kit;
using Microsoft.Playwright;

namespace ConcertationBot.Tests.Browser.Polls;

/// <summary>The page behind a poll's personal link, as a phone without script draws it.</summary>
[Collection(BrowserTests.Name)]
public sealed class DatePollOnAPhoneTests(Chromium chromium)
{
    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Six_dates_are_answered_without_scrolling_sideways_or_script(int width, ColorScheme scheme)
    {
        if (chromium.Browser is not { } browser)
        {
            return;
        }

        await using var place = await Kervelen.Start();
        var form = (await place.Say(Kervelen.Pilot, "convoque la TCT le 2/12, le 4/12, le 7/12, le 9/12, le 14/12 ou le 16/12 à 9h30, 2h")).Single();
        var look = await place.Press(
            Kervelen.Pilot, form, "Vérifier", ("item1title", "Sorties du vendredi"), ("place", "Salle du conseil communautaire, " + new string('é', 60)));
        await place.Press(Kervelen.Pilot, look, "Envoyer le sondage");
        var link = (await place.Receives("maiwenn-le-brouillon", "Quelles dates")).Link;
        await using var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme, Locale = "fr-FR", JavaScriptEnabled = false, DeviceScaleFactor = 2,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(link.ToString());
        await Fits(page, width, $"asked.{width}.{scheme}");

        for (var slot = 1; slot <= 6; slot++)
        {
            await page.Locator($"input[name=answerc{slot}]").Nth(slot % 3).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button).ClickAsync();

        (await page.Locator(".notice.done").InnerTextAsync()).ShouldContain("C’est noté");
        (await page.Locator("input[name=answerc2]").Nth(2).IsCheckedAsync()).ShouldBeTrue();
        await Fits(page, width, $"answered.{width}.{scheme}");
    }

    private static async Task Fits(IPage page, int width, string picture)
    {
        await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Repository.Root, "artifacts", "polls", $"{picture}.png"), FullPage = true,
        });
        foreach (var part in await page.Locator("main *").AllAsync())
        {
            if (await part.BoundingBoxAsync() is { } box)
            {
                (box.X + box.Width).ShouldBeLessThanOrEqualTo(width + 1, await part.EvaluateAsync<string>("e => e.outerHTML.slice(0, 80)"));
            }
        }
    }
}
