using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Browser.Simulator;

/// <summary>The buttons that a card keeps behind « … ».</summary>
[Collection(BrowserTests.Name)]
public sealed class MenuTests(Chromium chromium)
{
    [Fact]
    public async Task What_stands_behind_the_three_dots_is_reached_and_the_page_stays()
    {
        if (chromium.Browser is null)
        {
            return;
        }

        await using var bot = await BotHost.Start("Development");
        var page = await SimulatorPage.Open(chromium.Browser, bot.Address);
        await page.Be("Nolwenn Exemple");
        await page.Say("convoque la TCT plénière le 14/12 9h30, 2h", "Convoquer une séance");
        await page.Press("Vérifier avant d’envoyer", "Vérifier la convocation");
        await page.Press("Envoyer les convocations", "Séance convoquée");

        var fits = await page.OpenMenu("Annuler la séance");
        await page.Picture("menu");
        fits.ShouldBeTrue("the menu stands within the window, above the page");
        await page.ChooseInMenu("Annuler la séance", "Annuler la séance et prévenir");
        page.Faults.ShouldBeEmpty();
    }
}
