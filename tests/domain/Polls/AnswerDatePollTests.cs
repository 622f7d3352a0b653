using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using static Concertation.Domain.Polls.Availability;
using static Concertation.Domain.Tests.Polls.SamplePoll;
using static Concertation.Domain.Tests.Sessions.SampleTable;

namespace Concertation.Domain.Tests.Polls;

public class AnswerDatePollTests
{
    private static PollAnswerOutcome Decide(
        Actor by, SeatId seat, DatePoll? poll = null, PollAnswer? standing = null, DateTimeOffset? now = null, params SlotAnswer[] said) =>
        AnswerDatePoll.Decide(
            poll ?? Poll, Who, by, new PollAnswerCommand(Poll.Id, seat, said.Length == 0 ? [new(First, Yes)] : said, new("o2")), standing, now ?? Now);

    [Fact]
    public void Holder_and_substitute_answer_for_their_seat_and_nobody_else_does()
    {
        Decide(Doctor, Hospital).ShouldBeOfType<PollAnswerOutcome.Noted>();
        Decide(Substitute, Hospital).ShouldBeOfType<PollAnswerOutcome.Noted>();
        Decide(Nurse, Hospital).ShouldBeOfType<PollAnswerOutcome.NotYours>();
        Decide(Pilot, Hospital).ShouldBeOfType<PollAnswerOutcome.NotYours>();
        Decide(Doctor, new SeatId("nobody")).ShouldBeOfType<PollAnswerOutcome.NotYours>();
        Decide(Doctor, Carers).ShouldBeOfType<PollAnswerOutcome.NotYours>();
    }

    [Fact]
    public void What_an_answer_leaves_out_keeps_what_was_said_before_and_past_dates_are_no_longer_answered()
    {
        var before = Answer(Hospital, Doctor, Yes, IfNeeded, No);

        var noted = Decide(Substitute, Hospital, standing: before, now: Poll.Slots[0].Start, said: [new(First, No), new(Third, Yes)])
            .ShouldBeOfType<PollAnswerOutcome.Noted>().Answer;

        noted.Slots.ShouldBe([new(First, Yes), new(Second, IfNeeded), new(Third, Yes)]);
        noted.By.ShouldBe(Substitute.Id);
    }

    [Fact]
    public void What_somebody_who_left_had_said_is_not_taken_over()
    {
        var before = Answer(Hospital, Nurse, Yes, Yes, Yes);

        Decide(Doctor, Hospital, standing: before, said: [new(Second, No)]).ShouldBeOfType<PollAnswerOutcome.Noted>()
            .Answer.Slots.ShouldBe([new(Second, No)]);
    }

    [Fact]
    public void An_answer_to_nothing_of_the_poll_or_to_a_poll_that_ended_is_not_noted()
    {
        Decide(Doctor, Hospital, said: [new(new("c9"), Yes)]).ShouldBeOfType<PollAnswerOutcome.SaysNothing>();
        Decide(Doctor, Hospital, Poll with { State = PollState.Chosen }).ShouldBeOfType<PollAnswerOutcome.Ended>();
        Decide(Doctor, Hospital, Poll with { State = PollState.Withdrawn }).ShouldBeOfType<PollAnswerOutcome.Ended>();
        Decide(Doctor, Hospital, now: Poll.Slots[^1].Start).ShouldBeOfType<PollAnswerOutcome.AllPast>();
    }
}
