using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using ConcertationBot.Import;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Votes;

/// <summary>A secret ballot as people meet it, in chat and by mail.</summary>
public class SecretBallotTests
{
    private const string Title = "Choisir la présidence de séance";

    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    [Fact]
    public async Task A_secret_ballot_is_answered_once_counted_at_closing_and_shows_nobodys_answer()
    {
        await using var place = await Kervelen.Start();
        var ballot = await Open(place);
        string[] inChat = ["yann-kerimagin", "brieuc-lannecrit", "katell-songevrac", "malo-trecrayon", "gwenola-kermodel", "bleuenn-kerfable"];
        string[] buttons = ["Pour", "Contre", "Pour", "Abstention", "Pour", "Contre"];
        foreach (var (person, button) in inChat.Zip(buttons))
        {
            var card = await place.Hears(person, Title);
            card.Says("Vote secret : votre réponse est chiffrée, mêlée aux autres et définitive.").ShouldBeTrue(card.Words);
            card.Inputs().ShouldBeEmpty();
            var voted = await place.Press(person, card, button);
            voted.Says("Le siège a répondu").ShouldBeTrue(voted.Words);
            voted.Words.ShouldNotContain("Réponse du siège");
            voted.Buttons.ShouldBe(["Actualiser", "Qui vote"]);
        }

        var letter = await place.Receives("rozenn-pennlivre", "À vous de voter");
        letter.Text.ShouldContain("mêlée aux autres et définitive");
        var page = await Post(place, letter.Link, "P");
        page.ShouldContain("Votre réponse est enregistrée");
        page.ShouldNotContain("Votre réponse : Pour");
        page.ShouldNotContain("name=\"choice\"");

        await place.Closes();
        var outcome = await place.Hears("yann-kerimagin", "TCT 2026-001");
        outcome.Says("Adoptée : 4 voix pour, 2 contre, 1 abstention").ShouldBeTrue(outcome.Words);
        outcome.Says("7 sièges ont répondu sur 14").ShouldBeTrue(outcome.Words);
        outcome.Says("A pris part (Yann Kerimagin)").ShouldBeTrue(outcome.Words);
        outcome.Words.ShouldNotContain("révéler");
        outcome.Words.ShouldNotContain("Contre (");
        (await place.Receives("rozenn-pennlivre", "Adoptée")).Text.ShouldContain("a pris part (Yann Kerimagin)");
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldAllBe(v => v.Choice == Choice.Sealed && v.Reason == null);
        var closed = (await place.Service<IBallots>().Get(Territory, ballot, default))!.Value;
        (await place.Service<CountBallot>().Handle(closed, closed.ClosesAt!.Value, default))
            .ShouldBeEquivalentTo(closed.Outcome);
        RegisterChain.Verify(await place.Service<IRegister>().Of(Territory, new("tct"), default)).ShouldBe(new ChainCheck.Intact(1));
    }

    [Fact]
    public async Task A_second_answer_is_refused_politely_from_chat_and_from_the_page()
    {
        await using var place = await Kervelen.Start();
        var ballot = await Open(place);
        var card = await place.Hears("yann-kerimagin", Title);
        await place.Press("yann-kerimagin", card, "Pour");

        var again = await place.Press("yann-kerimagin", card, "Contre");
        again.Says("La première réponse est définitive").ShouldBeTrue(again.Words);
        again.Says("Yann Kerimagin a répondu pour ce siège").ShouldBeTrue(again.Words);
        var substitute = await place.Press("soizic-lanpapier", card, "Contre");
        substitute.Says("n’est pas prise en compte").ShouldBeTrue(substitute.Words);

        var link = (await place.Receives("rozenn-pennlivre", "À vous de voter")).Link;
        await Post(place, link, "P");
        (await Post(place, link, "C")).ShouldContain("La première réponse reçue est définitive");
        // Nor in words, whether one was mistaken or says it anew.
        var mistaken = (await place.Say("yann-kerimagin", "je me suis trompé, je voulais voter contre")).ShouldHaveSingleItem();
        mistaken.Says("Rien n’a changé : dans un vote secret, la première réponse est définitive").ShouldBeTrue(mistaken.Words);
        (await place.Say("yann-kerimagin", "je vote contre")).ShouldHaveSingleItem().Says("Le siège a répondu").ShouldBeTrue();
        var notYet = (await place.Say("katell-songevrac", "je vote contre")).ShouldHaveSingleItem();
        notYet.Says("Rien n’est encore compté").ShouldBeTrue(notYet.Words);
        (await place.Service<IBallots>().Answered(Territory, ballot, default)).ShouldBe(2);
        await Abstain(place, "brieuc-lannecrit", "katell-songevrac", "malo-trecrayon", "gwenola-kermodel", "bleuenn-kerfable");

        await place.Closes();
        var outcome = await Outcome(place, ballot);
        (outcome.ForWeight, outcome.AgainstWeight, outcome.AbstainWeight, outcome.Answered).ShouldBe((2, 0, 5, 7));
    }

