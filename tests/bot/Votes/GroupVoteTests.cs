using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Votes;

/// <summary>A ballot's card in a group chat, a channel or a meeting's chat: each answers for themself, nobody sees another's answer.</summary>
public class GroupVoteTests
{
    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    [Theory]
    [InlineData("19:groupe@thread.v2", "groupChat")]
    [InlineData("19:canal@thread.tacv2", "channel")]
    [InlineData("19:meeting_kervelen@thread.v2", "groupChat")]
    public async Task Each_answers_for_their_own_seat_and_the_group_sees_the_turnout_alone(string id, string type)
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        await place.Hears("yann-kerimagin", "Réserver une place");
        var group = new SimulatedGroup(id, type);
        var card = await Post(place, group, "affiche le vote");
        card.Says("0 réponse sur 14 sièges").ShouldBeTrue(card.Words);
        var before = place.FromBot("yann-kerimagin").Count;

        var said = await place.PressIn("yann-kerimagin", group, card, "Contre");
        said.Card.ShouldBeNull();
        said.Says("C’est noté pour le siège").ShouldBeTrue(said.Words);
        said.Words.ShouldNotContain("ontre");
        await place.Hears("yann-kerimagin", "Réponse du siège : Contre");
        place.FromBot("yann-kerimagin").Count.ShouldBe(before + 1);
        // Whoever else sits for the seat replaces the answer; the gate counts the seat once.
        (await place.PressIn("soizic-lanpapier", group, card, "Pour")).Says("C’est noté").ShouldBeTrue();
        (await place.PressIn("katell-songevrac", group, card, "Abstention")).Says("C’est noté").ShouldBeTrue();

        place.Clock.Advance(TimeSpan.FromSeconds(5));
        var stands = await Stands(place, group, card.Id, "2 réponses sur 14 sièges");
        var votes = await place.Service<IBallots>().Votes(Territory, ballot, default);
        votes.Select(v => (v.By.Value, v.Choice)).Order().ShouldBe([("katell-songevrac", Choice.Abstain), ("soizic-lanpapier", Choice.For)]);
        foreach (var name in new[] { "Yann", "Soizic", "Katell", "Réponse du siège", "Centre hospitalier" })
        {
            place.FromBot(group).ShouldNotContain(m => m.Says(name), name);
        }

        // Drawn for one reader, it tells that reader whether their seat has answered, and nobody what.
        (await place.Redraw("soizic-lanpapier", group, stands)).Says("Votre siège a répondu").ShouldBeTrue();
        (await place.Redraw("malo-trecrayon", group, stands)).Says("Votre siège n’a pas encore répondu").ShouldBeTrue();
        (await place.Redraw(Kervelen.Pilot, group, stands)).Says("Votre siège").ShouldBeFalse();

        await place.Closes();
        var over = await Stands(place, group, card.Id, "Clos", "Adoptée", "Rejetée", "Quorum");
        over.Buttons.ShouldBeEmpty();
        (await place.PressIn("malo-trecrayon", group, card, "Pour")).Says("Ce vote est clos").ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_votes_in_a_group_for_a_seat_that_is_not_theirs()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        var group = new SimulatedGroup("19:groupe@thread.v2", "groupChat");
        var card = await Post(place, group, "affiche le vote");
        place.AddPartner("voisine", "Une Voisine");

        (await place.PressIn("voisine", group, card, "Pour")).Says("n’est pas pour vous").ShouldBeTrue();
        (await place.PressIn(Kervelen.Pilot, group, card, "Pour")).Says("n’est pas pour vous").ShouldBeTrue();
        (await place.PressIn("denez-grandlivre", group, card, "Pour")).Says("n’est pas pour vous").ShouldBeTrue();
        // A seat, a person or an impossible answer in the data change nothing.
        await place.PressIn("voisine", group, card, "Pour", ("seat", "tct-ch"), ("person", "yann-kerimagin"), ("by", "yann-kerimagin"));
        (await place.PressIn("yann-kerimagin", group, card, "Pour", ("choice", "Both"))).Says("vous attend dans votre conversation personnelle").ShouldBeTrue();
        (await place.PressIn("yann-kerimagin", group, card, "Pour", ("ballot", "nothing"))).Card.ShouldBeNull();
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldBeEmpty();

        // Whoever knows a ballot's id sees it where its card stands, and nowhere else.
        var named = new System.Text.Json.Nodes.JsonObject { ["territory"] = Territory.Value, ["ballot"] = ballot.Value };
        (await place.Press("voisine", "x", "votes.mine", named)).Card.ShouldBeNull();

