using System.Net;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using ConcertationBot.Tests.Kit;
using static ConcertationBot.Tests.Polls.AskedDates;

namespace ConcertationBot.Tests.Polls;

/// <summary>What comes at the wrong moment, twice, from the wrong hand or out of thin air.</summary>
public sealed class PollGuardTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string HospitalSubstitute = "soizic-lanpapier";
    private const string NursingHome = "katell-songevrac";
    private const string HomeHospital = "maiwenn-le-brouillon";
    private const string Deputy = "ewen-fictif";
    private const string Send = "Envoyer mes réponses";

    private Kervelen _place = null!;

    public async Task InitializeAsync() => _place = await Kervelen.Start();

    public async Task DisposeAsync() => await _place.DisposeAsync();

    [Fact]
    public async Task A_form_sent_twice_asks_each_person_once()
    {
        var form = (await _place.Say(Kervelen.Pilot, ThreeDates)).Single();
        var look = await _place.Press(Kervelen.Pilot, form, "Vérifier");

        var both = await Task.WhenAll(
            _place.Press(Kervelen.Pilot, look, "Envoyer le sondage"), _place.Press(Kervelen.Pilot, look, "Envoyer le sondage"));

        both.ShouldAllBe(card => card.Says("Sondage envoyé"));
        (await _place.Service<IDatePolls>().Listed(Here, default)).ShouldHaveSingleItem();
        await _place.Receives(HomeHospital, "Quelles dates");
        await Card(_place, Hospital);
        _place.FromBot(Hospital).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_conveners_who_choose_two_dates_at_once_make_one_session()
    {
        var asked = await Ask(_place);
        var theirs = (await _place.Say(Deputy, "séances")).Single();
        var board = await _place.Press(Deputy, theirs, "Voir");

        var both = await Task.WhenAll(
            Choose(Kervelen.Pilot, asked, asked.Board.Id, "c1"), Choose(Kervelen.Pilot, asked, asked.Board.Id, "c1"),
            Choose(Deputy, asked, board.Id, "c3"), Choose(Deputy, asked, board.Id, "c2"));

        var session = (await asked.Sessions()).ShouldHaveSingleItem();
        var poll = await asked.Stands();
        poll.SlotOf(poll.Chosen!.Value)!.Start.ShouldBe(session.Start);
        both.Count(card => card.Says("Date retenue : ")).ShouldBe(1);
        await _place.Hears(Hospital, "Réponse attendue");
        await Kervelen.Until(() => _place.FromBot(Hospital).Any(m => m.Says("Convocation")), () => "the hospital is convened");
        _place.FromBot(Hospital).Count(m => m.Says("Convocation")).ShouldBe(1);
        (await Choose(Deputy, asked, board.Id, "c2")).Says("La date était déjà choisie").ShouldBeTrue();
    }

    [Fact]
    public async Task A_process_that_dies_once_the_date_is_chosen_leaves_a_session_all_the_same()
    {
        var asked = await Ask(_place);
        var polls = _place.Service<IDatePolls>();
        var there = (await polls.Get(Here, asked.Poll.Id, default))!;
        var chosen = there.Value with { State = PollState.Chosen, Chosen = new("c2"), EndedBy = new(Kervelen.Pilot) };

        // What the click writes, and then nothing more of it.
        (await polls.Save(there.With(chosen), [PollEffects.Ended(chosen)], default)).ShouldBeTrue();
        _place.Service<IRelay>().Nudge(PollEffects.Aggregate(chosen));

        await Kervelen.Until(() => asked.Sessions().GetAwaiter().GetResult().Count == 1, () => "the session is convened");
        (await asked.Sessions())[0].Start.ShouldBe(chosen.Slots[1].Start);
        (await _place.Hears(Hospital, "Convocation")).Says("mercredi 16 décembre").ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_given_while_the_date_is_chosen_is_noted_or_told_that_it_is_too_late()
    {
        var asked = await Ask(_place);
        var card = await Card(_place, Hospital);

        var choosing = Choose(Kervelen.Pilot, asked, asked.Board.Id, "c1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => _place.Press(
            i % 2 == 0 ? Hospital : HospitalSubstitute, card, Send, ("answerc1", i < 3 ? "yes" : "no"))));
        await choosing;

        answers.ShouldAllBe(a => a.Says("Réponse notée") || a.Says("Date retenue"));
        (await asked.Sessions()).ShouldHaveSingleItem();
        (await asked.Answers()).Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_date_gone_past_is_neither_answered_nor_chosen_and_the_others_still_are()
    {
        var asked = await Ask(_place);
        var card = await Card(_place, Hospital);
        await _place.Press(Hospital, card, Send, ("answerc1", "yes"), ("answerc2", "no"));
        _place.Clock.Advance(TimeSpan.FromDays(21.5));

        (await Choose(Kervelen.Pilot, asked, asked.Board.Id, "c1")).Says("Ce moment est déjà passé").ShouldBeTrue();
        (await asked.Sessions()).ShouldBeEmpty();
        (await asked.Stands()).State.ShouldBe(PollState.Open);
        var late = await _place.Press(Hospital, card, Send, ("answerc1", "no"), ("answerc2", "yes"));
        late.Says("lundi 14 décembre 2026 à 9 h 30 : cette date est passée").ShouldBeTrue(late.Words);
        (await asked.Answers()).Single().Slots.ShouldBe([new(new("c1"), Availability.Yes), new(new("c2"), Availability.Yes)]);

        (await Choose(Kervelen.Pilot, asked, asked.Board.Id, "c2")).Says("Date retenue : mercredi 16 décembre").ShouldBeTrue();
    }

    [Fact]
    public async Task Once_every_date_is_past_nothing_is_answered_any_more_and_the_poll_can_be_withdrawn()
    {
        var asked = await Ask(_place);
        var card = await Card(_place, Hospital);
        var link = (await _place.Receives(HomeHospital, "Quelles dates")).Link;
        _place.Clock.Advance(TimeSpan.FromDays(40));

        (await _place.Press(Hospital, card, Send, ("answerc3", "yes"))).Says("Toutes les dates proposées sont passées").ShouldBeTrue();
        (await Post(_place, link, ("answerc3", "yes"))).Words.ShouldContain("Trop tard pour répondre");
        (await asked.Answers()).ShouldBeEmpty();
        var board = await _place.Press(Kervelen.Pilot, asked.Board, "Actualiser");
        board.Buttons.ShouldNotContain(title => title.Contains("Relancer", StringComparison.Ordinal));
        var question = await _place.Press(Kervelen.Pilot, board, "Abandonner…");
        (await _place.Press(Kervelen.Pilot, question, "Abandonner et prévenir")).Says("Sondage abandonné").ShouldBeTrue();
    }

    [Fact]
    public async Task A_representative_who_left_answers_no_more_and_what_they_said_no_longer_counts()
    {
        var asked = await Ask(_place);
        var card = await Card(_place, Hospital);
        await _place.Press(Hospital, card, Send, ("answerc1", "yes"));
        var link = (await _place.Receives(HomeHospital, "Quelles dates")).Link;
        _place.Clock.Advance(TimeSpan.FromDays(1));
        await Revise(_place, there => Seated(Seated(there, "tct-ch", "morgane-kerpreface"), "tct-had", "tanguy-kerconte"));

        (await _place.Press(Hospital, card, Send, ("answerc1", "no"))).Says("Vous ne représentez pas ce siège").ShouldBeTrue();
        (await Page(_place, link)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Post(_place, link, ("answerc1", "yes"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var board = await _place.Press(Kervelen.Pilot, asked.Board, "Actualiser");
        board.Says("0 réponse sur 14").ShouldBeTrue(board.Words);

        // Whoever sits there now is asked by the next reminder.
        var reminded = await _place.Press(Kervelen.Pilot, board, "Relancer");
        reminded.Says("Relance envoyée : 14 personnes sans réponse").ShouldBeTrue(reminded.Words);
        await _place.Press("morgane-kerpreface", await Card(_place, "morgane-kerpreface"), Send, ("answerc2", "yes"));
        (await asked.Answers()).Single().Slots.ShouldBe([new(new("c2"), Availability.Yes)]);
        (await _place.Service<IDatePolls>().AnswerHistory(Here, asked.Poll.Id, new("tct-ch"), default))
            .Select(a => a.By.Value).ShouldBe([Hospital, "morgane-kerpreface"]);
    }

    [Fact]
    public async Task A_table_that_changed_meanwhile_is_counted_as_it_stands()
    {
        var asked = await Ask(_place);
        var card = await Card(_place, Hospital);
        await _place.Press(Hospital, card, Send, ("answerc1", "yes"));
        await Revise(_place, there => there with
        {
            Tables = [.. there.Tables.Select(t => t.Id.Value == "tct" ? t with { Seats = [.. t.Seats.Where(s => s.Id.Value != "tct-ch")] } : t)],
            Mandates = [.. there.Mandates.Where(m => m.Seat.Value != "tct-ch")],
        });

        (await _place.Press(Hospital, card, Send, ("answerc1", "no"))).Says("Vous ne représentez pas ce siège").ShouldBeTrue();
        (await _place.Press(Kervelen.Pilot, asked.Board, "Actualiser")).Says("0 réponse sur 13").ShouldBeTrue();
        var session = await Choose(Kervelen.Pilot, asked, asked.Board.Id, "c1");
        session.Says("13 convocations partent").ShouldBeTrue(session.Words);

        await Revise(_place, there => there with { Tables = [.. there.Tables.Where(t => t.Id.Value != "tct")], Mandates = [.. there.Mandates.Where(m => !m.Seat.Value.StartsWith("tct-", StringComparison.Ordinal))] });
        (await _place.Press(Kervelen.Pilot, asked.Board, "Actualiser")).Says("Ce sondage n’existe pas, ou plus").ShouldBeTrue();
    }

    [Fact]
    public async Task A_forged_click_answers_for_no_other_seat_slot_poll_or_territory()
    {
        var asked = await Ask(_place);
        var card = await Card(_place, Hospital);
        async Task<Heard> Forge(string person, string verb, params (string Name, string Value)[] data)
        {
            var forged = new JsonObject { ["territory"] = "pays-de-kervelen", ["poll"] = asked.Poll.Id.Value };
            foreach (var (name, value) in data)
            {
                forged[name] = value;
            }

            return await _place.Press(person, card.Id, verb, forged);
        }

        (await Forge(NursingHome, "polls.answer", ("seat", "tct-ch"), ("answerc1", "yes"))).Says("Vous ne représentez pas ce siège").ShouldBeTrue();
        (await Forge(Kervelen.Pilot, "polls.answer", ("seat", "tct-ch"), ("answerc1", "yes"))).Says("Vous ne représentez pas ce siège").ShouldBeTrue();
        (await Forge(Hospital, "polls.answer", ("seat", "tct-ch|x/.."), ("answerc1", "yes"))).Card.ShouldBeNull();
        (await Forge(Hospital, "polls.answer", ("seat", "tct-ch"), ("answerc9", "yes"))).Says("Choisissez au moins une réponse").ShouldBeTrue();
        (await Forge(Hospital, "polls.answer", ("seat", "tct-ch"), ("answerc1", "maybe"))).Says("Choisissez au moins une réponse").ShouldBeTrue();
        (await Forge(Hospital, "polls.answer", ("seat", "tct-ch"), ("poll", "d-other"), ("answerc1", "yes"))).Says("n’existe pas").ShouldBeTrue();
        (await Forge(Hospital, "polls.answer", ("seat", "tct-ch"), ("territory", "elsewhere"), ("answerc1", "yes"))).Card.ShouldBeNull();
        foreach (var verb in new[] { "polls.choose", "polls.remind", "polls.askwithdraw", "polls.withdraw" })
        {
            (await Forge(Hospital, verb, ("slot", "c1"))).Says("Seules les personnes qui animent").ShouldBeTrue(verb);
        }

        (await Forge(Kervelen.Pilot, "polls.choose", ("slot", "c9"))).Says("ne fait pas partie du sondage").ShouldBeTrue();
        (await Forge(Hospital, "polls.open", ("table", "tct"), ("slot1day", "2026-12-14"), ("slot1time", "09:30"), ("duration", "2 h")))
            .Says("Convoquer une séance revient à").ShouldBeTrue();
        (await asked.Answers()).ShouldBeEmpty();
        (await asked.Sessions()).ShouldBeEmpty();
        var stands = await asked.Stands();
        (stands.State, stands.Reminders).ShouldBe((PollState.Open, 0));
    }

    [Fact]
    public async Task A_restricted_poll_is_asked_of_its_seats_and_shown_to_no_other()
    {
        var asked = await Ask(_place, "convoque la TCT restreinte le 14/12 ou le 16/12 à 9h30, 2h");
        var card = await Card(_place, Hospital);

        (await _place.Say(NursingHome, "séances")).Single().Says("sondage").ShouldBeFalse();
        var peek = await _place.Press(NursingHome, card.Id, "polls.show", new JsonObject { ["territory"] = "pays-de-kervelen", ["poll"] = asked.Poll.Id.Value });
        peek.Card.ShouldBeNull();
        _place.FromBot(NursingHome).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reminder_goes_once_for_each_click_and_to_the_silent_alone()
    {
        var asked = await Ask(_place);
        await _place.Press(Hospital, await Card(_place, Hospital), Send, ("answerc1", "yes"));
        var board = await _place.Press(Kervelen.Pilot, asked.Board, "Actualiser");

        var twice = await Task.WhenAll(_place.Press(Kervelen.Pilot, board, "Relancer"), _place.Press(Kervelen.Pilot, board, "Relancer"));

        twice.ShouldContain(card => card.Says("Relance envoyée : 13 personnes sans réponse"));
        twice.ShouldContain(card => card.Says("personne n’est relancé une deuxième fois"));
        (await asked.Stands()).Reminders.ShouldBe(1);
        (await _place.Receives(HomeHospital, "Rappel : quelles dates")).Text.ShouldContain("n’a pas encore répondu");
        await Kervelen.Until(() => _place.FromBot(NursingHome).Count == 2, () => "the nursing home is reminded");
        _place.FromBot(Hospital).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_withdrawn_poll_is_told_to_all_and_makes_no_session()
    {
        var asked = await Ask(_place);
        var card = await Card(_place, Hospital);

        var question = await _place.Press(Kervelen.Pilot, asked.Board, "Abandonner…");
        await Task.WhenAll(
            _place.Press(Kervelen.Pilot, question, "Abandonner et prévenir"), _place.Press(Kervelen.Pilot, question, "Abandonner et prévenir"));

        await _place.Hears(Hospital, "Ce sondage est abandonné");
        var letter = await _place.Receives(HomeHospital, "Sondage abandonné");
        letter.Text.ShouldContain("Aucune des dates proposées n’est retenue");
        (await Choose(Kervelen.Pilot, asked, asked.Board.Id, "c1")).Says("Ce sondage est abandonné").ShouldBeTrue();
        (await _place.Press(Hospital, card, Send, ("answerc1", "yes"))).Says("Ce sondage est abandonné").ShouldBeTrue();
        (await asked.Sessions()).ShouldBeEmpty();
        await Kervelen.Until(() => asked.Listed().GetAwaiter().GetResult().Count == 0, () => "the poll leaves the list");
        await Kervelen.Until(() => _place.FromBot(NursingHome).Count == 2, () => "the nursing home is told");
        await Kervelen.Until(() => _place.FromBot(NursingHome).All(m => m.Says("abandonné")), () => "the question says so as well: it goes on asking nobody");
        _place.FromBot(NursingHome).Count.ShouldBe(2);
    }

    private async Task<Heard> Choose(string person, AskedDates asked, string card, string slot) => await _place.Press(
        person, card, "polls.choose",
        new JsonObject { ["territory"] = "pays-de-kervelen", ["poll"] = asked.Poll.Id.Value, ["slot"] = slot });
}
