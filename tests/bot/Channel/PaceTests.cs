using Concertation.Microsoft365.Connector;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Channel;

public sealed class PaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private readonly LeapingClock _clock = new(TimeSpan.FromHours(3));

    [Theory]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(60, 30)]
    [InlineData(1800, 3600)]
    public async Task A_conversation_gets_no_more_sends_than_Teams_allows(int most, int seconds) =>
        MostWithin(await Turns(2000, pace => pace.ToSend("t", "c", Patience, default)), seconds)
            .ShouldBeLessThanOrEqualTo(most);

    [Theory]
    [InlineData(14, 1)]
    [InlineData(16, 2)]
    [InlineData(120, 30)]
    public async Task Rosters_are_read_twice_as_often(int most, int seconds)
    {
        var turns = await Turns(300, pace => pace.ToRead("t", "c", Patience, default));
        MostWithin(turns, seconds).ShouldBeLessThanOrEqualTo(most);
        MostWithin(turns, seconds).ShouldBeGreaterThan(most / 2);
    }

    [Fact]
    public async Task A_tenant_gets_no_more_than_fifty_requests_a_second()
    {
        var conversation = 0;
        var turns = await Turns(
            200, pace => pace.ToSend("t", $"c{conversation++}", Patience, default));
        MostWithin(turns, 1).ShouldBe(50);
    }

    [Fact]
    public async Task The_first_seven_sends_do_not_wait()
    {
        var turns = await Turns(7, pace => pace.ToSend("t", "c", Patience, default));
        turns.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_turn_further_away_than_the_patience_is_not_waited_for_nor_taken()
    {
        var pace = new Pace(_clock);
        for (var i = 0; i < 7; i++)
        {
            (await pace.ToSend("t", "c", TimeSpan.Zero, default)).ShouldBeTrue();
        }

        (await pace.ToSend("t", "c", TimeSpan.FromMilliseconds(500), default)).ShouldBeFalse();
        _clock.Waits.ShouldBeEmpty();
        (await pace.ToSend("t", "other", TimeSpan.Zero, default)).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        (await pace.ToSend("t", "c", TimeSpan.Zero, default)).ShouldBeTrue();
    }

    private async Task<List<DateTimeOffset>> Turns(int count, Func<Pace, Task<bool>> next)
    {
        var pace = new Pace(_clock);
        var turns = new List<DateTimeOffset>();
        for (var i = 0; i < count; i++)
        {
            (await next(pace)).ShouldBeTrue();
            turns.Add(_clock.GetUtcNow());
        }

        return turns;
    }

    private static int MostWithin(List<DateTimeOffset> turns, int seconds)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < turns.Count; last++)
        {
            while ((turns[last] - turns[first]).TotalSeconds >= seconds)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
