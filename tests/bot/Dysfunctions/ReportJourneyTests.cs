using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Work.Notices;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>A report as its reporter, the pilote and strangers live it, through the real bot.</summary>
public sealed class ReportJourneyTests : IAsyncLifetime
{
    private const string Nurse = "infirmiere";
    private const string Neighbour = "voisin";
    private const string Told = "encore une sortie vendredi soir sans ordonnance";
    private const string First = "REM-2026-0001";

    private Kervelen _place = null!;

    public async Task InitializeAsync()
    {
        _place = await Kervelen.Start();
        _place.AddPartner(Nurse, "Une Infirmière");
        _place.AddPartner(Neighbour, "Un Voisin");
    }

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task What_happened_becomes_a_report_and_its_reporter_hears_once_what_the_table_decided()
    {
        var draft = (await _place.Say(Nurse, Told)).ShouldHaveSingleItem();
        (draft.Input("happened"), draft.Input("when"), draft.Input("frequency"), draft.Input("axis"))
            .ShouldBe((Told, "vendredi soir", "Often", "t3"));
        (await _place.All()).ShouldBeEmpty();
        var sent = await _place.Press(Nurse, draft, "Envoyer");
        sent.Says(First).ShouldBeTrue(sent.Words);

        var received = await _place.Hears(Kervelen.Pilot, First);
        received.Says(Told).ShouldBeTrue(received.Words);
        await _place.Hears("ewen-fictif", First);
        var qualified = await _place.Press(
            Kervelen.Pilot, received, "Qualifier", ("axis", "t3"), ("family", "prise-en-charge"), ("gravity", "High"));
        qualified.Says("est qualifiée").ShouldBeTrue(qualified.Words);
        await _place.Hears(Nurse, "Qualifiée le");

        var session = await _place.Convene();
        var put = await _place.PutOnAgenda(First, session);
        put.Says("Sorties du vendredi soir").ShouldBeTrue(put.Words);
        (await _place.Hears(Nurse, "À l’ordre du jour")).Says("TCT").ShouldBeTrue();

        await _place.Decide(
            $"tct~{session}~rem-2026-0001", "L’ordonnance part la veille", "Toute sortie du vendredi est annoncée le jeudi.", Reported.Quorum);
        var heard = await _place.Hears(Nurse, "Une décision a été prise");
        heard.Says("TCT 2026-001").ShouldBeTrue(heard.Words);
        heard.Says("Toute sortie du vendredi est annoncée le jeudi.").ShouldBeTrue(heard.Words);

        // Looked at again, everything finds itself done.
        var report = (await _place.All()).ShouldHaveSingleItem();
        await _place.Service<LookAtAggregate>().Run(report.Aggregate, default);
        _place.FromBot(Nurse).Count(m => m.Says("Du nouveau") && m.Says("TCT 2026-001")).ShouldBe(1);
        _place.FromBot(Neighbour).ShouldBeEmpty();
        (await _place.Say(Nurse, "où en est ma remontée de novembre ?")).ShouldHaveSingleItem()
            .Says("Toute sortie du vendredi est annoncée le jeudi.").ShouldBeTrue();
    }

    [Fact]
    public async Task Sent_twice_at_once_a_form_makes_one_report_and_numbers_keep_no_gap()
    {
        var draft = (await _place.Say(Nurse, Told)).ShouldHaveSingleItem();
        var both = await Task.WhenAll(_place.Press(Nurse, draft, "Envoyer"), _place.Press(Nurse, draft, "Envoyer"));
        both.ShouldAllBe(m => m.Says(First));

        var others = await Task.WhenAll(
            _place.Report(Nurse, "dossier APA déposé en mars tjrs rien"), _place.Report(Neighbour, "signaler : plus de taxi le samedi"));

        (await _place.All()).Select(r => r.Reference.Value).Order(StringComparer.Ordinal)
            .ShouldBe([First, "REM-2026-0002", "REM-2026-0003"]);
        others.ShouldAllBe(m => !m.Says(First));
    }

