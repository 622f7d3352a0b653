using ConcertationBot.Tests.Calendar;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Tests.Kit.Graph;

namespace ConcertationBot.Tests.Polls;

/// <summary>What Outlook calendars say of a poll's dates, beside the answers: through the real bot and Graph's own SDK.</summary>
public sealed class PollCalendarTests : IAsyncLifetime
{
    private static readonly DateTimeOffset First = new(2026, 12, 14, 8, 30, 0, TimeSpan.Zero);

    private OutlookTerritory _there = null!;

    public async Task InitializeAsync()
    {
        _there = await OutlookTerritory.Start();
        _there.Graph.Busy[OutlookTerritory.HospitalMail] = [(First.AddHours(1), First.AddHours(3), '2'), (First.AddDays(2), First.AddDays(2.1), '1')];
    }

    public async Task DisposeAsync() => await _there.DisposeAsync();

    [Fact]
    public async Task The_board_shows_who_is_taken_by_the_calendar_and_has_not_answered()
    {
        var board = (await AskedDates.Ask(_there.Kervelen)).Board;

        board.Says("agenda : 1 occupé").ShouldBeTrue(board.Words);
        board.Says("1 à confirmer").ShouldBeTrue(board.Words);
        var asked = _there.Graph.Requests.Where(r => r.Path.EndsWith("getSchedule", StringComparison.Ordinal)).ToList();
        asked.ShouldAllBe(r => r.Status == 200 && r.Path.Contains("c0ffee00-0000-4000-8000-000000000001"));
        asked.Count.ShouldBe(1);
        asked[0].Body!.ToJsonString().ShouldNotContain("@had.");

        // Who answered is counted by the answer, whatever the calendar says.
        await _there.Kervelen.Press(
            OutlookTerritory.Hospital, await AskedDates.Card(_there.Kervelen, OutlookTerritory.Hospital), "Envoyer mes réponses",
            ("answerc1", "yes"), ("answerc2", "yes"), ("answerc3", "yes"));
        var fresh = await _there.Kervelen.Press(Kervelen.Pilot, board, "Actualiser");
        fresh.Says("1 réponse sur 14").ShouldBeTrue(fresh.Words);
        fresh.Says("agenda").ShouldBeFalse(fresh.Words);
    }

    [Theory]
    [InlineData(GraphTrouble.Throttled)]
    [InlineData(GraphTrouble.Overloaded)]
    [InlineData(GraphTrouble.Forbidden)]
    [InlineData(GraphTrouble.AnswerLost)]
    [InlineData(GraphTrouble.Silent)]
    public async Task A_Graph_in_trouble_leaves_the_board_without_calendars(GraphTrouble trouble)
    {
        (_there.Graph.Trouble, _there.Graph.RetryAfter) = (trouble, TimeSpan.FromMinutes(10));

        var board = (await AskedDates.Ask(_there.Kervelen)).Board;

        board.Says("0 réponse sur 14").ShouldBeTrue(board.Words);
        board.Says("agenda").ShouldBeFalse(board.Words);

        if (trouble == GraphTrouble.Silent)
        {
            // The board's own patience ended, not the client's, which is longer than a click's.
            _there.Kervelen.Bot.Log.Lines.ShouldContain(line => line.Contains("shown without calendars: not in time"));
        }

        // Back again, it is asked again: when it said, where it said so.
        _there.Graph.Trouble = GraphTrouble.None;
        var waits = trouble is GraphTrouble.Throttled or GraphTrouble.Overloaded;
        (await _there.Kervelen.Press(Kervelen.Pilot, board, "Actualiser")).Says("agenda").ShouldBe(!waits);
        _there.Kervelen.Clock.Advance(TimeSpan.FromMinutes(11));
        (await _there.Kervelen.Press(Kervelen.Pilot, board, "Actualiser")).Says("agenda").ShouldBeTrue();
    }
}
