using System.Net;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Votes;

public class VoteJourneyTests
{
    private static readonly TerritoryId Territory = new("pays-de-kervelen");
    private static readonly string[] InChat =
        ["yann-kerimagin", "brieuc-lannecrit", "katell-songevrac", "malo-trecrayon", "gwenola-kermodel", "bleuenn-kerfable", "klervi-parenthese"];

    [Fact]
    public async Task A_proposal_goes_from_the_pilotes_words_to_the_roadmap()
    {
        await using var place = await Kervelen.Start();
        var axis = (await place.Service<IRoadmaps>().Get(Territory, 2026, default))!.Plan.Axes[0];

        var form = (await place.Say(Kervelen.Pilot, "proposer de réserver une place d’urgence")).ShouldHaveSingleItem();
        form.Input("text")!.ShouldContain("place d’urgence");
        var opened = await place.Press(
            Kervelen.Pilot, form, "Mettre au vote", ("subject", "tct~~"), ("axis", axis.Id.Value),
            ("title", "Réserver une place d’urgence"));
        opened.Says("Le vote est ouvert").ShouldBeTrue(opened.Words);
        opened.Says("0 réponse sur 14 sièges").ShouldBeTrue(opened.Words);
        // Title and text are one sentence here: it is said once.
        opened.Words.Split("place d’urgence").Length.ShouldBe(2, opened.Words);

        string[] buttons = ["Pour", "Pour", "Contre", "Abstention", "Pour", "Pour", "Pour"];
        foreach (var (person, button) in InChat.Zip(buttons))
        {
            var card = await place.Hears(person, "Réserver une place d’urgence");
            var voted = await place.Press(person, card, button, ("reason", $"Raison numéro {button.Length}{person.Length}"));
            voted.Says($"Réponse du siège : {button}").ShouldBeTrue(voted.Words);
        }

        var letter = await place.Receives("rozenn-pennlivre", "À vous de voter");
        (await Post(place, letter.Link, "For")).ShouldContain("Votre réponse");

        // Nobody sees what others answered, nor why, before the closing.
        var seen = await place.Press("yann-kerimagin", await place.Hears("yann-kerimagin", "Réponse du siège"), "Actualiser");
        seen.Says("8 réponses sur 14 sièges").ShouldBeTrue(seen.Words);
        seen.Words.ShouldNotContain("Katell");
        var asked = (await place.Say(Kervelen.Pilot, "clos le vote sur la place d’urgence")).ShouldHaveSingleItem();
        asked.Says("8 réponses sur 14 sièges").ShouldBeTrue(asked.Words);
        (await place.Service<IBallots>().Recent(Territory, default)).ShouldHaveSingleItem().State.ShouldBe(BallotState.Open, "words alone tell nobody");
        (await place.Press(Kervelen.Pilot, asked, "Le laisser ouvert")).Says("Suivi du vote").ShouldBeTrue();
        var followed = await place.Closes();
        followed.Says("Le vote est clos").ShouldBeTrue(followed.Words);

        var outcome = await place.Hears("yann-kerimagin", "TCT 2026-001");
        outcome.Says("Adoptée : 6 voix pour, 1 contre, 1 abstention").ShouldBeTrue(outcome.Words);
        outcome.Says("Quorum : 8 sièges ont répondu sur 14 (7 nécessaires). Majorité simple : plus de pour que de contre.").ShouldBeTrue(outcome.Words);
        outcome.Says("Contre (Katell Songevrac) : « Raison numéro 616 »").ShouldBeTrue(outcome.Words);
        (await place.Receives("rozenn-pennlivre", "Adoptée")).Text.ShouldContain("TCT 2026-001");
        (await place.Receives("tiphaine-goelivre", "Adoptée")).Text.ShouldContain("TCT 2026-001");
        var view = (await place.Service<IRoadmaps>().Get(Territory, 2026, default))!;
        var onAxis = view.Decisions.ShouldHaveSingleItem();
        (onAxis.Axis, onAxis.Instance, onAxis.Title).ShouldBe((axis.Id, "TCT", "Réserver une place d’urgence"));
        (await place.Say("malo-trecrayon", "décisions")).ShouldHaveSingleItem().Says("TCT 2026-001").ShouldBeTrue();
        RegisterChain.Verify(await place.Service<IRegister>().Of(Territory, new("tct"), default))
            .ShouldBe(new ChainCheck.Intact(1));
    }

