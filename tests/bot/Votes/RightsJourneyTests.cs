using System.Net;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Votes;

/// <summary>Who votes, for whom, and who takes no part: by card, by words and by letter.</summary>
public sealed class RightsJourneyTests
{
    private const string Ehpad = "katell-songevrac";
    private const string Clic = "gwenola-kermodel";
    private const string Hospital = "yann-kerimagin";

    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    [Fact]
    public async Task Everybody_sees_who_votes_with_which_weight_and_what_the_quorum_asks()
    {
        await using var place = await Kervelen.Start();
        await VoteJourneyTests.Open(place);
        var card = await place.Hears(Hospital, "Réserver une place");

        var who = await place.Press(Hospital, card, "Qui vote");

        who.Says("14 sièges votants, 14 voix").ShouldBeTrue(who.Words);
        who.Says("7 réponses sur 14 sièges").ShouldBeTrue(who.Words);
        who.Says("Sièges et voix sont fixés depuis l’ouverture du vote").ShouldBeTrue(who.Words);
        (await place.Press(Hospital, who, "Revenir au vote")).Buttons.ShouldContain("Pour");
        var managed = await place.Press(Kervelen.Pilot, (await place.Say(Kervelen.Pilot, "votes")).Single(), "Suivre, clore, retirer");
        (await place.Press(Kervelen.Pilot, managed, "Qui vote")).Says("14 sièges votants").ShouldBeTrue();
        place.AddPartner("passant", "Armel Passant");
        (await place.Press("passant", card.Id, "votes.electors", await Data(place, "tct-ch"))).Says("14 sièges votants").ShouldBeFalse();
    }

    [Fact]
    public async Task A_member_withdraws_and_is_in_neither_voters_nor_quorum_nor_asked_again()
    {
        await using var place = await Kervelen.Start();
        await place.Service<ISessions>().Create(VoteJourneyTests.Session(place, SessionFormat.Plenary, inCamera: false), [], default);
        await VoteJourneyTests.Open(place, "tct~se1~p1");
        var card = await place.Hears(Ehpad, "Réserver une place");
        await place.Press(Ehpad, card, "Pour");

        var asked = await place.Press(Ehpad, card, "Je me déporte…");
        asked.Says("n’est pas compté pour le quorum").ShouldBeTrue(asked.Words);
        var done = await place.Press(Ehpad, asked, "Je me déporte");

        done.Says("Ce siège ne prend pas part à ce vote").ShouldBeTrue(done.Words);
        done.Says("0 réponse sur 13 sièges").ShouldBeTrue(done.Words);
        done.Buttons.ShouldNotContain("Pour");
        (await place.Press(Ehpad, card, "Pour")).Says("Ce siège s’est déporté").ShouldBeTrue();
        (await place.Say(Hospital, "je me déporte")).Single().Says("ne prend pas part à ce vote").ShouldBeTrue();
        var seen = await place.Press(Clic, await place.Hears(Clic, "Réserver une place"), "Pour");
        seen.Says("1 réponse sur 12 sièges").ShouldBeTrue(seen.Words);
        await place.Closes();
        var told = await place.Hears(Clic, "Quorum non atteint");
        told.Says("Quorum : 1 siège a répondu sur 12 (6 nécessaires)").ShouldBeTrue(told.Words);
        told.Says("Déport : 2 sièges").ShouldBeTrue(told.Words);

        // The session's record has it, and so have its minutes and its next ballot.
        await Eventually(async () => (await place.Service<IMeetings>().Of(Territory, new("se1"), default)).Recusals.Count == 2);
        await VoteJourneyTests.Open(place, "tct~se1~p1", "Second vote du point");
        (await place.Hears(Clic, "Second vote du point")).Says("0 réponse sur 12 sièges").ShouldBeTrue();
        place.FromBot(Ehpad).ShouldNotContain(h => h.Says("Second vote du point"));
        place.Clock.Advance(TimeSpan.FromDays(11));
        var minutes = (await place.Say(Kervelen.Pilot, "compte rendu de la TCT")).Single();
        minutes.Says("déports : ").ShouldBeTrue(minutes.Words);
    }

