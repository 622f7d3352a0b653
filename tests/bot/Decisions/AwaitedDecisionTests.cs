using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Work.Decisions;
using ConcertationBot.Decisions;
using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Tests.Votes;

namespace ConcertationBot.Tests.Decisions;

/// <summary>What people are told of a decision that another table has to validate, before and after it has answered.</summary>
public sealed class AwaitedDecisionTests : IAsyncLifetime
{
    private const string Strategic = "sterenn-kerchapitre";
    private const string Member = "brieuc-lannecrit";
    private const string ByMail = "rozenn-pennlivre";
    private const string Reporter = "ewen-partenaire";
    private const string Beyond = "alan.lettrine";
    private const string Changes = "Une place est tenue libre.";
    private const string Read = "J’ai pris connaissance";
    private Kervelen _place = null!;

    public async Task InitializeAsync() => _place = await Kervelen.Start();

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task Until_it_is_validated_it_is_told_as_submitted_and_its_return_comes_with_the_validation()
    {
        _place.AddPartner(Reporter, "Ewen Partenaire");
        var draft = (await _place.Say(Reporter, "encore une sortie vendredi soir sans ordonnance")).ShouldHaveSingleItem();
        await _place.Press(Reporter, draft, "Envoyer", ("structures", "CARSAT"));
        await _place.Hears(Kervelen.Pilot, "REM-2026-0001");
        var tactical = await _place.Convene();
        await _place.PutOnAgenda("REM-2026-0001", tactical);
        var item = (await _place.Service<Concertation.Domain.Sessions.ISessions>().Get(Reported.Territory, tactical, default))!
            .Value.Agenda.Single(i => i.Reports.Count > 0).Id;
        var decision = await Escalate($"tct~{tactical}~{item}", "Une place d’urgence");

        foreach (var person in new[] { Member, Reporter })
        {
            var first = await _place.Hears(person, "TCT 2026-001");
            first.Says("Soumise à la TCS, en attente de sa réponse").ShouldBeTrue(first.Words);
            first.Buttons.ShouldNotContain(Read);
        }

        (await _place.Hears(Member, "TCT 2026-001")).Says("Une fois validée").ShouldBeTrue();
        _place.FromBot(Reporter).ShouldNotContain(m => m.Says(Changes));
        var letter = await _place.Receives(ByMail, "Adoptée par la TCT, soumise à la TCS");
        letter.Text.ShouldContain("Soumise à la TCS, en attente de sa réponse.");
        letter.Text.ShouldNotContain("Ce qui change pour vous");
        var link = new Uri(_place.Service<ReturnPieces>().UrlFor(decision, new(ByMail)));
        var page = await Page(link);
        page.ShouldContain("Soumise à la TCS, en attente de sa réponse");
        page.ShouldNotContain("value=\"read\"");
        (await WayJourneyTests.Post(_place, link, ("act", "read"), ("sure", "yes"))).ShouldContain("ne l’a pas validée");
        (await Click(Member, "decisions.read", decision)).Says("ne l’a pas validée").ShouldBeTrue();
        var closed = await Click(Member, "votes.refresh", decision, ("seat", "tct-emp"));
        closed.Says("Adoptée, soumise à validation").ShouldBeTrue(closed.Words);
        (await Click(Kervelen.Pilot, "decisions.remind", decision)).Says("ne l’a pas validée").ShouldBeTrue();
        var whole = (await _place.Say(Kervelen.Pilot, "décision TCT 2026-001")).ShouldHaveSingleItem();
        whole.Buttons.ShouldNotContain("Qui en a pris connaissance ?");
        whole.Buttons.ShouldNotContain("Donner suite");
        (await Exported()).ShouldBe("Waiting");
        ToBeyond().ShouldBeEmpty();

        var told = await _place.Hears(Strategic, "Soumise à la TCS");
        (await _place.Press(Strategic, told, "Valider")).Says("La décision est validée").ShouldBeTrue();
        var validated = await _place.Hears(Member, "Validée par la TCS");
        (await _place.Press(Member, validated, Read)).Says("vous avez pris connaissance").ShouldBeTrue();
        var returned = await _place.Hears(Reporter, "Validée par la TCS");
        returned.Says(Changes).ShouldBeTrue(returned.Words);
        returned.Buttons.ShouldContain(Read);
        var second = (await _place.Receives(ByMail, "validée par la TCS")).Text;
        second.ShouldContain($"Ce qui change pour vous : {Changes}");
        second.Split(Changes).Length.ShouldBe(2, "said once");
        await Kervelen.Until(() => ToBeyond().Any(), () => "the structure that the report names gets it");
        ToBeyond().ShouldHaveSingleItem().Text.ShouldContain(Changes);
        (await Exported()).ShouldBe("Validated");
    }