    [Fact]
    public async Task At_its_time_a_ballot_closes_by_itself_and_without_quorum_a_second_convocation_is_offered()
    {
        await using var place = await Kervelen.Start();
        await place.Service<ISessions>().Create(Session(place, SessionFormat.Plenary, inCamera: false), [], default);
        await Open(place, "tct~se1~p1");
        var card = await place.Hears("yann-kerimagin", "Réserver une place");
        await place.Press("yann-kerimagin", card, "Pour");

        place.Clock.Advance(TimeSpan.FromHours(81));
        var late = await place.Press("katell-songevrac", await place.Hears("katell-songevrac", "Réserver une place"), "Pour");

        late.Says("Ce vote est clos depuis").ShouldBeTrue(late.Words);
        late.Card.ShouldNotBeNull().GetRawText().ShouldContain("Vote clos");
        late.Buttons.ShouldNotContain("Pour");
        var carence = await place.Hears(Kervelen.Pilot, "Quorum non atteint : 1 voix pour, 0 contre, 0 abstention");
        carence.Says("Quorum : 1 siège a répondu sur 14 (7 nécessaires). Rien n’est décidé.").ShouldBeTrue(carence.Words);
        carence.Buttons.ShouldContain("Convoquer à nouveau");
        var told = await place.Hears("katell-songevrac", "Quorum non atteint");
        told.Buttons.ShouldNotContain("Convoquer à nouveau");
        (await place.Service<IRegister>().Of(Territory, new("tct"), default)).ShouldBeEmpty();
        (await place.Service<IRegister>().Carences(Territory, new("tct"), default)).ShouldHaveSingleItem();
        var form = await place.Press(Kervelen.Pilot, carence, "Convoquer à nouveau");
        form.Card.ShouldNotBeNull(form.Text);
    }

    [Fact]
    public async Task Two_ballots_are_two_letters_and_two_solicitations()
    {
        await using var place = await Kervelen.Start();
        await Open(place, title: "Première proposition");
        await Open(place, title: "Seconde proposition");

        await place.Receives("rozenn-pennlivre", "Première proposition");
        await place.Receives("rozenn-pennlivre", "Seconde proposition");
        place.Letters().Count(l => l.To.Contains("rozenn", StringComparison.Ordinal)).ShouldBe(2);
        var week = await place.Service<INotices>().SolicitationsInWeekOf(Territory, new DateOnly(2026, 11, 23), default);
        week[new PersonId("rozenn-pennlivre")].ShouldBe(2);
    }

    [Fact]
    public async Task A_withdrawn_ballot_is_explained_and_takes_no_vote()
    {
        await using var place = await Kervelen.Start();
        await Open(place);
        var card = await place.Hears("yann-kerimagin", "Réserver une place");

        var asked = (await place.Say(Kervelen.Pilot, "retire le vote")).ShouldHaveSingleItem();
        var without = await place.Press(Kervelen.Pilot, asked, "Retirer le vote", ("reason", "  "));
        without.Says("Dites en une phrase pourquoi").ShouldBeTrue(without.Words);
        var named = await place.Press(Kervelen.Pilot, asked, "Retirer le vote", ("reason", "Voir avec le 06 12 34 56 78"));
        named.Says("identifie quelqu’un").ShouldBeTrue(named.Words);
        named.Input("reason").ShouldBe("Voir avec le 06 12 34 56 78");
        await place.Press(Kervelen.Pilot, asked, "Retirer le vote", ("reason", "Texte à reprendre"));

        (await place.Hears("yann-kerimagin", "Ce vote a été retiré")).Says("Texte à reprendre").ShouldBeTrue();
        (await place.Press("yann-kerimagin", card, "Pour")).Says("Ce vote a été retiré : Texte à reprendre").ShouldBeTrue();
        (await place.Receives("rozenn-pennlivre", "Vote retiré")).Text.ShouldContain("Texte à reprendre");
    }

    [Fact]
    public async Task A_member_suggests_and_the_pilote_answers()
    {
        await using var place = await Kervelen.Start();
        async Task Suggest(string title)
        {
            var form = (await place.Say("katell-songevrac", "proposer")).ShouldHaveSingleItem();
            var sent = await place.Press(
                "katell-songevrac", form, "Suggérer", ("subject", "tct~~"), ("title", title), ("text", "Une phrase."));
            sent.Says("Elle est transmise").ShouldBeTrue(sent.Words);
        }

        await Suggest("Première idée");
        var first = await place.Hears(Kervelen.Pilot, "Première idée");
        first.Says("Sollicitations de la semaine").ShouldBeTrue(first.Words);
        var tooLate = await place.Press(Kervelen.Pilot, first, "Mettre au vote", ("day", "2027-11-23"));
        tooLate.Says("60 jours au plus").ShouldBeTrue(tooLate.Words);
        tooLate.Says("Sollicitations de la semaine").ShouldBeTrue(tooLate.Words);
        var opened = await place.Press(Kervelen.Pilot, first, "Mettre au vote", ("day", "2026-11-25"), ("time", "12:00"));
        opened.Says("mercredi 25 novembre 2026 à 12 h").ShouldBeTrue(opened.Words);
        await place.Press("katell-songevrac", await place.Hears("katell-songevrac", "0 réponse sur 14 sièges"), "Pour");

        await Suggest("Seconde idée");
        await place.Press(Kervelen.Pilot, await place.Hears(Kervelen.Pilot, "Seconde idée"), "Laisser de côté");
        await place.Hears("katell-songevrac", "Elle n’est pas mise au vote pour l’instant");
    }

