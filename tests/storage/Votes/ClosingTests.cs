using System.Collections.Concurrent;
using Concertation.Domain.Votes;
using static Concertation.Storage.Tests.Votes.VotingTable;

namespace Concertation.Storage.Tests.Votes;

public class ClosingTests
{
    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 40)]
    [InlineData(3, 90)]
    public async Task Every_vote_acknowledged_is_counted_and_none_is_taken_after_closing(int round, int seats)
    {
        using var table = await Of(seats);
        await table.OpenOne();
        var acknowledged = new ConcurrentDictionary<string, Choice>(StringComparer.Ordinal);
        using var stop = new CancellationTokenSource();
        var casters = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            // Each caller has seats of its own, so that the order of its acknowledgements is the order of its votes.
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var seat = (caller + (8 * i)) % (seats - 1);
                if (seat % 8 != caller)
                {
                    continue;
                }

                var choice = (Choice)((i + round) % 3);
                if (await table.Cast(seat, choice, $"o{caller}-{i}") is Ruling<CastDone>.Granted)
                {
                    acknowledged[$"s{seat}"] = choice;
                }
            }
        })).ToList();

        await Task.Delay(150);
        Granted(await table.Close.Handle(Pilot, new("b1"), default)).State.ShouldBe(BallotState.Closed);
        var atClosing = await table.Ballots.Votes(Pays, new("b1"), default);
        await Task.Delay(50);
        await stop.CancelAsync();
        await Task.WhenAll(casters);

        var counted = await table.Ballots.Votes(Pays, new("b1"), default);
        acknowledged.ShouldNotBeEmpty();
        counted.Count.ShouldBe(acknowledged.Count);
        counted.ShouldAllBe(v => acknowledged[v.Seat.Value] == v.Choice);
        counted.ShouldBe(atClosing);
        Refused(await table.Cast(0, Choice.For, "late")).ShouldBeOfType<BallotRefusal.Closed>();
    }

    [Fact]
    public async Task Closing_and_withdrawing_at_once_does_one_of_them()
    {
        using var table = await Of(6);
        await table.OpenOne();

        var both = await Task.WhenAll(
            Task.Run(() => table.Close.Handle(Pilot, new("b1"), default)),
            Task.Run(() => table.Withdraw.Handle(Pilot, new("b1"), "Erreur", default)));

        both.Count(r => r is Ruling<Ballot>.Granted).ShouldBe(1);
        var state = (await table.Ballots.Get(Pays, new("b1"), default))!.Value.State;
        state.ShouldBe(both[0] is Ruling<Ballot>.Granted ? BallotState.Closed : BallotState.Withdrawn);
    }

    [Fact]
    public async Task Closing_twice_leaves_one_effect()
    {
        using var table = await Of(6);
        var ballot = await table.OpenOne();

        Granted(await table.Close.Handle(Pilot, ballot.Id, default));
        Granted(await table.Close.Handle(Pilot, ballot.Id, default)).State.ShouldBe(BallotState.Closed);

        var waiting = await new Concertation.Storage.Notices.Outbox(table.Rows).Waiting(ballot.Aggregate, default);
        waiting.Select(e => e.Id).ShouldBe(["closed", "opened"]);
    }

    [Fact]
    public async Task Only_a_convener_closes_or_withdraws()
    {
        using var table = await Of(6);
        var ballot = await table.OpenOne();

        Refused(await table.Close.Handle(Member(0), ballot.Id, default)).ShouldBeOfType<BallotRefusal.NotConvener>();
        Refused(await table.Withdraw.Handle(Member(0), ballot.Id, "Non", default)).ShouldBeOfType<BallotRefusal.NotConvener>();
        Refused(await table.Withdraw.Handle(Pilot, ballot.Id, "  ", default)).ShouldBeOfType<BallotRefusal.TextMissing>();
        Granted(await table.Cast(0, Choice.For, "o1"));
    }
}
