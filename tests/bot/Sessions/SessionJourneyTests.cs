using System.Net;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Sessions;

/// <summary>Convening as the pilote and the members live it: chat, cards, mail and links, through the real bot.</summary>
public sealed class SessionJourneyTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string NursingHome = "katell-songevrac";
    private const string Clic = "gwenola-kermodel";
    private const string HomeHospital = "maiwenn-le-brouillon";

    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    private Kervelen _kervelen = null!;

    public async Task InitializeAsync() => _kervelen = await Kervelen.Start();

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task One_sentence_fills_the_form_and_three_clicks_convene_everybody()
    {
        var form = await Form("convoque la TCT plénière le 14/12 9h30, 2h à la mairie de Kervelen");
        form.Input("table").ShouldBe("tct");
        form.Input("format").ShouldBe("plenary");
        form.Input("day").ShouldBe("2026-12-14");
        form.Input("time").ShouldBe("09:30");
        form.Input("duration").ShouldBe("2 h");
        form.Input("place")!.ShouldContain("mairie de Kervelen");

        var look = await _kervelen.Press(
            Kervelen.Pilot, form, "Vérifier", ("item1title", "Sorties du vendredi"), ("item1kind", "decision"), ("item1minutes", "30"));
        look.Says("14 sièges appelés, dont 7 par courriel").ShouldBeTrue();
        look.Says("Sollicitations de la semaine").ShouldBeTrue();
        look.Says("Suivi des décisions précédentes").ShouldBeTrue();
        (await Sessions()).ShouldBeEmpty();

        var convened = await _kervelen.Press(Kervelen.Pilot, look, "Envoyer les convocations");
        convened.Says("Séance convoquée : 14 convocations partent").ShouldBeTrue();
        convened.Says("14 sans réponse").ShouldBeTrue();
        (await Sessions()).ShouldHaveSingleItem().Start.ShouldBe(new DateTimeOffset(2026, 12, 14, 8, 30, 0, TimeSpan.Zero));

        var card = await _kervelen.Hears(Hospital, "Réponse attendue");
        card.Says("lundi 14 décembre 2026 à 9 h 30").ShouldBeTrue();
        card.Says("Sorties du vendredi").ShouldBeTrue();
        var letter = await _kervelen.Receives(HomeHospital, "Convocation : TCT du lundi 14 décembre 2026");
        letter.Text.ShouldContain("Sorties du vendredi");
        letter.Html!.ShouldContain("Répondre");
        letter.Calendar!.ShouldContain("METHOD:REQUEST");
    }

    [Fact]
    public async Task Two_clicks_at_once_convene_one_session_and_tell_each_person_once()
    {
        var look = await Look("convoque la TCT le 14/12 9h30, 2h");

        var both = await Task.WhenAll(
            _kervelen.Press(Kervelen.Pilot, look, "Envoyer"), _kervelen.Press(Kervelen.Pilot, look, "Envoyer"));

        both.ShouldAllBe(card => card.Says("Séance convoquée"));
        (await Sessions()).ShouldHaveSingleItem();
        await _kervelen.Receives(HomeHospital, "Convocation");
        await _kervelen.Hears(Hospital, "Réponse attendue");
        _kervelen.FromBot(Hospital).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_form_says_everything_to_mend_and_loses_nothing_of_what_was_typed()
    {
        var form = await Form("convoquer");

        var refused = await _kervelen.Press(
            Kervelen.Pilot, form, "Vérifier", ("table", "inconnue"), ("day", "2026-11-20"), ("time", "09:30"), ("duration", "0"),
            ("place", "Salle **des** fêtes"), ("item1title", "Sorties du vendredi"), ("item1minutes", "beaucoup"));

        refused.Says("4 points sont à corriger").ShouldBeTrue();
        refused.Says("Cette table n’existe pas").ShouldBeTrue();
        refused.Says("Ce moment est déjà passé").ShouldBeTrue();
        refused.Says("Une séance dure au moins une minute").ShouldBeTrue();
        refused.Says("Indiquez les minutes prévues").ShouldBeTrue();
        refused.Input("day").ShouldBe("2026-11-20");
        refused.Input("time").ShouldBe("09:30");
        refused.Input("duration").ShouldBe("0");
        refused.Input("place").ShouldBe("Salle **des** fêtes");
        refused.Input("item1title").ShouldBe("Sorties du vendredi");
        refused.Input("item1minutes").ShouldBe("beaucoup");
        (await Sessions()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("convoque la TCT le 14/10/2020 9h30, 2h", "Ce moment est déjà passé")]
    [InlineData("convoque la TCT le 31/02 à 9h30", "n’est ni une date ni une heure possible")]
    [InlineData("convoque la CTA le 14/12 à 9h30", "choisissez la table dans la liste")]
    public async Task What_was_written_wrong_is_told_in_the_form_at_once(string text, string said) =>
        (await Form(text)).Says(said).ShouldBeTrue();

    [Theory]
    [InlineData("https://visio.example/a\nMme Zorglub, née le 12/03/1938")]
    [InlineData("https://visio.example/a Mme Zorglub")]
    [InlineData("https://visio.example/a%20Mme%20Zorglub")]
    [InlineData("https://zorglub:motdepasse@visio.example/a")]
    public async Task Beside_the_address_of_a_meeting_nothing_can_be_written(string url)
    {
        var form = await Form("convoque la TCT le 14/12 9h30, 2h");

        var refused = await _kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("onlineurl", url));

        refused.Says("point est à corriger").ShouldBeTrue(refused.Words);
        (await Sessions()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_convene_is_told_kindly_and_what_to_do_instead()
    {
        var answer = (await _kervelen.Say(Hospital, "convoque la TCT plénière le 14/12 9h30, 2h")).ShouldHaveSingleItem();
        answer.Card.ShouldBeNull();
        answer.Says("Nolwenn Exemple").ShouldBeTrue();
        answer.Says("proposer").ShouldBeTrue();

        // A hand-made click is refused all the same.
        var forged = await _kervelen.Press(Hospital, answer.Id, "sessions.convene", new JsonObject
        {
            ["territory"] = Territory.Value, ["form"] = "f1", ["table"] = "tct", ["day"] = "2026-12-14", ["time"] = "09:30", ["duration"] = "2 h",
        });
        forged.Says("Convoquer une séance revient à").ShouldBeTrue();
        (await Sessions()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Members_answer_by_card_by_words_and_by_link_and_the_pilote_sees_who_did_not()
    {
        var followed = await Convene("convoque la TCT le 14/12 9h30, 2h");
        var card = await _kervelen.Hears(Hospital, "Réponse attendue");

        (await _kervelen.Press(Hospital, card, "Présent")).Says("Présence confirmée").ShouldBeTrue();
        (await _kervelen.Say(NursingHome, "ok pour le 14")).ShouldContain(m => m.Says("vous serez là"));
        (await _kervelen.Say(Clic, "peux pas, ma cadre me remplace")).ShouldContain(m => m.Says("votre cadre vous représentera. Pour le compte rendu, donnez son nom"));
        var letter = await _kervelen.Receives(HomeHospital, "Convocation");
        (await Page(letter.Link)).ShouldContain("Serez-vous à cette séance");
        (await Replies()).Count.ShouldBe(3);
        (await Post(letter.Link, ("reply", "absent"), ("seen", "0"))).ShouldContain("C’est noté");

        var replies = await Replies();
        replies.Select(r => (r.Seat.Value, r.Kind)).ShouldBe(
            [
                ("tct-ch", ReplyKind.Present), ("tct-clic", ReplyKind.Represented), ("tct-ehpad", ReplyKind.Present),
                ("tct-had", ReplyKind.Absent),
            ],
            ignoreOrder: true);
        replies.Single(r => r.Seat.Value == "tct-had").Way.ShouldBe(Way.Link);

        var fresh = await _kervelen.Press(Kervelen.Pilot, followed, "Actualiser");
        fresh.Says("2 présences · 1 représentation · 1 absence · 10 sans réponse").ShouldBeTrue();
        var missing = (await _kervelen.Say(Kervelen.Pilot, "qui a pas répondu ?")).ShouldHaveSingleItem();
        missing.Says("10 sièges n’ont pas répondu").ShouldBeTrue();
        missing.Says("Yann Kerimagin").ShouldBeFalse();
        missing.Says("Brieuc Lannécrit").ShouldBeTrue();
    }

    [Fact]
    public async Task Being_represented_without_saying_by_whom_asks_for_it()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var card = await _kervelen.Hears(Hospital, "Réponse attendue");

        var asked = await _kervelen.Press(Hospital, card, "Confirmer la représentation");
        asked.Says("Indiquez qui vous représente").ShouldBeTrue();
        (await Replies()).ShouldBeEmpty();

        var noted = await _kervelen.Press(Hospital, asked, "Confirmer la représentation", ("who", "Soizic Lanpapier"));
        noted.Says("Représentation : Soizic Lanpapier").ShouldBeTrue();
    }

    [Fact]
    public async Task The_last_answer_stands_and_each_one_given_is_kept()
    {
        var followed = await Convene("convoque la TCT le 14/12 9h30, 2h");
        var card = await _kervelen.Hears(Hospital, "Réponse attendue");
        await _kervelen.Press(Hospital, card, "Présent");
        _kervelen.Clock.Advance(TimeSpan.FromMinutes(5));
        await _kervelen.Press(Kervelen.Pilot, followed, "Noter la réponse", ("seat", "tct-ch"), ("reply", "absent"));

        var session = (await Sessions()).Single();
        (await Replies()).ShouldHaveSingleItem().Kind.ShouldBe(ReplyKind.Absent);
        var history = await _kervelen.Service<ISessions>().ReplyHistory(Territory, session.Id, new SeatId("tct-ch"), default);
        history.Select(r => (r.Kind, r.By.Value)).ShouldBe([(ReplyKind.Present, Hospital), (ReplyKind.Absent, Kervelen.Pilot)]);
    }

    [Fact]
    public async Task Nobody_answers_for_another_s_seat()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var card = await _kervelen.Hears(Hospital, "Réponse attendue");
        var session = (await Sessions()).Single();

        var answer = await _kervelen.Press(NursingHome, card.Id, "sessions.reply", new JsonObject
        {
            ["territory"] = Territory.Value, ["session"] = session.Id.Value, ["seat"] = "tct-ch", ["reply"] = "absent", ["seen"] = "0", ["behalf"] = "true",
        });

        answer.Says("Vous ne représentez pas ce siège").ShouldBeTrue();
        (await Replies()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_move_is_told_to_all_and_earlier_answers_are_to_confirm()
    {
        var followed = await Convene("convoque la TCT le 14/12 9h30, 2h");
        var card = await _kervelen.Hears(Hospital, "Réponse attendue");
        await _kervelen.Press(Hospital, card, "Présent");
        var first = await _kervelen.Receives(HomeHospital, "Convocation");

        var form = await _kervelen.Press(Kervelen.Pilot, followed, "Déplacer");
        form.Input("day").ShouldBe("2026-12-14");
        var refused = await _kervelen.Press(Kervelen.Pilot, form, "Déplacer et prévenir", ("day", "2026-11-01"), ("place", "Salle 3"));
        refused.Says("Ce moment est déjà passé").ShouldBeTrue();
        refused.Input("place").ShouldBe("Salle 3");
        var moved = await _kervelen.Press(Kervelen.Pilot, refused, "Déplacer et prévenir", ("day", "2026-12-21"));
        moved.Says("Séance déplacée au lundi 21 décembre 2026").ShouldBeTrue();
        moved.Says("14 sans réponse").ShouldBeTrue();

        var told = await _kervelen.Hears(Hospital, "Nouvelle date");
        told.Says("À confirmer").ShouldBeTrue();
        var letter = await _kervelen.Receives(HomeHospital, "Nouvelle date : TCT");
        letter.Calendar!.ShouldContain("SEQUENCE:1");
        (await Page(first.Link)).ShouldContain("lundi 21 décembre 2026");

        // The card of before the move doesn't answer for the new date unseen.
        var old = await _kervelen.Press(Hospital, card, "Absent");
        old.Says("Votre réponse n’est pas encore notée pour cette date").ShouldBeTrue();
        (await Replies()).Single().Kind.ShouldBe(ReplyKind.Present);
        (await _kervelen.Press(Hospital, told, "Présent")).Says("Réponse notée").ShouldBeTrue();
    }

    [Fact]
    public async Task A_cancellation_is_told_to_all_and_nothing_answers_it_any_more()
    {
        var followed = await Convene("convoque la TCT le 14/12 9h30, 2h");
        var card = await _kervelen.Hears(Hospital, "Réponse attendue");
        var letter = await _kervelen.Receives(HomeHospital, "Convocation");

        var question = await _kervelen.Press(Kervelen.Pilot, followed, "Annuler la séance");
        var cancelled = await _kervelen.Press(Kervelen.Pilot, question, "Annuler la séance et prévenir", ("reason", "Épisode neigeux"));
        cancelled.Says("Séance annulée").ShouldBeTrue();

        (await _kervelen.Hears(Hospital, "n’aura pas lieu")).Says("Épisode neigeux").ShouldBeTrue();
        var told = await _kervelen.Receives(HomeHospital, "Annulée : TCT");
        told.Calendar!.ShouldContain("METHOD:CANCEL");
        told.Calendar!.ShouldContain("STATUS:CANCELLED");
        (await _kervelen.Press(Hospital, card, "Présent")).Says("n’aura pas lieu").ShouldBeTrue();
        (await Page(letter.Link)).ShouldContain("Séance annulée");
        (await Post(letter.Link, ("reply", "present"), ("seen", "0"))).ShouldContain("Épisode neigeux");
        (await Replies()).ShouldBeEmpty();
        (await _kervelen.Say(Hospital, "ok pour le 14")).Single().Says("Aucune séance à venir").ShouldBeTrue();
    }

    [Fact]
    public async Task A_restricted_session_calls_its_seats_and_is_shown_to_no_other()
    {
        await Convene("convoque la TCT restreinte le 14/12 9h30, 1h30");

        await _kervelen.Hears(Hospital, "Réponse attendue");
        var session = (await Sessions()).Single();
        session.Format.ShouldBe(SessionFormat.Restricted);
        var answer = await _kervelen.Say(NursingHome, "séances");
        answer.ShouldHaveSingleItem().Says("Aucune séance à venir").ShouldBeTrue();
        var peek = await _kervelen.Press(NursingHome, answer[0].Id, "sessions.show", new JsonObject
        {
            ["territory"] = Territory.Value, ["session"] = session.Id.Value,
        });
        peek.Card.ShouldBeNull();
        _kervelen.FromBot(NursingHome).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_sessions_to_come_ask_which_one_is_answered()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        await Convene("convoque la TCT le 11/01/2027 9h30, 2h");
        await Kervelen.Until(() => _kervelen.FromBot(Hospital).Count == 2, () => "both convocations arrive");

        var which = (await _kervelen.Say(Hospital, "je serai là")).ShouldHaveSingleItem();
        which.Says("Pour quelle convocation").ShouldBeTrue();
        (await _kervelen.Say(Hospital, "ok pour le 11 janvier")).ShouldContain(m => m.Says("lundi 11 janvier 2027"));
        (await Replies(new DateOnly(2027, 1, 11))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Titles_and_places_are_shown_as_typed_whatever_they_hold()
    {
        const string hostile = "**gras** [x](http://evil) <b>";
        var form = await Form("convoque la TCT le 14/12 9h30, 2h");
        var look = await _kervelen.Press(
            Kervelen.Pilot, form, "Vérifier", ("place", hostile), ("item1title", hostile), ("item1minutes", "30"));
        await _kervelen.Press(Kervelen.Pilot, look, "Envoyer");

        var card = await _kervelen.Hears(Hospital, "Réponse attendue");
        card.Card!.Value.GetRawText().ShouldNotContain($"\"type\":\"TextBlock\",\"text\":\"{hostile}");
        card.Says(hostile).ShouldBeTrue();
        var letter = await _kervelen.Receives(HomeHospital, "Convocation");
        letter.Html!.ShouldNotContain("<b>");
        (await Page(letter.Link)).ShouldNotContain("<b>");
        letter.Calendar!.ShouldContain("<b>");
    }

    [Fact]
    public async Task A_link_changed_on_the_way_or_too_old_is_refused_kindly()
    {
        await Convene("convoque la TCT le 14/12 9h30, 2h");
        var letter = await _kervelen.Receives(HomeHospital, "Convocation");
        var link = letter.Link.AbsoluteUri;
        var tampered = new Uri(link[..^5] + (link[^5] == 'A' ? 'B' : 'A') + link[^4..]);

        using var forged = await _kervelen.Bot.Client.GetAsync(tampered);
        forged.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        WebUtility.HtmlDecode(await forged.Content.ReadAsStringAsync()).ShouldContain("n’est pas valable");
        _kervelen.Clock.Advance(TimeSpan.FromDays(22));
        (await Page(letter.Link)).ShouldContain("Séance passée");
        _kervelen.Clock.Advance(TimeSpan.FromDays(90));
        using var expired = await _kervelen.Bot.Client.GetAsync(letter.Link);
        expired.StatusCode.ShouldBe(HttpStatusCode.Gone);
        WebUtility.HtmlDecode(await expired.Content.ReadAsStringAsync()).ShouldContain("Ce lien a expiré");
    }

    [Fact]
    public async Task A_second_convocation_takes_the_agenda_over()
    {
        var followed = await Convene("convoque la TCT le 14/12 9h30, 2h", ("item1title", "Sorties du vendredi"), ("item1minutes", "30"));
        var session = (await Sessions()).Single();
        _kervelen.Clock.Advance(session.Start - _kervelen.Clock.GetUtcNow());
        foreach (var verb in (string[])["run.start", "run.end"])
        {
            await _kervelen.Press(Kervelen.Pilot, "1", verb, new() { ["territory"] = session.Territory.Value, ["session"] = session.Id.Value });
        }

        _kervelen.Clock.Advance(TimeSpan.FromHours(3));
        var past = await _kervelen.Press(Kervelen.Pilot, followed, "Actualiser");

        var form = await _kervelen.Press(Kervelen.Pilot, past, "Seconde convocation");
        var look = await _kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("day", "2026-12-21"), ("time", "14:00"));
        look.Says("Sorties du vendredi").ShouldBeTrue();
        await _kervelen.Press(Kervelen.Pilot, look, "Envoyer");

        var sessions = await Sessions();
        sessions[1].SecondCallOf.ShouldBe(sessions[0].Id);
        sessions[1].Agenda.Select(i => i.Id).ShouldBe(sessions[0].Agenda.Select(i => i.Id));
        (await _kervelen.Receives(HomeHospital, "Seconde convocation")).Text.ShouldContain("quorum");
    }

    private async Task<Heard> Form(string text) =>
        (await _kervelen.Say(Kervelen.Pilot, text)).Single(m => m.Card is not null);

    private async Task<Heard> Look(string text, params (string Input, string Value)[] typed) =>
        await _kervelen.Press(Kervelen.Pilot, await Form(text), "Vérifier", typed);

    private async Task<Heard> Convene(string text, params (string Input, string Value)[] typed) =>
        await _kervelen.Press(Kervelen.Pilot, await Look(text, typed), "Envoyer");

    private Task<IReadOnlyList<Session>> Sessions() => _kervelen.Service<ISessions>().All(Territory, default);

    private async Task<IReadOnlyList<Reply>> Replies(DateOnly? day = null)
    {
        var session = (await Sessions()).Single(s => day is null || DateOnly.FromDateTime(s.Start.Date) == day);
        return await _kervelen.Service<ISessions>().Replies(Territory, session.Id, default);
    }

    private async Task<string> Page(Uri link)
    {
        using var answer = await _kervelen.Bot.Client.GetAsync(link);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        // An encoded « < » stays apart from a real one.
        var html = await answer.Content.ReadAsStringAsync();
        return WebUtility.HtmlDecode(html.Replace("&lt;", "‹", StringComparison.Ordinal)).Replace('\u00a0', ' ');
    }

    private async Task<string> Post(Uri link, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await _kervelen.Bot.Client.PostAsync(link, form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00a0', ' ');
    }
}