    [Fact]
    public async Task The_pilote_notes_a_recusal_and_the_seat_is_told()
    {
        await using var place = await Kervelen.Start();
        await VoteJourneyTests.Open(place);
        await place.Hears(Ehpad, "Réserver une place");
        var managed = await place.Press(Kervelen.Pilot, (await place.Say(Kervelen.Pilot, "votes")).Single(), "Suivre, clore, retirer");

        var asked = await place.Press(Kervelen.Pilot, managed, "Noter un déport…");
        (await place.Press(Kervelen.Pilot, asked, "Noter le déport")).Says("Choisissez le siège").ShouldBeTrue();
        var done = await place.Press(Kervelen.Pilot, asked, "Noter le déport", ("of", "tct-ehpad"));

        done.Says("0 réponse sur 13 sièges").ShouldBeTrue(done.Words);
        (await place.Hears(Ehpad, "Déport noté")).Says("Déport noté par Nolwenn Exemple").ShouldBeTrue();
        // A member notes none but their own.
        var data = await Data(place, "tct-ch");
        (await place.Press(Clic, "1", "votes.recuse", data)).Says("n’est pas (ou plus) le vôtre").ShouldBeTrue();
        (await Seats(place)).Count(s => s.Recused is not null).ShouldBe(1);
    }

    [Fact]
    public async Task A_member_takes_back_their_own_recusal_and_not_the_pilote_s()
    {
        await using var place = await Kervelen.Start();
        await place.Service<ISessions>().Create(VoteJourneyTests.Session(place, SessionFormat.Plenary, inCamera: false), [], default);
        await VoteJourneyTests.Open(place, "tct~se1~p1");
        var card = await place.Hears(Ehpad, "Réserver une place");
        await place.Press(Ehpad, card, "Contre");
        var done = await place.Press(Ehpad, await place.Press(Ehpad, card, "Je me déporte…"), "Je me déporte");
        await Eventually(async () => (await place.Service<IMeetings>().Of(Territory, new("se1"), default)).Recusals.Count == 1);

        var back = await place.Press(Ehpad, done, "Reprendre mon déport");

        back.Says("prend de nouveau part à ce vote").ShouldBeTrue(back.Words);
        back.Says("0 réponse sur 14 sièges").ShouldBeTrue(back.Words);
        back.Says("repris par Katell Songevrac").ShouldBeTrue(back.Words);
        (await place.Press(Ehpad, back, "Pour")).Says("1 réponse sur 14 sièges").ShouldBeTrue();
        await Eventually(async () => (await place.Service<IMeetings>().Of(Territory, new("se1"), default)).Recusals.Count == 0);

        await place.Press(Kervelen.Pilot, "1", "votes.recuse", await Data(place, "tct-ehpad"));
        var told = await place.Press(Ehpad, card.Id, "votes.refresh", await Data(place, "tct-ehpad"));
        told.Buttons.ShouldNotContain("Reprendre mon déport");
        told.Says("Seule la personne qui pilote peut reprendre ce déport").ShouldBeTrue(told.Words);
        (await place.Press(Ehpad, "1", "votes.recuseback", await Data(place, "tct-ehpad"))).Says("elle seule peut le reprendre").ShouldBeTrue();
        (await place.Press(Clic, "1", "votes.recuseback", await Data(place, "tct-ehpad"))).Says("n’est pas (ou plus) le vôtre").ShouldBeTrue();
        (await Seats(place)).Count(s => s.Recused is not null).ShouldBe(1);
    }

