using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Decisions;

/// <summary>From a tactical decision to the strategic table's answer, within a territory, through the real bot.</summary>
public sealed class EscalationJourneyTests : IAsyncLifetime
{
    private const string Strategic = "sterenn-kerchapitre";
    private const string Member = "brieuc-lannecrit";
    private Kervelen _place = null!;

    public async Task InitializeAsync() => _place = await Kervelen.Start();

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task A_decision_that_needs_it_goes_on_the_strategic_agenda_with_its_file_and_everybody_learns_it_is_validated()
    {
        await _place.Report("yann-kerimagin", "encore une sortie vendredi soir sans ordonnance");
        var tactical = await _place.Convene();
        await _place.PutOnAgenda("REM-2026-0001", tactical);
        var item = (await Session(tactical)).Agenda.Single(i => i.Reports.Count > 0).Id;
        var strategic = await Convene("convoque la TCS le 18/12 9h30, 2h");
        await Escalate($"tct~{tactical}~{item}", "Une place d’urgence", ("axis", "t3"));

        var told = await _place.Hears(Strategic, "À l’ordre du jour de la TCS");
        told.Says("TCT 2026-001").ShouldBeTrue(told.Words);
        told.Says("Adoptée : 7 voix pour").ShouldBeTrue(told.Words);
        told.Says("Le texte entier de la décision.").ShouldBeTrue(told.Words);
        var on = (await Session(strategic)).Agenda.Single(i => i.Escalated is not null);
        on.Title.ShouldEndWith("TCT 2026-001 — Une place d’urgence");
        on.Kind.ShouldBe(AgendaItemKind.Decision);
        var agenda = (await _place.Say(Kervelen.Pilot, "ordre du jour de la TCS du 18/12")).Last(m => m.Card is not null);
        (await _place.Press(Kervelen.Pilot, agenda, "Décisions à valider")).Says("TCT 2026-001").ShouldBeTrue();
        var form = await _place.Press(Kervelen.Pilot, agenda, "Modifier ce point", ("item", on.Id.Value));
        (await _place.Press(Kervelen.Pilot, form, "Retirer")).Says("Une autre table attend la réponse").ShouldBeTrue();

        // Pressed twice, and once more in words: answered once.
        (await _place.Press(Strategic, told, "Valider")).Says("La décision est validée").ShouldBeTrue();
        (await _place.Press(Strategic, told, "Valider")).Says("a déjà sa réponse").ShouldBeTrue();
        var late = (await _place.Say(Kervelen.Pilot, "refuse la décision TCT 2026-001 : trop tard")).ShouldHaveSingleItem();
        late.Says("a déjà sa réponse").ShouldBeTrue(late.Words);

        var heard = await _place.Hears(Member, "Validée par la TCS");
        heard.Buttons.ShouldNotContain("Valider");
        heard.Says("qui co-anime la TCS. Elle était inscrite à la séance du vendredi 18 décembre 2026.").ShouldBeTrue(heard.Words);
        await _place.Hears(Kervelen.Pilot, "Validée par la TCS");
        await _place.Hears("yann-kerimagin", "Validée par la TCS");
        (await _place.Receives("rozenn-pennlivre", "validée par la TCS")).Text.ShouldContain("Une place d’urgence");
        _place.FromBot(Member).Count(m => m.Says("Validée par la TCS")).ShouldBe(1);
        var axis = (await _place.Service<IRoadmaps>().Get(Reported.Territory, 2026, default))!.Decisions.ShouldHaveSingleItem();
        (axis.Submitted, axis.SubmittedTo).ShouldBe((EscalationState.Validated, "TCS"));
    }