    [Theory]
    [InlineData("Refuser la décision", "Refusée par la TCS", "Était prévu")]
    [InlineData("Renvoyer la décision", "Renvoyée par la TCS", "Une fois validée")]
    public async Task What_was_not_validated_is_neither_read_nor_applied_nor_reviewed(string button, string stands, string changes)
    {
        var decision = await Escalate("tct~~", "Une place d’urgence");
        var told = await _place.Hears(Strategic, "Soumise à la TCS");
        await _place.Press(Strategic, told, button, ("reason", "Trop cher."), ("questions", "Quel coût ?"), ("until", "2027-03-01"));
        await _place.Hears(Member, stands);

        (await Click(Kervelen.Pilot, "decisions.review", decision, ("state", "Applied"))).Says("ne l’a pas validée").ShouldBeTrue();
        (await Click(Member, "decisions.read", decision)).Says("ne l’a pas validée").ShouldBeTrue();
        var whole = (await _place.Say(Kervelen.Pilot, "décision TCT 2026-001")).ShouldHaveSingleItem();
        whole.Buttons.ShouldNotContain("Donner suite");
        whole.Buttons.ShouldNotContain(Read);
        whole.Says(changes).ShouldBeTrue(whole.Words);
        _place.Clock.Advance(TimeSpan.FromDays(60));
        await _place.Service<Concertation.Work.Notices.LookAtAggregate>().Run(
            new(Concertation.Domain.Notices.AggregateKind.Ballot, Reported.Territory, decision.Ballot.Value), default);
        _place.FromBot(Kervelen.Pilot).ShouldNotContain(m => m.Says("Qu’est devenue cette décision"));
    }

    [Fact]
    public async Task The_answer_is_sent_to_nobody_who_is_known_by_a_report_alone()
    {
        (await (await AnonymousPage.Open(_place)).Send(("happened", "encore une sortie vendredi soir sans ordonnance"))).Reference.ShouldBe("REM-2026-0001");
        var tactical = await _place.Convene();
        await _place.PutOnAgenda("REM-2026-0001", tactical);
        var item = (await _place.Service<Concertation.Domain.Sessions.ISessions>().Get(Reported.Territory, tactical, default))!
            .Value.Agenda.Single(i => i.Reports.Count > 0).Id;
        var decision = await Escalate($"tct~{tactical}~{item}", "Une place d’urgence");

        await _place.Press(Strategic, await _place.Hears(Strategic, "Soumise à la TCS"), "Valider");

        await _place.Hears(Member, "Validée par la TCS");
        var sent = await _place.Service<Concertation.Domain.Notices.INotices>().Of(
            new(Concertation.Domain.Notices.AggregateKind.Ballot, Reported.Territory, decision.Ballot.Value), default);
        sent.Select(n => n.Value.Recipient.Value).ShouldNotContain("page-rem-2026-0001");
    }

    [Fact]
    public async Task Of_several_that_wait_which_is_asked_and_each_is_read_before_it_is_answered()
    {
        await Escalate("tct~~", "Une place d’urgence");
        await Escalate("tct~~", "Un poste de coordination");
        await _place.Hears(Strategic, "TCT 2026-002");

        var which = (await _place.Say(Strategic, "valide la décision")).ShouldHaveSingleItem();
        which.Says("De quelle décision s’agit-il ?").ShouldBeTrue(which.Words);
        (await _place.Service<IEscalations>().Of(Reported.Territory, default)).ShouldAllBe(e => e.IsPending);
        var file = (await _place.Say(Strategic, "décision TCT 2026-001")).ShouldHaveSingleItem();
        file.Says("Le texte entier de la décision.").ShouldBeTrue(file.Words);
        (await _place.Say("klervi-parenthese", "décisions à valider")).ShouldHaveSingleItem().Says("Aucune décision n’est soumise").ShouldBeTrue();

        var form = (await _place.Say(Kervelen.Pilot, "convoque la TCS le 18/12 9h30, 2h")).Last(m => m.Card is not null);
        var look = await _place.Press(Kervelen.Pilot, form, "Vérifier");
        look.Says("2 décisions soumises à la table s’inscriront d’elles-mêmes").ShouldBeTrue(look.Words);
        look.Says("À valider : TCT 2026-001 — Une place d’urgence").ShouldBeTrue(look.Words);
        await _place.Press(Kervelen.Pilot, look, "Envoyer");
        await _place.Hears(Strategic, "À l’ordre du jour de la TCS");

        var agenda = (await _place.Say(Kervelen.Pilot, "ordre du jour de la TCS du 18/12")).Last(m => m.Card is not null);
        await _place.Press(Kervelen.Pilot, agenda, "Diffuser la version 1");
        var letter = await _place.Receives("pierrick-marquepage", "Ordre du jour");
        letter.Text.ShouldContain("Le texte entier de la décision.");
        (await Page(letter.Link)).ShouldContain("Le texte entier de la décision.");
    }

    private async Task<Decision> Escalate(string subject, string title)
    {
        (await _place.Decide(
                subject, title, "Le texte entier de la décision.", Reported.Quorum, "Pour", ("escalates", "true"), ("changes", Changes), ("review", "2027-01-10")))
            .Says("Le vote est clos").ShouldBeTrue();
        return await _place.Recorded("tct", title);
    }

    private Task<Heard> Click(string person, string verb, Decision decision, params (string Name, string Value)[] more)
    {
        var data = new JsonObject { ["territory"] = decision.Territory.Value, ["ballot"] = decision.Ballot.Value };
        foreach (var (name, value) in more)
        {
            data[name] = value;
        }

        return _place.Press(person, "1", verb, data);
    }

    private IEnumerable<SavedLetter> ToBeyond() =>
        _place.Letters().Where(l => l.To.Contains(Beyond, StringComparison.Ordinal) && l.Subject.Contains("TCT 2026-001", StringComparison.Ordinal));

    private async Task<string> Page(Uri link) =>
        System.Net.WebUtility.HtmlDecode(await _place.Bot.Client.GetStringAsync(link)).Replace('\u00a0', ' ');

    private async Task<string> Exported() =>
        JsonNode.Parse((await RegisterExport.Of(_place.Bot.Services, "TCT", default))!)!["registers"]![0]!["decisions"]![0]!["submitted"]!["state"]!.GetValue<string>();
}
