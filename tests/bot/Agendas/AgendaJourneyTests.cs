using System.Net;
using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Sessions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Agendas;

/// <summary>An agenda from its first item to « j’ai pris connaissance », by card, words, mail and link, through the real bot.</summary>
public sealed class AgendaJourneyTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string HomeHospital = "maiwenn-le-brouillon";

    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    private Kervelen _kervelen = null!;

    public async Task InitializeAsync() => _kervelen = await Kervelen.Start();

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task A_convener_adds_changes_moves_and_takes_off_items()
    {
        var agenda = await Prepared();
        agenda.Says("1. Suivi des décisions précédentes").ShouldBeTrue();
        agenda.Says("Pas encore diffusé").ShouldBeTrue();

        var form = await _kervelen.Press(Kervelen.Pilot, agenda, "Ajouter un point");
        var added = await _kervelen.Press(
            Kervelen.Pilot, form, "Ajouter", ("title", "Budget **2027**"), ("kind", "decision"), ("minutes", "40"), ("incamera", "true"),
            ("presenter", "Mme Gwenola Kermodel, CLIC"));
        added.Says("3. Budget **2027**").ShouldBeTrue(added.Words);
        added.Says("décision, 40 min, huis clos, présenté par Mme Gwenola Kermodel, CLIC").ShouldBeTrue();
        added.Says("dont 88 % du temps pour des décisions").ShouldBeTrue(added.Words);

        var item = (await Session()).Agenda[2];
        var change = await _kervelen.Press(Kervelen.Pilot, added.Id, "agenda.form", Data(("item", item.Id.Value)));
        change.Input("title").ShouldBe("Budget **2027**");
        await _kervelen.Press(Kervelen.Pilot, change, "Enregistrer", ("place", "2"), ("minutes", "45"));
        (await Session()).Agenda.Select(i => i.Title).ShouldBe(["Suivi des décisions précédentes", "Budget **2027**", "Sorties du vendredi"]);
        (await Session()).Agenda[1].Minutes.ShouldBe(45);

        var removed = await _kervelen.Press(Kervelen.Pilot, change, "Retirer");
        removed.Says("Point retiré").ShouldBeTrue();
        (await Session()).Agenda.Count.ShouldBe(2);
        _kervelen.FromBot(Hospital).Count.ShouldBe(1, "only the convocation: nobody hears of an agenda being prepared");
    }

    [Fact]
    public async Task A_refused_item_comes_back_with_everything_typed_and_the_form_sent_twice_adds_one()
    {
        var agenda = await Prepared();
        var form = await _kervelen.Press(Kervelen.Pilot, agenda, "Ajouter un point");

        var refused = await _kervelen.Press(Kervelen.Pilot, form, "Ajouter", ("title", "Le cas de Mme Zorglub, née le 12/03/1938"), ("minutes", "mille"));
        refused.Says("2 points sont à corriger").ShouldBeTrue();
        refused.Input("minutes").ShouldBe("mille");

        await Task.WhenAll(
            _kervelen.Press(Kervelen.Pilot, refused, "Ajouter", ("title", "Transports"), ("minutes", "20")),
            _kervelen.Press(Kervelen.Pilot, refused, "Ajouter", ("title", "Transports"), ("minutes", "20")));
        (await Session()).Agenda.Count(i => i.Title == "Transports").ShouldBe(1);
    }

    [Fact]
    public async Task What_others_hang_on_an_item_keeps_it_on_the_agenda()
    {
        var agenda = await Prepared();
        var item = (await Session()).Agenda[1];
        var proposal = (await _kervelen.Say(Kervelen.Pilot, "proposer d’ouvrir une cellule de sortie")).Single();
        await _kervelen.Press(
            Kervelen.Pilot, proposal, "Mettre au vote", ("subject", $"tct~{(await Session()).Id}~{item.Id}"), ("title", "Ouvrir une cellule"), ("text", "Ouvrir une cellule"));

        var kept = await _kervelen.Press(Kervelen.Pilot, agenda.Id, "agenda.remove", Data(("item", item.Id.Value)));
        kept.Says("Un vote porte sur ce point").ShouldBeTrue(kept.Words);
        var followUp = await _kervelen.Press(Kervelen.Pilot, agenda.Id, "agenda.remove", Data(("item", "p0")));
        followUp.Says("ouvre chaque ordre du jour").ShouldBeTrue();
        (await Session()).Agenda.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_member_suggests_in_one_sentence_and_learns_the_answer()
    {
        await Prepared();
        var said = (await _kervelen.Say(Hospital, "mets les transports du soir à l'odj, 25 min")).Single();
        said.Says("« Les transports du soir » est suggéré pour la TCT").ShouldBeTrue(said.Words);

        var asked = await _kervelen.Hears(Kervelen.Pilot, "Suggestion pour l’ordre du jour");
        asked.Says("Les transports du soir").ShouldBeTrue();
        var accepted = await Task.WhenAll(_kervelen.Press(Kervelen.Pilot, asked, "Inscrire"), _kervelen.Press(Kervelen.Pilot, asked, "Inscrire"));
        accepted.ShouldContain(card => card.Says("la personne qui l’a suggéré en est informée"));
        var item = (await Session()).Agenda.Where(i => i.Title == "Les transports du soir").ShouldHaveSingleItem();
        item.Minutes.ShouldBe(25);
        (await _kervelen.Hears(Hospital, "Votre suggestion")).Says("est inscrit à l’ordre du jour").ShouldBeTrue();
    }

    [Fact]
    public async Task A_suggestion_left_aside_says_why_to_its_author_alone()
    {
        await Prepared();
        await _kervelen.Say(Hospital, "mets les transports du soir à l'odj");
        var asked = await _kervelen.Hears(Kervelen.Pilot, "Suggestion pour l’ordre du jour");

        var form = await _kervelen.Press(Kervelen.Pilot, asked, "Ne pas retenir");
        var named = await _kervelen.Press(Kervelen.Pilot, form, "Ne pas retenir", ("reason", "déjà vu avec Mme Zorglub au 06 12 34 56 78"));
        named.Says("peut désigner quelqu’un").ShouldBeTrue(named.Words);
        await _kervelen.Press(Kervelen.Pilot, form, "Ne pas retenir", ("reason", "Vu à la séance de mars"));

        (await _kervelen.Hears(Hospital, "Votre suggestion")).Says("Vu à la séance de mars").ShouldBeTrue();
        (await Session()).Agenda.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_circulation_is_a_version_with_who_got_it_and_who_said_to_have_read_it()
    {
        var agenda = await Prepared();
        agenda.Says("Diffusion en retard").ShouldBeFalse();
        var both = await Task.WhenAll(
            _kervelen.Press(Kervelen.Pilot, agenda, "Diffuser la version 1"), _kervelen.Press(Kervelen.Pilot, agenda, "Diffuser la version 1"));
        both.ShouldAllBe(card => card.Says("Version 1 diffusée"));

        var card = await _kervelen.Hears(Hospital, "Ordre du jour, version 1");
        (await _kervelen.Press(Hospital, card, "J’ai pris connaissance")).Says("en a pris connaissance").ShouldBeTrue();
        var letter = await _kervelen.Receives(HomeHospital, "Ordre du jour (version 1)");
        await ReadByLink(letter);

        var readers = await _kervelen.Press(Kervelen.Pilot, both[0], "Qui en a pris connaissance");
        readers.Says("2 lectures déclarées").ShouldBeTrue(readers.Words);
        _kervelen.FromBot(Hospital).Count(m => m.Says("Ordre du jour, version 1")).ShouldBe(1);
        both[0].Buttons.ShouldNotContain("Diffuser la version 2", "nothing has changed");
        letter.Text.ShouldEndWith("Nolwenn Exemple\nPays de Kervelen\n");

        await _kervelen.Press(Kervelen.Pilot, await _kervelen.Press(Kervelen.Pilot, both[0], "Ajouter un point"), "Ajouter", ("title", "Transports"), ("minutes", "20"));
        var changed = (await _kervelen.Say(Kervelen.Pilot, "ordre du jour")).Single();
        changed.Says("Modifié depuis la version 1").ShouldBeTrue(changed.Words);
        await _kervelen.Press(Kervelen.Pilot, changed, "Diffuser la version 2");
        (await _kervelen.Hears(Hospital, "Ordre du jour, version 2")).Says("Transports").ShouldBeTrue();
        (await _kervelen.Service<IAgendas>().Circulations(Territory, (await Session()).Id, default)).Select(c => c.Agenda.Count).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task A_late_circulation_is_said_before_it_is_done()
    {
        var agenda = await Prepared("convoque la TCT plénière le 30/11 9h30, 2h");

        agenda.Says("La TCT prévoit une diffusion 15 jours avant la séance : il en reste 7").ShouldBeTrue(agenda.Words);
    }

    [Fact]
    public async Task Who_is_not_called_neither_reads_nor_suggests_nor_circulates()
    {
        await Prepared("convoque la TCT restreinte le 14/12 9h30, 2h");
        var session = await Session();
        const string outsider = "katell-songevrac";
        foreach (var (verb, data) in new[]
        {
            ("agenda.show", Data()), ("agenda.circulate", Data(("version", "1"))), ("agenda.form", Data()), ("agenda.readers", Data()),
            ("agenda.read", Data(("version", "1"), ("seat", "tct-ch"))), ("agenda.save", Data(("title", "Transports"), ("minutes", "10"))),
            ("agenda.suggest", Data(("title", "Transports"), ("minutes", "10"))), ("agenda.remove", Data(("item", session.Agenda[1].Id.Value))),
        })
        {
            var heard = await _kervelen.Press(outsider, "1", verb, data);
            heard.Says("Sorties du vendredi").ShouldBeFalse($"{verb}: {heard.Words}");
        }

        (await Session()).Agenda.Count.ShouldBe(2);
        (await _kervelen.Service<IAgendas>().Circulations(Territory, session.Id, default)).ShouldBeEmpty();
        (await _kervelen.Service<IAgendas>().Suggestions(Territory, session.Id, default)).ShouldBeEmpty();
    }

    private async Task ReadByLink(SavedLetter letter)
    {
        var link = letter.Text.Split('\n').Select(l => l.Trim()).First(l => l.Contains("/lien/", StringComparison.Ordinal));
        (await _kervelen.Bot.Client.GetStringAsync(new Uri(link))).ShouldContain("Sorties du vendredi");
        (await _kervelen.Service<IAgendas>().Acknowledgements(Territory, (await Session()).Id, default)).Count.ShouldBe(1, "opening is no reading");
        using var asFound = new FormUrlEncodedContent(new Dictionary<string, string> { ["act"] = "read", ["version"] = "1" });
        using var unticked = await _kervelen.Bot.Client.PostAsync(new Uri(link), asFound);
        (await unticked.Content.ReadAsStringAsync()).ShouldContain("Cochez la case pour confirmer");
        (await _kervelen.Service<IAgendas>().Acknowledgements(Territory, (await Session()).Id, default)).Count.ShouldBe(1, "a mail scanner's form is no reading");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["act"] = "read", ["version"] = "1", ["sure"] = "yes" });
        var page = await _kervelen.Bot.Client.PostAsync(new Uri(link), form);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("en a pris connaissance");
    }

    private async Task<Heard> Prepared(string words = "convoque la TCT plénière le 14/12 9h30, 2h")
    {
        var form = (await _kervelen.Say(Kervelen.Pilot, words)).Single();
        var look = await _kervelen.Press(
            Kervelen.Pilot, form, "Vérifier", ("item1title", "Sorties du vendredi"), ("item1kind", "decision"), ("item1minutes", "30"));
        var convened = await _kervelen.Press(Kervelen.Pilot, look, "Envoyer les convocations");
        await _kervelen.Hears(Hospital, "Convocation");
        return await _kervelen.Press(Kervelen.Pilot, convened, "Ordre du jour");
    }

    private async Task<Session> Session() => (await _kervelen.Service<ISessions>().All(Territory, default)).Single();

    private System.Text.Json.Nodes.JsonObject Data(params (string Key, string Value)[] more)
    {
        var data = new System.Text.Json.Nodes.JsonObject
        {
            ["territory"] = Territory.Value, ["session"] = _kervelen.Service<ISessions>().All(Territory, default).Result.Single().Id.Value,
        };
        foreach (var (key, value) in more)
        {
            data[key] = value;
        }

        return data;
    }
}
