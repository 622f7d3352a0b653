using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Work.Decisions;
using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Tests.Votes;

namespace ConcertationBot.Tests.Decisions;

/// <summary>What comes after a decision: who has read it, what became of it, what became of the reserves it was voted under.</summary>
public sealed class FollowDecisionTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string Home = "brieuc-lannecrit";
    private const string ByMail = "rozenn-pennlivre";
    private const string Title = "Réserver une place";
    private static readonly TerritoryId Territory = new("pays-de-kervelen");
    private static readonly string[] Others = ["katell-songevrac", "malo-trecrayon", "gwenola-kermodel", "bleuenn-kerfable", "klervi-parenthese"];

    private Kervelen _place = null!;
    private Heard _opened = null!;

    public async Task InitializeAsync() => _place = await Kervelen.Start();

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task Who_is_concerned_says_to_have_read_it_by_card_link_or_words_and_the_pilote_sees_who_has_not()
    {
        await Adopt([("changes", "Le service à domicile est prévenu la veille.")], Hospital, Home);

        var told = await _place.Hears(Hospital, "TCT 2026-001");
        told.Says("Le service à domicile est prévenu la veille.").ShouldBeTrue(told.Words);
        (await _place.Press(Hospital, told, "J’ai pris connaissance")).Says("vous avez pris connaissance").ShouldBeTrue();
        var letter = await _place.Receives(ByMail, "Adoptée");
        letter.Text.ShouldContain("Le service à domicile est prévenu la veille.");
        (await _place.Bot.Client.GetStringAsync(letter.Link)).ShouldContain("act\" value=\"read\"");
        (await Readers()).Says("2 sur").ShouldBeFalse("looking at the page says nothing");
        (await WayJourneyTests.Post(_place, letter.Link, ("act", "read"))).ShouldContain("Cochez la case pour confirmer");
        (await Readers()).Says("2 sur").ShouldBeFalse("a mail scanner that sends the form says nothing");
        (await WayJourneyTests.Post(_place, letter.Link, ("act", "read"), ("sure", "yes"))).ShouldContain("Vous en avez pris connaissance le");
        var noted = (await _place.Say(Home, "j’ai pris connaissance de la décision TCT 2026-001")).ShouldHaveSingleItem();
        noted.Says("vous avez pris connaissance").ShouldBeTrue(noted.Words);

        var readers = await Readers();
        readers.Says("3 sur 14").ShouldBeTrue(readers.Words);
        readers.Says("lu le").ShouldBeTrue();
        (await Click("denez-grandlivre", FollowVerb("read"))).Words.ShouldContain("revient à d’autres");
        (await Click(Hospital, FollowVerb("readers"))).Words.ShouldContain("revient à d’autres");

        (await _place.Press(Kervelen.Pilot, readers, "Relancer 11 destinataires")).Says("La relance part").ShouldBeTrue();
        await Kervelen.Until(() => _place.FromBot("katell-songevrac").Count(h => h.Says("TCT 2026-001")) > 1, () => "the relance");
        _place.FromBot(Hospital).Count(h => h.Says("TCT 2026-001")).ShouldBe(1, "who has read it isn't written to again");
    }

    [Fact]
    public async Task At_its_review_date_the_carrier_says_what_became_of_it_and_the_axis_and_register_show_it()
    {
        await Adopt([("review", "2027-02-10"), ("carrier", "tct-ch"), ("axis", "t1")], Hospital, Home);
        var before = (await _place.Say(Hospital, "décision TCT 2026-001")).ShouldHaveSingleItem();
        before.Says("Qu’est devenue").ShouldBeFalse();

        await Day(new DateOnly(2027, 2, 10));
        var asked = await _place.Hears(Hospital, "Qu’est devenue cette décision");
        (await _place.Press(Hospital, asked, "Appliquée en partie", ("effect", "Madame Jeanne Martin, 06 12 34 56 78, a été logée")))
            .Says("sans nommer personne").ShouldBeTrue();
        (await After()).Review.ShouldBeNull();
        (await Click(Home, FollowVerb("review", ("state", "Applied")))).Words.ShouldContain("revient à d’autres");
        (await _place.Press(Hospital, asked, "Appliquée en partie", ("effect", "Deux services sur trois")))
            .Says("Appliquée en partie : Deux services sur trois").ShouldBeTrue();

        (await _place.Hears(Kervelen.Pilot, "Appliquée en partie : Deux services sur trois (Yann Kerimagin)")).Says("TCT 2026-001").ShouldBeTrue();
        _place.Clock.Advance(TimeSpan.FromMinutes(1));
        await _place.Press(Hospital, asked, "Appliquée", ("effect", "Partout"));
        await _place.Hears(Kervelen.Pilot, "Appliquée : Partout (Yann Kerimagin)");
        await _place.Press(Hospital, asked, "Appliquée en partie", ("effect", "Deux services sur trois"));
        var page = (await _place.Say(Kervelen.Pilot, "décision TCT 2026-001")).ShouldHaveSingleItem();
        page.Says("Appliquée en partie : Deux services sur trois").ShouldBeTrue(page.Words);
        await Kervelen.Until(
            () => _place.Service<Concertation.Domain.Roadmap.IRoadmaps>().Get(Territory, 2026, default).Result?.Reviews.Count == 1, () => "the review on its axis");
        await Agenda("Revue de TCT 2026-001, Réserver une place : appliquée en partie : Deux services sur trois");
        await Sealed();
    }

    private async Task Agenda(string line)
    {
        var form = (await _place.Say(Kervelen.Pilot, "convoque la TCT plénière le 15/03/2027 9h30, 2h")).Single();
        var look = await _place.Press(Kervelen.Pilot, form, "Vérifier", ("item1title", "Suite"), ("item1minutes", "30"));
        await _place.Press(Kervelen.Pilot, look, "Envoyer les convocations");
        var session = (await _place.Service<Concertation.Domain.Sessions.ISessions>().All(Territory, default)).MaxBy(s => s.Start)!;
        var agenda = await _place.Press(
            Kervelen.Pilot, "1", "agenda.show", new JsonObject { ["territory"] = Territory.Value, ["session"] = session.Id.Value });
        agenda.Says(line).ShouldBeTrue(agenda.Words);
    }

    [Fact]
    public async Task A_reserve_is_reminded_at_its_date_confirmed_or_lapses_by_itself_and_the_decision_shows_it()
    {
        _opened = await WayJourneyTests.Open(_place, Title);
        foreach (var (voter, day) in new[] { (Hospital, "2026-12-14"), (Home, "2026-12-15") })
        {
            await _place.Press(voter, await _place.Hears(voter, Title), "Favorable sous réserve", ("until", day), ("reason", "Sous réserve de mon CA"));
        }

        await Finish();
        await Day(new DateOnly(2026, 12, 15));
        var asked = await _place.Hears(Hospital, "Votre gouvernance a-t-elle confirmé");
        await _place.Hears(Home, "Votre gouvernance a-t-elle confirmé");
        (await Click(Home, FollowVerb("reserve", ("seat", "tct-ch"), ("confirm", "1")))).Words.ShouldContain("revient à d’autres");
        (await _place.Press(Hospital, asked, "Confirmer l’accord")).Says("La réserve est levée").ShouldBeTrue();
        (await Click(Hospital, FollowVerb("reserve", ("seat", "tct-ch"), ("confirm", "0")))).Words.ShouldContain("déjà reçu sa réponse");

        await Day(new DateOnly(2026, 12, 20));
        await Kervelen.Until(() => After().Result.Reserves.Count == 2, () => "the reserve that lapses");
        await _place.Hears(Kervelen.Pilot, "réserve levée le 15/12/2026, l’accord est confirmé");
        // That was a Sunday: it waits for the working hour.
        await Day(new DateOnly(2026, 12, 21));
        await _place.Hears(Kervelen.Pilot, "réserve caduque depuis le 20/12/2026, restée sans réponse");
        var page = (await _place.Say(Kervelen.Pilot, "décision TCT 2026-001")).ShouldHaveSingleItem();
        page.Says("réserve levée le 15/12/2026").ShouldBeTrue(page.Words);
        page.Says("réserve caduque depuis le 20/12/2026").ShouldBeTrue(page.Words);
        (await Click(Home, FollowVerb("reserve", ("seat", "tct-emp"), ("confirm", "1")))).Words.ShouldContain("déjà reçu sa réponse");
        await Sealed();
    }

    [Fact]
    public async Task A_reporter_without_a_place_in_the_territory_says_by_link_to_have_read_it_and_nobody_else_does()
    {
        var nurse = new PersonId("infirmiere");
        var report = await _place.Service<IDysfunctions>().Record(
            Territory, 2026, new("op"),
            reference => Task.FromResult(new Dysfunction(
                reference, Territory, nurse, "Une Infirmière", "Sortie sans ordonnance", null, null, null, null, null, null, null, null, null,
                DysfunctionStatus.OnAgenda, null, null, _place.Clock.GetUtcNow(), [], [], new("op"))),
            _ => [], default);
        var session = VoteJourneyTests.Session(_place, SessionFormat.Plenary, inCamera: false);
        await _place.Service<ISessions>().Create(
            session with { Agenda = [session.Agenda[0] with { Reports = [report.Reference] }] }, [], default);
        await Adopt([("subject", "tct~se1~p1")], Hospital, Home);
        var decision = (await _place.Service<IRegister>().Of(Territory, new("tct"), default)).ShouldHaveSingleItem();
        Uri LinkOf(PersonId person) => new(_place.Service<ReturnPieces>().UrlFor(decision, person));

        (await WayJourneyTests.Post(_place, LinkOf(nurse), ("act", "read"))).ShouldContain("Bonjour Une Infirmière");
        (await After()).Read.ShouldBeEmpty();
        (await WayJourneyTests.Post(_place, LinkOf(nurse), ("act", "read"), ("sure", "yes"))).ShouldContain("Vous en avez pris connaissance le");
        (await After()).Read.ShouldHaveSingleItem().Name.ShouldBe("Une Infirmière");
        await WayJourneyTests.Post(_place, LinkOf(nurse), ("act", "Applied"), ("sure", "yes"));
        (await After()).Review.ShouldBeNull();
        using var stranger = await _place.Bot.Client.GetAsync(LinkOf(new("passant")));
        stranger.StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    private async Task Adopt((string, string)[] settings, params string[] voters)
    {
        _opened = await WayJourneyTests.Open(_place, Title, settings);
        foreach (var voter in voters)
        {
            await _place.Press(voter, await _place.Hears(voter, Title), "Pour");
        }

        await Finish();
    }

    private async Task Finish()
    {
        foreach (var voter in Others)
        {
            await _place.Press(voter, await _place.Hears(voter, Title), "Abstention");
        }

        await _place.Press(Kervelen.Pilot, _opened, "Clore maintenant");
        await _place.Hears("katell-songevrac", "TCT 2026-001");
    }

    /// <summary>Moves to ten o'clock of that day, in winter time.</summary>
    private Task Day(DateOnly day)
    {
        _place.Clock.Advance(new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero) - _place.Clock.GetUtcNow());
        return Task.CompletedTask;
    }

    /// <summary>The sealed decision is what it was, whatever came after.</summary>
    private async Task Sealed()
    {
        var decision = (await _place.Service<IRegister>().Of(Territory, new("tct"), default)).ShouldHaveSingleItem();
        RegisterChain.Seal(decision).Hash.ShouldBe(decision.Hash);
    }

    private async Task<Aftermath> After()
    {
        var decision = (await _place.Service<IRegister>().Of(Territory, new("tct"), default)).ShouldHaveSingleItem();
        return await _place.Service<IAftermaths>().Of(Territory, decision.Ballot, default);
    }

    private Task<Heard> Readers() => Click(Kervelen.Pilot, FollowVerb("readers"));

    private static (string Verb, (string, string)[] More) FollowVerb(string what, params (string, string)[] more) => ($"decisions.{what}", more);

    private async Task<Heard> Click(string person, (string Verb, (string Key, string Value)[] More) asked)
    {
        var decision = (await _place.Service<IRegister>().Of(Territory, new("tct"), default)).ShouldHaveSingleItem();
        var data = new JsonObject { ["territory"] = Territory.Value, ["ballot"] = decision.Ballot.Value };
        foreach (var (key, value) in asked.More)
        {
            data[key] = value;
        }

        return await _place.Press(person, "1", asked.Verb, data);
    }
}