    [Fact]
    public async Task An_item_without_an_axis_takes_that_of_the_report_put_on_it()
    {
        await _place.Service<ISessions>().Create(
            Votes.VoteJourneyTests.Session(_place, SessionFormat.Plenary, inCamera: false), [], default);
        await _place.Report(Nurse, "encore une sortie vendredi soir sans ordonnance");
        var axis = (await _place.All()).ShouldHaveSingleItem().Axis.ShouldNotBeNull();

        await _place.PutOnAgenda(First, new SessionId("se1"), "p1");

        var agenda = (await _place.Service<ISessions>().Get(Reported.Territory, new SessionId("se1"), default))!.Value.Agenda;
        agenda.Single(i => i.Id.Value == "p1").Axis.ShouldBe(axis);
    }

    [Theory]
    [InlineData("SIGNALER PLUS DE KINE A DOMICILE DEPUIS 3 MOIS", "PLUS DE KINE A DOMICILE DEPUIS 3 MOIS", "DEPUIS 3 MOIS")]
    [InlineData("dossier APA déposé en mars tjrs rien", "dossier APA déposé en mars tjrs rien", "en mars")]
    [InlineData("Bonjour, je voudrais signaler un problème : la HAD n’a pas prévenu le SSIAD hier soir", "la HAD n’a pas prévenu le SSIAD hier soir", "hier soir")]
    public async Task The_draft_holds_what_the_message_says(string text, string happened, string when)
    {
        var draft = (await _place.Say(Nurse, text)).ShouldHaveSingleItem();
        (draft.Input("happened"), draft.Input("when")).ShouldBe((happened, when));
        (await _place.Press(Nurse, draft, "Annuler")).Says("rien n’a été gardé").ShouldBeTrue();
        (await _place.All()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_is_its_reporters_and_the_pilotes_and_nobody_elses()
    {
        await _place.Report(Nurse, Told);

        (await _place.Say(Nurse, $"suivi {First}")).ShouldHaveSingleItem().Says(Told).ShouldBeTrue();
        (await _place.Say(Nurse, "ou en est rem 2026 1")).ShouldHaveSingleItem().Says(Told).ShouldBeTrue();
        (await _place.Say(Nurse, "mes remontees")).ShouldHaveSingleItem().Says(First).ShouldBeTrue();
        (await _place.Say(Kervelen.Pilot, $"suivi {First}")).ShouldHaveSingleItem().Says(Told).ShouldBeTrue();
        foreach (var stranger in new[] { Neighbour, "yann-kerimagin" })
        {
            (await _place.Say(stranger, $"suivi {First}")).ShouldHaveSingleItem().Says("Je ne trouve pas de remontée").ShouldBeTrue();
            (await _place.Say(stranger, "mes remontées")).ShouldHaveSingleItem().Says(First).ShouldBeFalse();
            (await _place.Say(stranger, "où en est ma remontée de novembre ?")).ShouldHaveSingleItem().Says(First).ShouldBeFalse();
            (await Forge(stranger, "dysfunctions.show")).Says("Je ne trouve pas de remontée").ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("dysfunctions.qualify")]
    [InlineData("dysfunctions.agenda")]
    [InlineData("dysfunctions.close")]
    public async Task Only_the_pilote_handles_a_report(string verb)
    {
        await _place.Report(Nurse, Told);
        await _place.Convene();

        foreach (var person in new[] { Nurse, Neighbour, "yann-kerimagin" })
        {
            (await Forge(person, verb)).Says("Seule la personne qui pilote").ShouldBeTrue();
        }

        (await _place.All()).ShouldHaveSingleItem().Status.ShouldBe(DysfunctionStatus.Received);
    }

    [Fact]
    public async Task Closed_without_action_it_says_why_and_goes_nowhere_any_more()
    {
        await _place.Report(Nurse, Told);
        var session = await _place.Convene();
        var card = await _place.Hears(Kervelen.Pilot, First);

        (await _place.Press(Kervelen.Pilot, card, "Clore sans suite", ("reason", " "))).Says("Dites pourquoi").ShouldBeTrue();
        await _place.Press(Kervelen.Pilot, card, "Clore sans suite", ("reason", "L’assurance maladie en est saisie."));

        (await _place.Hears(Nurse, "Close sans suite")).Says("L’assurance maladie en est saisie.").ShouldBeTrue();
        var late = await Forge(Kervelen.Pilot, "dysfunctions.agenda", $"{session}/p0");
        late.Says("déjà close ou résolue").ShouldBeTrue(late.Words);
    }

    [Fact]
    public async Task Moved_to_another_item_a_report_hears_of_that_items_decision_only()
    {
        await _place.Report(Nurse, Told);
        var session = await _place.Convene();
        await _place.PutOnAgenda(First, session, "p0");
        await _place.PutOnAgenda(First, session);
        var agenda = (await _place.Service<ISessions>().Get(Reported.Territory, session, default))!.Value.Agenda;
        agenda.Where(i => i.Reports.Count > 0).ShouldHaveSingleItem().Id.Value.ShouldBe("rem-2026-0001");

        await _place.Decide($"tct~{session}~p0", "Relire le suivi", "Le suivi est relu.", Reported.Quorum);
        await _place.Recorded("tct", "Relire le suivi");
        await _place.Hears("yann-kerimagin", "TCT 2026-001");
        (await _place.All()).ShouldHaveSingleItem().Status.ShouldBe(DysfunctionStatus.OnAgenda);

        await _place.Decide($"tct~{session}~rem-2026-0001", "Prévenir la veille", "On prévient la veille.", Reported.Quorum, "Contre");
        var heard = await _place.Hears(Nurse, "n’a pas été adoptée");
        heard.Says("TCT 2026-002").ShouldBeTrue(heard.Words);
    }

    [Fact]
    public async Task A_carence_tells_the_reporter_nothing_and_the_second_convocation_decides()
    {
        await _place.Report(Nurse, Told);
        var session = await _place.Convene();
        await _place.PutOnAgenda(First, session);
        await _place.Decide($"tct~{session}~rem-2026-0001", "Prévenir la veille", "On prévient la veille.", ["yann-kerimagin"]);
        var carence = await _place.Hears(Kervelen.Pilot, "Quorum non atteint");
        (await _place.All()).ShouldHaveSingleItem().Status.ShouldBe(DysfunctionStatus.OnAgenda);

        var form = await _place.Press(Kervelen.Pilot, carence, "Convoquer à nouveau");
        var look = await _place.Press(Kervelen.Pilot, form, "Vérifier", ("day", "2026-12-21"), ("time", "14:00"));
        await _place.Press(Kervelen.Pilot, look, "Envoyer");
        var second = (await _place.Service<ISessions>().All(Reported.Territory, default)).Single(s => s.SecondCallOf == session);
        await _place.Decide($"tct~{second.Id}~rem-2026-0001", "Prévenir enfin", "On prévient.", ["yann-kerimagin"]);

        (await _place.Hears(Nurse, "Une décision a été prise")).Says("TCT 2026-001").ShouldBeTrue();
    }

    [Fact]
    public async Task A_report_of_last_year_is_still_decided_on()
    {
        _place.Clock.Advance(TimeSpan.FromDays(35));
        await _place.Report(Nurse, Told);
        await _place.Press(
            Kervelen.Pilot, await _place.Hears(Kervelen.Pilot, First), "Qualifier", ("axis", "t3"), ("family", "prise-en-charge"), ("gravity", "High"));
        var session = await _place.Convene("convoque la TCT le 14/01/2027 9h30, 2h");
        await _place.PutOnAgenda(First, session);
        _place.Clock.Advance(TimeSpan.FromDays(17));

        await _place.Decide($"tct~{session}~rem-2026-0001", "Prévenir la veille", "On prévient la veille.", Reported.Quorum);

        (await _place.Hears(Nurse, "Une décision a été prise")).Says("TCT 2027-001").ShouldBeTrue();
        (await _place.Say(Nurse, "mes remontées")).ShouldHaveSingleItem().Says(First).ShouldBeTrue();
    }

    private Task<Heard> Forge(string person, string verb, string place = "none/none") => _place.Press(person, "1", verb, new JsonObject
    {
        ["territory"] = Reported.Territory.Value, ["report"] = First, ["family"] = "acces-aux-soins", ["gravity"] = "High",
        ["axis"] = "t3", ["place"] = place, ["title"] = "Un point", ["minutes"] = "10", ["reason"] = "Parce que",
    });
}
