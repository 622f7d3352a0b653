using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using static Concertation.Domain.Tests.Polls.SamplePoll;
using static Concertation.Domain.Tests.Sessions.SampleTable;

namespace Concertation.Domain.Tests.Polls;

public class PollRulesTests
{
    private static PollCheck Check(PollForm form) => PollRules.Check(form, Who, Pilot, Now);

    [Fact]
    public void A_good_form_gives_its_dates_in_UTC_and_in_their_order()
    {
        var plan = Check(SamplePoll.Form with { Slots = [Row(21), Row(14)] }).Plan.ShouldNotBeNull();

        plan.Slots.Select(s => (s.Id.Value, s.Start.Day)).ShouldBe([("c1", 14), ("c2", 21)]);
        plan.Slots[0].Start.ShouldBe(new DateTimeOffset(2027, 10, 14, 7, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Each_date_keeps_the_rules_of_a_session_s_and_says_on_which_line_it_does_not()
    {
        var form = SamplePoll.Form with
        {
            Slots =
            [
                new(new DateOnly(2028, 3, 26), new TimeOnly(2, 30)), Row(14), new(new DateOnly(2027, 8, 31), new TimeOnly(9, 30)),
                Row(14), new(new DateOnly(2027, 10, 20), null), new(null, new TimeOnly(9, 30)),
            ],
        };

        Check(form).Problems.ShouldBe(
            [
                new(ConveneField.Time, ConveneFault.NoSuchHour, 1), new(ConveneField.Day, ConveneFault.InThePast, 3),
                new(ConveneField.Time, ConveneFault.TimeMissing, 5), new(ConveneField.Day, ConveneFault.DayMissing, 6),
                new(ConveneField.Day, ConveneFault.SlotTwice, 4),
            ]);
    }

    [Fact]
    public void One_date_is_a_poll_none_or_seven_are_not()
    {
        Check(SamplePoll.Form with { Slots = [Row(14)] }).Plan.ShouldNotBeNull();
        Check(SamplePoll.Form with { Slots = [] }).Problems.ShouldBe(
            [new(ConveneField.Day, ConveneFault.DayMissing, 1), new(ConveneField.Time, ConveneFault.TimeMissing, 1)]);
        Check(SamplePoll.Form with { Slots = [.. Enumerable.Range(10, 7).Select(day => Row(day))] }).Problems
            .ShouldBe([new(ConveneField.Day, ConveneFault.TooManySlots, 6)]);
    }

    [Fact]
    public void What_is_not_of_a_date_is_told_once()
    {
        var form = SamplePoll.Form with { Session = SamplePoll.Form.Session with { Table = new("copil") } };

        Check(form).Problems.ShouldBe([new(ConveneField.Table, ConveneFault.TableUnknown)]);
    }

    [Theory]
    [InlineData("2027-08-31", ConveneFault.InThePast)]
    [InlineData("2027-09-01", null)]
    [InlineData("2027-10-14", null)]
    [InlineData("2027-10-15", ConveneFault.ReplyByTooLate)]
    public void Answers_are_asked_for_between_today_and_the_first_date(string by, ConveneFault? fault) =>
        Check(SamplePoll.Form with { ReplyBy = DateOnly.Parse(by, System.Globalization.CultureInfo.InvariantCulture) })
            .Problems.Select(p => (ConveneFault?)p.Fault).SingleOrDefault().ShouldBe(fault);

    [Fact]
    public void The_hour_that_comes_twice_in_autumn_stays_the_same_moment_from_the_poll_to_the_session()
    {
        var plan = Check(SamplePoll.Form with { Slots = [new(new DateOnly(2027, 10, 31), new TimeOnly(2, 30))] }).Plan!;
        var form = (Poll with { Slots = plan.Slots }).FormOf(plan.Slots[0], Who.Zone);

        ConveneRules.Check(form, Who, Pilot, Now).Plan!.Start.ShouldBe(plan.Slots[0].Start);
    }
}
