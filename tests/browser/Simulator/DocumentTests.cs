using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Browser.Simulator;

/// <summary>A file goes from the simulator's « Joindre » to the agenda, as somebody would try it by hand.</summary>
[Collection(BrowserTests.Name)]
public sealed class DocumentTests(Chromium chromium)
{
    [Fact]
    public async Task A_file_attached_in_the_simulator_is_joined_to_an_item()
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

        await page.Attach("outil.pdf", [.. "MZ"u8, 0, 0, 0], "C’est un programme");
        await page.Attach("Bilan des sorties.pdf", Files.Pdf(3), "Bilan des sorties.pdf");
        await page.Picture("file-received");
        await page.Choose("Point de l’ordre du jour", "Suivi des décisions");
        await page.Press("Joindre", "Document joint");
        await page.Picture("file-joined");
        await page.Press("Voir la séance", "Ordre du jour");
        await page.Reads("Bilan des sorties.pdf");
        await page.Picture("file-on-session");
        page.Faults.ShouldBeEmpty();
    }
}
