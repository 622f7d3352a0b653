using Concertation.Domain.Votes;
using Concertation.Storage.Sqlite;
using Concertation.Storage.Tables;
using Concertation.Storage.Tests.Sqlite;
using Concertation.Storage.Votes;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Histories;

/// <summary>A process that takes votes is killed, again and again, in the midst of whatever it does.</summary>
public class KillTests
{
    private const int Kills = 50;

    [Fact]
    public async Task After_fifty_kills_each_acknowledged_vote_is_counted_and_each_closed_ballot_counts_as_it_was_told()
    {
        using var folder = new TemporaryFolder();
        List<string> told = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            told.AddRange(await UntilKilled(folder.Path, $"k{kill}", Random.Shared.Next(1, 60)));
        }

        using var file = SqliteFile.Open(folder.Path);
        var rows = new SqliteRowStore(file);
        var ballots = new Instance(new Life(0), rows, TimeProvider.System).Ballots;
        await VotesStand(ballots, told);
        await OutcomesStand(ballots, told);
        told.Count(line => line.StartsWith("vote", StringComparison.Ordinal)).ShouldBeGreaterThan(Kills);
        told.Count(line => line.StartsWith("closed", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
    }

    // Each seat answers alone and one answer after the other: what it was last told stands, or one cast after it that
    // it wasn't told of any more.
    private static async Task VotesStand(BallotStore ballots, List<string> told)
    {
        foreach (var ballot in told.Where(l => l.StartsWith("vote", StringComparison.Ordinal)).Select(l => l.Split(' ')).GroupBy(l => l[1], StringComparer.Ordinal))
        {
            var id = new BallotId(ballot.Key);
            var votes = (await ballots.Votes(VotesUnderKills.Table.Territory, id, default)).ToDictionary(v => v.Seat.Value);
            (await ballots.Answered(VotesUnderKills.Table.Territory, id, default)).ShouldBe(votes.Count);
            foreach (var seat in ballot.GroupBy(l => l[2], StringComparer.Ordinal))
            {
                var last = seat.Last();
                votes.ShouldContainKey(seat.Key, string.Join(' ', last));
                var stands = votes[seat.Key];
                if (stands.Operation.Value == last[4])
                {
                    stands.Choice.ToString().ShouldBe(last[3]);
                }
                else
                {
                    Order(stands.Operation.Value).ShouldBeGreaterThan(Order(last[4]), $"{stands.Operation} stands, told after it: {last[4]}");
                }
            }
        }
    }

    private static async Task OutcomesStand(BallotStore ballots, List<string> told)
    {
        foreach (var line in told.Where(l => l.StartsWith("closed", StringComparison.Ordinal)))
        {
            var id = line.Split(' ')[1];
            var ballot = (await ballots.Get(VotesUnderKills.Table.Territory, new BallotId(id), default))!.Value;
            ballot.State.ShouldBe(BallotState.Closed);
            $"closed {id} {await VotesUnderKills.Count(ballots, ballot)}".ShouldBe(line);
        }
    }

    // "k12-3-5": the fifth act of seat 3 in the twelfth life.
    private static int Order(string operation) =>
        operation.Split('-') is [var life, _, var act] ? (int.Parse(life[1..], null) * 1000) + int.Parse(act, null) : -1;

    private static async Task<List<string>> UntilKilled(string folder, string name, int lines)
    {
        using var process = OtherProcess.Start("votes", folder, name);
        var told = new List<string>();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
        {
            told.Add(line);
            if (told.Count == lines)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        // The kill may have cut the last line; nobody read it.
        return told.Count >= lines ? [.. told.SkipLast(1)] : throw new InvalidOperationException("It ended by itself.");
    }
}