    [Fact]
    public async Task The_pilote_takes_a_recusal_back_and_its_people_are_told_by_chat_or_letter()
    {
        await using var place = await Kervelen.Start();
        await VoteJourneyTests.Open(place);
        await place.Press(Ehpad, await place.Press(Ehpad, await place.Hears(Ehpad, "Réserver une place"), "Je me déporte…"), "Je me déporte");
        var link = (await place.Receives("rozenn-pennlivre", "À vous de voter")).Link;
        (await Send(place, link, ("right", "recuse"), ("sure", "yes"))).ShouldContain("Reprendre mon déport");
        var managed = await place.Press(Kervelen.Pilot, (await place.Say(Kervelen.Pilot, "votes")).Single(), "Suivre, clore, retirer");

        var asked = await place.Press(Kervelen.Pilot, managed, "Noter un déport…");
        asked.Buttons.Count(b => b == "Reprendre ce déport").ShouldBe(2);
        foreach (var seat in (await Seats(place)).Where(s => s.Recused is not null).Select(s => s.Seat.Value).ToList())
        {
            (await place.Press(Kervelen.Pilot, asked.Id, "votes.recuseback", await Data(place, seat))).Says("prend de nouveau part à ce vote").ShouldBeTrue();
        }

        await place.Hears(Ehpad, "repris par Nolwenn Exemple");
        var letter = await place.Receives("rozenn-pennlivre", "Déport repris");
        (await VoteJourneyTests.Post(place, letter.Link, "For")).ShouldContain("Votre réponse : Pour");

        // By letter, with the tick alone.
        await Send(place, link, ("right", "recuse"), ("sure", "yes"));
        (await Send(place, link, ("right", "return"))).ShouldContain("Cochez la case pour confirmer");
        (await Send(place, link, ("right", "return"), ("sure", "yes"))).ShouldContain("Que répond votre siège");
        await place.Closes();
        (await Send(place, link, ("right", "return"), ("sure", "yes"))).ShouldContain("Le vote est clos");
    }

    [Fact]
    public async Task A_proxy_for_one_ballot_is_given_in_words_and_the_holder_votes_for_both()
    {
        await using var place = await Kervelen.Start();
        await VoteJourneyTests.Open(place);
        var own = await place.Hears(Ehpad, "Réserver une place");

        var given = (await place.Say(Ehpad, "procuration à Gwenola Kermodel pour ce vote")).Single();
        given.Says("a pouvoir pour").ShouldBeTrue(given.Words);
        given.Buttons.ShouldNotContain("Pour");
        (await place.Press(Ehpad, own, "Contre")).Says("reprenez d’abord le pouvoir").ShouldBeTrue();

        var told = await place.Hears(Clic, "Vous votez par pouvoir");
        var mine = await place.Press(Clic, (await place.Say(Clic, "votes")).Single(), "Pour", []);
        mine.Says("Vous pouvez aussi voter, par pouvoir").ShouldBeTrue(mine.Words);
        var forIt = await place.Press(Clic, told, "Contre");
        forIt.Says("Réponse du siège : Contre").ShouldBeTrue(forIt.Words);
        (await place.Say(Ehpad, "je reprends mon pouvoir pour ce vote")).Single().Says("Le pouvoir a servi").ShouldBeTrue();

        await place.Closes();
        var outcome = await place.Hears(Hospital, "1 voix pour, 1 contre");
        outcome.Says("Contre (Gwenola Kermodel, par pouvoir donné à").ShouldBeTrue(outcome.Words);
        var vote = (await place.Service<IBallots>().Votes(Territory, (await Ballot(place)).Id, default)).Single(v => v.Seat.Value == "tct-ehpad");
        (vote.ProxyOf, vote.By.Value).ShouldBe((new SeatId("tct-clic"), Clic));
    }

