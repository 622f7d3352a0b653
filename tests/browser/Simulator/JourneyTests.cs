using System.Globalization;
using ConcertationBot.Tests.Kit;
using Microsoft.Playwright;

namespace ConcertationBot.Tests.Browser.Simulator;

/// <summary>The main job from a report to the decision and back, in a browser, on the real bot and its sample.</summary>
[Collection(BrowserTests.Name)]
public sealed class JourneyTests(Chromium chromium)
{
    private const string Item = "Sorties du vendredi soir";
    private const string Title = "Ouvrir une cellule de sortie le vendredi";

    [Fact]
    public async Task A_report_becomes_a_decision_on_the_roadmap_and_its_reporter_is_told()
    {
        if (chromium.Browser is null)
        {
            return;
        }

        await using var bot = await BotHost.Start("Development");
        var page = await SimulatorPage.Open(chromium.Browser, bot.Address);

        await Report(page);
        await Convene(page);
        await PutOnAgenda(page);
        await Propose(page);
        await Vote(page);
        await page.Be("Nolwenn Exemple");
        await page.Press("Clore maintenant", "TCT");
        await page.Reads("Adoptée : 2 voix pour, 1 contre");
        await page.Picture("decision");

        await page.Be("Ewen Partenaire");
        await page.Reads(Title);
        await page.Picture("told");
        var roadmap = await page.OpenRoadmap();
        await roadmap.GetByText(Title).WaitForAsync();
        await SimulatorPage.Picture(roadmap, "roadmap");
        page.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_may_write_on_while_a_form_is_open()
    {
        if (chromium.Browser is null)
        {
            return;
        }

        await using var bot = await BotHost.Start("Development");
        var page = await SimulatorPage.Open(chromium.Browser, bot.Address);

        await page.Be("Nolwenn Exemple");
        await page.Say("proposer", "Mettre une proposition au vote");
        await page.Say("aide", "Vous pilotez la concertation");
        page.Faults.ShouldBeEmpty();
    }

    private static async Task Report(SimulatorPage page)
    {
        await page.Be("Ewen Partenaire");
        await page.Say("encore une sortie vendredi soir sans ordonnance", "Signaler une difficulté");
        await page.Press("Envoyer", "Merci, votre remontée est enregistrée");
    }

    private static async Task Convene(SimulatorPage page)
    {
        var day = DateTime.Today.AddDays(30).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        await page.Be("Nolwenn Exemple");
        await page.Say($"convoque la TCT restreinte le {day} à 9h30, 2h, à la mairie de Kervelen", "Convoquer une séance");
        await page.Fill("Point 2", Item);
        await page.Choose("Nature", "Décision");
        await page.Picture("form");
        await page.Press("Vérifier avant d’envoyer", "Vérifier la convocation");
        await page.Press("Envoyer les convocations", "Séance convoquée");

        await page.Be("Yann Kerimagin");
        await page.Press("Présent", "Présence confirmée");
        await page.Picture("reply");
    }

    private static async Task PutOnAgenda(SimulatorPage page)
    {
        await page.Be("Nolwenn Exemple");
        await page.Say("remontées à qualifier", "À traiter");
        await page.Open("REM-", "Remontée d’une difficulté");
        await page.Press("Ordre du jour…", "Séance et point");
        await page.Choose("Séance et point", Item);
        await page.Press("Mettre à l’ordre du jour", "À l’ordre du jour");
    }

    private static async Task Propose(SimulatorPage page)
    {
        await page.Say("proposer d’ouvrir une cellule de sortie le vendredi", "Mettre une proposition au vote");
        await page.Choose("Table ou point de l’ordre du jour", Item);
        await page.Choose("Axe de la feuille de route", "T3");
        await page.Press("Mettre au vote", "Le vote est ouvert");
    }

    private static async Task Vote(SimulatorPage page)
    {
        await page.Be("Yann Kerimagin");
        await page.Press("Pour", "Réponse du siège");
        await page.Picture("vote");
        await page.Be("Gwenola Kermodel");
        await page.Press("Contre", "Réponse du siège");

        await page.Be("Rozenn Pennlivre");
        var link = await page.FollowLetter("À vous de voter");
        await link.GetByLabel("Pour", new() { Exact = true }).CheckAsync();
        await SimulatorPage.Picture(link, "link");
        await link.GetByRole(AriaRole.Button, new() { Name = "Voter" }).ClickAsync();
        await link.GetByText("C’est noté, merci").WaitForAsync();
    }
}
