using System.Net;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Votes;

/// <summary>The ways to decide, from the form to the register, on cards, in letters and on the pages behind links.</summary>
public class WayJourneyTests
{
    private const string Mail = "rozenn-pennlivre";
    private static readonly TerritoryId Territory = new("pays-de-kervelen");
    private static readonly string[] Voters =
        ["yann-kerimagin", "brieuc-lannecrit", "katell-songevrac", "malo-trecrayon", "gwenola-kermodel", "bleuenn-kerfable", "klervi-parenthese"];

    [Fact]
    public async Task An_objection_leads_to_an_amended_proposal_and_a_second_round_that_names_the_first()
    {
        await using var place = await Kervelen.Start();
        await Open(place, "Une fiche de liaison", ("way", "Consent"));
        var asked = await place.Hears("yann-kerimagin", "Une fiche de liaison");
        asked.Buttons.TakeWhile(b => b != "Qui vote").ShouldBe(["Je consens", "Préoccupation", "Objection", "Je m’en remets aux autres", "Actualiser"], ignoreOrder: true);
        asked.Says("aucune objection motivée n’est maintenue").ShouldBeTrue(asked.Words);
        var bare = await place.Press("yann-kerimagin", asked, "Objection");
        bare.Says("Une objection se motive").ShouldBeTrue(bare.Words);
        (await place.Press("yann-kerimagin", asked, "Préoccupation", ("reason", " "))).Says("Dites en une phrase ce qui vous préoccupe").ShouldBeTrue();
        (await Votes(place, "Une fiche de liaison")).ShouldBeEmpty();

        await place.Press("yann-kerimagin", asked, "Objection", ("reason", "Rien n’est prévu le week-end"));
        await place.Press("brieuc-lannecrit", await place.Hears("brieuc-lannecrit", "Une fiche de liaison"), "Préoccupation", ("reason", "Qui la remplit ?"));
        foreach (var voter in Voters.Skip(2))
        {
            await place.Press(voter, await place.Hears(voter, "Une fiche de liaison"), "Je consens");
        }

        await place.Closes();
        var objected = await place.Hears(Kervelen.Pilot, "TCT 2026-001");
        objected.Says("Rejetée : 6 voix de consentement (dont 1 siège avec une préoccupation), 1 voix d’objection").ShouldBeTrue(objected.Words);
        objected.Says("Objection (Yann Kerimagin) : « Rien n’est prévu le week-end »").ShouldBeTrue(objected.Words);
        (await place.Hears("katell-songevrac", "TCT 2026-001")).Buttons.ShouldNotContain("Ouvrir un nouveau tour");
        Plain(await place.Receives(Mail, "Rejetée")).ShouldContain("« Rien n’est prévu le week-end »");

        var form = await place.Press(Kervelen.Pilot, objected, "Ouvrir un nouveau tour");
        form.Says("Rien n’est prévu le week-end").ShouldBeTrue(form.Words);
        form.Says("Qui la remplit ?").ShouldBeTrue(form.Words);
        var same = await place.Press(Kervelen.Pilot, form, "Ouvrir le nouveau tour", ("amended", "Le week-end est prévu."));
        same.Says("La proposition est restée la même").ShouldBeTrue(same.Words);
        same.Input("amended").ShouldBe("Le week-end est prévu.");
        (string, string)[] amended = [("text", "Une fiche de liaison, y compris le week-end."), ("amended", "Le week-end est prévu.")];
        var opened = await place.Press(Kervelen.Pilot, same, "Ouvrir le nouveau tour", amended);
        opened.Says("Le nouveau tour est ouvert").ShouldBeTrue(opened.Words);
        // Sent twice, from two devices: one second round.
        await place.Press(Kervelen.Pilot, same, "Ouvrir le nouveau tour", amended);

        var second = await place.Hears("yann-kerimagin", "Deuxième tour : la proposition a été reformulée après objection.");
        second.Says("Ce qui change : Le week-end est prévu.").ShouldBeTrue(second.Words);
        await place.Press("yann-kerimagin", second, "Je consens");
        var letter = await WaitForSecond(place);
        letter.Text.ShouldContain("Ce qui change");
        foreach (var voter in Voters.Skip(1))
        {
            await place.Press(voter, await place.Hears(voter, "Deuxième tour"), "Je consens");
        }

        await place.Closes();
        var adopted = await place.Hears("yann-kerimagin", "TCT 2026-002");
        adopted.Says("Adoptée : 7 voix de consentement, aucune objection").ShouldBeTrue(adopted.Words);
        adopted.Says("deuxième tour, après TCT 2026-001").ShouldBeTrue(adopted.Words);
        Plain(await place.Receives(Mail, "(tour 2)")).ShouldContain("Deuxième tour, après TCT 2026-001.");
        var register = (await place.Say("yann-kerimagin", "décisions")).ShouldHaveSingleItem();
        register.Says("Une fiche de liaison (tour 2)").ShouldBeTrue(register.Words);
        register.Says("suite du tour 1 : TCT 2026-001").ShouldBeTrue(register.Words);
        register.Says("objection, voir tour 2 : TCT 2026-002").ShouldBeTrue(register.Words);
        (await place.Say("yann-kerimagin", "décision TCT 2026-001")).ShouldHaveSingleItem().Says("objection, voir tour 2 : TCT 2026-002").ShouldBeTrue();
        var rounds = (await place.Service<IBallots>().Recent(Territory, default)).OrderBy(b => b.Form.Round).ToList();
        rounds.Select(b => b.Form.Round).ShouldBe([1, 2]);
        rounds[1].Form.Follows.ShouldBe(rounds[0].Id);
        RegisterChain.Verify(await place.Service<IRegister>().Of(Territory, new("tct"), default)).ShouldBe(new ChainCheck.Intact(2));
    }