    [Fact]
    public async Task A_forged_card_gives_no_proxy_and_casts_none()
    {
        await using var place = await Kervelen.Start();
        await VoteJourneyTests.Open(place);
        await place.Hears(Ehpad, "Réserver une place");
        async Task<Heard> Give(string person, string from, string to)
        {
            var data = await Data(place, from);
            data["holder"] = to;
            return await place.Press(person, "1", "votes.proxygive", data);
        }

        (await Give(Clic, "tct-ehpad", "tct-clic")).Says("n’est pas (ou plus) le vôtre").ShouldBeTrue();
        (await Give(Kervelen.Pilot, "tct-ehpad", "tct-clic")).Says("n’est pas (ou plus) le vôtre").ShouldBeTrue();
        (await Give(Ehpad, "tct-ehpad", "tct-ehpad")).Says("Un pouvoir se donne").ShouldBeTrue();
        (await Give(Ehpad, "tct-ehpad", "tcs-carsat")).Says("Un pouvoir se donne").ShouldBeTrue();
        var cast = await Data(place, "tct-ehpad");
        cast["choice"] = "For";
        (await place.Press(Clic, "1", "votes.cast", cast)).Says("n’est pas (ou plus) le vôtre").ShouldBeTrue();
        await place.Press(Kervelen.Pilot, "1", "votes.recuse", await Data(place, "tct-clic"));
        (await Give(Ehpad, "tct-ehpad", "tct-clic")).Says("Un pouvoir se donne").ShouldBeTrue();
        await place.Closes();
        (await Give(Ehpad, "tct-ehpad", "tct-ch")).Says("Ce vote est clos").ShouldBeTrue();
        (await Seats(place)).ShouldAllBe(s => s.Proxy == null);
    }

    [Fact]
    public async Task By_letter_one_withdraws_gives_a_proxy_takes_it_back_and_votes_for_another()
    {
        await using var place = await Kervelen.Start();
        await VoteJourneyTests.Open(place);
        var link = (await place.Receives("rozenn-pennlivre", "À vous de voter")).Link;
        var page = WebUtility.HtmlDecode(await place.Bot.Client.GetStringAsync(link)).Replace('\u00a0', ' ');
        page.ShouldContain("Qui vote");
        page.ShouldContain("14 sièges votants");

        (await Send(place, link, ("right", "give"), ("holder", "tct-clic"))).ShouldContain("Pouvoir donné à");
        (await Send(place, link, ("right", "give"), ("holder", "../x"))).ShouldContain("Rien n’a changé");
        // A mail scanner that sends the forms as it finds them changes nothing.
        (await Send(place, link, ("right", "back"))).ShouldContain("Cochez la case pour confirmer");
        (await Send(place, link, ("right", "back"), ("sure", "yes"))).ShouldNotContain("Pouvoir donné à");
        await place.Say(Ehpad, "je donne procuration à Rozenn Pennlivre pour ce vote");
        var proxy = await place.Receives("rozenn-pennlivre", "Pouvoir reçu");
        (await VoteJourneyTests.Post(place, proxy.Link, "Against")).ShouldContain("Votre réponse : Contre");
        (await place.Service<IBallots>().Votes(Territory, (await Ballot(place)).Id, default)).Single()
            .ShouldSatisfyAllConditions(v => v.Seat.Value.ShouldBe("tct-ehpad"), v => v.By.Value.ShouldBe("rozenn-pennlivre"), v => v.Way.ShouldBe(Way.Link));

        (await Send(place, link, ("right", "recuse"))).ShouldNotContain("ne prend pas part à ce vote");
        (await Send(place, link, ("right", "recuse"), ("sure", "yes"))).ShouldContain("ne prend pas part à ce vote");
        (await place.Service<IBallots>().Votes(Territory, (await Ballot(place)).Id, default)).ShouldBeEmpty();
        (await VoteJourneyTests.Post(place, link, "For")).ShouldContain("s’est déporté");
    }