    [Fact]
    public async Task A_decision_of_a_huis_clos_stays_with_the_seats_called()
    {
        await using var place = await Kervelen.Start();
        var axis = (await place.Service<IRoadmaps>().Get(Territory, 2026, default))!.Plan.Axes[0];
        await place.Service<ISessions>().Create(Session(place, SessionFormat.Restricted, inCamera: true, axis.Id), [], default);
        await Open(place, "tct~se1~p1");
        foreach (var person in new[] { "yann-kerimagin", "gwenola-kermodel", "bleuenn-kerfable" })
        {
            var card = await place.Hears(person, "0 réponse sur 6 sièges");
            await place.Press(person, card, "Pour");
        }

        await place.Closes();

        await place.Hears("yann-kerimagin", "TCT 2026-001");
        await place.Hears("bleuenn-kerfable", "TCT 2026-001");
        await place.Receives("rozenn-pennlivre", "Adoptée");
        place.FromBot("katell-songevrac").ShouldBeEmpty();
        (await place.Say("katell-songevrac", "décisions")).ShouldHaveSingleItem().Says("TCT 2026-001").ShouldBeFalse();
        (await place.Say("yann-kerimagin", "décisions")).ShouldHaveSingleItem().Says("TCT 2026-001").ShouldBeTrue();
        (await place.Service<IRoadmaps>().Get(Territory, 2026, default))!.Decisions.ShouldHaveSingleItem()
            .Title.ShouldBe("Décision prise à huis clos");
    }

    [Fact]
    public async Task Which_ballot_is_asked_when_several_are_open()
    {
        await using var place = await Kervelen.Start();
        await Open(place, title: "Réserver une place HT");
        await Open(place, title: "Ouvrir le samedi");

        var which = (await place.Say(Kervelen.Pilot, "clos le vote")).ShouldHaveSingleItem();
        which.Buttons.ShouldBe(["Ce vote", "Ce vote"]);
        var asked = await place.Press(Kervelen.Pilot, which, "Ce vote");
        asked.Says("Clore ce vote maintenant").ShouldBeTrue(asked.Words);
        (await place.Service<IBallots>().Recent(Territory, default)).ShouldAllBe(b => b.State == BallotState.Open);
        (await place.Closes(words: "clos le vote ht stp")).Says("Réserver une place HT").ShouldBeTrue();
        await place.Hears("yann-kerimagin", "Quorum non atteint");
        var doubtful = (await place.Say(Kervelen.Pilot, "clos le vote sur les transports")).ShouldHaveSingleItem();
        doubtful.Says("Quel vote faut-il clore").ShouldBeTrue(doubtful.Words);
        (await place.Say("yann-kerimagin", "votes")).ShouldHaveSingleItem().Says("Ouvrir le samedi").ShouldBeTrue();
    }

    internal static async Task<BallotId> Open(Kervelen place, string subject = "tct~~", string title = "Réserver une place")
    {
        var form = (await place.Say(Kervelen.Pilot, "proposer")).ShouldHaveSingleItem();
        var opened = await place.Press(
            Kervelen.Pilot, form, "Mettre au vote", ("subject", subject), ("title", title), ("text", "Une place d’urgence est réservée."));
        opened.Says("Le vote est ouvert").ShouldBeTrue(opened.Words);
        return (await place.Service<IBallots>().Recent(Territory, default)).First(b => b.Title == title).Id;
    }

    internal static async Task<string> Post(Kervelen place, Uri link, string choice, string? after = null)
    {
        var page = await place.Bot.Client.GetStringAsync(link);
        var shown = after ?? System.Text.RegularExpressions.Regex.Match(
            page, "name=\"after\" value=\"(?<after>[^\"]*)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["after"].Value;
        using var form = new FormUrlEncodedContent([new("choice", choice), new("after", shown)]);
        using var answer = await place.Bot.Client.PostAsync(link, form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' ');
    }

    internal static Session Session(Kervelen place, SessionFormat format, bool inCamera, AxisId? axis = null) => new(
        new("se1"), Territory, new("tct"), format, place.Clock.GetUtcNow().AddDays(10), TimeSpan.FromHours(2), "Mairie", false, null,
        [new AgendaItem(new("p1"), AgendaItemKind.Decision, "Place d’urgence", 20, axis, [], inCamera)],
        SessionState.Convened, 0, new(Kervelen.Pilot), place.Clock.GetUtcNow(), null, null);
}
