using Concertation.Domain.Polls;
using Concertation.Domain.Tables;
using static Concertation.Domain.Polls.Availability;
using static Concertation.Domain.Tests.Polls.SamplePoll;
using static Concertation.Domain.Tests.Sessions.SampleTable;

namespace Concertation.Domain.Tests.Polls;

public class PollBoardTests
{
    private static IEnumerable<SlotId> Order(PollBoard board) => board.Ranked.Select(s => s.Slot.Id);

    [Fact]
    public void Seats_that_said_yes_come_first_then_if_needed_then_the_earliest()
    {
        Order(Board(Quorum.None)).ShouldBe([First, Second, Third]);
        Order(Board(Quorum.None, Answer(Hospital, Doctor, No, No, Yes))).ShouldBe([Third, First, Second]);
        Order(Board(Quorum.None, Answer(Hospital, Doctor, No, IfNeeded, Yes), Answer(Nursing, Nurse, No, Yes, No)))
            .ShouldBe([Second, Third, First]);
    }

    [Fact]
    public void As_many_seats_of_more_colleges_come_first()
    {
        var sits = Who with
        {
            Mandates = new Dictionary<SeatId, Mandate>(Who.Mandates) { [Carers] = new(Carers, Pilot.Person!, null, new DateOnly(2027, 1, 1), null, null) },
        };

        // Two seats of one college on the first date, two of two colleges on the third.
        var board = Board(
            sits, Quorum.None, Answer(Hospital, Doctor, Yes, No, Yes), Answer(Nursing, Nurse, Yes, No, No), Answer(Carers, Pilot, No, No, Yes));

        Order(board).ShouldBe([Third, First, Second]);
        board.Ranked[0].Colleges.ShouldBe(2);
        board.CollegesInAll.ShouldBe(2);
    }

    [Fact]
    public void Every_seat_is_counted_once_for_each_date()
    {
        var slot = Board(Quorum.None, Answer(Hospital, Doctor, Yes, null, No), Answer(Nursing, Nurse, IfNeeded)).Ranked
            .Single(s => s.Slot.Id == First);

        (slot.Yes, slot.IfNeeded, slot.No, slot.Unknown, slot.Vacant).ShouldBe((1, 1, 0, 0, 1));
        var second = Board(Quorum.None, Answer(Hospital, Doctor, Yes, null, No)).Ranked.Single(s => s.Slot.Id == Second);
        (second.Yes, second.Unknown, second.Vacant).ShouldBe((0, 2, 1));
    }

    [Theory]
    [InlineData(0, 0, QuorumReach.NoneAsked)]
    [InlineData(33, 0, QuorumReach.Reached)]
    [InlineData(50, 0, QuorumReach.Reachable)]
    [InlineData(67, 0, QuorumReach.OutOfReach)]
    [InlineData(0, 50, QuorumReach.OutOfReach)]
    public void Quorum_is_reached_possible_or_out_of_reach(int overall, int perCollege, QuorumReach reach)
    {
        // Three voting seats: one yes, one silent, one vacant; the vacant one is its college.
        var slot = Board(new Quorum(overall, perCollege), Answer(Hospital, Doctor, Yes)).Ranked[0];

        slot.Slot.Id.ShouldBe(First);
        slot.Quorum.Reach.ShouldBe(reach);
    }

    [Fact]
    public void Who_said_no_makes_a_quorum_impossible_who_said_if_needed_does_not()
    {
        QuorumReach With(Availability nursing) => Board(
            new Quorum(50, 0), Answer(Hospital, Doctor, Yes), Answer(Nursing, Nurse, nursing)).Ranked.Single(s => s.Slot.Id == First).Quorum.Reach;

        With(Yes).ShouldBe(QuorumReach.Reached);
        With(IfNeeded).ShouldBe(QuorumReach.Reachable);
        With(No).ShouldBe(QuorumReach.OutOfReach);
    }

    [Fact]
    public void A_seat_that_only_advises_is_seen_and_counts_for_no_quorum()
    {
        var advising = Who with
        {
            Tables = [TctTable with { Seats = [.. TctTable.Seats.Select(s => s.Id == Hospital ? s with { Voice = Voice.Consultative } : s)] }],
        };

        var slot = Board(advising, new Quorum(50, 0), Answer(Hospital, Doctor, Yes)).Ranked[0];

        (slot.Yes, slot.Quorum.Yes, slot.Quorum.Needed, slot.Quorum.Possible).ShouldBe((1, 0, 1, 1));
    }

    [Fact]
    public void An_answer_counts_while_whoever_gave_it_sits_for_the_seat()
    {
        var left = Who with
        {
            Mandates = new Dictionary<SeatId, Mandate>(Who.Mandates) { [Hospital] = new(Hospital, CoConvener.Person!, null, new DateOnly(2027, 9, 1), null, null) },
        };

        Board(Who, Quorum.None, Answer(Hospital, Substitute, Yes)).Ranked[0].Yes.ShouldBe(1);
        var board = Board(left, Quorum.None, Answer(Hospital, Doctor, Yes));
        board.Ranked[0].Yes.ShouldBe(0);
        board.Silent.Select(s => s.Seat.Id).ShouldBe([Hospital, Nursing]);
    }

    [Fact]
    public void A_date_gone_past_comes_last_and_calendars_speak_only_for_the_silent()
    {
        var polled = new PolledDates(new(Poll, "1"), [Answer(Hospital, Doctor, Yes, Yes, Yes)]);
        var busy = new Dictionary<(PersonId, SlotId), CalendarState>
        {
            [(Doctor.Id, Second)] = CalendarState.Busy, [(Nurse.Id, Second)] = CalendarState.Busy, [(Nurse.Id, Third)] = CalendarState.Tentative,
        };

        var board = PollBoard.Of(polled, TctTable, Who, busy, Poll.Slots[0].Start);

        Order(board).ShouldBe([Second, Third, First]);
        board.Ranked.Select(s => (s.Busy, s.Tentative, s.Past)).ShouldBe([(1, 0, false), (0, 1, false), (0, 0, true)]);
    }
}
