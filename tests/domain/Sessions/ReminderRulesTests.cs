using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using static Concertation.Domain.Tests.Sessions.SampleTable;

namespace Concertation.Domain.Tests.Sessions;

public class ReminderRulesTests
{
    private static readonly TimeZoneInfo Paris = Who.Zone;

    // Thursday 14 October 2027; the second day before is Tuesday the 12th, the seventh Thursday the 7th.
    [Theory]
    [InlineData("2027-10-06T10:00", null)]
    [InlineData("2027-10-07T10:00", ReminderKind.SevenDays)]
    [InlineData("2027-10-11T10:00", ReminderKind.SevenDays)]
    [InlineData("2027-10-12T10:00", ReminderKind.TwoDays)]
    [InlineData("2027-10-14T09:00", ReminderKind.TwoDays)]
    [InlineData("2027-10-14T09:30", null)]
    public void Reminders_are_due_seven_and_two_days_before(string at, ReminderKind? due) =>
        ReminderRules.Due(Convened, Local(at), Paris).ShouldBe(due);

    [Fact]
    public void Whoever_was_just_told_of_the_date_is_not_reminded_of_it()
    {
        var late = Convened with { ConvenedAt = Local("2027-10-06T15:00") };
        ReminderRules.Due(late, Local("2027-10-07T10:00"), Paris).ShouldBeNull();
        ReminderRules.Due(late, Local("2027-10-12T10:00"), Paris).ShouldBe(ReminderKind.TwoDays);
        var moved = Convened with { DatedAt = Local("2027-10-11T15:00"), DatedIn = 1, Sequence = 1 };
        ReminderRules.Due(moved, Local("2027-10-12T10:00"), Paris).ShouldBeNull();
    }

    [Fact]
    public void A_cancelled_or_planned_session_reminds_nobody()
    {
        ReminderRules.Due(Convened with { State = SessionState.Cancelled }, Local("2027-10-07T10:00"), Paris).ShouldBeNull();
        ReminderRules.Due(Convened with { State = SessionState.Planned }, Local("2027-10-07T10:00"), Paris).ShouldBeNull();
    }

    [Fact]
    public void A_reminder_of_another_date_says_nothing_any_more()
    {
        var effect = ReminderRules.EffectOf(Convened, ReminderKind.TwoDays, default);
        ReminderRules.KindOf(Convened, effect.Detail).ShouldBe(ReminderKind.TwoDays);
        ReminderRules.KindOf(Convened with { DatedIn = 1 }, effect.Detail).ShouldBeNull();
    }

    [Fact]
    public void The_cycle_puts_each_table_at_its_time_and_avoids_holidays_and_taken_days()
    {
        var today = new DateOnly(2027, 9, 1);
        AnnualCycle.Of(TctTable, Rhythm.Cycle, 2027, today, [], Paris).Select(p => (p.Day, p.Format)).ShouldBe(
            [(new(2027, 10, 12), SessionFormat.Plenary), (new(2027, 11, 9), SessionFormat.Restricted)]);
        // A plenary stands in October already; a restricted session on 9 November at another format's day is stepped around.
        var there = new[] { Convened, Convened with { Id = new("s-2"), Start = Local("2027-11-09T14:00") } };
        AnnualCycle.Of(TctTable, Rhythm.Cycle, 2027, today, there, Paris).Select(p => p.Day).ShouldBe([new DateOnly(2027, 11, 16)]);
        // 14 July 2026 is the second Tuesday of its month.
        AnnualCycle.Of(TctTable, Rhythm.Monthly, 2026, new(2026, 1, 1), [], Paris).Select(p => p.Day)
            .ShouldContain(new DateOnly(2026, 7, 21));
    }

    [Fact]
    public void A_table_meets_once_at_a_time_and_a_cancelled_session_takes_none()
    {
        var time = new MeetingTime(Tct, Convened.Start.AddHours(1), Convened.End.AddHours(1));
        SessionClashes.Overlap(time, SessionClashes.TimesOf([Convened]), Paris)!.At.ShouldBe(new TimeOnly(9, 30));
        SessionClashes.Overlap(time with { Start = Convened.End }, SessionClashes.TimesOf([Convened]), Paris).ShouldBeNull();
        SessionClashes.Overlap(time, SessionClashes.TimesOf([Convened with { State = SessionState.Cancelled }]), Paris).ShouldBeNull();
        SessionClashes.Overlap(time with { Session = Convened.Id }, SessionClashes.TimesOf([Convened]), Paris).ShouldBeNull();
        SessionClashes.Overlap(time with { Table = new TableId("autre") }, SessionClashes.TimesOf([Convened]), Paris).ShouldBeNull();
    }

    private static DateTimeOffset Local(string local)
    {
        var time = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Paris.GetUtcOffset(time));
    }
}
