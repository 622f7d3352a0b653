using Concertation.Domain.Votes;

namespace Concertation.Domain.Tests.Votes;

/// <summary>A ballot to which nobody gave an end closes at an hour people remember.</summary>
public class UsualClosingTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2026-11-23T22:51:00+01:00", 72, "2026-11-26T18:00:00+01:00")]
    [InlineData("2026-11-23T09:00:00+01:00", 72, "2026-11-26T18:00:00+01:00")]
    [InlineData("2026-11-23T23:59:00+01:00", 24, "2026-11-24T18:00:00+01:00")]
    [InlineData("2027-03-27T10:20:00+01:00", 24, "2027-03-28T18:00:00+02:00")]
    [InlineData("2026-11-23T09:12:00+01:00", 4, "2026-11-23T14:00:00+01:00")]
    [InlineData("2026-11-23T09:00:00+01:00", 4, "2026-11-23T13:00:00+01:00")]
    [InlineData("2026-11-23T16:30:00+01:00", 4, "2026-11-24T09:00:00+01:00")]
    [InlineData("2026-11-23T23:30:00+01:00", 2, "2026-11-24T09:00:00+01:00")]
    public void It_is_a_round_hour_of_the_day(string now, int hours, string closes) =>
        UsualClosing.After(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture), hours, Paris)
            .ShouldBe(DateTimeOffset.Parse(closes, System.Globalization.CultureInfo.InvariantCulture));
}
