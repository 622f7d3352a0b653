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
    public void A_reason_that_says_who_cancels_nothing() => CancelSession.Decide(Convened, "Le Dr Salaün est souffrant", Now)
        .ShouldBeOfType<SessionChange.Refused>().Problems.ShouldBe([new(ConveneField.Reason, ConveneFault.NamesSomeone)]);

    private static Reply ReplyOf(int sequence) =>
        new(Convened.Id, Hospital, ReplyKind.Present, null, Doctor.Id, "D", Now, Way.Chat) { Sequence = sequence };
}
