using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Sessions;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Calendar;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Sessions;

/// <summary>A table's year planned in one card, through the real bot.</summary>
public sealed class PlanYearJourneyTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";
    private const string HomeHospital = "maiwenn-le-brouillon";

    private static readonly TerritoryId Territory = new("pays-de-kervelen");

    private Kervelen _kervelen = null!;

    public async Task InitializeAsync() => _kervelen = await Kervelen.Start();

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task One_card_plans_the_year_of_a_table_and_each_person_gets_one_message()
    {
        var form = await Form("planifier l'année de la TCT");
        form.Input("date1day").ShouldBe("2027-10-12");
        form.Input("date2day").ShouldBe("2027-11-09");
        form.Card!.Value.GetRawText().ShouldContain("Séance restreinte");

        var planned = await _kervelen.Press(Kervelen.Pilot, form, "Planifier ces séances", ("date1time", "14:00"), ("place", "Salle du conseil"));

        planned.Says("2 séances sont prévues").ShouldBeTrue(planned.Words);
        planned.Says("Mardi 12 octobre 2027 à 14 h").ShouldBeTrue(planned.Words);
        (await Sessions()).ShouldAllBe(s => s.State == SessionState.Planned);
        var told = await _kervelen.Hears(Hospital, "Dates de l’année : TCT");
        told.Says("Mardi 9 novembre 2027").ShouldBeTrue(told.Words);
        told.Buttons.ShouldBeEmpty();
        // Whose seat isn't restricted has one date.
        (await _kervelen.Receives(HomeHospital, "Dates de l’année")).Text.ShouldNotContain("novembre");
        await _kervelen.Press(Kervelen.Pilot, form, "Planifier ces séances");
        (await Sessions()).Count.ShouldBe(2);
        _kervelen.FromBot(Hospital).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_dates_come_by_mail_with_a_calendar_file_that_the_convocation_later_updates()
    {
        var form = await Form("planifier l'année de la TCT");
        // Chat takes no message to anybody: mail is the road for all.
        _kervelen.Teams.GoWrong(new Trouble.Failing(403), times: 100);
        await _kervelen.Press(Kervelen.Pilot, form, "Planifier ces séances", ("place", "Salle du conseil"));
        var letter = await _kervelen.Receives(Hospital, "Dates de l’année");

        letter.Text.ShouldContain("Le fichier joint ajoute ces dates à votre agenda.");
        var dates = await IcalReader.Read(letter.Calendar!);
        dates.Method.ShouldBe("PUBLISH");
        dates.Name.ShouldBeNull();
        dates.Events.ShouldAllBe(e => e.Status == "TENTATIVE");
        dates.Events.Select(e => e.StartLocal).ShouldBe(["2027-10-12T09:30:00", "2027-11-09T09:30:00"]);
        dates.Events.ShouldAllBe(e => e.Location == "Salle du conseil" && e.Attendees.Count == 0);
        (await IcalReader.Read((await _kervelen.Receives(HomeHospital, "Dates de l’année")).Calendar!)).Event.Uid.ShouldBe(dates.Events[0].Uid);

        var planned = (await Sessions())[0];
        await _kervelen.Press(Kervelen.Pilot, "card", "sessions.conveneplanned", SessionKeys.Of(planned));
        var invited = (await IcalReader.Read((await _kervelen.Receives(Hospital, "Convocation")).Calendar!)).Event;
        invited.Uid.ShouldBe(dates.Events[0].Uid);
        (invited.Sequence, invited.Stamp >= dates.Events[0].Stamp).ShouldBe((dates.Events[0].Sequence, true));
    }

    [Fact]
    public async Task A_planned_session_moves_is_cancelled_and_is_convened_by_a_click_or_when_its_agenda_is_due()
    {
        await _kervelen.Press(Kervelen.Pilot, await Form("planifier l'année de la TCT"), "Planifier ces séances");
        await _kervelen.Hears(Hospital, "Dates de l’année");
        var move = (await _kervelen.Say(Kervelen.Pilot, "déplace la TCT du 12 octobre 2027 au 19 octobre 2027")).Single(m => m.Card is not null);
        var moved = await _kervelen.Press(Kervelen.Pilot, move, "Déplacer et prévenir");
        moved.Says("Séance prévue").ShouldBeTrue(moved.Words);
        var news = await _kervelen.Hears(Hospital, "Nouvelle date");
        news.Says("rien à répondre pour l’instant").ShouldBeTrue(news.Words);

        moved.Says("Sollicitations de la semaine").ShouldBeTrue(moved.Words);
        var convened = await _kervelen.Press(Kervelen.Pilot, moved, "Convoquer maintenant");
        convened.Says("14 convocations partent").ShouldBeTrue(convened.Words);
        var card = await _kervelen.Hears(Hospital, "Réponse attendue");
        card.Says("mardi 19 octobre 2027").ShouldBeTrue();
        card.Says("Nouvelle date").ShouldBeFalse();

        // The restricted one of 9 November: its agenda is due fifteen days before, on Monday 25 October.
        _kervelen.Clock.Advance(new DateTimeOffset(2027, 10, 22, 9, 0, 0, TimeSpan.Zero) - _kervelen.Clock.GetUtcNow());
        await Task.Delay(1500);
        (await Sessions())[1].State.ShouldBe(SessionState.Planned);
        _kervelen.Clock.Advance(TimeSpan.FromDays(3));
        await _kervelen.Hears(Hospital, "mardi 9 novembre 2027");
        (await Sessions())[1].State.ShouldBe(SessionState.Convened);
    }

    [Fact]
    public async Task Monthly_dates_avoid_holidays_and_what_is_wrong_is_told_at_its_line()
    {
        var form = await Form("planifier l'année 2027 de la TCT");
        var monthly = await _kervelen.Press(Kervelen.Pilot, form, "Proposer d’autres dates", ("rhythm", "monthly"));
        monthly.Input("date1day").ShouldBe("2027-01-12");
        monthly.Inputs().Count(i => i.Input.EndsWith("keep", StringComparison.Ordinal)).ShouldBe(11);

        var wrong = await _kervelen.Press(
            Kervelen.Pilot, monthly, "Planifier ces séances", ("date2day", "2027-01-12"), ("date2time", "10:30"), ("date3day", "2020-01-01"), ("date4keep", "false"));

        wrong.Says("déjà prévue ce jour-là à 9 h 30").ShouldBeTrue(wrong.Words);
        wrong.Says("Ce moment est déjà passé").ShouldBeTrue(wrong.Words);
        wrong.Input("date4keep").ShouldBe("false");
        (await Sessions()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_does_not_meet_twice_at_once()
    {
        await _kervelen.Press(Kervelen.Pilot, await Form("planifier l'année de la TCT"), "Planifier ces séances");

        var form = await Form("convoque la TCT le 12 octobre 2027 à 10h, 2h");
        form.Says("Une séance de cette table est déjà prévue ce jour-là à 9 h 30").ShouldBeTrue(form.Words);
        var later = await _kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("time", "14:00"));
        later.Says("déjà prévue ce jour-là, à 9 h 30").ShouldBeTrue(later.Words);
        var move = (await _kervelen.Say(Kervelen.Pilot, "déplace la TCT du 9 novembre 2027")).Single(m => m.Card is not null);
        var refused = await _kervelen.Press(Kervelen.Pilot, move, "Déplacer et prévenir", ("day", "2027-10-12"), ("time", "11:00"));
        refused.Says("déjà prévue ce jour-là à 9 h 30").ShouldBeTrue(refused.Words);
        // Another table may.
        (await Form("convoque la TCS le 12 octobre 2027 à 10h, 2h")).Says("déjà prévue").ShouldBeFalse();
    }

    private async Task<Heard> Form(string text) =>
        (await _kervelen.Say(Kervelen.Pilot, text)).Single(m => m.Card is not null);

    private Task<IReadOnlyList<Session>> Sessions() => _kervelen.Service<ISessions>().All(Territory, default);
}