    [Fact]
    public async Task One_of_several_options_is_chosen_by_card_and_by_letter()
    {
        await using var place = await Kervelen.Start();
        var once = await Open(place, "Lieu de la permanence", ("way", "Options"), ("options", "Lannec"));
        once.Says("Écrivez de 2 à 10 options").ShouldBeTrue(once.Words);
        once.Input("options").ShouldBe("Lannec");
        await Press(place, once, "Lieu de la permanence", ("options", "Lannec\r\n\r\nKermodel\nPlouézec"));

        var asked = await place.Hears("yann-kerimagin", "Lieu de la permanence");
        asked.Buttons.TakeWhile(b => b != "Qui vote").ShouldBe(["Répondre", "Abstention", "Actualiser"]);
        (await place.Press("yann-kerimagin", asked, "Répondre")).Says("Choisissez d’abord une option").ShouldBeTrue();
        (await place.Press("yann-kerimagin", asked, "Répondre", ("option", "3"))).Says("Ce vote ne propose pas cette réponse").ShouldBeTrue();
        var chosen = await place.Press("yann-kerimagin", asked, "Répondre", ("option", "1"));
        chosen.Says("Réponse du siège : Option 2").ShouldBeTrue(chosen.Words);
        chosen.Says("« Kermodel »").ShouldBeTrue(chosen.Words);
        chosen.Input("option").ShouldBe("1");
        foreach (var (voter, option) in Voters.Skip(1).Zip(["1", "1", "0", "1", "0"]))
        {
            await place.Press(voter, await place.Hears(voter, "Lieu de la permanence"), "Répondre", ("option", option));
        }

        var letter = await place.Receives(Mail, "À vous de voter");
        Plain(letter).ShouldContain("Option 3 : Plouézec");
        (await VoteJourneyTests.Post(place, letter.Link, "Option:2")).ShouldContain("Votre réponse : Option 3 : Plouézec");
        await place.Closes();

        var outcome = await place.Hears("yann-kerimagin", "TCT 2026-001");
        outcome.Says("Option retenue : 4 voix sur 7 exprimées pour l’option en tête, 0 abstention").ShouldBeTrue(outcome.Words);
        outcome.Says("« Kermodel » est retenue. Option 1, « Lannec » : 2 voix ; option 2, « Kermodel » : 4 voix ; option 3, « Plouézec » : 1 voix.").ShouldBeTrue(outcome.Words);
        outcome.Says("Option 3 : Plouézec (Rozenn Pennlivre)").ShouldBeTrue(outcome.Words);
        Plain(await place.Receives(Mail, "Option retenue")).ShouldContain("« Kermodel » est retenue");
    }

