using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Work.Calendar;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Tests.Kit.Graph;

namespace ConcertationBot.Tests.Calendar;

/// <summary>Answers given in Outlook, by card and by link are one record.</summary>
public sealed class OutlookReplyTests : IAsyncLifetime
{
    private OutlookTerritory _there = null!;

    public async Task InitializeAsync() => _there = await OutlookTerritory.Start();

    public async Task DisposeAsync() => await _there.DisposeAsync();

    [Theory]
    [InlineData("accepted", ReplyKind.Present, "Présence confirmée")]
    [InlineData("declined", ReplyKind.Absent, "Absence annoncée")]
    [InlineData("tentativelyAccepted", ReplyKind.Tentative, "Réponse provisoire")]
    public async Task What_is_answered_in_Outlook_becomes_the_seats_reply(string response, ReplyKind kind, string shown)
    {
        var followed = await _there.Convene("convoque la TCT le 14/12 9h30, 2h");
        var made = await Made();
        _there.Graph.Answer(made, OutlookTerritory.HospitalMail.ToUpperInvariant(), response);

        // By itself, within five minutes.
        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(6));
        await UntilReply("tct-ch");

        var reply = (await _there.ReplyOf("tct-ch"))!;
        reply.ShouldSatisfyAllConditions(
            r => r.Kind.ShouldBe(kind), r => r.Way.ShouldBe(Way.Calendar), r => r.ByName.ShouldBe("Yann Kerimagin"));
        var fresh = await _there.Kervelen.Press(Kervelen.Pilot, followed, "Actualiser");
        fresh.Says(shown.ToLowerInvariant()).ShouldBeTrue(fresh.Words);
        fresh.Says("13 sans réponse").ShouldBeTrue();
        fresh.Says("1 réponse provisoire").ShouldBe(kind == ReplyKind.Tentative);
        (await Read()).ShouldBe(0);
    }

    [Fact]
    public async Task The_last_answer_given_stands_whichever_was_read_last()
    {
        await _there.Convene("convoque la TCT le 14/12 9h30, 2h");
        var made = await Made();
        var card = await _there.Kervelen.Hears(OutlookTerritory.Hospital, "Réponse attendue");
        var before = _there.Kervelen.Clock.GetUtcNow();
        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(2));
        await _there.Kervelen.Press(OutlookTerritory.Hospital, card, "Présent");

        _there.Graph.Answer(made, OutlookTerritory.HospitalMail, "declined", before.AddMinutes(1));
        (await Read()).ShouldBe(0);
        (await _there.ReplyOf("tct-ch"))!.Kind.ShouldBe(ReplyKind.Present);

        _there.Graph.Answer(made, OutlookTerritory.HospitalMail, "declined", before.AddMinutes(3));
        (await Read()).ShouldBe(1);
        (await _there.ReplyOf("tct-ch"))!.Kind.ShouldBe(ReplyKind.Absent);

        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(3));
        await _there.Kervelen.Press(OutlookTerritory.Hospital, card, "Présent");
        (await Read()).ShouldBe(0);
        (await _there.ReplyOf("tct-ch"))!.Kind.ShouldBe(ReplyKind.Present);
        var trace = await _there.Kervelen.Service<ISessions>().ReplyHistory(
            OutlookTerritory.Territory, (await _there.Session()).Id, new SeatId("tct-ch"), default);
        trace.Select(r => (r.Kind, r.Way)).ShouldBe(
            [(ReplyKind.Present, Way.Chat), (ReplyKind.Absent, Way.Calendar), (ReplyKind.Present, Way.Chat)]);
    }

    [Fact]
    public async Task A_substitute_to_whom_it_was_forwarded_answers_for_the_seat_and_a_stranger_for_none()
    {
        await _there.Convene("convoque la TCT le 14/12 9h30, 2h");
        var made = await Made();
        _there.Graph.Answer(made, "soizic.lanpapier@ch.kervelen.example", "accepted");
        _there.Graph.Answer(made, "quelqu.un@ailleurs.example", "declined");

        (await Read()).ShouldBe(1);

        var reply = (await _there.ReplyOf("tct-ch"))!;
        (reply.Kind, reply.ByName).ShouldBe((ReplyKind.Present, "Soizic Lanpapier"));
    }

    [Fact]
    public async Task An_answer_to_the_old_date_says_nothing_of_the_new_one()
    {
        var followed = await _there.Convene("convoque la TCT le 14/12 9h30, 2h");
        var made = await Made();
        _there.Graph.Answer(made, OutlookTerritory.HospitalMail, "accepted");
        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(1));
        var form = await _there.Kervelen.Press(Kervelen.Pilot, followed, "Déplacer");
        await _there.Kervelen.Press(Kervelen.Pilot, form, "Déplacer et prévenir", ("day", "2026-12-21"));
        await _there.Until(g => g.Events[0].Start.StartsWith("2026-12-21", StringComparison.Ordinal), "the event moves");
        await _there.UntilEntry(CalendarState.Written);

        (await Read()).ShouldBe(0);
        (await _there.ReplyOf("tct-ch")).ShouldBeNull();

        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(1));
        _there.Graph.Answer(made, OutlookTerritory.HospitalMail, "tentativelyAccepted");
        (await Read()).ShouldBe(1);
    }

    [Fact]
    public async Task Graph_is_not_asked_about_sessions_that_are_over_or_while_it_says_later()
    {
        await _there.Convene("convoque la TCT le 14/12 9h30, 2h");
        var made = await Made();
        await _there.UntilEntry(CalendarState.Written);
        _there.Graph.Answer(made, OutlookTerritory.HospitalMail, "accepted");
        _there.Graph.Trouble = GraphTrouble.Throttled;
        (await Read()).ShouldBe(0);
        _there.Graph.Trouble = GraphTrouble.None;

        _there.Kervelen.Clock.Advance(TimeSpan.FromDays(22));
        var asked = _there.Graph.Requests.Count;
        (await Read()).ShouldBe(0);
        _there.Graph.Requests.Count.ShouldBe(asked);
    }

    /// <summary>The event, once the bot knows of it: answers are read for no other.</summary>
    private async Task<StandInEvent> Made()
    {
        await _there.UntilEntry(CalendarState.Written);
        return await _there.Event();
    }

    private Task<int> Read() => _there.Kervelen.Service<ReadCalendarReplies>().Run(OutlookTerritory.Territory, default);

    private async Task UntilReply(string seat)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await _there.ReplyOf(seat) is null)
        {
            patience.IsCancellationRequested.ShouldBeFalse("a reply comes");
            await Task.Delay(25);
        }
    }
}