    [Fact]
    public async Task A_proxy_for_the_session_counts_in_its_ballots_until_the_giver_comes()
    {
        await using var place = await Kervelen.Start();
        var held = new HeldSession(place);
        await held.Convene();
        await place.Say(Ehpad, "absente le 14");
        await place.Say(Ehpad, "je donne pouvoir à Gwenola Kermodel");
        await held.ItsTime();
        await place.Say(Kervelen.Pilot, "on commence");
        var session = await held.Session();
        await VoteJourneyTests.Open(place, $"tct~{session.Id}~{session.Agenda[1].Id}");
        (await Seats(place)).Single(s => s.Seat.Value == "tct-ehpad").Holder.ShouldBe(new SeatId("tct-clic"));

        var sheet = (await place.Say(Kervelen.Pilot, "feuille de présence")).Single();
        await place.Press(Kervelen.Pilot, sheet, "Enregistrer", ("s-tct-ehpad", "room"));

        await Eventually(async () => (await Seats(place)).Single(s => s.Seat.Value == "tct-ehpad").Proxy is null);
        var data = await Data(place, "tct-ehpad");
        data["holder"] = "tct-clic";
        (await place.Press(Ehpad, "1", "votes.proxygive", data)).Says("est présent à la séance").ShouldBeTrue();
        data["choice"] = "For";
        (await place.Press(Ehpad, "1", "votes.cast", data)).Says("Réponse du siège : Pour").ShouldBeTrue();
    }

    [Fact]
    public async Task A_recusal_from_an_item_is_declared_before_the_session_and_holds_for_its_consensus()
    {
        await using var place = await Kervelen.Start();
        var held = new HeldSession(place);
        await held.Convene();
        (await place.Say(Ehpad, "je me déporte du point 2 le 14")).Single().Says("ne prend pas part au point 2").ShouldBeTrue();
        await held.ItsTime();
        var run = (await place.Say(Kervelen.Pilot, "on commence")).Single();
        var form = await place.Press(Kervelen.Pilot, run, "Déports");
        var noted = await place.Press(Kervelen.Pilot, form, "Noter le déport", ("item", (await held.Session()).Agenda[1].Id.Value), ("of", "tct-had"));
        noted.Says("déports : ").ShouldBeTrue(noted.Words);
        (await place.Press(Clic, "1", "recusal.save", await held.Data(("item", (await held.Session()).Agenda[1].Id.Value), ("of", "tct-ch"))))
            .Says("Choisissez un siège").ShouldBeTrue();

        var sheet = (await place.Say(Kervelen.Pilot, "feuille de présence")).Single();
        await place.Press(
            Kervelen.Pilot, sheet, "Enregistrer", ("s-tct-ehpad", "room"), ("s-tct-ch", "room"), ("s-tct-clic", "room"), ("s-tct-ccas", "room"),
            ("s-tct-apa", "room"), ("s-tct-mg", "room"), ("s-tct-idel", "room"));
        var asked = (await place.Say(Kervelen.Pilot, "consensus sur le point 2")).Single();
        asked.Says("6 sièges présents ou représentés sur 12 (6 nécessaires)").ShouldBeTrue(asked.Words);
        var found = await place.Press(Kervelen.Pilot, asked, "Constater le consensus");

        found.Says("6 sièges présents ou représentés sur 12 (6 nécessaires)").ShouldBeTrue(found.Words);
        found.Says("Déport : 2 sièges").ShouldBeTrue(found.Words);
    }

    private static async Task<Ballot> Ballot(Kervelen place) => (await place.Service<IBallots>().Recent(Territory, default))[0];

    private static async Task<IReadOnlyList<Elector>> Seats(Kervelen place) =>
        await place.Service<IBallots>().Electors(Territory, (await Ballot(place)).Id, default);

    private static async Task<JsonObject> Data(Kervelen place, string seat) => new()
    {
        ["territory"] = Territory.Value, ["ballot"] = (await Ballot(place)).Id.Value, ["seat"] = seat,
    };

    private static async Task<string> Send(Kervelen place, Uri link, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await place.Bot.Client.PostAsync(link, form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' ');
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds())
        {
            late.Token.ThrowIfCancellationRequested();
            await Task.Delay(25);
        }
    }
}
