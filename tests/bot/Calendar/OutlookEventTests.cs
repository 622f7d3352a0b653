using Concertation.Domain.Sessions;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Tests.Kit.Graph;

namespace ConcertationBot.Tests.Calendar;

/// <summary>A session in the convener's Outlook calendar, through the real bot and Graph's own SDK.</summary>
public sealed class OutlookEventTests : IAsyncLifetime
{
    private const string Pilot = "c0ffee00-0000-4000-8000-000000000001";

    private OutlookTerritory _there = null!;

    public async Task InitializeAsync() => _there = await OutlookTerritory.Start();

    public async Task DisposeAsync() => await _there.DisposeAsync();

    [Fact]
    public async Task A_session_becomes_an_event_of_its_convener_with_the_tenants_seats_invited()
    {
        await _there.Convene("convoque la TCT plénière le 14/12 9h30, 2h à la mairie de Kervelen", ("item1title", "Sorties & <b>retours</b>"), ("item1minutes", "30"));

        var made = await _there.Event();
        made.Mailbox.ShouldBe(Pilot);
        made.Subject.ShouldBe("TCT — séance plénière");
        (made.Start, made.End).ShouldBe(("2026-12-14T09:30:00 Europe/Paris", "2026-12-14T11:30:00 Europe/Paris"));
        made.Location.ShouldContain("mairie de Kervelen");
        made.Html.ShouldContain("Sorties &amp; &lt;b&gt;retours&lt;/b&gt;");
        made.JoinUrl.ShouldBeNull();
        made.TransactionId.ShouldBe((await _there.Session()).Id.Value);
        made.Attendees.Count.ShouldBe(7);
        made.Attendees.ShouldContain((OutlookTerritory.HospitalMail, "required"));
        made.Attendees.ShouldNotContain(a => a.Mail.Contains("@had.", StringComparison.Ordinal));
        await _there.UntilEntry(CalendarState.Written);
    }

    [Fact]
    public async Task Who_has_the_event_from_Outlook_gets_no_second_date_by_mail_and_outsiders_do()
    {
        await _there.Convene("convoque la TCT le 14/12 9h30, 2h", chat: false);

        (await _there.Kervelen.Receives(OutlookTerritory.HomeHospital, "Convocation")).Calendar!.ShouldContain("METHOD:REQUEST");
        (await _there.Kervelen.Receives(OutlookTerritory.NursingHome, "Convocation")).ShouldSatisfyAllConditions(
            l => l.Calendar.ShouldBeNull(), l => l.Text.ShouldContain("votre agenda Outlook"));
    }

    [Fact]
    public async Task The_years_dates_come_as_a_file_to_those_only_whom_Outlook_will_not_invite()
    {
        var form = (await _there.Kervelen.Say(Kervelen.Pilot, "planifier l'année de la TCT")).Single(m => m.Card is not null);
        _there.Kervelen.Teams.GoWrong(new Trouble.Failing(403), times: 100);
        await _there.Kervelen.Press(Kervelen.Pilot, form, "Planifier ces séances");

        (await _there.Kervelen.Receives(OutlookTerritory.HomeHospital, "Dates de l’année")).Calendar!.ShouldContain("METHOD:PUBLISH");
        (await _there.Kervelen.Receives(OutlookTerritory.Hospital, "Dates de l’année")).ShouldSatisfyAllConditions(
            l => l.Calendar.ShouldBeNull(), l => l.Text.ShouldNotContain("fichier joint"));
    }

    [Fact]
    public async Task An_online_session_gets_a_Teams_meeting_whose_address_stands_in_the_invitations()
    {
        var followed = await _there.Convene("convoque la TCT le 14/12 9h30, 2h", ("online", "true"));

        var made = await _there.Event();
        made.JoinUrl.ShouldNotBeNull();
        (await _there.Kervelen.Receives(OutlookTerritory.HomeHospital, "Convocation")).Text.ShouldContain(made.JoinUrl);
        (await _there.Session()).OnlineUrl.ShouldBe(made.JoinUrl);

        // Moved, it keeps the meeting and the way to join.
        var form = await _there.Kervelen.Press(Kervelen.Pilot, followed, "Déplacer");
        await _there.Kervelen.Press(Kervelen.Pilot, form, "Déplacer et prévenir", ("day", "2026-12-21"));
        await _there.Until(g => g.Events[0].Start.StartsWith("2026-12-21", StringComparison.Ordinal), "the event moves");
        _there.Graph.Events.ShouldHaveSingleItem().JoinUrl.ShouldBe(made.JoinUrl);
    }

    [Fact]
    public async Task A_typed_address_stays_and_no_Teams_meeting_is_made()
    {
        await _there.Convene("convoque la TCT le 14/12 9h30, 2h", ("online", "true"), ("onlineurl", "https://visio.example/salle"));

        var made = await _there.Event();
        made.JoinUrl.ShouldBeNull();
        made.Html.ShouldContain("https://visio.example/salle");
        (await _there.Session()).OnlineUrl.ShouldBe("https://visio.example/salle");
    }