    [Fact]
    public async Task A_reason_or_a_reserve_of_a_forged_click_is_not_taken_into_a_secret_ballot()
    {
        await using var place = await Kervelen.Start();
        var ballot = await Open(place);
        var card = await place.Hears("yann-kerimagin", Title);
        async Task<Heard> Forge(string choice, string? reason) => await place.Press(
            "yann-kerimagin", card.Id, "votes.cast", new JsonObject
            {
                ["territory"] = Territory.Value, ["ballot"] = ballot.Value, ["seat"] = "tct-ch", ["choice"] = choice, ["reason"] = reason,
            });

        (await Forge("For", "Parce que")).Says("ne prend pas de motif").ShouldBeTrue();
        foreach (var choice in (string[])["Reserve", "Concern", "Sealed", "5", "For, Against"])
        {
            (await Forge(choice, null)).Card.ShouldBeNull(choice);
        }

        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldBeEmpty();
        (await Forge("For", null)).Says("Le siège a répondu").ShouldBeTrue();
    }

    [Fact]
    public async Task Under_five_answers_the_outcome_warns_that_it_can_reveal_them()
    {
        await using var place = await Kervelen.Start();
        await Open(place);
        var managed = (await place.Say(Kervelen.Pilot, "votes")).ShouldHaveSingleItem();
        managed = await place.Press(Kervelen.Pilot, managed, "Suivre, clore, retirer");
        managed.Says("Avec moins de cinq réponses").ShouldBeTrue(managed.Words);
        var card = await place.Hears("yann-kerimagin", Title);
        await place.Press("yann-kerimagin", card, "Pour");

        foreach (var seat in (string[])["tct-ehpad", "tct-clic", "tct-ccas", "tct-apa", "tct-had", "tct-mg", "tct-idel", "tct-ssiad"])
        {
            await place.Press(Kervelen.Pilot, "1", "votes.recuse", new JsonObject { ["territory"] = Territory.Value, ["ballot"] = "secret-1", ["seat"] = seat });
        }

        await Abstain(place, "brieuc-lannecrit", "malo-trecrayon");
        await place.Closes();

        var told = await place.Hears("yann-kerimagin", "TCT 2026-001");
        told.Says("Moins de cinq réponses : ce résultat peut révéler").ShouldBeTrue(told.Words);
    }

    [Fact]
    public async Task Without_its_quorum_a_secret_ballot_says_who_took_part_and_counts_nobodys_answer()
    {
        await using var place = await Kervelen.Start();
        var ballot = await Open(place);
        await place.Press("yann-kerimagin", await place.Hears("yann-kerimagin", Title), "Contre");
        await Post(place, (await place.Receives("rozenn-pennlivre", "À vous de voter")).Link, "P");

        await place.Closes();

        var told = await place.Hears("katell-songevrac", "Quorum non atteint");
        told.Says("Quorum non atteint : les réponses à ce vote secret ne sont pas dépouillées").ShouldBeTrue(told.Words);
        told.Says("2 sièges ont répondu sur 14 (7 nécessaires)").ShouldBeTrue(told.Words);
        told.Says("A pris part (Yann Kerimagin)").ShouldBeTrue(told.Words);
        told.Words.ShouldNotContain("contre");
        told.Words.ShouldNotContain("révéler");
        (await place.Receives("rozenn-pennlivre", "Quorum non atteint")).Text.ShouldNotContain("voix pour");
        var outcome = await Outcome(place, ballot);
        (outcome.ForWeight, outcome.AgainstWeight, outcome.AbstainWeight, outcome.Answered).ShouldBe((0, 0, 0, 2));
        var register = await new VerifyRegister(
                place.Service<IRegisterRecords>(), place.Service<Concertation.Domain.Notices.IOutbox>(), place.Service<ISealedAnswers>()).Handle((await place.Service<IRosters>().Get(Territory, default))!, default);
        register.Single(r => r.Table.Value == "tct").ShouldSatisfyAllConditions(r => r.Carences.ShouldBe(1), r => r.Break.ShouldBeNull());
    }

    private static async Task Abstain(Kervelen place, params string[] people)
    {
        foreach (var person in people)
        {
            await place.Press(person, await place.Hears(person, Title), "Abstention");
        }
    }