    [Fact]
    public async Task An_opinion_binds_nobody()
    {
        await using var place = await Kervelen.Start();
        var axis = (await place.Service<IRoadmaps>().Get(Territory, 2026, default))!.Plan.Axes[0];
        await Open(place, "Avis sur le projet médical", ("way", "Opinion"), ("axis", axis.Id.Value));
        var asked = await place.Hears("yann-kerimagin", "Avis sur le projet médical");
        asked.Buttons.TakeWhile(b => b != "Qui vote").ShouldBe(["Favorable", "Défavorable", "Abstention", "Actualiser"]);
        asked.Says("un avis consultatif, qui n’engage personne").ShouldBeTrue(asked.Words);
        foreach (var voter in Voters)
        {
            await place.Press(voter, await place.Hears(voter, "Avis sur le projet médical"), "Favorable");
        }

        await place.Closes();
        var outcome = await place.Hears("yann-kerimagin", "TCT 2026-001");
        outcome.Says("Avis favorable : 7 voix favorables, 0 défavorable, 0 abstention").ShouldBeTrue(outcome.Words);
        outcome.Says("La décision figure sur la feuille de route").ShouldBeFalse(outcome.Words);
        (await place.Receives(Mail, "Avis favorable")).Text.ShouldContain("TCT 2026-001");
        (await place.Service<IRoadmaps>().Get(Territory, 2026, default))!.Decisions.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_set_under_more_settings_is_read_by_whoever_votes()
    {
        await using var place = await Kervelen.Start();
        await Open(
            place, "Réserver une place", ("way", "TwoThirds"), ("basis", "Convention de 2025, article 4"),
            ("changes", "Une place est tenue libre le vendredi."), ("carrier", "tct-ch"), ("review", "2027-06-01"));

        var asked = await place.Hears("yann-kerimagin", "Réserver une place");
        foreach (var part in new[]
        {
            "majorité des deux tiers", "Convention de 2025, article 4", "Une place est tenue libre le vendredi.", "01/06/2027",
            "au moins les deux tiers des voix exprimées",
        })
        {
            asked.Says(part).ShouldBeTrue($"{part} in {asked.Words}");
        }

        var letter = await place.Receives(Mail, "À vous de voter");
        letter.Text.ShouldContain("Convention de 2025, article 4");
        var page = WebUtility.HtmlDecode(await place.Bot.Client.GetStringAsync(letter.Link));
        page.ShouldContain("Convention de 2025, article 4");
        page.ShouldContain("au moins les deux tiers des voix exprimées");
        var ballot = (await place.Service<IBallots>().Recent(Territory, default)).ShouldHaveSingleItem();
        (ballot.Majority, ballot.Terms.Carrier, ballot.Terms.ReviewOn).ShouldBe((Majority.TwoThirds, new SeatId("tct-ch"), new DateOnly(2027, 6, 1)));
    }

    [Fact]
    public async Task What_a_suggestion_asked_for_and_can_no_longer_be_does_not_hold_it_up()
    {
        await using var place = await Kervelen.Start();
        var form = (await place.Say("katell-songevrac", "proposer")).ShouldHaveSingleItem();
        var sent = await place.Press(
            "katell-songevrac", form, "Suggérer", ("subject", "tct~~"), ("title", "Ouvrir le samedi"), ("text", "Le guichet ouvre le samedi."),
            ("way", "Consent"), ("review", "2026-11-24"), ("changes", "Un accueil le samedi."));
        sent.Says("Elle est transmise").ShouldBeTrue(sent.Words);
        var asked = await place.Hears(Kervelen.Pilot, "Ouvrir le samedi");
        asked.Says("Consentement : adoptée sauf objection").ShouldBeTrue(asked.Words);
        place.Clock.Advance(TimeSpan.FromDays(2));

        var opened = await place.Press(Kervelen.Pilot, asked, "Mettre au vote", ("day", "2026-11-27"), ("time", "12:00"));

        opened.Says("consentement").ShouldBeTrue(opened.Words);
        opened.Says("À revoir le").ShouldBeFalse(opened.Words);
        opened.Says("Un accueil le samedi.").ShouldBeTrue(opened.Words);
    }

    [Fact]
    public async Task A_withdrawn_round_may_be_opened_anew_and_only_conveners_open_one()
    {
        await using var place = await Kervelen.Start();
        await Open(place, "Une fiche de liaison", ("way", "Consent"));
        foreach (var voter in Voters)
        {
            await place.Press(voter, await place.Hears(voter, "Une fiche de liaison"), "Objection", ("reason", "Pas assez claire"));
        }

        await place.Closes();
        var form = await place.Press(Kervelen.Pilot, await place.Hears(Kervelen.Pilot, "TCT 2026-001"), "Ouvrir un nouveau tour");
        var data = (System.Text.Json.Nodes.JsonObject)form.Button("Ouvrir le nouveau tour")["data"]!.DeepClone();
        (data["title"], data["text"], data["amended"]) = ("Une fiche de liaison", "Une fiche en dix lignes.", "Elle est plus courte.");
        var forged = await place.Press("yann-kerimagin", form.Id, "votes.round", (System.Text.Json.Nodes.JsonObject)data.DeepClone());
        forged.Says("Seule la personne qui pilote cette table").ShouldBeTrue(forged.Words);
        (await place.Press("yann-kerimagin", form.Id, "votes.amend", (System.Text.Json.Nodes.JsonObject)data.DeepClone())).Card.ShouldBeNull();
        await place.Press(Kervelen.Pilot, form.Id, "votes.round", (System.Text.Json.Nodes.JsonObject)data.DeepClone());
        var asked = (await place.Say(Kervelen.Pilot, "retire le vote")).ShouldHaveSingleItem();
        await place.Press(Kervelen.Pilot, asked, "Retirer le vote", ("reason", "Texte à reprendre"));

        data["text"] = "Une fiche en cinq lignes.";
        var again = await place.Press(Kervelen.Pilot, form.Id, "votes.round", data);

        again.Says("Le nouveau tour est ouvert").ShouldBeTrue(again.Words);
        var rounds = (await place.Service<IBallots>().Recent(Territory, default)).Where(b => b.Form.Round == 2).ToList();
        rounds.Select(b => b.State).ShouldBe([BallotState.Withdrawn, BallotState.Open], ignoreOrder: true);
        rounds.ShouldAllBe(b => b.Form.Follows == rounds[0].Form.Follows);
    }

    [Theory]
    [InlineData("way", "Consensus", "Choisissez une façon de décider")]
    [InlineData("way", "Nimporte", "Choisissez une façon de décider")]
    [InlineData("options", "Lannec\nKermodel", "choisissez « une option parmi plusieurs »")]
    [InlineData("carrier", "tcs-ars", "doit siéger à la table choisie")]
    [InlineData("review", "2026-11-23", "La date de revue doit être dans l’avenir")]
    [InlineData("review", "bientôt", "La date de revue doit être dans l’avenir")]
    [InlineData("basis", "Voir avec le 06 12 34 56 78", "identifie quelqu’un")]
    public async Task A_setting_that_cannot_be_is_said_in_the_form_and_opens_nothing(string input, string value, string says)
    {
        await using var place = await Kervelen.Start();

        var again = await Open(place, "Réserver une place", (input, value));

        again.Says(says).ShouldBeTrue(again.Words);
        again.Input("title").ShouldBe("Réserver une place");
        (await place.Service<IBallots>().Recent(Territory, default)).ShouldBeEmpty();
    }

    /// <summary>Sends the form to propose; gives what the pilote sees then.</summary>
    internal static async Task<Heard> Open(Kervelen place, string title, params (string Input, string Value)[] more) =>
        await Press(place, (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem(), title, more);

    internal static async Task<string> Post(Kervelen place, Uri link, params (string Name, string Value)[] typed)
    {
        var page = await place.Bot.Client.GetStringAsync(link);
        var after = System.Text.RegularExpressions.Regex.Match(
            page, "name=\"after\" value=\"(?<after>[^\"]*)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["after"].Value;
        using var form = new FormUrlEncodedContent(typed.Append(("after", after)).Select(t => new KeyValuePair<string, string>(t.Item1, t.Item2)));
        using var answer = await place.Bot.Client.PostAsync(link, form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' ');
    }

    private static Task<Heard> Press(Kervelen place, Heard form, string title, params (string Input, string Value)[] more) => place.Press(
        Kervelen.Pilot, form, "Mettre au vote", [("subject", "tct~~"), ("title", title), ("text", $"{title} : la table en décide."), .. more]);

    internal static async Task<IReadOnlyList<Vote>> Votes(Kervelen place, string title)
    {
        var ballots = place.Service<IBallots>();
        var ballot = (await ballots.Recent(Territory, default)).Single(b => b.Title == title);
        return await ballots.Votes(Territory, ballot.Id, default);
    }

    private static string Plain(SavedLetter letter) => letter.Text.Replace('\u00a0', ' ');

    private static async Task<SavedLetter> WaitForSecond(Kervelen place)
    {
        SavedLetter? Second() => place.Letters().FirstOrDefault(l =>
            l.To.Contains("rozenn", StringComparison.Ordinal) && l.Text.Contains("Ce qui change", StringComparison.Ordinal));
        await Kervelen.Until(() => Second() is not null, () => "the letter of the second round");
        return Second()!;
    }
}