    [Fact]
    public async Task It_waits_for_a_session_moves_on_when_that_is_cancelled_and_is_refused_only_with_a_reason()
    {
        await Escalate("tct~~", "Une place d’urgence");
        (await _place.Hears(Strategic, "Soumise à la TCS")).Says("aucune n’est encore prévue").ShouldBeTrue();
        var first = await Convene("convoque la TCS le 18/12 9h30, 2h");
        var told = await _place.Hears(Strategic, "À l’ordre du jour de la TCS");
        var second = await Convene("convoque la TCS le 22/12 9h30, 2h");
        var cancel = (await _place.Say(Kervelen.Pilot, "annule la TCS du 18/12")).Last(m => m.Card is not null);
        await _place.Press(Kervelen.Pilot, cancel, "Annuler la séance");
        await Kervelen.Until(
            () => Session(second).GetAwaiter().GetResult().Agenda.Any(i => i.Escalated is not null), () => "it is on the agenda of the 22nd");
        await Kervelen.Until(() => One().GetAwaiter().GetResult().Last.Session == second, () => "it knows so");
        (await Session(first)).State.ShouldBe(SessionState.Cancelled);

        // Words alone do nothing: the button does, once there is a reason, which stays asked for.
        var bare = (await _place.Say(Kervelen.Pilot, "refuse la décision TCT 2026-001")).ShouldHaveSingleItem();
        bare.Says("Refuser cette décision ?").ShouldBeTrue(bare.Words);
        bare.Says("Une place d’urgence").ShouldBeTrue(bare.Words);
        bare.Says("Table de concertation stratégique").ShouldBeTrue(bare.Words);
        bare.Says("mardi 22 décembre 2026").ShouldBeTrue(bare.Words);
        bare = await _place.Press(Kervelen.Pilot, bare, "Refuser la décision");
        bare.Says("Dites pourquoi").ShouldBeTrue(bare.Words);
        bare.ShownInputs().ShouldContain("reason");
        (await One()).State.ShouldBe(EscalationState.OnAgenda);
        var ask = (await _place.Say(Kervelen.Pilot, "refuse la décision TCT 2026-001 : le budget de 2027 ne le permet pas")).ShouldHaveSingleItem();
        (await One()).State.ShouldBe(EscalationState.OnAgenda);
        var done = await _place.Press(Kervelen.Pilot, ask, "Refuser la décision");
        done.Says("La décision est refusée").ShouldBeTrue(done.Words);
        var refused = await _place.Hears(Member, "Refusée par la TCS");
        refused.Says("le budget de 2027 ne le permet pas").ShouldBeTrue();
        refused.Says("qui pilote la concertation. Elle était inscrite à la séance du mardi 22 décembre 2026.").ShouldBeTrue(refused.Words);
        var page = (await _place.Say(Member, "décision TCT 2026-001")).ShouldHaveSingleItem();
        page.Says("Refusée par la TCS le").ShouldBeTrue(page.Words);
        page.Says("le budget de 2027 ne le permet pas").ShouldBeTrue(page.Words);
        var register = (await _place.Say(Member, "décisions")).ShouldHaveSingleItem();
        register.Says("refusée par la TCS le").ShouldBeTrue(register.Words);
        (await One()).Steps.Select(s => s.State).ShouldBe(
            [EscalationState.Waiting, EscalationState.OnAgenda, EscalationState.Waiting, EscalationState.OnAgenda, EscalationState.Refused]);
        told.Buttons.ShouldContain("Valider");
    }

    [Fact]
    public async Task Given_back_with_questions_and_a_date_it_is_answered_and_goes_on_the_next_agenda()
    {
        await Convene("convoque la TCS le 18/12 9h30, 2h");
        await Escalate("tct~~", "Une place d’urgence");
        var told = await _place.Hears(Strategic, "À l’ordre du jour de la TCS");
        var dateless = await _place.Press(Strategic, told, "Renvoyer la décision", ("questions", "Quel coût ?"));
        dateless.Says("Donnez la date").ShouldBeTrue(dateless.Words);
        dateless.Input("questions").ShouldBe("Quel coût ?");
        dateless.ShownInputs().ShouldBe(["questions", "until"]);
        (await _place.Press(Strategic, dateless, "Renvoyer la décision", ("until", "2036-12-10"))).Says("d’ici un an").ShouldBeTrue();
        (await _place.Press(Strategic, told, "Renvoyer la décision", ("questions", "Quel coût ?"), ("until", "2026-11-01"))).Says("doit être à venir").ShouldBeTrue();
        (await _place.Press(Strategic, told, "Renvoyer la décision", ("questions", "Quel coût ?"), ("until", "2026-12-10"))).Says("La décision est renvoyée").ShouldBeTrue();
        var asked = await _place.Hears(Kervelen.Pilot, "Renvoyée par la TCS");
        asked.Says("« Quel coût ? » Réponse attendue au plus tard le 10/12/2026.").ShouldBeTrue(asked.Words);

        // Its date passes: both are shown.
        _place.Clock.Advance(TimeSpan.FromDays(18));
        (await _place.Hears(Kervelen.Pilot, "attendent leur réponse")).Buttons.ShouldContain("Envoyer la réponse");
        var list = (await _place.Say(Kervelen.Pilot, "décisions à valider")).ShouldHaveSingleItem();
        list.Says("Les questions de la TCS attendent leur réponse").ShouldBeTrue(list.Words);
        (await _place.Press(Kervelen.Pilot, await _place.Press(Kervelen.Pilot, list, "Ouvrir"), "Envoyer la réponse", ("answer", "Douze mille euros par an.")))
            .Says("retourne à l’ordre du jour suivant").ShouldBeTrue();
        await Kervelen.Until(() => One().GetAwaiter().GetResult().State == EscalationState.OnAgenda, () => "it is on the agenda again");
        (await _place.Hears(Strategic, "Douze mille euros par an.")).Buttons.ShouldContain("Valider");
    }

