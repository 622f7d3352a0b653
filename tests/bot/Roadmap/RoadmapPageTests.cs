using System.Net;
using System.Text.RegularExpressions;
using ConcertationBot.Tests.Channel;
using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Roadmap;

public sealed partial class RoadmapPageTests
{
    private const string Page = "/tab/feuille-de-route";

    [Fact]
    public async Task An_adopted_decision_comes_to_its_axis_by_itself_and_a_rejected_one_does_not()
    {
        await using var place = await Kervelen.Start();
        place.AddPartner("infirmiere", "Une Infirmière");
        var client = place.Bot.Client;
        var before = await client.GetStringAsync(Page);
        var ask = WebUtility.HtmlDecode(Asking().Match(before).Groups["address"].Value);
        (await client.GetAsync(ask)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await place.Decide("tct~~", "Une <b>charte</b> de sortie", "Un texte.", Reported.Quorum, "Pour", ("axis", "t3"));
        await place.Decide("tct~~", "Un guichet fermé", "Un texte.", Reported.Quorum, "Contre", ("axis", "t3"));
        await place.Report("infirmiere", "encore une sortie vendredi soir sans ordonnance");
        await place.Recorded("tct", "Un guichet fermé");

        // Within the five seconds of the order, of which the page takes three to ask again.
        await Kervelen.Until(
            () => client.GetAsync(ask).Result is { StatusCode: HttpStatusCode.OK } answer
                && answer.Content.ReadAsStringAsync().Result.Contains("REM-2026-0001", StringComparison.Ordinal),
            () => "the body is brought again");
        var row = Row(await client.GetStringAsync(Page), "t3");
        row.ShouldContain("TCT 2026-001");
        row.ShouldContain("23 novembre 2026");
        row.ShouldContain("Une <b>charte</b> de sortie");
        row.ShouldContain("REM-2026-0001");
        row.ShouldNotContain("guichet fermé");
        row.ShouldNotContain("ordonnance");
        (await client.GetStringAsync(Page)).ShouldNotContain("<b>charte");
    }

    [Fact]
    public async Task It_has_the_columns_of_a_roadmap_and_every_axis()
    {
        await using var place = await Kervelen.Start();
        var page = WebUtility.HtmlDecode(await place.Bot.Client.GetStringAsync(Page));

        Headings().Matches(page).Select(m => m.Groups["text"].Value).ShouldBe(
        [
            "Mécanisme", "Constats", "Axes", "Instance et date de validation", "Identifié en",
            "Thématique", "Constat", "Axes", "Instance de décision et date", "Identifié en",
        ]);
        foreach (var code in new[] { "C1", "G1", "K1", "T1", "T2", "T3", "T4" })
        {
            Row(page, code.ToLowerInvariant()).ShouldContain(code);
        }
    }

    [Theory]
    [InlineData("?annee=1999")]
    [InlineData("?annee=2031")]
    [InlineData("?territoire=ailleurs")]
    [InlineData("?territoire=..%2F")]
    public async Task Of_a_year_or_territory_there_is_none_of_it_is_not_found(string query)
    {
        await using var place = await Kervelen.Start();
        (await place.Bot.Client.GetAsync(Page + query)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await place.Bot.Client.GetAsync(Page + "/corps" + query)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Outside_development_there_is_no_page_and_no_simulator()
    {
        using var folder = new TemporaryFolder();
        await using (var before = await BotHost.Start("Development", folder: folder.Path))
        {
            (await before.Client.GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await using var forge = await TokenForge.Start();
        await using var bot = await BotHost.Start("Production", ProductionBot.Settings(forge), folder: folder.Path);

        foreach (var path in new[] { Page, Page + "?territoire=pays-de-kervelen", Page + "/corps", "/", "/simulator/people" })
        {
            (await bot.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Theory]
    [InlineData("feuille de route")]
    [InlineData("FDR")]
    [InlineData("bjr je peux voir la feuil de route svp")]
    public async Task Whoever_writes_for_it_gets_the_roadmap_and_a_way_to_the_page(string text)
    {
        await using var place = await Kervelen.Start();
        place.AddPartner("infirmiere", "Une Infirmière");

        foreach (var person in new[] { Kervelen.Pilot, "yann-kerimagin", "infirmiere" })
        {
            var card = (await place.Say(person, text)).ShouldHaveSingleItem();
            card.Says("Favoriser l’articulation entre dispositifs").ShouldBeTrue(card.Words);
            card.Card!.Value.GetRawText().ShouldContain(Page);
        }
    }

    private static string Row(string page, string axis) => WebUtility.HtmlDecode(Tag().Replace(
        Regex.Match(page, $"<tr[^>]*id=\"axe-{axis}\".*?</tr>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value, " ")).Replace('\u00a0', ' ');

    [GeneratedRegex("hx-get=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asking();

    [GeneratedRegex("<th [^>]*>(?<text>[^<]*)</th>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Headings();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
