using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Polls;
using ConcertationBot.Import;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;
using static ConcertationBot.Tests.Polls.AskedDates;

namespace ConcertationBot.Tests.Polls;

/// <summary>Choosing a date as the pilote and the members live it: chat, cards, mail and links, through the real bot.</summary>
public sealed class PollJourneyTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string NursingHome = "katell-songevrac";
    private const string HomeHospital = "maiwenn-le-brouillon";

    private Kervelen _kervelen = null!;

    public async Task InitializeAsync() => _kervelen = await Kervelen.Start();

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task Several_dates_in_one_sentence_fill_the_poll_and_three_clicks_ask_everybody()
    {
        var form = await Form(ThreeDates);
        form.Input("table").ShouldBe("tct");
        form.Input("slot1day").ShouldBe("2026-12-14");
        form.Input("slot2day").ShouldBe("2026-12-16");
        form.Input("slot3day").ShouldBe("2026-12-21");
        form.Input("slot3time").ShouldBe("09:30");
        form.Input("duration").ShouldBe("2 h");

        var look = await _kervelen.Press(
            Kervelen.Pilot, form, "Vérifier", ("item1title", "Sorties du vendredi"), ("replyby", "2026-12-04"));
        look.Says("14 sièges appelés, dont 7 par courriel").ShouldBeTrue(look.Words);
        look.Says("Sollicitations de la semaine").ShouldBeTrue();
        look.Says("lundi 21 décembre 2026 à 9 h 30").ShouldBeTrue();
        (await Listed()).ShouldBeEmpty();

        var board = await _kervelen.Press(Kervelen.Pilot, look, "Envoyer le sondage");
        board.Says("Sondage envoyé : 14 demandes partent").ShouldBeTrue(board.Words);
        board.Says("0 réponse sur 14").ShouldBeTrue(board.Words);
        board.Says("Quorum possible").ShouldBeTrue(board.Words);

        var card = await _kervelen.Hears(Hospital, "Quelles dates vous conviennent");
        card.Says("Sorties du vendredi").ShouldBeTrue();
        card.Says("le 04/12/2026 au soir").ShouldBeTrue();
        var letter = await _kervelen.Receives(HomeHospital, "Quelles dates vous conviennent");
        letter.Text.Replace('\u00a0', ' ').ShouldContain("- lundi 14 décembre 2026 à 9 h 30");
        (await _kervelen.Say(Kervelen.Pilot, "séances")).ShouldContain(m => m.Says("Dates en cours de sondage"));
        (await _kervelen.Say(Hospital, "séances")).ShouldContain(m => m.Says("3 dates proposées : 14/12, 16/12, 21/12"));
    }

    [Fact]
    public async Task Members_answer_by_card_and_by_link_and_one_click_makes_the_best_date_the_session()
    {
        var asked = await Ask(_kervelen);
        var card = await _kervelen.Hears(Hospital, "Quelles dates vous conviennent");
        var noted = await _kervelen.Press(
            Hospital, card, "Envoyer mes réponses", ("answerc1", "no"), ("answerc2", "yes"), ("answerc3", "ifneeded"));
        noted.Says("Réponse notée").ShouldBeTrue(noted.Words);
        noted.Says("Oui : 16/12").ShouldBeTrue(noted.Words);
        var letter = await _kervelen.Receives(HomeHospital, "Quelles dates vous conviennent");
        (await Page(_kervelen, letter.Link)).Words.ShouldContain("mercredi 16 décembre 2026");
        (await asked.Answers()).ShouldHaveSingleItem();
        (await Post(_kervelen, letter.Link, ("answerc1", "yes"), ("answerc2", "yes"), ("answerc3", "no"))).Words.ShouldContain("C’est noté");

        var answers = await asked.Answers();
        answers.Single(a => a.Seat.Value == "tct-had").Way.ShouldBe(Way.Link);
        var fresh = await _kervelen.Press(Kervelen.Pilot, asked.Board, "Actualiser");
        fresh.Says("2 réponses sur 14").ShouldBeTrue(fresh.Words);
        fresh.Says("1. mercredi 16 décembre").ShouldBeTrue(fresh.Words);
        fresh.Says("2. lundi 14 décembre").ShouldBeTrue(fresh.Words);

        var session = await _kervelen.Press(Kervelen.Pilot, fresh, "Choisir cette date");
        session.Says("Date retenue : mercredi 16 décembre 2026 à 9 h 30. 14 convocations partent").ShouldBeTrue(session.Words);
        (await asked.Sessions()).ShouldHaveSingleItem().Start.ShouldBe(new DateTimeOffset(2026, 12, 16, 8, 30, 0, TimeSpan.Zero));
        var called = await _kervelen.Hears(Hospital, "Convocation");
        called.Says("ce siège avait répondu « oui » pour cette date").ShouldBeTrue(called.Words);
        called.Says("Réponse attendue").ShouldBeTrue();
        (await _kervelen.Receives(HomeHospital, "Convocation")).Text.ShouldContain("avait répondu");
        (await _kervelen.Service<ISessions>().Replies(Here, (await asked.Sessions()).Single().Id, default)).ShouldBeEmpty();

        // The poll is over on every road: no card goes on asking.
        const string Clic = "gwenola-kermodel";
        await Kervelen.Until(
            () => _kervelen.FromBot(Clic).First(m => m.Says("Sondage")).Says("Date retenue"), () => "the card of who never answered says the date");
        (await _kervelen.Press(Hospital, noted, "Changer mes réponses", ("answerc1", "yes"))).Says("Date retenue").ShouldBeTrue();
        var ended = await _kervelen.Press(Kervelen.Pilot, asked.Board, "Actualiser");
        (await _kervelen.Press(Kervelen.Pilot, ended, "Voir la séance")).Says("2 sièges sans réponse avaient dit oui à cette date au sondage").ShouldBeTrue();
        (await Post(_kervelen, letter.Link, ("answerc1", "no"))).Words.ShouldContain("Date retenue");
        (await asked.Answers()).Single(a => a.Seat.Value == "tct-had").For(new("c1")).ShouldBe(Availability.Yes);
        await Kervelen.Until(() => Listed().GetAwaiter().GetResult().Count == 0, () => "the poll leaves the list");
    }

    [Fact]
    public async Task A_date_left_blank_is_no_answer_and_one_beyond_the_sixth_is_named()
    {
        var asked = await Ask(_kervelen);
        var card = await _kervelen.Hears(Hospital, "Quelles dates vous conviennent");
        var noted = await _kervelen.Press(Hospital, card, "Envoyer mes réponses", ("answerc1", "no"), ("answerc2", "yes"), ("answerc3", ""));
        noted.Says("Sans réponse pour le 21/12").ShouldBeTrue(noted.Words);
        (await _kervelen.Press(Kervelen.Pilot, asked.Board, "Actualiser")).Says("1 réponse sur 14, dont 1 incomplète").ShouldBeTrue();

        var seven = await Form("convoque la TCT le 11/01, le 12/01, le 13/01, le 14/01, le 15/01, le 18/01 ou le 19/01/2027 à 9h30");
        seven.Says("le 19/01/2027 n’est pas repris").ShouldBeTrue(seven.Words);
    }

    [Fact]
    public async Task What_was_typed_in_the_convening_form_is_kept_when_several_dates_are_proposed()
    {
        var convene = await Form("convoque la TCT restreinte le 14/12 9h30, 2h à la mairie de Kervelen");

        var form = await _kervelen.Press(Kervelen.Pilot, convene, "Proposer plusieurs dates", ("item1title", "Sorties du vendredi"));

        form.Input("table").ShouldBe("tct");
        form.Input("format").ShouldBe("restricted");
        form.Input("slot1day").ShouldBe("2026-12-14");
        form.Input("slot1time").ShouldBe("09:30");
        form.Input("duration").ShouldBe("2 h");
        form.Input("place")!.ShouldContain("mairie");
        form.Input("item1title").ShouldBe("Sorties du vendredi");
    }

    [Theory]
    [InlineData("ok pour le 14 et le 16, pas le 21", "yes yes no")]
    [InlineData("dispo le 14, si besoin le 16", "yes ifneeded -")]
    [InlineData("je serai là le 14 oui, le 16 non", "yes no -")]
    [InlineData("je ne peux pas le 14 mais ok le 16/12", "no yes -")]
    public async Task A_seat_answers_in_one_sentence_and_is_shown_what_was_understood(string text, string understood)
    {
        var asked = await Ask(_kervelen);
        await Card(_kervelen, Hospital);

        var said = (await _kervelen.Say(Hospital, text)).Last(m => m.Card is not null);

        said.Says("Réponse notée").ShouldBeTrue(said.Words);
        var answer = (await asked.Answers()).ShouldHaveSingleItem();
        string.Join(' ', asked.Poll.Slots.Select(s => answer.For(s.Id) is { } value ? PollKeys.Word(value) : "-")).ShouldBe(understood);
        (await _kervelen.Press(Hospital, said, "Changer mes réponses", ("answerc1", "ifneeded"))).Says("Si nécessaire : 14/12").ShouldBeTrue();
    }

    [Theory]
    [InlineData("convoque la TCT le 14/12, le 16 ou le 21 à 9h30, 2h", "2026-12-14 09:30, 2026-12-16 09:30, 2026-12-21 09:30")]
    [InlineData("convoque la TCT le 12, le 14 ou le 16 janvier 2027 à 14h", "2027-01-12 14:00, 2027-01-14 14:00, 2027-01-16 14:00")]
    [InlineData("convoque la TCT le 14/12 à 9h30, le 16/12 ou le 21/12 à 14h", "2026-12-14 09:30, 2026-12-16 14:00, 2026-12-21 14:00")]
    [InlineData("convoque la TCT le 28/12, le 4 ou le 11 à 10h", "2026-12-28 10:00, 2027-01-04 10:00, 2027-01-11 10:00")]
    public async Task Dates_are_read_with_the_months_and_hours_their_neighbours_say(string text, string understood)
    {
        var form = await Form(text);

        string.Join(", ", Enumerable.Range(1, 6).Select(i => $"{form.Input($"slot{i}day")} {form.Input($"slot{i}time")}").Where(s => s != " "))
            .ShouldBe(understood);
    }

    [Fact]
    public async Task A_refused_poll_says_everything_to_mend_and_loses_nothing_of_what_was_typed()
    {
        var form = await Form(ThreeDates);

        var refused = await _kervelen.Press(
            Kervelen.Pilot, form, "Vérifier", ("slot1day", "2026-11-20"), ("slot3day", "2026-12-16"), ("slot5day", "2027-03-28"),
            ("slot5time", "02:30"), ("replyby", "2027-01-31"), ("place", "Salle **des** fêtes"));

        refused.Says("4 points sont à corriger").ShouldBeTrue(refused.Words);
        refused.Says("Ce moment est déjà passé").ShouldBeTrue();
        refused.Says("Cette date figure déjà plus haut").ShouldBeTrue();
        refused.Says("Cette heure n’existe pas ce jour-là").ShouldBeTrue();
        refused.Says("au plus tard le jour de la première date").ShouldBeTrue();
        refused.Input("slot1day").ShouldBe("2026-11-20");
        refused.Input("slot5time").ShouldBe("02:30");
        refused.Input("replyby").ShouldBe("2027-01-31");
        refused.Input("place").ShouldBe("Salle **des** fêtes");
        (await Listed()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Five_hundred_seats_fit_the_card_and_are_all_counted()
    {
        const string pilot = "pilote-large";
        await WideTable.Open(_kervelen.Bot.Services, 500, SampleTerritory.Kervelen.Territory.Tenant!);
        _kervelen.Put(pilot, new SimulatedPerson(
            "29:pilote-large", "5ea7ffff-0000-4000-8000-000000000000", "Pilote Exemple", null, SampleTerritory.Kervelen.Territory.Tenant!));
        var board = await _kervelen.Press(pilot, "card", "polls.open", new JsonObject
        {
            ["territory"] = WideTable.Territory.Value, ["form"] = "f1", ["table"] = "tct", ["duration"] = "2 h",
            ["slot1day"] = "2026-12-14", ["slot1time"] = "09:30", ["slot2day"] = "2026-12-16", ["slot3day"] = "2026-12-21",
        });
        board.Says("0 réponse sur 500").ShouldBeTrue(board.Words);
        var (polls, answer) = (_kervelen.Service<IDatePolls>(), _kervelen.Service<AnswerDatePoll>());
        var poll = (await polls.Listed(WideTable.Territory, default)).Single();

        await Parallel.ForEachAsync(Enumerable.Range(0, 300), async (n, cancel) => await answer.Run(
            new Actor(WideTable.Territory, new($"membre-{n}"), $"Membre Exemple {n}", null, Way.Link, null),
            new PollAnswerCommand(poll.Id, WideTable.Seat(n), [.. poll.Slots.Select(s => new SlotAnswer(s.Id, (Availability)(n % 3)))], new($"o{n}")),
            cancel));

        var fresh = await _kervelen.Press(pilot, board, "Actualiser");
        fresh.Says("300 réponses sur 500").ShouldBeTrue(fresh.Words);
        fresh.Says("100 oui · 100 si nécessaire · 100 non · 200 sans réponse").ShouldBeTrue(fresh.Words);
        fresh.Says("autres sièges, comptés plus haut").ShouldBeTrue();
    }

    private async Task<Heard> Form(string text) =>
        (await _kervelen.Say(Kervelen.Pilot, text)).Single(m => m.Card is not null);

    private Task<IReadOnlyList<DatePoll>> Listed() => _kervelen.Service<IDatePolls>().Listed(Here, default);
}
