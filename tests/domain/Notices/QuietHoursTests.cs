using Concertation.Domain.Notices;

namespace Concertation.Domain.Tests.Notices;

public class QuietHoursTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Dates published by the ministry of public service and in almanacs, not by this code.</summary>
    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    public void Easter_falls_where_almanacs_say(int year, string day) =>
        WorkingDays.Easter(year).ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-04-06")] // lundi de Pâques
    [InlineData("2026-05-14")] // Ascension
    [InlineData("2026-05-25")] // lundi de Pentecôte
    [InlineData("2026-05-08")]
    [InlineData("2026-11-11")]
    [InlineData("2026-12-25")]
    [InlineData("2026-11-28")] // a Saturday
    public void Nobody_works_on_holidays_and_weekends(string day) =>
        WorkingDays.IsWorking(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeFalse();

    [Theory]
    [InlineData("2026-11-23T10:00", "2026-11-23T10:00")] // Monday
    [InlineData("2026-11-23T08:00", "2026-11-23T08:00")]
    [InlineData("2026-11-23T07:59", "2026-11-23T08:00")]
    [InlineData("2026-11-23T19:00", "2026-11-24T08:00")]
    [InlineData("2026-11-27T20:00", "2026-11-30T08:00")] // Friday night
    [InlineData("2026-12-24T19:30", "2026-12-28T08:00")] // Christmas, then a weekend
    [InlineData("2027-03-26T22:00", "2027-03-30T08:00")] // Easter, with the clocks changed on the Sunday
    [InlineData("2026-10-24T22:00", "2026-10-26T08:00")] // and back in autumn
    public void What_can_wait_leaves_at_the_next_working_hour(string at, string leaves) =>
        QuietHours.Usual.OpenFrom(Local(at), Paris).ShouldBe(Local(leaves));

    [Fact]
    public void A_territory_may_have_no_quiet_hour_or_quiet_ones_by_day()
    {
        new QuietHours(new(0, 0), new(0, 0), DaysOff: false).IsQuiet(Local("2026-11-28T03:00"), Paris).ShouldBeFalse();
        new QuietHours(new(12, 0), new(14, 0), DaysOff: false).OpenFrom(Local("2026-11-28T12:30"), Paris).ShouldBe(Local("2026-11-28T14:00"));
    }

    [Fact]
    public void Quiet_that_would_end_in_the_hour_the_clocks_skip_ends_after_it() =>
        new QuietHours(new(22, 0), new(2, 30), DaysOff: false).OpenFrom(Local("2027-03-28T01:00"), Paris).ShouldBe(Local("2027-03-28T03:00"));

    private static DateTimeOffset Local(string local)
    {
        var time = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Paris.GetUtcOffset(time));
    }
}
