using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using static Concertation.Domain.Tests.Sessions.SampleTable;

namespace Concertation.Domain.Tests.Polls;

/// <summary>A poll of three dates on the sample table: two seats sit, the carers' is vacant.</summary>
internal static class SamplePoll
{
    public static readonly SlotId First = new("c1");
    public static readonly SlotId Second = new("c2");
    public static readonly SlotId Third = new("c3");

    public static PollForm Form { get; } = new(
        Sessions.SampleTable.Form, [Row(14), Row(16), Row(21)], new DateOnly(2027, 10, 8));

    public static DatePoll Poll { get; } = new(
        new PollId("d-1"), Sessions.SampleTable.Territory, Tct, SessionFormat.Plenary, TimeSpan.FromHours(2), "Mairie", false, null, [],
        "Suivi des décisions précédentes", [At(First, 14), At(Second, 16), At(Third, 21)], null, Pilot.Id, Now);

    public static SlotRow Row(int day, int hour = 9, int minute = 30) => new(new DateOnly(2027, 10, day), new TimeOnly(hour, minute));

    public static PollAnswer Answer(SeatId seat, Actor by, params Availability?[] values) => new(
        Poll.Id, seat,
        [.. values.Select((value, i) => (value, Slot: Poll.Slots[i].Id)).Where(v => v.value is not null).Select(v => new SlotAnswer(v.Slot, v.value!.Value))],
        by.Id, by.Name, Now, Way.Chat, new OperationId("o1"));

    public static PollBoard Board(Quorum quorum, params PollAnswer[] answers) => Board(Who, quorum, answers);

    public static PollBoard Board(Roster roster, Quorum quorum, params PollAnswer[] answers)
    {
        var table = roster.Tables[0] with { Rules = roster.Tables[0].Rules with { Quorum = quorum } };
        return PollBoard.Of(new PolledDates(new(Poll, "1"), answers), table, roster, NoCalendars.Nothing, Now);
    }

    private static Slot At(SlotId id, int day) => new(id, new DateTimeOffset(2027, 10, day, 7, 30, 0, TimeSpan.Zero));
}
