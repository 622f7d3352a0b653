using System.Globalization;
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
        var standings = new Dictionary<BallotId, EscalationStanding>();
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
                    case "standing":
                        var id = BallotId.From(row.Key["standing|".Length..]);
                        standings[id] = row.ReadExactly(StorageJson.Default.EscalationStanding, s => EscalationStore.RowOf(id, s));
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

        return new RegisterReading(decisions, carences, stand, pointers, standings, damage.First);
    }

    public async Task<BallotReading> Ballot(TerritoryId territory, BallotId ballot, CancellationToken cancel)
    {
        var (partition, damage) = (Partitions.Of(territory, ballot), new Damage());
        Ballot? head = null;
        var (electors, votes, trace) = (new List<Elector>(), new List<Vote>(), new List<Vote>());
        var (gates, turns, after) = (new List<Gate>(), new Dictionary<OperationId, SeatId>(), new List<object>());
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
                    case "gate":
                        gates.Add(GateOf(row));
                        break;
                    case "turn":
                        turns[OperationId.From(row.Key["turn|".Length..])] = SeatId.From((string)row.Properties.Single(p => p.Key == "Seat").Value);
                        break;
                    case "after":
                        after.Add(AftermathStore.ReadExactly(row));
                        break;
                    case "out" or "post":
                        break;
                    default:
                        // A row of no known kind was one of a known kind.
                        damage.Found(row.Key);
                        break;
                }
            });
        }

        return new BallotReading(head, electors, votes, trace, Behind(gates, electors), turns, AftermathStore.Of(after), damage.First);
    }

    private static Gate GateOf(Row row)
    {
        var gate = BallotRows.ReadGate(int.Parse(row.Key["gate|".Length..], CultureInfo.InvariantCulture), row, answeredInAll: 0);
        var written = BallotRows.GateBody(gate.Open, gate.Answered, gate.Rights, gate.Pool);
        return row.Key == BallotRows.Gate(gate.Number) && row.Properties.Keys.All(written.ContainsKey)
            ? gate
            : throw new InvalidDataException($"row {row.Key} says two things");
    }

    private static IReadOnlyList<GateReading> Behind(List<Gate> gates, List<Elector> electors)
    {
        var behind = gates.Count == 0 ? null : electors.ToLookup(e => BallotRows.GateOf(e.Seat, gates.Count), e => e.Seat);
        return [.. gates.Select(g => new GateReading(g.Number, g.Open, g.Answered, g.Pool, [.. behind![g.Number]]))];
    }

    public async Task<IReadOnlyList<BallotListing>> Ballots(TerritoryId territory, CancellationToken cancel)
    {
        var (listed, damage) = (new List<BallotListing>(), new Damage());
        await foreach (var row in Read(Partitions.Votes, territory.Value, damage, cancel))
        {
            listed.Add(await Listed(territory, row, cancel));
        }

        return damage.First is { } unread ? [.. listed, new BallotListing(new(""), null, unread)] : listed;
    }

    public async Task<EscalationsReading> Escalations(TerritoryId territory, CancellationToken cancel)
    {
        var (kept, damage) = (new Dictionary<EscalationId, Escalation>(), new Damage());
        await foreach (var row in Read(Partitions.Decisions, Partitions.Escalations(territory), damage, cancel))
        {
            if (row.Key.Split('|')[0] != "out")
            {
                damage.Watch(row.Key, () =>
                {
                    var escalation = row.ReadExactly(StorageJson.Default.Escalation, EscalationStore.RowOf);
                    kept[escalation.Id] = escalation;
                });
            }
        }

        return new EscalationsReading(kept, damage.First);
    }

    /// <summary>A line that says its ballot is over says what the ballot's head says; an earlier one is never shown, but leads to the head.</summary>
    private async Task<BallotListing> Listed(TerritoryId territory, Row row, CancellationToken cancel)
    {
        var (damage, id) = (new Damage(), BallotId.From(row.Key.Split('|')[^1]));
        Ballot? listed = null;
        damage.Watch(row.Key, () => listed = row.ReadExactly(StorageJson.Default.Ballot, b => (BallotRows.Recent(b), BallotRows.HeadBody(b))));
        if (listed is not null)
        {
            var head = await rows.Get(new RowAddress(Partitions.Votes, Partitions.Of(territory, id), BallotRows.Head), cancel);
            damage.Watch(row.Key, () =>
            {
                if (listed.Territory != territory || !Leads(row, listed, head))
                {
                    damage.Found(row.Key);
                }
            });
        }

        return new BallotListing(id, listed?.Table, damage.First);
    }

    private static bool Leads(Row row, Ballot listed, Row? head)
    {
        if (head is null)
        {
            // Listed first, it never came to be; a consensus is over when it is listed.
            return !BallotStore.IsOver(listed) || listed.Majority == Majority.Consensus;
        }

        return BallotStore.IsOver(listed)
            ? row.Properties.Count == head.Properties.Count && row.Properties.All(p => head.Properties.TryGetValue(p.Key, out var value) && value.Equals(p.Value))
            : head.Read(StorageJson.Default.Ballot) is { } now && (now.Id, now.Table, now.ProposedAt) == (listed.Id, listed.Table, listed.ProposedAt);
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
