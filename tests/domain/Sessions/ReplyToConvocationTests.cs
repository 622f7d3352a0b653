using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using static Concertation.Domain.Tests.Sessions.SampleTable;

namespace Concertation.Domain.Tests.Sessions;

public class ReplyToConvocationTests
{
    private static ReplyOutcome Reply(
        Actor by, ReplyKind kind = ReplyKind.Present, string? who = null, Session? session = null, SeatId? seat = null,
        int? seen = 0, DateTimeOffset? at = null) =>
        ReplyToConvocation.Decide(
            session ?? Convened, Who, by,
            new ReplyCommand(Convened.Id, seat ?? Hospital, kind, who, seen, new OperationId("op")), at ?? Now);

    [Fact]
    public void Holder_substitute_and_pilote_may_answer_for_a_seat()
    {
        Reply(Doctor).ShouldBeOfType<ReplyOutcome.Noted>().OnBehalf.ShouldBeFalse();
        Reply(Substitute).ShouldBeOfType<ReplyOutcome.Noted>().Reply.By.ShouldBe(Substitute.Id);
        Reply(Pilot).ShouldBeOfType<ReplyOutcome.Noted>().OnBehalf.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_answers_for_another_s_seat_nor_for_a_seat_that_is_not_called()
    {
        Reply(Nurse).ShouldBeOfType<ReplyOutcome.NotYours>();
        Reply(Pilot, seat: new SeatId("inconnu")).ShouldBeOfType<ReplyOutcome.NotYours>();
        Reply(Pilot, seat: Carers, session: Convened with { Format = SessionFormat.Restricted }).ShouldBeOfType<ReplyOutcome.NotYours>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void Being_represented_needs_by_whom(string? who) =>
        Reply(Doctor, ReplyKind.Represented, who).ShouldBeOfType<ReplyOutcome.WhoIsMissing>();

    [Fact]
    public void Who_comes_instead_is_said_in_at_most_120_characters()
    {
        Reply(Doctor, ReplyKind.Represented, new string('x', 121)).ShouldBeOfType<ReplyOutcome.WhoIsTooLong>();
        Reply(Doctor, ReplyKind.Represented, " ma cadre ").ShouldBeOfType<ReplyOutcome.Noted>().Reply.RepresentedBy.ShouldBe("ma cadre");
        Reply(Doctor, ReplyKind.Present, "ma cadre").ShouldBeOfType<ReplyOutcome.Noted>().Reply.RepresentedBy.ShouldBeNull();
    }

    [Fact]
    public void A_session_cancelled_or_over_takes_no_answer()
    {
        Reply(Doctor, session: Convened with { State = SessionState.Cancelled }).ShouldBeOfType<ReplyOutcome.Cancelled>();
        Reply(Doctor, at: Convened.End).ShouldBeOfType<ReplyOutcome.Over>();
        Reply(Doctor, at: Convened.End.AddTicks(-1)).ShouldBeOfType<ReplyOutcome.Noted>();
    }

    [Fact]
    public void An_answer_to_a_date_that_changed_since_is_not_noted()
    {
        var moved = Convened with { Sequence = 2, DatedIn = 1 };

        Reply(Doctor, session: moved, seen: 0).ShouldBeOfType<ReplyOutcome.MovedMeanwhile>();
        Reply(Doctor, session: moved, seen: 1).ShouldBeOfType<ReplyOutcome.Noted>().Reply.Sequence.ShouldBe(2);
        Reply(Doctor, session: moved, seen: null).ShouldBeOfType<ReplyOutcome.Noted>();
    }

    [Fact]
    public void Attendance_counts_by_college_and_waits_for_those_who_answered_another_date()
    {
        var moved = Convened with { Sequence = 1, DatedIn = 1 };
        Reply Of(SeatId seat, ReplyKind kind, int sequence) =>
            new(Convened.Id, seat, kind, null, Doctor.Id, "D", Now, Way.Chat) { Sequence = sequence };

        var attendance = Attendance.Of(
            moved, TctTable, Who, [Of(Hospital, ReplyKind.Present, 1), Of(Nursing, ReplyKind.Present, 0)]);

        attendance.Colleges.Select(c => c.College.Name).ShouldBe(["Sanitaire", "Usagers"]);
        attendance.Count(ReplyKind.Present).ShouldBe(1);
        attendance.WithoutReply.Select(s => s.Seat.Id).ShouldBe([Nursing, Carers]);
    }
}
