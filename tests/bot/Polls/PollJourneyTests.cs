using System.Net;
using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Polls;

/// <summary>Choosing a date as the pilote and the members live it: chat, cards, mail and links, through the real bot.</summary>
public sealed class PollJourneyTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string NursingHome = "katell-songevrac";
    private const string HomeHospital = "maiwenn-le-brouillon";
    private const string ThreeDates = "convoque la TCT le 14/12, le 16/12 ou le 21/12 à 9h30, 2h";

    private static readonly TerritoryId Territory = new("pays-de-kervelen");

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
        var board = await Ask(ThreeDates);
        var card = await _kervelen.Hears(Hospital, "Quelles dates vous conviennent");
        var noted = await _kervelen.Press(
            Hospital, card, "Envoyer mes réponses", ("answerc1", "no"), ("answerc2", "yes"), ("answerc3", "ifneeded"));
        noted.Says("Réponse notée").ShouldBeTrue(noted.Words);
        noted.Says("Oui : 16/12").ShouldBeTrue(noted.Words);
        var letter = await _kervelen.Receives(HomeHospital, "Quelles dates vous conviennent");
        (await Page(letter.Link)).ShouldContain("mercredi 16 décembre 2026");
        (await Answers()).ShouldHaveSingleItem();
        (await Post(letter.Link, ("answerc1", "yes"), ("answerc2", "yes"), ("answerc3", "no"))).ShouldContain("C’est noté");

        var answers = await Answers();
        answers.Single(a => a.Seat.Value == "tct-had").Way.ShouldBe(Way.Link);
        var fresh = await _kervelen.Press(Kervelen.Pilot, board, "Actualiser");
        fresh.Says("2 réponses sur 14").ShouldBeTrue(fresh.Words);
        fresh.Says("1. mercredi 16 décembre").ShouldBeTrue(fresh.Words);
        fresh.Says("2. lundi 14 décembre").ShouldBeTrue(fresh.Words);

        var session = await _kervelen.Press(Kervelen.Pilot, fresh, "Choisir cette date");
        session.Says("Date retenue : mercredi 16 décembre 2026 à 9 h 30. 14 convocations partent").ShouldBeTrue(session.Words);
        (await Sessions()).ShouldHaveSingleItem().Start.ShouldBe(new DateTimeOffset(2026, 12, 16, 8, 30, 0, TimeSpan.Zero));
        var called = await _kervelen.Hears(Hospital, "Convocation");
        called.Says("ce siège avait répondu « oui » pour cette date").ShouldBeTrue(called.Words);
        called.Says("Réponse attendue").ShouldBeTrue();
        (await _kervelen.Receives(HomeHospital, "Convocation")).Text.ShouldContain("avait répondu");
        (await _kervelen.Service<ISessions>().Replies(Territory, (await Sessions()).Single().Id, default)).ShouldBeEmpty();

        // The poll is over on every road.
        (await _kervelen.Press(Hospital, noted, "Changer mes réponses", ("answerc1", "yes"))).Says("Date retenue").ShouldBeTrue();
        (await Post(letter.Link, ("answerc1", "no"))).ShouldContain("Date retenue");
        (await Answers()).Single(a => a.Seat.Value == "tct-had").For(new("c1")).ShouldBe(Availability.Yes);
        await Kervelen.Until(() => Listed().GetAwaiter().GetResult().Count == 0, () => "the poll leaves the list");
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

    private async Task<Heard> Form(string text) =>
        (await _kervelen.Say(Kervelen.Pilot, text)).Single(m => m.Card is not null);

    private async Task<Heard> Ask(string text, params (string Input, string Value)[] typed) => await _kervelen.Press(
        Kervelen.Pilot, await _kervelen.Press(Kervelen.Pilot, await Form(text), "Vérifier", typed), "Envoyer le sondage");

    private Task<IReadOnlyList<DatePoll>> Listed() => _kervelen.Service<IDatePolls>().Listed(Territory, default);

    private Task<IReadOnlyList<Session>> Sessions() => _kervelen.Service<ISessions>().All(Territory, default);

    private async Task<IReadOnlyList<PollAnswer>> Answers() =>
        (await _kervelen.Service<IDatePolls>().Whole(Territory, await OnlyPoll(), default))!.Answers;

    private PollId? _poll;

    private async Task<PollId> OnlyPoll() => _poll ??= (await Listed()).Single().Id;

    private async Task<string> Page(Uri link)
    {
        using var answer = await _kervelen.Bot.Client.GetAsync(link);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' ');
    }

    private async Task<string> Post(Uri link, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _kervelen.Bot.Client.PostAsync(link, form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' ');
    }
}
