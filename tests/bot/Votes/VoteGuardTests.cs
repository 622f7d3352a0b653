using System.Net;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Work.Links;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Votes;

/// <summary>What a client makes up, presses twice or presses too late.</summary>
public class VoteGuardTests
{
    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    [Fact]
    public async Task A_forged_click_votes_for_no_other_seat_ballot_or_territory()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        var card = await place.Hears("yann-kerimagin", "Réserver une place");
        place.AddPartner("voisine", "Une Voisine");
        async Task<Heard> Forge(
            string person, string seat, string? id = null, string territory = "pays-de-kervelen", string choice = "For") =>
            await place.Press(person, card.Id, "votes.cast", new JsonObject
            {
                ["territory"] = territory, ["ballot"] = id ?? ballot.Value, ["seat"] = seat, ["choice"] = choice,
                ["by"] = "katell-songevrac", ["person"] = "katell-songevrac", ["entraId"] = "whoever",
            });

        (await Forge("yann-kerimagin", "tct-ehpad")).Says("n’est pas (ou plus) le vôtre").ShouldBeTrue();
        (await Forge("gwenola-kermodel", "tct-ch")).Says("n’est pas (ou plus) le vôtre").ShouldBeTrue();
        (await Forge("denez-grandlivre", "tcs-ars")).Says("ne prend pas part").ShouldBeTrue();
        (await Forge(Kervelen.Pilot, "tct-ch")).Says("n’est pas (ou plus) le vôtre").ShouldBeTrue();
        (await Forge("voisine", "tct-ch")).Says("rattaché à aucun siège").ShouldBeTrue();
        (await Forge("yann-kerimagin", "tct-ch", id: "nothing")).Says("n’existe plus").ShouldBeTrue();
        (await Forge("yann-kerimagin", "tct-ch", territory: "elsewhere")).Says("n’existe plus").ShouldBeTrue();
        (await Forge("yann-kerimagin", "tct-ch", choice: "Both")).Text.ShouldNotBeNull();
        (await Forge("yann-kerimagin", "tct-ch|x/..")).Text.ShouldNotBeNull();
        (await Forge("yann-kerimagin", new string('a', 5000))).Text.ShouldNotBeNull();

        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldBeEmpty();
        (await Forge("yann-kerimagin", "tct-ch")).Says("Réponse du siège : Pour").ShouldBeTrue();
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldHaveSingleItem().By.Value.ShouldBe("yann-kerimagin");
    }

    [Fact]
    public async Task An_old_page_sent_again_says_what_stands_and_not_what_it_asked_for()
    {
        await using var place = await Kervelen.Start();
        await VoteJourneyTests.Open(place);
        var link = (await place.Receives("rozenn-pennlivre", "À vous de voter")).Link;
        async Task<string> Send(string choice)
        {
            using var form = new FormUrlEncodedContent([new("choice", choice), new("after", "-")]);
            return WebUtility.HtmlDecode(await (await place.Bot.Client.PostAsync(link, form)).Content.ReadAsStringAsync());
        }

        (await Send("For")).ShouldContain("C’est noté, merci");
        (await Send("Against")).ShouldContain("C’est noté, merci");

        var again = await Send("For");
        again.ShouldNotContain("C’est noté");
        again.ShouldContain("Votre réponse reste : Contre");
    }

    [Fact]
    public async Task Answers_are_read_by_the_table_alone_and_only_once_the_vote_is_closed()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        var card = await place.Hears("yann-kerimagin", "Réserver une place");
        await place.Press("yann-kerimagin", card, "Contre", ("reason", "Les lits manquent"));
        place.AddPartner("voisine", "Une Voisine");
        async Task<Heard> Read(string person, string from = "0") => await place.Press(
            person, card.Id, "votes.answers",
            new JsonObject { ["territory"] = "pays-de-kervelen", ["ballot"] = ballot.Value, ["from"] = from });

        (await Read(Kervelen.Pilot)).Words.ShouldNotContain("Contre");
        await place.Closes();

        (await Read("gwenola-kermodel")).Says("Contre (Yann Kerimagin) : « Les lits manquent »").ShouldBeTrue();
        (await Read("gwenola-kermodel", "999")).Card.ShouldNotBeNull();
        (await Read("gwenola-kermodel", "-1")).Card.ShouldNotBeNull();
        (await Read("voisine")).Words.ShouldNotContain("Contre");
        (await Read("denez-grandlivre")).Words.ShouldNotContain("Contre");
    }

    [Fact]
    public async Task A_double_click_counts_once_and_a_changed_mind_replaces()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        var card = await place.Hears("yann-kerimagin", "Réserver une place");

        await Task.WhenAll(
            place.Press("yann-kerimagin", card, "Pour"), place.Press("yann-kerimagin", card, "Pour"),
            place.Press("yann-kerimagin", card, "Pour"));
        var replaced = await place.Press("soizic-lanpapier", card, "Contre");

        replaced.Says("Votre réponse remplace celle déjà donnée").ShouldBeTrue(replaced.Words);
        replaced.Says("1 réponse sur 14 sièges").ShouldBeTrue(replaced.Words);
        var vote = (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldHaveSingleItem();
        (vote.Choice, vote.By.Value).ShouldBe((Choice.Against, "soizic-lanpapier"));
    }

    [Fact]
    public async Task A_form_sent_twice_opens_one_ballot()
    {
        await using var place = await Kervelen.Start();
        var form = (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();
        (string, string)[] typed = [("subject", "tct~~"), ("title", "Une fois"), ("text", "Une seule.")];

        await Task.WhenAll(
            place.Press(Kervelen.Pilot, form, "Mettre au vote", typed), place.Press(Kervelen.Pilot, form, "Mettre au vote", typed));

        (await place.Service<IBallots>().Recent(Territory, default)).ShouldHaveSingleItem().State.ShouldBe(BallotState.Open);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_said_in_the_form_with_everything_typed()
    {
        await using var place = await Kervelen.Start();
        var form = (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();

        var again = await place.Press(
            Kervelen.Pilot, form, "Mettre au vote", ("subject", "tct~~"), ("title", "Un titre"), ("text", "Un texte."),
            ("day", "2026-11-01"), ("time", "10:00"));

        again.Says("La clôture doit être dans l’avenir").ShouldBeTrue(again.Words);
        (again.Input("title"), again.Input("text"), again.Input("day"), again.Input("time"), again.Input("subject"))
            .ShouldBe(("Un titre", "Un texte.", "2026-11-01", "10:00", "tct~~"));
        (await place.Press(Kervelen.Pilot, form, "Mettre au vote", ("subject", "tct~nothing~p1"), ("title", "T"), ("text", "T")))
            .Says("Cette séance n’existe plus").ShouldBeTrue();
    }

    [Theory]
    [InlineData("votes.close")]
    [InlineData("votes.askwithdraw")]
    [InlineData("votes.withdraw")]
    [InlineData("votes.manage")]
    [InlineData("votes.accept")]
    [InlineData("votes.decline")]
    [InlineData("votes.tie")]
    public async Task What_is_the_pilotes_is_refused_to_others_kindly(string verb)
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);

        var refused = await place.Press("yann-kerimagin", "1", verb, new JsonObject
        {
            ["territory"] = Territory.Value, ["ballot"] = ballot.Value, ["reason"] = "Parce que", ["adopt"] = "oui",
        });

        refused.Says("Seule la personne qui pilote cette table").ShouldBeTrue(refused.Words);
        (await place.Service<IBallots>().Get(Territory, ballot, default))!.Value.State.ShouldBe(BallotState.Open);
    }

    [Fact]
    public async Task A_partner_sees_no_ballot_and_no_register()
    {
        await using var place = await Kervelen.Start();
        await VoteJourneyTests.Open(place);
        place.AddPartner("voisine", "Une Voisine");

        (await place.Say("voisine", "votes")).ShouldHaveSingleItem().Says("Réserver une place").ShouldBeFalse();
        (await place.Say("voisine", "décisions")).ShouldHaveSingleItem().Says("réservé aux membres").ShouldBeTrue();
        (await place.Say("voisine", "proposer une place")).ShouldHaveSingleItem().Says("Seuls les membres").ShouldBeTrue();
    }

    [Fact]
    public async Task Opening_a_link_changes_nothing_and_posting_it_twice_votes_once()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        var link = (await place.Receives("rozenn-pennlivre", "À vous de voter")).Link;
        var votes = place.Service<IBallots>();

        var page = WebUtility.HtmlDecode(await place.Bot.Client.GetStringAsync(link));
        page.ShouldContain("Une place d’urgence est réservée.");
        page.ShouldContain("SSIAD Les Ajoncs");
        (await votes.Votes(Territory, ballot, default)).ShouldBeEmpty();

        await VoteJourneyTests.Post(place, link, "For", after: "-");
        await VoteJourneyTests.Post(place, link, "For", after: "-");
        (await votes.Votes(Territory, ballot, default)).ShouldHaveSingleItem().Way.ShouldBe(Way.Link);
        await VoteJourneyTests.Post(place, link, "Against");
        (await VoteJourneyTests.Post(place, link, "For")).ShouldContain("Votre réponse : Pour");
        (await votes.Votes(Territory, ballot, default)).ShouldHaveSingleItem().Choice.ShouldBe(Choice.For);
        (await VoteJourneyTests.Post(place, link, "Both")).ShouldContain("Choisissez une réponse");
        var kept = await VoteJourneyTests.Post(place, link, "");
        kept.ShouldContain("Votre réponse reste");
        kept.ShouldContain("Garder la réponse donnée");
        kept.ShouldNotContain("Pas encore choisi");
    }

    [Fact]
    public async Task Links_that_are_changed_expired_or_somebody_elses_are_refused_kindly()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        var link = (await place.Receives("rozenn-pennlivre", "À vous de voter")).Link;
        async Task<(HttpStatusCode, string)> Get(Uri address)
        {
            using var answer = await place.Bot.Client.GetAsync(address);
            return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }

        var (status, page) = await Get(new Uri(link.ToString()[..^3] + "AAA"));
        (status, page.Contains("n’est pas valable", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.NotFound, true));
        var others = place.Service<PersonalLinks>().UrlFor(new PersonalLink(
            Territory, LinkPurpose.Vote, ballot.Value, new("tct-ch"), new("rozenn-pennlivre"), place.Clock.GetUtcNow().AddDays(1)));
        (status, page) = await Get(new Uri(others));
        (status, page.Contains("ne permet plus de voter", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Forbidden, true));
        page.ShouldNotContain("Une place d’urgence est réservée.");

        await VoteJourneyTests.Post(place, link, "For");
        place.Clock.Advance(TimeSpan.FromHours(82));
        (await Get(link)).Item2.ShouldContain("Le vote est clos");
        (await VoteJourneyTests.Post(place, link, "Against", "-")).ShouldContain("Le vote est clos");
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldHaveSingleItem().Choice.ShouldBe(Choice.For);
        place.Clock.Advance(TimeSpan.FromDays(31));
        (await Get(link)).Item1.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task What_a_restricted_session_left_undecided_is_listed_to_its_seats_alone()
    {
        await using var place = await Kervelen.Start();
        await place.Service<ISessions>().Create(
            VoteJourneyTests.Session(place, SessionFormat.Restricted, inCamera: false), [], default);
        var form = (await place.Say(Kervelen.Pilot, "proposer de fermer un lit")).ShouldHaveSingleItem();
        await place.Press(Kervelen.Pilot, form, "Mettre au vote", ("subject", "tct~se1~p1"), ("title", "Fermer un lit"));
        await place.Hears("yann-kerimagin", "Fermer un lit");
        await place.Closes();
        await place.Hears(Kervelen.Pilot, "Quorum");

        // What they are told of it arrives by itself: it must not be taken for the answer to what they ask next.
        await place.Hears("yann-kerimagin", "Quorum : ");
        await place.Hears("katell-songevrac", "Quorum : ");

        (await place.Say("yann-kerimagin", "votes")).ShouldHaveSingleItem().Says("Fermer un lit").ShouldBeTrue();
        (await place.Say("katell-songevrac", "votes")).ShouldHaveSingleItem().Says("Fermer un lit").ShouldBeFalse();
    }

    [Fact]
    public async Task A_restricted_session_is_nothing_to_propose_on_for_the_seats_it_does_not_call()
    {
        await using var place = await Kervelen.Start();
        await place.Service<ISessions>().Create(
            VoteJourneyTests.Session(place, SessionFormat.Restricted, inCamera: false), [], default);

        (await place.Say("yann-kerimagin", "proposer")).ShouldHaveSingleItem().Card!.Value.GetRawText().ShouldContain("Place d’urgence");
        var form = (await place.Say("katell-songevrac", "proposer")).ShouldHaveSingleItem();
        form.Card!.Value.GetRawText().ShouldNotContain("Place d’urgence");
        var forged = await place.Press(
            "katell-songevrac", form, "Suggérer", ("subject", "tct~se1~p1"), ("title", "Un titre"), ("text", "Un texte."));
        forged.Says("Cette séance n’existe plus").ShouldBeTrue(forged.Words);
        (await place.Service<IBallots>().Recent(Territory, default)).ShouldBeEmpty();
    }
}