        // The personal card's verbs answer in no group: what they show is one person's.
        var own = await place.Hears("yann-kerimagin", "Réserver une place");
        (await place.PressIn("yann-kerimagin", group, own, "Pour")).Card.ShouldBeNull();
        (await place.Mention("yann-kerimagin", group, "me suis trompé je voulais voter contre")).Single().Says("conversation personnelle").ShouldBeTrue();
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_its_convener_posts_a_ballot_and_one_is_asked_which_without_naming_any()
    {
        await using var place = await Kervelen.Start();
        await VoteJourneyTests.Open(place);
        var group = new SimulatedGroup("19:groupe@thread.v2", "groupChat");

        (await place.Mention("yann-kerimagin", group, "affiche le vote")).Single().Says("ne peut s’afficher ici").ShouldBeTrue();
        (await place.Say(Kervelen.Pilot, "affiche le vote")).Single().Says("dans le groupe").ShouldBeTrue();
        await ClosingJourneyTests.Open(place, "Ouvrir l’hébergement temporaire le week-end");
        var which = (await place.Mention(Kervelen.Pilot, group, "affiche le vote")).Single();
        which.Says("Plusieurs votes").ShouldBeTrue();
        which.Says("hébergement").ShouldBeFalse();
        (await Post(place, group, "affiche le vote HT")).Says("hébergement temporaire").ShouldBeTrue();
    }

    [Fact]
    public async Task A_card_whose_arrival_nobody_knows_of_is_sent_once_more_and_votes_whichever_is_pressed()
    {
        await using var place = await Kervelen.Start();
        var ballot = await VoteJourneyTests.Open(place);
        await place.Hears("yann-kerimagin", "Réserver une place");
        await Task.Delay(1000);
        var group = new SimulatedGroup("19:groupe@thread.v2", "groupChat");
        place.Teams.GoWrong(new Trouble.Failing(500, Accepted: true), times: 2);

        await place.Mention(Kervelen.Pilot, group, "affiche le vote");
        place.Clock.Advance(TimeSpan.FromSeconds(5));
        await Kervelen.Until(() => place.FromBot(group).Any(m => m.Card is not null), () => "a card");
        await Task.Delay(500);
        place.FromBot(group).Count(m => m.Card is not null).ShouldBeLessThanOrEqualTo(2);
        var last = place.FromBot(group).Last(m => m.Card is not null);
        (await place.PressIn("yann-kerimagin", group, last, "Pour")).Says("C’est noté").ShouldBeTrue();
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_restricted_sessions_ballot_stands_only_where_that_session_is_held_and_goes_there_by_itself()
    {
        await using var place = await Kervelen.Start();
        var held = new HeldSession(place);
        await held.Convene("convoque la TCT restreinte le 14/12 9h30, 2h");
        await held.ItsTime();
        var (meeting, other) = (new SimulatedGroup("19:meeting_ici@thread.v2", "groupChat"), new SimulatedGroup("19:ailleurs@thread.v2", "groupChat"));
        await place.Mention(Kervelen.Pilot, meeting, "on commence");
        var session = await held.Session();

        var form = (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();
        var item = session.Agenda[0].Id;
        (await place.Press(Kervelen.Pilot, form, "Mettre au vote", ("subject", $"tct~{session.Id}~{item}"), ("title", "Fermer un lit"), ("text", "Un lit est fermé.")))
            .Says("Le vote est ouvert").ShouldBeTrue();

        await Kervelen.Until(() => place.FromBot(meeting).Any(m => m.Says("Fermer un lit")), () => "the card stands where the session is held");
        (await place.Mention(Kervelen.Pilot, other, "affiche le vote")).Single().Says("ne peut s’afficher ici").ShouldBeTrue();
        place.FromBot(other).ShouldNotContain(m => m.Says("Fermer un lit"));
    }

    private static async Task<Heard> Post(Kervelen place, SimulatedGroup group, string text)
    {
        (await place.Mention(Kervelen.Pilot, group, text)).Where(m => m.Card is null).ShouldBeEmpty();
        await Kervelen.Until(() => place.FromBot(group).Any(m => m.Card is not null), () => "the ballot's card stands in the group");
        return place.FromBot(group).Last(m => m.Card is not null);
    }

    private static async Task<Heard> Stands(Kervelen place, SimulatedGroup group, string id, params string[] anyOf)
    {
        Heard Now() => place.FromBot(group).Single(m => m.Id == id);
        await Kervelen.Until(() => anyOf.Any(Now().Says), () => $"{string.Join(" / ", anyOf)}; it says {Now().Words}");
        return Now();
    }
}