    [Fact]
    public async Task In_production_without_a_key_a_secret_ballot_does_not_open_and_a_nominal_one_does()
    {
        await using var forge = await TokenForge.Start();
        await using var bot = await BotHost.Start("Production", Channel.ProductionBot.Settings(forge));

        var refused = await Should.ThrowAsync<InvalidOperationException>(() =>
            WideTable.Open(bot.Services, 8, Channel.ProductionBot.Tenant, new BallotForm(Secrecy.Secret)));

        refused.Message.ShouldContain(nameof(SecretLimit.NoKey));
        (await WideTable.Open(bot.Services, 8, Channel.ProductionBot.Tenant)).State.ShouldBe(BallotState.Open);
    }

    [Fact]
    public async Task What_a_card_or_a_page_sends_is_as_long_whatever_is_answered()
    {
        await using var place = await Kervelen.Start();
        await Open(place);
        List<string> sent = [];
        var card = await place.Hears("yann-kerimagin", Title);
        sent.AddRange(new[] { "Pour", "Contre", "Abstention" }.Select(b => card.Button(b)["data"]!["choice"]!.GetValue<string>()));

        using var page = await place.Bot.Client.GetAsync((await place.Receives("rozenn-pennlivre", "À vous de voter")).Link);
        var values = Regex.Matches(await page.Content.ReadAsStringAsync(), "name=\"choice\" value=\"(?<code>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(m => m.Groups["code"].Value).ToList();

        sent.ShouldBe(["P", "C", "A"]);
        values.ShouldBe(sent);
    }

    [Fact]
    public async Task Among_options_too_an_answer_is_one_of_a_list_and_only_the_voices_of_each_are_known()
    {
        await using var place = await Kervelen.Start();
        var ballot = await Open(place, Majority.Options, ["Janvier", "Février", "Mars"]);
        foreach (var (person, code) in new[] { ("yann-kerimagin", "1"), ("brieuc-lannecrit", "A"), ("katell-songevrac", "1"), ("malo-trecrayon", "2"), ("gwenola-kermodel", "0") })
        {
            var card = await place.Hears(person, Title);
            (await place.Press(person, card, "Répondre")).Says("Choisissez d’abord une option").ShouldBeTrue();
            var voted = await place.Press(person, card, "Répondre", ("choice", code));
            voted.Says("Le siège a répondu").ShouldBeTrue(voted.Words);
            voted.Words.ShouldNotContain("Février");
        }

        await Post(place, (await place.Receives("rozenn-pennlivre", "À vous de voter")).Link, "2");
        await place.Press("bleuenn-kerfable", await place.Hears("bleuenn-kerfable", Title), "Répondre", ("choice", "2"));
        await place.Closes();

        var outcome = await Outcome(place, ballot);
        outcome.Options!.Select(o => o.Weight).ShouldBe([1, 2, 3]);
        outcome.AbstainWeight.ShouldBe(1);
        (await place.Service<IBallots>().Votes(Territory, ballot, default)).ShouldAllBe(v => v.Choice == Choice.Sealed && v.Option == null);
    }

    private static async Task<BallotId> Open(Kervelen place, Majority? majority = null, IReadOnlyList<string>? options = null)
    {
        // So that the bot knows where to write to people.
        await place.Say(Kervelen.Pilot, "bonjour");
        var pilot = SampleTerritory.Kervelen.People.Single(p => p.Id.Value == Kervelen.Pilot);
        var actor = new Actor(Territory, pilot.Id, pilot.Name, pilot.EntraId!, Way.Chat, pilot);
        var opened = await place.Service<OpenBallot>().Handle(
            actor, new("secret-1"),
            new Proposal(new("tct"), null, null, null, Title, "La table choisit qui préside ses séances de l’année.", null, majority, new(Secrecy.Secret, options)),
            default);
        return opened.Match(b => b.Id, why => throw new ShouldAssertException($"refused: {why}"));
    }

    private static async Task<Outcome> Outcome(Kervelen place, BallotId ballot)
    {
        Outcome? found = null;
        await Kervelen.Until(
            () => (found = place.Service<IBallots>().Get(Territory, ballot, default).GetAwaiter().GetResult()!.Value.Outcome) is not null,
            () => "the ballot is counted");
        return found!;
    }

    private static async Task<string> Post(Kervelen place, Uri link, string choice)
    {
        using var form = new FormUrlEncodedContent([new("choice", choice), new("after", "-")]);
        using var answer = await place.Bot.Client.PostAsync(link, form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
