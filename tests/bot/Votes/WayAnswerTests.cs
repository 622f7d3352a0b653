using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Votes;

/// <summary>How a ballot is answered by its way to decide: by card, in words, in a group, behind a link.</summary>
public class WayAnswerTests
{
    private const string Mail = "rozenn-pennlivre";
    private static readonly TerritoryId Territory = new("pays-de-kervelen");
    private static readonly string[] Voters =
        ["yann-kerimagin", "brieuc-lannecrit", "katell-songevrac", "malo-trecrayon", "gwenola-kermodel", "bleuenn-kerfable", "klervi-parenthese"];

    [Fact]
    public async Task A_vote_under_reserve_says_when_it_is_lifted_and_counts_as_for()
    {
        await using var place = await Kervelen.Start();
        await WayJourneyTests.Open(place, "Réserver une place");
        var asked = await place.Hears("yann-kerimagin", "Réserver une place");
        var without = await place.Press("yann-kerimagin", asked, "Favorable sous réserve");
        without.Says("Une réserve a sa date").ShouldBeTrue(without.Words);
        (await place.Press("yann-kerimagin", asked, "Favorable sous réserve", ("until", "2026-11-23"))).Says("demain au plus tôt").ShouldBeTrue();
        var given = await place.Press(
            "yann-kerimagin", asked, "Favorable sous réserve", ("until", "2026-12-12"), ("reason", "Sous réserve de ma gouvernance"));
        given.Says("Réponse du siège : Favorable sous réserve, réponse le 12/12/2026").ShouldBeTrue(given.Words);

        // Said in words, it waits in the card's fields for its button.
        var said = (await place.Say("brieuc-lannecrit", "favorable sous réserve de mon CA, réponse le 15 décembre")).ShouldHaveSingleItem();
        said.Says("Rien n’est encore compté").ShouldBeTrue(said.Words);
        (said.Input("until"), said.Input("reason")).ShouldBe(("2026-12-15", "Sous réserve de mon CA"));
        (await WayJourneyTests.Votes(place, "Réserver une place")).Count.ShouldBe(1);
        await place.Press("brieuc-lannecrit", said, "Favorable sous réserve");

        var letter = await place.Receives(Mail, "À vous de voter");
        (await WayJourneyTests.Post(place, letter.Link, ("choice", "Reserve"), ("until", ""))).ShouldContain("Une réserve a sa date");
        (await WayJourneyTests.Post(place, letter.Link, ("choice", "Reserve"), ("until", "2026-12-20"))).ShouldContain("Votre réponse : Favorable sous réserve, réponse le 20/12/2026");
        foreach (var voter in Voters.Skip(2).Take(4))
        {
            await place.Press(voter, await place.Hears(voter, "Réserver une place"), "Abstention");
        }

        await place.Closes();
        var outcome = await place.Hears("katell-songevrac", "TCT 2026-001");
        outcome.Says("Adoptée : 3 voix pour (dont 3 sièges sous réserve), 0 contre, 4 abstentions").ShouldBeTrue(outcome.Words);
        outcome.Says("Favorable sous réserve, réponse le 15/12/2026 (Brieuc Lannécrit) : « Sous réserve de mon CA »").ShouldBeTrue(outcome.Words);
        (await place.Service<IRegister>().Of(Territory, new("tct"), default)).ShouldHaveSingleItem().Outcome.UnderReserve.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_said_in_words_counts_in_the_one_ballot_it_can_mean_and_the_last_stands()
    {
        await using var place = await Kervelen.Start();
        await WayJourneyTests.Open(place, "Réserver une place HT");
        await place.Hears("yann-kerimagin", "Réserver une place HT");
        async Task<Heard> Say(string words) => (await place.Say("yann-kerimagin", words)).ShouldHaveSingleItem();
        async Task<IReadOnlyList<Choice>> Given() => [.. (await WayJourneyTests.Votes(place, "Réserver une place HT")).Select(v => v.Choice)];

        foreach (var asks in (string[])["je vote pour ?", "si je vote pour, est-ce définitif", "je vote contre la 12", "je vote pour le CLIC"])
        {
            (await Say(asks)).Says("Réserver une place HT").ShouldBeTrue(asks);
            (await Given()).ShouldBeEmpty(asks);
        }

        (await Say("je vote pour")).Says("Réponse du siège : Pour").ShouldBeTrue();
        (await Say("je vote contre la place HT")).Says("Réponse du siège : Contre").ShouldBeTrue();
        (await Say("je m’abstiens")).Says("Réponse du siège : Abstention").ShouldBeTrue();
        (await Given()).ShouldBe([Choice.Abstain]);

        await WayJourneyTests.Open(place, "Ouvrir le samedi");
        await place.Hears("yann-kerimagin", "Ouvrir le samedi");
        var which = await Say("je vote pour");
        which.Says("À quel vote répondez-vous").ShouldBeTrue(which.Words);
        which.Buttons.Count(b => b.StartsWith("Répondre", StringComparison.Ordinal)).ShouldBe(2);
        (await Given()).ShouldBe([Choice.Abstain]);
        (await Say("je vote pour l’ouverture du samedi")).Says("Ouvrir le samedi").ShouldBeTrue();
        (await Given()).ShouldBe([Choice.Abstain]);
    }

    [Fact]
    public async Task What_a_consent_asks_a_reason_for_isn_t_given_in_words_alone()
    {
        await using var place = await Kervelen.Start();
        await WayJourneyTests.Open(place, "Une fiche de liaison", ("way", "Consent"));
        await place.Hears("yann-kerimagin", "Une fiche de liaison");

        var shown = (await place.Say("yann-kerimagin", "je vote contre")).ShouldHaveSingleItem();

        shown.Says("Rien n’est encore compté").ShouldBeTrue(shown.Words);
        shown.Says("une préoccupation compte comme un consentement").ShouldBeTrue(shown.Words);
        (await WayJourneyTests.Votes(place, "Une fiche de liaison")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_mistaken_and_meant_a_reserve_sees_its_day_before_it_counts()
    {
        await using var place = await Kervelen.Start();
        await WayJourneyTests.Open(place, "Réserver une place");
        await place.Press("yann-kerimagin", await place.Hears("yann-kerimagin", "Réserver une place"), "Contre");

        var said = (await place.Say("yann-kerimagin", "me suis trompé je voulais voter pour sous réserve de mon CA, réponse le 15 décembre")).ShouldHaveSingleItem();

        said.Says("Rien n’est encore compté").ShouldBeTrue(said.Words);
        said.Input("until").ShouldBe("2026-12-15");
        (await WayJourneyTests.Votes(place, "Réserver une place")).ShouldHaveSingleItem().Choice.ShouldBe(Choice.Against);
        await place.Press("yann-kerimagin", said, "Favorable sous réserve");
        (await WayJourneyTests.Votes(place, "Réserver une place")).ShouldHaveSingleItem().ReserveUntil.ShouldBe(new DateOnly(2026, 12, 15));
        var changed = (await place.Say("yann-kerimagin", "me suis trompé je voulais voter contre")).ShouldHaveSingleItem();
        changed.Says("Favorable sous réserve, réponse le 15/12/2026 devient Contre").ShouldBeTrue(changed.Words);
    }

    [Theory]
    [InlineData("Options", "Voter")]
    [InlineData("Consent", "Voter")]
    [InlineData("Opinion", "Favorable", "Défavorable", "Abstention", "Voter en privé")]
    [InlineData("TwoThirds", "Pour", "Contre", "Abstention", "Voter en privé")]
    public async Task In_a_group_what_needs_no_more_than_a_press_is_pressed_there_and_all_else_in_private(string way, params string[] buttons)
    {
        await using var place = await Kervelen.Start();
        (string, string)[] settings = way == "Options" ? [("way", way), ("options", "Lannec\nKermodel")] : [("way", way)];
        await WayJourneyTests.Open(place, "Lieu de la permanence", settings);
        await place.Hears("yann-kerimagin", "Lieu de la permanence");
        var before = place.FromBot("yann-kerimagin").Count;
        var group = new ConcertationBot.Simulator.SimulatedGroup("19:groupe@thread.v2", "groupChat");
        await place.Mention(Kervelen.Pilot, group, "affiche le vote");
        await Kervelen.Until(() => place.FromBot(group).Any(m => m.Card is not null), () => "the card stands in the group");
        var card = place.FromBot(group).Last(m => m.Card is not null);
        card.Buttons.ShouldBe(buttons);
        card.Says("Kermodel").ShouldBe(way == "Options", card.Words);

        (await place.PressIn("yann-kerimagin", group, card, buttons[0])).Card.ShouldBeNull();

        await Kervelen.Until(() => place.FromBot("yann-kerimagin").Count > before, () => "the voter is answered in private");
        (await WayJourneyTests.Votes(place, "Lieu de la permanence")).Count.ShouldBe(buttons.Length > 1 ? 1 : 0);
        var forged = (System.Text.Json.Nodes.JsonObject)card.Button(buttons[^1])["data"]!.DeepClone();
        foreach (var choice in new[] { "Reserve", "Concern", "Option:0" })
        {
            forged["choice"] = choice;
            await place.Press("malo-trecrayon", card.Id, card.Button(buttons[^1])["verb"]!.GetValue<string>(), (System.Text.Json.Nodes.JsonObject)forged.DeepClone());
        }

        (await WayJourneyTests.Votes(place, "Lieu de la permanence")).Count.ShouldBe(buttons.Length > 1 ? 1 : 0);
    }

    [Theory]
    [InlineData("Reserve")]
    [InlineData("Concern")]
    [InlineData("Option")]
    [InlineData("5")]
    [InlineData("")]
    public async Task An_answer_that_the_way_does_not_offer_is_refused_by_card_and_by_link(string choice)
    {
        await using var place = await Kervelen.Start();
        await WayJourneyTests.Open(place, "Avis sur le projet médical", ("way", "Opinion"));
        var asked = await place.Hears("yann-kerimagin", "Avis sur le projet médical");
        var data = (System.Text.Json.Nodes.JsonObject)asked.Button("Favorable")["data"]!.DeepClone();
        (data["choice"], data["until"], data["option"], data["reason"]) = (choice, "2026-12-12", "0", "Parce que");

        var refused = await place.Press("yann-kerimagin", asked.Id, "votes.cast", data);
        refused.Says("Réponse du siège").ShouldBeFalse(refused.Words);
        var letter = await place.Receives(Mail, "À vous de voter");
        (await WayJourneyTests.Post(place, letter.Link, ("choice", choice), ("until", "2026-12-12"), ("reason", "Parce que"))).ShouldNotContain("C’est noté");

        (await WayJourneyTests.Votes(place, "Avis sur le projet médical")).ShouldBeEmpty();
    }
}
