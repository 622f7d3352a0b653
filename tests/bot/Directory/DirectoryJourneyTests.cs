using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Directories;
using Concertation.Domain.Tables;
using Concertation.Documents.Directories;
using Concertation.Microsoft365.Directories;
using Concertation.Work.Directories;
using ConcertationBot.Import;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Directories;

/// <summary>The directory as people use it: asked in chat and on its page, kept by card and by Excel, confirmed once a year.</summary>
public sealed class DirectoryJourneyTests : IAsyncLifetime
{
    private const string Nurse = "infirmiere";

    /// <summary>Sits for the hospital.</summary>
    private const string Member = "yann-kerimagin";

    private static readonly TerritoryId Territory = SampleTerritory.Kervelen.Territory.Id;
    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        _place.AddPartner(Nurse, "Une Infirmière");
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    private IDirectory Directory => _place.Service<IDirectory>();

    [Theory]
    [InlineData("qui fait le portage de repas à Lanvézec ?")]
    [InlineData("annuaire portage repas lanvezec")]
    [InlineData("qui fait le protage de reaps a lanvezek")]
    [InlineData("quel service propose le portage de repas à Lanvézec")]
    public async Task Somebody_without_a_seat_asks_who_does_what_where_and_reads_the_entry(string asked)
    {
        var entry = (await _place.Say(Nurse, asked)).ShouldHaveSingleItem();

        entry.Says("CCAS de Kervelen").ShouldBeTrue(entry.Words);
        entry.Says("premier repas sous cinq jours").ShouldBeTrue(entry.Words);
        entry.Says("02 61 91 12 00").ShouldBeTrue(entry.Words);
        entry.Says("Livraisons Ker Exemple").ShouldBeFalse(entry.Words);
        entry.Buttons.ShouldNotContain("Corriger");
        (await Directory.Gaps(Territory, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_without_an_answer_is_counted_without_its_author_and_shown_to_the_pilote()
    {
        var none = (await _place.Say(Nurse, "qui fait le transport accompagné à Lanvézec ?")).ShouldHaveSingleItem();
        none.Says("Aucune fiche ne répond").ShouldBeTrue(none.Words);
        await _place.Say(Member, "qui fait le transport accompagne à lanvezec");

        var gap = (await Directory.Gaps(Territory, default)).ShouldHaveSingleItem();
        gap.Count.ShouldBe(2);
        (await _place.Say(Nurse, "questions sans réponse")).ShouldHaveSingleItem().Says("Seule la personne qui pilote").ShouldBeTrue();
        var shown = (await _place.Say(Kervelen.Pilot, "questions sans réponse")).ShouldHaveSingleItem();
        shown.Says("transport accompagné").ShouldBeTrue(shown.Words);
        shown.Says("Demandé 2 fois").ShouldBeTrue(shown.Words);
        shown.Words.ShouldNotContain("Infirmière");

        (await _place.Press(Kervelen.Pilot, shown, "Réglée")).Says("Aucune question").ShouldBeTrue();
        (await Directory.Gaps(Territory, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_about_somebody_is_neither_searched_nor_kept()
    {
        var said = (await _place.Say(Nurse, "annuaire portage de repas pour Mme Kerfantome")).ShouldHaveSingleItem();

        said.Says("un nom de personne").ShouldBeTrue(said.Words);
        (await Directory.Gaps(Territory, default)).ShouldBeEmpty();
        _place.Bot.Log.Lines.ShouldAllBe(line => !line.Contains("Kerfantome", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pilote_adds_an_entry_and_nobody_is_named_in_it()
    {
        var list = (await _place.Say(Kervelen.Pilot, "annuaire")).ShouldHaveSingleItem();
        list.Says("6 fiches").ShouldBeTrue(list.Words);
        var form = await _place.Press(Kervelen.Pilot, list, "Ajouter une fiche");
        (string, string)[] typed = [("structure", "Relais Exemple"), ("missions", "Transport accompagné ; Courses"), ("communes", "Lanvézec")];

        var again = await _place.Press(Kervelen.Pilot, form, "Enregistrer", [.. typed, ("contact", "jeanne.imaginaire@relais.example"), ("opening", "appeler Mme Kerfantome")]);
        again.Says("Pas encore enregistrée").ShouldBeTrue(again.Words);
        again.Says("seuls le standard et l’adresse générique").ShouldBeTrue(again.Words);
        again.Input("missions").ShouldBe("Transport accompagné ; Courses");
        (await Directory.All(Territory, default)).Count.ShouldBe(6);

        var kept = await _place.Press(Kervelen.Pilot, form, "Enregistrer", [.. typed, ("contact", "02 61 91 12 09 ; accueil@relais.example")]);
        kept.Says("Fiche enregistrée").ShouldBeTrue(kept.Words);
        (await _place.Say(Nurse, "qui fait le transport accompagné à Lanvézec ?")).ShouldHaveSingleItem().Says("Relais Exemple").ShouldBeTrue();

        (await _place.Press(Kervelen.Pilot, kept, "Retirer de l’annuaire")).Says("Fiche retirée").ShouldBeTrue();
        (await Directory.All(Territory, default)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task Nobody_else_changes_an_entry_whatever_their_card_says()
    {
        var id = (await Directory.All(Territory, default))[0].Value.Id;
        var card = (await _place.Say(Nurse, "annuaire")).ShouldHaveSingleItem();
        foreach (var verb in new[] { DirectoryVerbs.Form, DirectoryVerbs.Save, DirectoryVerbs.Confirm, DirectoryVerbs.Remove, DirectoryVerbs.Gaps, DirectoryVerbs.Import })
        {
            var data = new JsonObject { ["territory"] = Territory.Value, ["entry"] = id.Value, ["missions"] = "Rien" };
            (await _place.Press(Nurse, card.Id, verb, data)).Card.ShouldBeNull(verb);
        }

        (await Directory.All(Territory, default))[0].Value.Words.Missions.ShouldNotBe(["Rien"]);
    }

    [Fact]
    public async Task An_Excel_file_says_every_error_with_its_line_and_column_and_changes_nothing_until_it_has_none()
    {
        var before = await Directory.All(Territory, default);
        var faulty = Sheet(
            ["Structure", "Missions", "Contact", "Confirmée le"],
            ["Relais Exemple", "Courses", "Mme Kerfantome 06 39 98 12 34", "hier"],
            ["", "Courses", "", ""]);
        var refused = await Import("annuaire.xlsx", faulty);
        refused.Says("3 erreurs").ShouldBeTrue(refused.Words);
        refused.Says("Ligne 2, colonne C (Contact)").ShouldBeTrue(refused.Words);
        refused.Says("Ligne 2, colonne D (Confirmée le)").ShouldBeTrue(refused.Words);
        refused.Says("Ligne 3, colonne A (Structure) : à remplir").ShouldBeTrue(refused.Words);
        (await Directory.All(Territory, default)).Select(e => e.Version).ShouldBe(before.Select(e => e.Version));

        var good = Sheet(["Missions", "Structure"], ["Courses", "Relais Exemple"]);
        (await Import("annuaire-2.xlsx", good)).Says("1 fiche ajoutée").ShouldBeTrue();
        var after = await Directory.All(Territory, default);
        after.Count.ShouldBe(7);
        (await Import("annuaire-3.xlsx", good)).Says("Rien n’a changé").ShouldBeTrue();
        (await Directory.All(Territory, default)).Select(e => e.Version).ShouldBe(after.Select(e => e.Version));
    }

    [Fact]
    public async Task The_page_searches_reads_and_gives_the_file_that_imports_back_unchanged()
    {
        var page = _place.Service<DirectoryLinks>().UrlOf(Territory);
        var html = await Get(page + "?q=portage+repas+a+lanvezec");
        html.ShouldContain("CCAS de Kervelen");
        html.ShouldNotContain("Livraisons Ker Exemple");
        (await Get(page + "/resultats?q=soins+palliatifs")).ShouldContain("HAD des Deux Rives");

        (await Get(page + "?q=transport+accompagne")).ShouldContain("Laisser cette question");
        (await Directory.Gaps(Territory, default)).ShouldBeEmpty();
        using (var left = await _place.Bot.Client.PostAsync(page, new FormUrlEncodedContent([new("q", "transport accompagné")])))
        {
            left.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await Directory.Gaps(Territory, default)).ShouldHaveSingleItem().Question.ShouldBe("transport accompagné");
        var file = await _place.Bot.Client.GetByteArrayAsync(page + "/annuaire.xlsx");
        (await Import("annuaire.xlsx", file)).Says("6 fiches étaient déjà là").ShouldBeTrue();
        using var forged = await _place.Bot.Client.GetAsync(new Uri(_place.Bot.Address, "annuaire/pays-de-kervelen"));
        forged.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Once_a_year_a_structure_is_asked_and_its_link_confirms_or_corrects_its_entry()
    {
        _place.Clock.Advance(TimeSpan.FromDays(366));
        await _place.Service<AskToConfirmEntries>().Run(default);
        // Rozenn Pennlivre has no account: her letter's link opens the page.
        var (person, letter) = await Asked();
        using (var shown = await _place.Bot.Client.GetAsync(letter))
        {
            (await Text(shown)).ShouldContain("Toujours exact");
        }

        (await Post(letter, ("act", "confirm"))).ShouldContain("Cochez la case");
        (await Post(letter, ("act", "confirm"), ("sure", "yes"))).ShouldContain("La fiche est confirmée");
        var entry = (await Directory.All(Territory, default)).Select(e => e.Value).Single(e => e.ConfirmedOn == LocalDay.Of(_place.Clock, SampleTerritory.Kervelen.Territory));
        person.ShouldNotBeNull();
        (await Post(letter, ("act", "correct"), ("sure", "yes"), ("missions", "Une autre mission"), ("opening", "Le lundi"))).ShouldContain("La fiche est confirmée");
        (await Directory.Get(Territory, entry.Id, default))!.Value.Words.Missions.ShouldBe(["Une autre mission"]);
        (await Directory.Get(Territory, entry.Id, default))!.Value.Words.Structure.ShouldBe(entry.Words.Structure);
        (await Post(letter, ("act", "correct"), ("sure", "yes"), ("missions", "Voir le 06 39 98 12 34"))).ShouldContain("Pas encore enregistrée");

        // Nobody is asked again the same day, and those who said nothing are asked once more three weeks later.
        var asks = (await Directory.All(Territory, default)).Sum(e => e.Value.Asked);
        await _place.Service<AskToConfirmEntries>().Run(default);
        (await Directory.All(Territory, default)).Sum(e => e.Value.Asked).ShouldBe(asks);
        _place.Clock.Advance(TimeSpan.FromDays(21));
        await _place.Service<AskToConfirmEntries>().Run(default);
        (await Directory.All(Territory, default)).Sum(e => e.Value.Asked).ShouldBe(2 * asks);
    }

    [Fact]
    public async Task Teams_gets_the_choices_that_answer_what_is_being_typed_and_nothing_is_counted()
    {
        var card = (await _place.Say(Nurse, "annuaire")).ShouldHaveSingleItem();
        card.Card!.Value.GetRawText().ShouldContain("\"choices.data\":{\"type\":\"Data.Query\",\"dataset\":\"directory:pays-de-kervelen\"}");
        var answer = await _place.Types(Nurse, "directory:pays-de-kervelen", "porta");
        var results = answer.GetProperty("value").GetProperty("results");
        results.GetArrayLength().ShouldBe(2);
        (await Directory.Gaps(Territory, default)).ShouldBeEmpty();
    }

    /// <summary>The first letter that asks, among those who have no account.</summary>
    private async Task<(string Person, Uri Link)> Asked()
    {
        foreach (var letter in Enumerable.Range(0, 200))
        {
            if (_place.Letters().FirstOrDefault(l => l.Subject.Contains("toujours exacte", StringComparison.Ordinal)) is { } found)
            {
                return (found.To, found.Link);
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("nobody was asked by mail");
    }

    private async Task<Heard> Import(string name, byte[] bytes)
    {
        var offered = await _place.Attach(Kervelen.Pilot, name, bytes);
        return await _place.Press(Kervelen.Pilot, offered, "Importer dans l’annuaire");
    }

    private static byte[] Sheet(params string[][] lines) => SheetFiles.Of(lines);

    private async Task<string> Get(string address)
    {
        using var answer = await _place.Bot.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Text(answer);
    }

    private static async Task<string> Text(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' ');

    private async Task<string> Post(Uri link, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _place.Bot.Client.PostAsync(link, form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Text(answer);
    }
}