    [Fact]
    public async Task A_decision_taken_on_its_item_answers_it_and_a_rejection_asks_for_the_reason()
    {
        var strategic = await Convene("convoque la TCS le 18/12 9h30, 2h");
        await Escalate("tct~~", "Une place d’urgence");
        await _place.Hears(Strategic, "À l’ordre du jour de la TCS");
        var item = (await Session(strategic)).Agenda.Single(i => i.Escalated is not null).Id;
        await Rule($"tcs~{strategic}~{item}", "Contre");
        var rejected = await _place.Hears(Strategic, "TCS 2026-001");
        await Kervelen.Until(() => One().GetAwaiter().GetResult().Rejection is not null, () => "the rejection is seen");
        var list = (await _place.Say(Strategic, "décisions à valider")).ShouldHaveSingleItem();
        var open = await _place.Press(Strategic, list, "Ouvrir");
        open.Buttons.ShouldNotContain("Valider");
        (await _place.Press(Strategic, open, "Refuser la décision", ("reason", "Le vote l’a rejetée."))).Says("La décision est refusée").ShouldBeTrue();
        (await _place.Hears(Member, "Refusée par la TCS")).Says("Décision TCS 2026-001.").ShouldBeTrue();
        rejected.Says("Rejetée").ShouldBeTrue(rejected.Words);
    }

    [Fact]
    public async Task Who_doesnt_convene_the_strategic_table_answers_nothing_whatever_a_card_says()
    {
        await Convene("convoque la TCS le 18/12 9h30, 2h");
        await Escalate("tct~~", "Une place d’urgence");
        var told = await _place.Hears(Strategic, "À l’ordre du jour de la TCS");
        var data = (JsonObject)told.Button("Valider")["data"]!.DeepClone();
        foreach (var input in new[] { "reason", "questions", "answer" })
        {
            data[input] = "Parce que.";
        }

        data["until"] = "2026-12-30";
        foreach (var verb in new[] { "escalations.validate", "escalations.refuse", "escalations.return", "escalations.reply" })
        {
            (await _place.Press(Member, told.Id, verb, (JsonObject)data.DeepClone())).Says("Seules les personnes qui convoquent").ShouldBeTrue();
        }

        data["at"] = "bassin-de-saint-exemple";
        (await _place.Press(Member, told.Id, "escalations.show", (JsonObject)data.DeepClone())).Says("pas de celles que vous pouvez lire").ShouldBeTrue();
        data["escalation"] = "e-00000000000000000000";
        (await _place.Press(Strategic, told.Id, "escalations.validate", data)).Says("pas de celles que vous pouvez lire").ShouldBeTrue();
        (await One()).State.ShouldBe(EscalationState.OnAgenda);
        (await _place.Say(Member, "valide la décision TCT 2026-001")).ShouldHaveSingleItem().Says("Aucune décision n’est soumise").ShouldBeTrue();
    }

    [Fact]
    public async Task A_deadline_that_passes_is_shown_to_both_once()
    {
        await Escalate("tct~~", "Une place d’urgence");
        await _place.Hears(Strategic, "Soumise à la TCS");
        _place.Clock.Advance(TimeSpan.FromDays(91));
        await _place.Hears(Strategic, "La réponse de la TCS est en retard");
        await _place.Hears(Kervelen.Pilot, "La réponse de la TCS est en retard");
        _place.Clock.Advance(TimeSpan.FromDays(2));
        (await _place.Say(Strategic, "décisions à valider")).ShouldHaveSingleItem().Says("La réponse était attendue le 21/02/2027.").ShouldBeTrue();
        await Task.Delay(1000);
        _place.FromBot(Strategic).Count(m => m.Says("La réponse de la TCS est en retard") && !m.Says("Décisions à valider")).ShouldBe(1);
    }

    private async Task Escalate(string subject, string title, params (string, string)[] more)
    {
        (await _place.Decide(subject, title, "Le texte entier de la décision.", Reported.Quorum, "Pour", [("escalates", "true"), .. more]))
            .Says("Le vote est clos").ShouldBeTrue();
        await _place.Recorded("tct", title);
    }

    private Task<SessionId> Convene(string text)
    {
        // Convened at the same moment, two sessions can't be told apart.
        _place.Clock.Advance(TimeSpan.FromMinutes(1));
        return _place.Convene(text);
    }

    private async Task Rule(string subject, string button)
    {
        var form = (await _place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();
        await _place.Press(Kervelen.Pilot, form, "Mettre au vote", ("subject", subject), ("title", "Valider la place"), ("text", "Valider la place d’urgence."));
        foreach (var voter in new[] { "denez-grandlivre", "sterenn-kerchapitre", "morgane-kerpreface" })
        {
            await Kervelen.Until(() => _place.FromBot(voter).Any(m => m.Says("Valider la place") && m.Buttons.Contains(button)), () => $"{voter} votes");
            await _place.Press(voter, _place.FromBot(voter).Last(m => m.Says("Valider la place") && m.Buttons.Contains(button)), button);
        }

        await Votes.VoteJourneyTests.Post(_place, (await _place.Receives("pierrick-marquepage", "Valider la place")).Link, "Against");
        await _place.Closes();
    }

    private async Task<Escalation> One() =>
        (await _place.Service<IEscalations>().Of(Reported.Territory, default)).ShouldHaveSingleItem();

    private async Task<Session> Session(SessionId id) => (await _place.Service<ISessions>().Get(Reported.Territory, id, default))!.Value;
}
