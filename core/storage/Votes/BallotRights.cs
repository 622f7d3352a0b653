using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Votes;

/// <summary>Who answers for a seat: in the seat's row, guarded by the seat's gate as its vote is.</summary>
internal sealed partial class BallotStore
{
    public async Task<BallotRights?> Rights(TerritoryId territory, BallotId ballot, CancellationToken cancel)
    {
        var (gates, head) = await GatesAndHead(territory, ballot, cancel);
        if (head is null)
        {
            return null;
        }

        var seats = All(territory, ballot, BallotRows.Seats, cancel);
        var votes = All(territory, ballot, BallotRows.Votes, cancel);
        await Task.WhenAll(seats, votes);
        var inAll = gates.Sum(g => (int)g.Properties["Answered"]);
        return new BallotRights(
            new(head.Read(StorageJson.Default.Ballot), head.ETag),
            [.. (await seats).Select(r => new Versioned<Elector>(r.Read(StorageJson.Default.Elector), r.ETag))],
            [.. (await votes).Select(r => new Versioned<Vote>(r.Read(StorageJson.Default.Vote), r.ETag))],
            [.. gates.Select((g, n) => BallotRows.ReadGate(n, g, inAll))]);
    }

    public async Task<bool> Change(BallotRights read, RightsChange change, CancellationToken cancel)
    {
        var (seats, votes) = (read.Seats.ToDictionary(s => s.Value.Seat), read.Votes.ToDictionary(v => v.Value.Seat));
        var dropped = change.Dropped.ToHashSet();
        var gates = change.Seats.Select(s => s.Seat).Concat(dropped).ToLookup(s => BallotRows.GateOf(s, read.Gates.Count));
        return await SaveWith(
            read.Ballot.With(change.After),
            [
                .. change.Seats.Select(RowChange (s) => new RowChange.Put(BallotRows.Seat(s.Seat), BallotRows.SeatBody(s), seats[s.Seat].Version)),
                .. dropped.Select(RowChange (s) => new RowChange.Delete(BallotRows.Vote(s), votes[s].Version)),
                .. gates.Select(RowChange (behind) =>
                {
                    var gate = read.Gates[behind.Key];
                    var fewer = behind.Distinct().Count(s => dropped.Contains(s) && seats[s].Value.Decides);
                    return new RowChange.Put(
                        BallotRows.Gate(gate.Number), BallotRows.GateBody(gate.Open, gate.Answered - fewer, gate.Rights + 1, gate.Pool), gate.Version);
                }),
            ],
            change.Effects, cancel);
    }

    /// <summary>
    /// While no right has changed behind the gate, the seat's row is as it was at the opening, whenever it was read. From
    /// then on the cast also asks that it still be the row that was read: a change between two reads of one cast shows.
    /// </summary>
    private static IEnumerable<RowChange> SeatAsRead(CastContext context) => context is { Gate.Rights: > 0, Elector: { } seat, SeatVersion: { } version }
        ? [new RowChange.Put(BallotRows.Seat(seat.Seat), BallotRows.SeatBody(seat), version)]
        : [];

    private async Task<List<Row>> All(TerritoryId territory, BallotId ballot, string prefix, CancellationToken cancel)
    {
        var all = new List<Row>();
        await foreach (var row in InBallot(territory, ballot, RowRange.StartingWith(prefix), cancel))
        {
            all.Add(row);
        }

        return all;
    }
}
