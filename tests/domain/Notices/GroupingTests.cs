using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using static Concertation.Domain.Tests.Sessions.SampleTable;

namespace Concertation.Domain.Tests.Notices;

public class GroupingTests
{
    // Paris changes to winter time on Sunday 31 October 2027; Monday 1 November is a public holiday.
    [Theory]
    [InlineData("2027-10-04T08:00", "2027-10-11T08:00")]
    [InlineData("2027-10-10T23:30", "2027-10-11T08:00")]
    [InlineData("2027-10-27T15:00", "2027-11-02T08:00")]
    public void What_waits_leaves_in_the_first_working_hour_of_next_week(string now, string from) =>
        Grouping.NextWeek(Who, Local(now)).ShouldBe(Local(from));

    [Theory]
    [InlineData("2027-10-13T08:00", true)]
    [InlineData("2027-10-13T07:59", false)]
    [InlineData("2027-10-08T18:00", false)]
    public void A_ballot_waits_only_if_that_leaves_48_hours_to_vote(string closes, bool waits) =>
        Grouping.ForBallot(Local(closes), Who, Local("2027-10-06T10:00")).HasValue.ShouldBe(waits);

    [Theory]
    [InlineData("2027-10-18T08:00", true)]
    [InlineData("2027-10-18T07:00", false)]
    public void What_prepares_a_session_comes_a_week_before_it(string start, bool waits) =>
        Grouping.ForSession(Local(start), Who, Local("2027-10-06T10:00")).HasValue.ShouldBe(waits);

    [Theory]
    [InlineData(null, true)]
    [InlineData("2027-10-13", true)]
    [InlineData("2027-10-12", false)]
    public void A_poll_waits_only_if_that_leaves_48_hours_before_its_last_day_is_over(string? replyBy, bool waits) =>
        Grouping.ForPoll(
            replyBy is null ? null : DateOnly.Parse(replyBy, System.Globalization.CultureInfo.InvariantCulture), Local("2027-11-15T09:00"), Who,
            Local("2027-10-06T10:00")).HasValue.ShouldBe(waits);

    // 15 days after 14 October: no later than Friday the 29th.
    [Theory]
    [InlineData("2027-10-20T10:00", true)]
    [InlineData("2027-10-26T10:00", false)]
    public void Minutes_wait_no_longer_than_their_delay(string now, bool waits) =>
        Grouping.ForMinutes(Convened, Who.TableOf(Convened.Table)!, Who, Local(now)).HasValue.ShouldBe(waits);

    private static DateTimeOffset Local(string at)
    {
        var local = DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, Who.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
