using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using static Concertation.Domain.Tests.Sessions.SampleTable;

namespace Concertation.Domain.Tests.Sessions;

public class ChangeSessionTests
{
    private static readonly TimeZoneInfo Paris = Who.Zone;
    private static readonly SessionTime SameTime = When(new DateOnly(2027, 10, 14), new TimeOnly(9, 30), TimeSpan.FromHours(2));

    private static SessionChange Move(SessionTime to, Session? session = null, DateTimeOffset? at = null) =>
        MoveSession.Decide(session ?? Convened, to, Paris, at ?? Now);

    [Fact]
    public void Another_day_raises_the_sequence_and_asks_the_replies_anew()
    {
        var moved = Move(SameTime with { Day = new DateOnly(2027, 10, 21) }).ShouldBeOfType<SessionChange.Done>();

        moved.Session.Start.ShouldBe(Convened.Start.AddDays(7));
        (moved.Session.Sequence, moved.Session.DatedIn).ShouldBe((1, 1));
        moved.Session.StandsFor(ReplyOf(sequence: 0)).ShouldBeFalse();
        moved.Before.ShouldBe(Convened);
    }

    [Fact]
    public void Another_room_raises_the_sequence_and_lets_the_replies_stand()
    {
        var moved = Move(SameTime with { Place = "Salle des fêtes" }).ShouldBeOfType<SessionChange.Done>();

        (moved.Session.Sequence, moved.Session.DatedIn).ShouldBe((1, 0));
        moved.Session.StandsFor(ReplyOf(sequence: 0)).ShouldBeTrue();
    }

    [Fact]
    public void Moving_a_session_to_where_it_is_changes_nothing() =>
        Move(SameTime).ShouldBeOfType<SessionChange.Done>().Session.ShouldBeSameAs(Convened);

    [Fact]
    public void Moving_into_the_past_is_refused_with_the_field() =>
        Move(SameTime with { Day = new DateOnly(2027, 8, 1) }).ShouldBeOfType<SessionChange.Refused>().Problems
            .ShouldBe([new(ConveneField.Day, ConveneFault.InThePast)]);

    [Fact]
    public void A_session_that_has_begun_or_was_cancelled_is_neither_moved_nor_cancelled()
    {
        var begun = Convened.Start;
        var cancelled = Convened with { State = SessionState.Cancelled };

        Move(SameTime with { Day = new DateOnly(2027, 10, 21) }, at: begun).ShouldBeOfType<SessionChange.Begun>();
        Move(SameTime with { Day = new DateOnly(2027, 10, 21) }, cancelled).ShouldBeOfType<SessionChange.Cancelled>();
        CancelSession.Decide(Convened, null, begun).ShouldBeOfType<SessionChange.Begun>();
    }

    [Fact]
    public void Cancelling_keeps_the_reason_and_raises_the_sequence_once()
    {
        var once = CancelSession.Decide(Convened, " Épisode neigeux ", Now).ShouldBeOfType<SessionChange.Done>().Session;
        var twice = CancelSession.Decide(once, "Autre", Now).ShouldBeOfType<SessionChange.Done>().Session;

        (once.State, once.Sequence, once.CancelReason).ShouldBe((SessionState.Cancelled, 1, "Épisode neigeux"));
        twice.ShouldBeSameAs(once);
    }

    [Fact]
    public void A_report_is_on_one_item_of_the_agenda_at_a_time()
    {
        DysfunctionRef report = new("REM-2027-0001");
        var first = Done(EditAgenda.Putting(Convened, new ItemId("p0"), report, Now));
        var second = Done(EditAgenda.Putting(first, new ItemId("p1"), report, Now));

        second.Agenda.Where(i => i.Reports.Contains(report)).Select(i => i.Id.Value).ShouldBe(["p1"]);
        Done(EditAgenda.Putting(second, new ItemId("p1"), report, Now)).ShouldBeSameAs(second);
        Done(EditAgenda.TakingOff(second, report, Now)).Agenda.ShouldAllBe(i => i.Reports.Count == 0);
        EditAgenda.Putting(Convened, new ItemId("p9"), report, Now).ShouldBeOfType<SessionChange.NoSuchItem>();
        EditAgenda.Putting(Convened, new ItemId("p1"), report, Convened.End).ShouldBeOfType<SessionChange.Begun>();
    }

    [Fact]
    public void An_added_item_gets_the_next_number_or_is_refused()
    {
        var added = Done(EditAgenda.Adding(Convened, new AgendaRow(AgendaItemKind.Discussion, " Logement ", 20, null), Now));

        added.Agenda[^1].ShouldBe(new AgendaItem(new ItemId("p2"), AgendaItemKind.Discussion, "Logement", 20, null, added.Agenda[^1].Reports, false));
        var ofReport = Convened with { Agenda = [.. Convened.Agenda, Convened.Agenda[0] with { Id = new ItemId("rem-2027-0001") }] };
        Done(EditAgenda.Adding(ofReport, new AgendaRow(AgendaItemKind.Discussion, "Logement", 20, null), Now)).Agenda[^1].Id
            .ShouldBe(added.Agenda[^1].Id);
        EditAgenda.Adding(Convened, new AgendaRow(AgendaItemKind.Discussion, "", 20, null), Now)
            .ShouldBeOfType<SessionChange.Refused>().Problems.Single().Fault.ShouldBe(ConveneFault.ItemTitleMissing);
    }

    [Fact]
    public void A_reason_that_says_who_cancels_nothing() => CancelSession.Decide(Convened, "Le Dr Salaün est souffrant", Now)
        .ShouldBeOfType<SessionChange.Refused>().Problems.ShouldBe([new(ConveneField.Reason, ConveneFault.NamesSomeone)]);

    private static Session Done(SessionChange change) => change.ShouldBeOfType<SessionChange.Done>().Session;

    private static Reply ReplyOf(int sequence) =>
        new(Convened.Id, Hospital, ReplyKind.Present, null, Doctor.Id, "D", Now, Way.Chat) { Sequence = sequence };
}
