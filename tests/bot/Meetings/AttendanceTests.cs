using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Meetings;

/// <summary>Who is noted as there, whatever comes between: those who leave, trials of the meeting, chats that come back, guests, proxies.</summary>
public sealed class AttendanceTests : IAsyncLifetime
{
    private const string Hospital = "yann-kerimagin";

    private static readonly SimulatedGroup Chat = new("19:meeting_mensuelle@thread.v2", "groupChat");

    private Kervelen _kervelen = null!;
    private HeldSession _held = null!;

    public async Task InitializeAsync()
    {
        _kervelen = await Kervelen.Start();
        _held = new HeldSession(_kervelen);
        await _held.Convene();
    }

    public async Task DisposeAsync() => await _kervelen.DisposeAsync();

    [Fact]
    public async Task A_sheet_saved_again_does_not_bring_back_who_left()
    {
        await _held.ItsTime();
        await _held.Press("run.start");
        await Joins(joined: true);
        _kervelen.Clock.Advance(TimeSpan.FromMinutes(30));
        await Joins(joined: false);
        var left = (await _held.Record()).Presences.Single();

        await _held.Press("presence.save", ($"s-{left.Seat}", "remote"), ("s-tct-ccas", "room"));

        (await _held.Record()).Presences.Single(p => p.Seat == left.Seat).ShouldBe(left);
        (await _held.Record()).Presences.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Trying_the_meeting_hours_before_makes_nobody_present()
    {
        var start = (await _held.Session()).Start;
        _kervelen.Clock.Advance(start - _kervelen.Clock.GetUtcNow() - TimeSpan.FromHours(11));
        await Joins(joined: true);
        (await _held.Record()).Presences.ShouldBeEmpty();

        _kervelen.Clock.Advance(TimeSpan.FromHours(10.5));
        await Joins(joined: true);
        (await _held.Record()).Presences.Single().LeftAt.ShouldBeNull();
        await Joins(joined: false);
        (await _held.Record()).Presences.ShouldAllBe(p => p.LeftAt != null, "who goes before the session begins only tried");
    }

    [Fact]
    public async Task A_chat_that_comes_back_next_month_leaves_last_months_session_as_it_was()
    {
        await _held.ItsTime();
        await _kervelen.Mention(Kervelen.Pilot, Chat, "on commence");
        await _kervelen.Mention(Kervelen.Pilot, Chat, "fin de séance");
        _kervelen.Clock.Advance(TimeSpan.FromDays(30));

        await _kervelen.Meets(Hospital, Chat, joined: true);

        (await _held.Record()).Presences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chat_that_comes_back_fills_the_session_whose_meeting_it_is_now()
    {
        await _held.ItsTime();
        await _kervelen.Mention(Kervelen.Pilot, Chat, "on commence");
        var next = await NextMonth();
        await _kervelen.Service<ISessions>().Save(next.With(next.Value with
        {
            OnlineUrl = "https://teams.example/l/meetup-join/19%3ameeting_mensuelle%40thread.v2/0",
        }), [], default);
        _kervelen.Clock.Advance(next.Value.Start - _kervelen.Clock.GetUtcNow() - TimeSpan.FromMinutes(5));

        await _kervelen.Meets(Hospital, Chat, joined: true);

        (await Presences(next.Value.Id)).ShouldHaveSingleItem().LeftAt.ShouldBeNull();
        (await Presences((await First()).Id)).ShouldBeEmpty("nobody ended the first one: it is over all the same");
    }

    [Fact]
    public async Task Who_joins_after_the_minutes_are_written_changes_no_attendance()
    {
        await _held.ItsTime();
        await _held.Press("run.start");
        await _held.Press("run.end");
        await _held.Press("minutes.circulate", ("version", "1"));
        var run = (await _held.Record()).Run!;
        await _kervelen.Service<IMeetings>().SaveRun(HeldSession.Territory, run.Value with { EndedAt = null }, run.Version, default);

        await Joins(joined: true);

        (await _held.Record()).Presences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_proxy_that_is_refused_leaves_the_one_given_before()
    {
        var (roster, give, pilot) = (await _held.Roster(), _kervelen.Service<GiveProxy>(), await _held.Actor());
        var session = await _held.Session();
        var table = roster.TableOf(session.Table)!;
        var seats = table.Seats.Where(s => s.Voice == Voice.Deliberative && roster.Mandates.ContainsKey(s.Id)).Select(s => s.Id).ToList();
        for (var i = 0; i < table.Rules.Sessions.ProxiesPerHolder; i++)
        {
            (await give.Run(pilot, session.Id, seats[3 + i], seats[1], default)).ShouldBeOfType<ProxyOutcome.Given>();
        }

        (await give.Run(pilot, session.Id, seats[2], seats[0], default)).ShouldBeOfType<ProxyOutcome.Given>();
        (await give.Run(pilot, session.Id, seats[2], seats[1], default)).ShouldBeOfType<ProxyOutcome.Full>();

        (await _held.Record()).Proxies.Single(p => p.From == seats[2]).To.ShouldBe(seats[0]);
    }

    [Fact]
    public async Task A_guest_noted_wrongly_is_taken_out_until_the_minutes()
    {
        await _held.ItsTime();
        await _held.Press("run.start");
        await _held.Press("presence.guest", ("name", "Armel Invitée"));
        var sheet = await _held.Press("presence.guest", ("name", "Loeiza Invitée"), ("structure", "Observatoire"));
        var wrong = (await _held.Record()).Guests.Single(g => g.Name == "Armel Invitée").Id.Value;

        (await _kervelen.Press(Kervelen.Pilot, sheet, "Retirer")).Says("Quel invité faut-il retirer").ShouldBeTrue();
        (await _held.Record()).Guests.Count.ShouldBe(2);
        var without = await _kervelen.Press(Kervelen.Pilot, sheet, "Retirer", ("guest", wrong));
        without.Says("Invité retiré").ShouldBeTrue(without.Words);
        without.Says("Armel Invitée").ShouldBeFalse(without.Words);
        (await _kervelen.Press(Kervelen.Pilot, sheet, "Retirer", ("guest", wrong))).Says("Invité retiré").ShouldBeTrue("pressed twice, it is done");
        (await _kervelen.Press(Hospital, "1", "presence.guestout", await _held.Data(("guest", wrong)))).Says("Seules les personnes").ShouldBeTrue();

        await _held.Press("run.end");
        await _held.Press("minutes.circulate", ("version", "1"));
        var kept = (await _held.Record()).Guests.Single();
        (await _held.Press("presence.guestout", ("guest", kept.Id.Value))).Says("déjà rédigé").ShouldBeTrue();
        (await _held.Record()).Guests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Turning_a_page_or_noting_a_guest_loses_nothing_that_was_chosen()
    {
        await _held.ItsTime();
        await _held.Press("run.start");
        var first = (await _kervelen.Say(Kervelen.Pilot, "feuille de présence")).Single();

        var second = await _kervelen.Press(Kervelen.Pilot, first, "Sièges suivants", ("s-tct-ccas", "room"));
        second.Says("Sièges 13 à 14 sur 14").ShouldBeTrue(second.Words);
        (await _held.Record()).Presences.ShouldHaveSingleItem().Seat.Value.ShouldBe("tct-ccas");

        var guest = await _kervelen.Press(Kervelen.Pilot, second, "Noter l’invité", ("s-tct-ars", "remote"), ("name", "Armel Invitée"));
        guest.Says("Sièges 13 à 14 sur 14").ShouldBeTrue(guest.Words);
        (await _held.Record()).Presences.Single(p => p.Seat.Value == "tct-ars").Mode.ShouldBe(PresenceMode.Remote);
        (await _held.Record()).Guests.ShouldHaveSingleItem();

        var back = await _kervelen.Press(Kervelen.Pilot, guest, "Sièges précédents");
        back.Says("Sièges 1 à 12 sur 14").ShouldBeTrue(back.Words);
        (await _held.Record()).Presences.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Looking_through_the_sheet_the_week_before_notes_nothing()
    {
        var first = await _held.Press("presence.show");
        (await _kervelen.Press(Kervelen.Pilot, first, "Sièges suivants")).Says("Sièges 13 à 14 sur 14").ShouldBeTrue();
        (await _kervelen.Press(Kervelen.Pilot, first, "Sièges suivants", ("s-tct-ccas", "room"))).Says("à partir de la veille").ShouldBeTrue();
        (await _held.Record()).Presences.ShouldBeEmpty();
    }

    private async Task Joins(bool joined) => await _kervelen.Service<NoteMeetingJoin>().Run(
        HeldSession.Territory, (await _held.Session()).Id, new PersonId(Hospital), joined, default);

    private async Task<Session> First() => (await _kervelen.Service<ISessions>().All(HeldSession.Territory, default)).MinBy(s => s.Start)!;

    private async Task<IReadOnlyList<Presence>> Presences(SessionId session) =>
        (await _kervelen.Service<IMeetings>().Of(HeldSession.Territory, session, default)).Presences;

    private async Task<Versioned<Session>> NextMonth()
    {
        var form = (await _kervelen.Say(Kervelen.Pilot, "convoque la TCT plénière le 11/01/2027 9h30, 2h")).Single();
        var look = await _kervelen.Press(Kervelen.Pilot, form, "Vérifier", ("item1title", "Suite"), ("item1minutes", "30"));
        await _kervelen.Press(Kervelen.Pilot, look, "Envoyer les convocations");
        var next = (await _kervelen.Service<ISessions>().All(HeldSession.Territory, default)).MaxBy(s => s.Start)!;
        return (await _kervelen.Service<ISessions>().Get(HeldSession.Territory, next.Id, default))!;
    }
}
