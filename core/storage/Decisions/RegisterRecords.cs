using System.Runtime.CompilerServices;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Rows;
using Concertation.Storage.Votes;

namespace Concertation.Storage.Decisions;

/// <summary>The rows of <see cref="RegisterStore"/> and <see cref="BallotStore"/>, each checked as it is read.</summary>
internal sealed class RegisterRecords(IRowStore rows) : IRegisterRecords
{
    public async Task<RegisterReading> Register(TerritoryId territory, TableId table, CancellationToken cancel)
    {
        var (partition, damage) = (Partitions.Register(territory, table), new Damage());
        var (decisions, carences, pointers) = (new List<Decision>(), new List<Carence>(), new Dictionary<BallotId, DecisionNumber>());
        RegisterStand? stand = null;
        await foreach (var row in Read(Partitions.Decisions, partition, damage, cancel))
        {
            damage.Watch(row.Key, () =>
            {
                switch (row.Key.Split('|')[0])
                {
                    case "decision":
                        decisions.Add(row.ReadExactly(StorageJson.Default.Decision, RegisterStore.RowOf));
                        break;
                    case "carence":
                        carences.Add(row.ReadExactly(StorageJson.Default.Carence, RegisterStore.RowOf));
                        break;
                    case "decision-for":
                        var number = row.Read(StorageJson.Default.DecisionFor);
                        pointers[BallotId.From(row.Key["decision-for|".Length..])] = new(number.Year, number.Number);
                        break;
                    case "head":
                        var head = row.Read(StorageJson.Default.RegisterHead);
                        stand = new RegisterStand(head.LastNumbers, head.LastHash);
                        break;
                    default:
                        break;
                }
            });
        }

        return new RegisterReading(decisions, carences, stand, pointers, damage.First);
    }

    public async Task<BallotReading> Ballot(TerritoryId territory, BallotId ballot, CancellationToken cancel)
    {
        var (partition, damage) = (Partitions.Of(territory, ballot), new Damage());
        Ballot? head = null;
        var (electors, votes, trace, pools) = (new List<Elector>(), new List<Vote>(), new List<Vote>(), new List<SealedGate>());
        await foreach (var row in Read(Partitions.Votes, partition, damage, cancel))
        {
            damage.Watch(row.Key, () =>
            {
                switch (row.Key.Split('|')[0])
                {
                    case BallotRows.Head:
                        head = row.ReadExactly(StorageJson.Default.Ballot, b => (BallotRows.Head, BallotRows.HeadBody(b)));
                        break;
                    case "seat":
                        electors.Add(row.ReadExactly(StorageJson.Default.Elector, e => (BallotRows.Seat(e.Seat), BallotRows.SeatBody(e))));
                        break;
                    case "vote":
                        votes.Add(row.ReadExactly(StorageJson.Default.Vote, v => (BallotRows.Vote(v.Seat), VoteBody(v))));
                        break;
                    case "cast":
                        trace.Add(row.ReadExactly(StorageJson.Default.Vote, v => (BallotRows.Cast(v), VoteBody(v))));
                        break;
                    case "gate" when row.Properties.TryGetValue("Pool", out var pool):
                        pools.Add(new SealedGate(
                            int.Parse(row.Key["gate|".Length..], System.Globalization.CultureInfo.InvariantCulture), (byte[])pool));
                        break;
                    case "gate" or "turn" or "out" or "post" or "after":
                        break;
                    default:
                        // A row of no known kind was one of a known kind.
                        damage.Found(row.Key);
                        break;
                }
            });
        }

        return new BallotReading(head, electors, votes, trace, pools, damage.First);
    }

    public async Task<IReadOnlyList<BallotId>> Ballots(TerritoryId territory, CancellationToken cancel)
    {
        var ids = new List<BallotId>();
        await foreach (var row in rows.Query(Partitions.Votes, territory.Value, RowRange.StartingWith("recent|"), cancel))
        {
            ids.Add(BallotId.From(row.Key.Split('|')[2]));
        }

        return ids;
    }

    private static Dictionary<string, object> VoteBody(Vote vote) => RowBody.Of(vote, StorageJson.Default.Vote);

    /// <summary>All rows of the partition, up to the first that can't even be read.</summary>
    private async IAsyncEnumerable<Row> Read(
        string table, string partition, Damage damage, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var all = rows.Query(table, partition, RowRange.All, cancel).GetAsyncEnumerator(cancel);
        while (true)
        {
            try
            {
                if (!await all.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                damage.Found((e as UnreadableRowException)?.Key ?? partition);
                yield break;
            }

            yield return all.Current;
        }
    }

    /// <summary>The first row in which something was found.</summary>
    private sealed class Damage
    {
        public DamagedRow? First { get; private set; }

        public void Found(string key) => First ??= new DamagedRow(key);

        public void Watch(string key, Action read)
        {
            try
            {
                read();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Bytes that aren't what was written can make any reader fail in any way.
                Found(key);
            }
        }
    }
}