    [Fact]
    public async Task A_move_moves_the_event_and_a_cancellation_cancels_it_with_its_reason()
    {
        var followed = await _there.Convene("convoque la TCT le 14/12 9h30, 2h");
        await _there.Event();

        var form = await _there.Kervelen.Press(Kervelen.Pilot, followed, "Déplacer");
        await _there.Kervelen.Press(Kervelen.Pilot, form, "Déplacer et prévenir", ("day", "2026-12-21"), ("place", "Salle 3"));
        await _there.Until(g => g.Events[0].Start == "2026-12-21T09:30:00 Europe/Paris", "the event moves");
        _there.Graph.Events[0].Location.ShouldBe("Salle 3");

        var question = await _there.Kervelen.Press(Kervelen.Pilot, followed, "Annuler la séance");
        await _there.Kervelen.Press(Kervelen.Pilot, question, "Annuler la séance et prévenir", ("reason", "Épisode neigeux"));
        await _there.Until(g => g.Events[0].Gone, "the event is cancelled");
        _there.Graph.Events.ShouldHaveSingleItem().CancelComment.ShouldBe("Épisode neigeux");
        await _there.UntilEntry(CalendarState.Cancelled);
        _there.Graph.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_lost_and_a_kill_leave_one_event()
    {
        (_there.Graph.Trouble, _there.Graph.TroubleLasts) = (GraphTrouble.AnswerLost, 1);
        await _there.Convene("convoque la TCT le 14/12 9h30, 2h");
        await _there.Kervelen.Hears(OutlookTerritory.Hospital, "Réponse attendue");
        (await _there.Entry())!.Event.ShouldBeNull();

        await _there.Restart();
        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(5));

        await _there.UntilEntry(CalendarState.Written);
        var made = await _there.Event();
        made.Sendings.ShouldBe(1);
        (await _there.Entry())!.Event.ShouldBe(made.Id);
        _there.Graph.Requests.Count(r => r.Method == "POST").ShouldBe(2);
    }

    [Fact]
    public async Task A_session_cancelled_before_its_event_was_heard_of_leaves_none()
    {
        (_there.Graph.Trouble, _there.Graph.TroubleLasts) = (GraphTrouble.AnswerLost, 1);
        var followed = await _there.Convene("convoque la TCT le 14/12 9h30, 2h");
        await _there.Kervelen.Hears(OutlookTerritory.Hospital, "Réponse attendue");

        var question = await _there.Kervelen.Press(Kervelen.Pilot, followed, "Annuler la séance");
        await _there.Kervelen.Press(Kervelen.Pilot, question, "Annuler la séance et prévenir");
        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(5));

        await _there.UntilEntry(CalendarState.Cancelled);
        _there.Graph.Events.ShouldHaveSingleItem().Gone.ShouldBeTrue();
    }

    [Theory]
    [InlineData(GraphTrouble.Throttled)]
    [InlineData(GraphTrouble.Overloaded)]
    public async Task A_Graph_that_says_later_holds_up_no_invitation_and_is_asked_again_when_it_said(GraphTrouble trouble)
    {
        (_there.Graph.Trouble, _there.Graph.RetryAfter) = (trouble, TimeSpan.FromMinutes(10));
        await _there.Convene("convoque la TCT le 14/12 9h30, 2h");
        await _there.Kervelen.Hears(OutlookTerritory.Hospital, "Réponse attendue");
        await _there.Kervelen.Receives(OutlookTerritory.HomeHospital, "Convocation");
        _there.Graph.Requests.Count.ShouldBe(1);

        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(9));
        await Task.Delay(1500);
        _there.Graph.Requests.Count.ShouldBe(1);

        _there.Graph.Trouble = GraphTrouble.None;
        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(2));
        await _there.UntilEntry(CalendarState.Written);
        _there.Kervelen.FromBot(OutlookTerritory.Hospital).Count.ShouldBe(1);
        _there.Kervelen.Letters().Count(l => l.Subject.StartsWith("Convocation", StringComparison.Ordinal)).ShouldBe(7);
    }

    [Fact]
    public async Task A_Graph_that_says_nothing_holds_up_an_invitation_a_few_seconds()
    {
        (_there.Graph.Trouble, _there.Graph.TroubleLasts) = (GraphTrouble.Silent, 1);
        await _there.Convene("convoque la TCT le 14/12 9h30, 2h");

        await _there.Kervelen.Hears(OutlookTerritory.Hospital, "Réponse attendue");
        _there.Graph.Events.ShouldBeEmpty();
        await _there.UntilEntry(CalendarState.Waiting);
        await _there.Until(g => g.Requests.Count == 1, "the client gives up");
        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(5));
        await _there.UntilEntry(CalendarState.Written);
    }

    [Fact]
    public async Task Refused_for_lack_of_permission_the_date_goes_by_mail_and_the_permission_is_asked_for_again()
    {
        _there.Graph.Trouble = GraphTrouble.Forbidden;
        await _there.Convene("convoque la TCT le 14/12 9h30, 2h", chat: false);

        (await _there.Kervelen.Receives(OutlookTerritory.NursingHome, "Convocation")).Calendar!.ShouldContain("METHOD:REQUEST");
        (await _there.Entry())!.ShouldSatisfyAllConditions(e => e.State.ShouldBe(CalendarState.Refused), e => e.Code.ShouldBe("ErrorAccessDenied"));
        (await _there.Kervelen.Receives(Kervelen.Pilot, "Événement Outlook refusé")).Text.ShouldContain("L’événement Outlook n’a pas pu être créé\u00a0: le bot n’a pas le droit");
        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(61));
        await _there.Until(g => g.Requests.Count > 1, "asked again after an hour");

        _there.Graph.Trouble = GraphTrouble.None;
        // The second refusal is perhaps still being noted: what is asked for an hour after it isn't due yet then.
        await _there.UntilEntry(CalendarState.Written, () => _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(61)));
    }
}
