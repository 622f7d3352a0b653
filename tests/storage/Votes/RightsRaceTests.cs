using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Rows;
using static Concertation.Storage.Tests.Votes.VotingTable;

namespace Concertation.Storage.Tests.Votes;

/// <summary>The same, all at once.</summary>
public partial class RightsTests
{
    [Fact]
    public async Task Two_givers_at_once_and_two_holders_at_once_leave_one_proxy()
    {
        using var table = await Of(40);
        await table.OpenOne();

        await Task.WhenAll(Enumerable.Range(1, 12).Select(giver => Task.Run(() => Give(table, giver, 0))));
        (await Seats(table)).Count(s => s.Holder == Seat(0)).ShouldBe(1);
        await Task.WhenAll(Enumerable.Range(21, 8).Select(holder => Task.Run(() => Give(table, 20, holder))));

        var seats = await Seats(table);
        var held = seats.Single(s => s.Seat == Seat(20)).Holder!.Value;
        seats.Where(s => s.Holds?.Any(h => h.From == Seat(20)) == true).Select(s => s.Seat).ShouldBe([held]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Beside_casts_and_a_closing_every_change_of_rights_comes_before_or_after(int round)
    {
        using var table = await Of(30);
        await table.OpenOne();
        var told = new ConcurrentQueue<(string Seat, bool Done)>();
        using var stop = new CancellationTokenSource();
        Task Storm(int caller) => Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var seat = ((caller * 7) + (i * 5) + round) % 29;
                switch ((i + caller + round) % 4)
                {
                    case 0:
                        await Give(table, seat, (seat + 3) % 29);
                        break;
                    case 1:
                        await Give(table, seat, null);
                        break;
                    case 2 when i % 24 == caller:
                        told.Enqueue(($"s{seat}", await table.Recuse.Handle(Pilot, Ballot, Seat(seat), default) is Ruling<RightsChanged>.Granted));
                        break;
                    default:
                        await table.Cast(seat, (Choice)(i % 3), $"o{caller}-{i}", i % 2 == 0 ? $"e{seat}" : $"e{(seat + 3) % 29}");
                        break;
                }
            }
        });
        var storm = Enumerable.Range(0, 6).Select(Storm).ToList();

        await Task.Delay(400);
        Granted(await table.Close.Handle(Pilot, Ballot, default));
        var (seats, votes) = (await Seats(table), await table.Ballots.Votes(Pays, Ballot, default));
        await stop.CancelAsync();
        await Task.WhenAll(storm);

        (await table.Ballots.Votes(Pays, Ballot, default)).ShouldBe(votes);
        votes.ShouldNotBeEmpty();
        var of = seats.ToDictionary(s => s.Seat);
        // One seat, one vote, by whoever had the right to it; none of a seat that is out.
        votes.ShouldAllBe(v => of[v.Seat].Recused == null);
        votes.ShouldAllBe(v => v.ProxyOf == of[v.Seat].Holder);
        votes.ShouldAllBe(v => v.By.Value == (v.ProxyOf ?? v.Seat).Value.Replace('s', 'h'));
        (await table.Ballots.Answered(Pays, Ballot, default)).ShouldBe(votes.Count(v => of[v.Seat].Decides));
        seats.Where(s => s.Holder is not null).GroupBy(s => s.Holder).ShouldAllBe(g => g.Count() == 1);
        told.Where(t => t.Done).ShouldAllBe(t => of[new SeatId(t.Seat)].Recused != null);
        var head = (await table.Ballots.Get(Pays, Ballot, default))!.Value;
        (head.Seats, head.Recused).ShouldBe((seats.Count(s => s.Decides), seats.Count(s => s is { Recused: not null, Voice: Voice.Deliberative })));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_right_that_changes_between_two_reads_of_one_cast_is_seen_by_it(bool recusal)
    {
        using var table = await Of(6);
        await table.OpenOne();
        var between = new Between(table.Rows);
        table.Use(between);
        between.Act = () => recusal ? table.Recuse.Handle(Pilot, Ballot, Seat(1), default) : Give(table, 1, 0);

        var why = Refused(await table.Cast(1, Choice.For, "o1"));

        (why is BallotRefusal.Recused or BallotRefusal.GivenAway).ShouldBeTrue(why.ToString());
        (await table.Ballots.Votes(Pays, Ballot, default)).ShouldBeEmpty();
    }

    /// <summary>Does something once, after a cast has read its seat and before it reads the gates.</summary>
    private sealed class Between(IRowStore rows) : IRowStore
    {
        public Func<Task>? Act { get; set; }

        public Task<Row?> Get(RowAddress address, CancellationToken cancel) => rows.Get(address, cancel);

        public async IAsyncEnumerable<Row> Query(
            string table, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancel)
        {
            if (Act is { } act)
            {
                Act = null;
                await act();
            }

            await foreach (var row in rows.Query(table, partition, range, cancel))
            {
                yield return row;
            }
        }

        public Task<CommitOutcome> Commit(string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
            rows.Commit(table, partition, changes, cancel);
    }
}
