using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Polls;

/// <summary>One asked seat, who sits for it, and the answer that still speaks for it.</summary>
public sealed record SeatAvailability(Seat Seat, Mandate? Mandate, PollAnswer? Answer)
{
    /// <summary>Somebody sits there and has not answered.</summary>
    public bool Silent => Mandate is not null && Answer is null;
}

/// <summary>Whether a slot's session could decide (rule 7).</summary>
public enum QuorumReach
{
    /// <summary>The table asks for none.</summary>
    NoneAsked,
    /// <summary>With those who said yes.</summary>
    Reached,
    /// <summary>If those who said « if needed » or nothing come too.</summary>
    Reachable,
    /// <summary>Even if all of them came.</summary>
    OutOfReach,
}

/// <param name="Yes">Voting seats that said yes.</param>
/// <param name="Possible">With those that said « if needed » or nothing.</param>
/// <param name="Needed">Voting seats that the overall quorum asks for; 0 for none.</param>
/// <param name="Short">Colleges whose own quorum those who said yes don't reach, in the table's order.</param>
public sealed record QuorumOutlook(QuorumReach Reach, int Yes, int Possible, int Needed, IReadOnlyList<CollegeId> Short);

/// <summary>A slot as the answers make it.</summary>
/// <param name="Unknown">Seats with a representative who has not said.</param>
/// <param name="Vacant">Seats for which nobody sits.</param>
/// <param name="Colleges">Colleges of which at least one seat said yes.</param>
/// <param name="Busy">Of those who have not said, how many their calendars show busy; <paramref name="Tentative"/> likewise.</param>
/// <param name="Past">It went past: it can't become the session.</param>
public sealed record SlotStanding(
    Slot Slot, int Yes, int IfNeeded, int No, int Unknown, int Vacant, int Colleges, QuorumOutlook Quorum, int Busy,
    int Tentative, bool Past);

/// <summary>A poll's slots, best first: seats that said yes, colleges present, seats « if needed », then the earliest.</summary>
public sealed record PollBoard(
    DatePoll Poll, Table Table, IReadOnlyList<SeatAvailability> Seats, IReadOnlyList<SlotStanding> Ranked)
{
    public int CollegesInAll => Seats.Select(s => s.Seat.College).Distinct().Count();

    public int Answered => Seats.Count(s => s.Answer is not null);

    /// <summary>Seats that answered, and left out a slot.</summary>
    public int Partial => Seats.Count(s => s.Answer is { } answer && Poll.Slots.Any(slot => answer.For(slot.Id) is null));

    public IEnumerable<SeatAvailability> Silent => Seats.Where(s => s.Silent);

    /// <summary>Pure: the same answers always give the same board.</summary>
    public static PollBoard Of(
        PolledDates polled, Table table, Roster roster,
        IReadOnlyDictionary<(PersonId Person, SlotId Slot), CalendarState> calendars, DateTimeOffset now)
    {
        var seats = SeatsOf(polled, table, roster);
        var poll = polled.Poll.Value;
        return new PollBoard(
            poll, table, seats,
            [.. poll.Slots.Select(slot => StandingOf(slot, seats, table, calendars, now))
                .OrderBy(s => s.Past).ThenByDescending(s => s.Yes).ThenByDescending(s => s.Colleges)
                .ThenByDescending(s => s.IfNeeded).ThenBy(s => s.Slot.Start)]);
    }

    /// <summary>The asked seats, in the table's order, each with the answer that still speaks for it.</summary>
    public static IReadOnlyList<SeatAvailability> SeatsOf(PolledDates polled, Table table, Roster roster)
    {
        var answers = polled.Answers.Where(a => a.Counts(roster)).ToDictionary(a => a.Seat);
        return [.. polled.Poll.Value.Called(table).Select(seat => new SeatAvailability(
            seat, roster.Mandates.GetValueOrDefault(seat.Id), answers.GetValueOrDefault(seat.Id)))];
    }

    private static SlotStanding StandingOf(
        Slot slot, IReadOnlyList<SeatAvailability> seats, Table table,
        IReadOnlyDictionary<(PersonId Person, SlotId Slot), CalendarState> calendars, DateTimeOffset now)
    {
        int Count(Availability value) => seats.Count(s => s.Answer?.For(slot.Id) == value);
        var unknown = seats.Where(s => s.Mandate is not null && s.Answer?.For(slot.Id) is null).ToList();
        int Shown(CalendarState state) => unknown.Select(s => s.Mandate!.Holder.Id).Distinct()
            .Count(p => calendars.GetValueOrDefault((p, slot.Id)) == state);
        return new SlotStanding(
            slot, Count(Availability.Yes), Count(Availability.IfNeeded), Count(Availability.No), unknown.Count,
            seats.Count(s => s.Mandate is null),
            seats.Where(s => s.Answer?.For(slot.Id) == Availability.Yes).Select(s => s.Seat.College).Distinct().Count(),
            QuorumOf(slot.Id, seats, table), Shown(CalendarState.Busy), Shown(CalendarState.Tentative), slot.Start <= now);
    }

    private static QuorumOutlook QuorumOf(SlotId slot, IReadOnlyList<SeatAvailability> seats, Table table)
    {
        var quorum = table.Rules.Quorum;
        var voting = seats.Where(s => s.Seat.Voice == Voice.Deliberative).ToList();
        static bool Comes(SeatAvailability seat, SlotId slot) => seat.Answer?.For(slot) == Availability.Yes;
        static bool May(SeatAvailability seat, SlotId slot) => seat.Mandate is not null && seat.Answer?.For(slot) != Availability.No;
        var (yes, possible) = (voting.Count(s => Comes(s, slot)), voting.Count(s => May(s, slot)));
        var needed = VoteRules.Needed(voting.Count, quorum.Overall);
        var colleges = voting.GroupBy(s => s.Seat.College).Select(c => (
            c.Key, Needed: VoteRules.Needed(c.Count(), quorum.PerCollege), Yes: c.Count(s => Comes(s, slot)),
            Possible: c.Count(s => May(s, slot)))).ToList();
        var reach = quorum == Quorum.None ? QuorumReach.NoneAsked
            : yes >= needed && colleges.TrueForAll(c => c.Yes >= c.Needed) ? QuorumReach.Reached
            : possible >= needed && colleges.TrueForAll(c => c.Possible >= c.Needed) ? QuorumReach.Reachable
            : QuorumReach.OutOfReach;
        return new QuorumOutlook(
            reach, yes, possible, needed,
            [.. colleges.Where(c => c.Yes < c.Needed).Select(c => c.Key).OrderBy(c => Rank(table, c))]);
    }

    private static int Rank(Table table, CollegeId college) =>
        table.Colleges.TakeWhile(c => c != college).Count();
}
