using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Votes;

/// <summary>Proposals and ballots. What a ballot's partition holds is told in <see cref="BallotRows"/>.</summary>
internal sealed partial class BallotStore(IRowStore rows, IRosters rosters, ISealedAnswers answers) : IBallots
{
    private const int ChangesPerCommit = 100;
    private const int MostRecent = 60;

    public async Task<Versioned<Ballot>?> Get(TerritoryId territory, BallotId ballot, CancellationToken cancel)
    {
        var row = await rows.Get(
            new RowAddress(Partitions.Votes, Partitions.Of(territory, ballot), BallotRows.Head), cancel);
        return row is null ? null : new Versioned<Ballot>(row.Read(StorageJson.Default.Ballot), row.ETag);
    }

    public async Task<IReadOnlyList<Ballot>> Recent(TerritoryId territory, CancellationToken cancel)
    {
        var listed = new List<Task<Ballot?>>();
        await foreach (var row in rows.Query(
            Partitions.Votes, territory.Value, RowRange.StartingWith("recent|"), cancel))
        {
            listed.Add(AsItStands(row.Read(StorageJson.Default.Ballot), cancel));
            if (listed.Count == MostRecent)
            {
                break;
            }
        }

        return [.. (await Task.WhenAll(listed)).OfType<Ballot>()];
    }

    public async Task<bool> Suggest(Ballot ballot, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        await List(ballot, cancel);
        return await Commit(
            ballot, [new RowChange.Insert(BallotRows.Head, BallotRows.HeadBody(ballot)), .. Outbox.Rows(effects)], cancel);
    }

    public async Task<bool> Open(
        Ballot ballot, string? version, IReadOnlyList<Elector> electors, IReadOnlyList<Effect> effects,
        CancellationToken cancel)
    {
        if (version is null && await Get(ballot.Territory, ballot.Id, cancel) is not null)
        {
            return false;
        }

        await List(ballot, cancel);
        await WriteSeats(ballot, electors, cancel);
        var head = BallotRows.HeadBody(ballot);
        var changes = new List<RowChange>
        {
            version is null
                ? new RowChange.Insert(BallotRows.Head, head)
                : new RowChange.Put(BallotRows.Head, head, version),
        };
        var behind = electors.ToLookup(e => BallotRows.GateOf(e.Seat, ballot.Gates));
        changes.AddRange(Enumerable.Range(0, ballot.Gates).Select(n => new RowChange.Insert(
            BallotRows.Gate(n),
            BallotRows.GateBody(open: true, answered: 0, rights: 0, ballot.IsSecret ? answers.Empty(ballot, n, behind[n].Count()) : null))));
        changes.AddRange(Outbox.Rows(effects));
        return await Commit(ballot, changes, cancel);
    }

    public async Task<IReadOnlyList<Elector>> Electors(
        TerritoryId territory, BallotId ballot, CancellationToken cancel)
    {
        var electors = new List<Elector>();
        await foreach (var row in InBallot(territory, ballot, RowRange.StartingWith(BallotRows.Seats), cancel))
        {
            electors.Add(row.Read(StorageJson.Default.Elector));
        }

        return electors;
    }

    public async Task<IReadOnlyList<Vote>> Votes(TerritoryId territory, BallotId ballot, CancellationToken cancel)
    {
        var votes = new List<Vote>();
        await foreach (var row in InBallot(territory, ballot, RowRange.StartingWith(BallotRows.Votes), cancel))
        {
            votes.Add(row.Read(StorageJson.Default.Vote));
        }

        return votes;
    }

    public async Task<IReadOnlyList<Gate>> Gates(TerritoryId territory, BallotId ballot, CancellationToken cancel)
    {
        var (gates, _) = await GatesAndHead(territory, ballot, cancel);
        var answered = gates.Sum(g => (int)g.Properties["Answered"]);
        return [.. gates.Select((row, number) => BallotRows.ReadGate(number, row, answered))];
    }

    public async Task<int> Answered(TerritoryId territory, BallotId ballot, CancellationToken cancel) =>
        (await GatesAndHead(territory, ballot, cancel)).Gates.Sum(g => (int)g.Properties["Answered"]);

    public async Task<CastContext> ReadForCast(
        TerritoryId territory, BallotId ballot, SeatId seat, string? entraId, CancellationToken cancel)
    {
        var partition = Partitions.Of(territory, ballot);
        var voter = entraId is null ? null : rosters.Identify(territory, entraId, cancel);
        var mandate = rosters.MandateOf(territory, seat, cancel);
        var elector = rows.Get(new RowAddress(Partitions.Votes, partition, BallotRows.Seat(seat)), cancel);
        var standing = rows.Get(new RowAddress(Partitions.Votes, partition, BallotRows.Vote(seat)), cancel);
        var gatesAndHead = GatesAndHead(territory, ballot, cancel);
        await Task.WhenAll(voter ?? Task.CompletedTask, mandate, elector, standing, gatesAndHead);

        var (gates, head) = await gatesAndHead;
        var frozen = (await elector)?.Read(StorageJson.Default.Elector);
        // The rare case, and the one further read: another seat answers for this one.
        var holder = frozen?.Holder is { } other ? await rosters.MandateOf(territory, other, cancel) : null;
        return new CastContext(
            voter is null ? null : await voter, await mandate, frozen,
            GateOf(seat, gates), (await standing) is { } row
                ? new Versioned<Vote>(row.Read(StorageJson.Default.Vote), row.ETag)
                : null,
            head?.Read(StorageJson.Default.Ballot), holder, (await elector)?.ETag);
    }

    public async Task<CastSaved> Cast(
        TerritoryId territory, BallotId ballot, Vote vote, CastContext context, CancellationToken cancel)
    {
        if (context.Gate is not { Open: true } gate)
        {
            return CastSaved.Conflict;
        }

        var pool = (SealedPool?)null;
        if (context.Ballot!.IsSecret)
        {
            pool = answers.Add(
                context.Ballot, gate.Number, gate.Pool ?? throw new SealBrokenException($"gate {gate.Number} of ballot {ballot} has no pool"),
                new SealedAnswer(vote.Choice, vote.Option, context.Elector!.Voice == Voice.Consultative));
            if (pool is null)
            {
                // Whoever's mark wasn't there when it was looked for has answered since.
                return CastSaved.Conflict;
            }

            // From here on, the answer is in its pool and nowhere else.
            vote = vote.Mark();
        }

        var body = RowBody.Of(vote, StorageJson.Default.Vote);
        // A first answer is inserted, a later one replaces exactly the one that was read: the gate's count of seats
        // that answered would drift otherwise.
        var outcome = await rows.Commit(Partitions.Votes, Partitions.Of(territory, ballot),
            [
                new RowChange.Insert(
                    BallotRows.Turn(vote.Operation),
                    new Dictionary<string, object>(StringComparer.Ordinal) { ["Seat"] = vote.Seat.Value }),
                new RowChange.Put(
                    BallotRows.Gate(gate.Number),
                    BallotRows.GateBody(open: true, gate.Answered + (context.AddsToTurnout ? 1 : 0), gate.Rights, pool), gate.Version),
                context.Standing is { } standing
                    ? new RowChange.Put(BallotRows.Vote(vote.Seat), body, standing.Version)
                    : new RowChange.Insert(BallotRows.Vote(vote.Seat), body),
                new RowChange.Insert(BallotRows.Cast(vote), body),
                .. SeatAsRead(context),
            ],
            cancel);
        return outcome switch
        {
            CommitOutcome.Done => CastSaved.Done,
            CommitOutcome.AlreadyThere { Index: 0 } => CastSaved.Replayed,
            _ => CastSaved.Conflict,
        };
    }

    public async Task<Elector?> RenewLinks(
        TerritoryId territory, BallotId ballot, SeatId seat, DateTimeOffset since, IReadOnlyList<Effect> effects,
        CancellationToken cancel)
    {
        var partition = Partitions.Of(territory, ballot);
        while (await rows.Get(new RowAddress(Partitions.Votes, partition, BallotRows.Seat(seat)), cancel) is { } row)
        {
            var elector = row.Read(StorageJson.Default.Elector) with { LinksSince = since };
            if (await rows.Commit(
                Partitions.Votes, partition,
                [
                    new RowChange.Put(row.Key, BallotRows.SeatBody(elector), row.ETag),
                    .. Outbox.Rows(effects),
                ],
                cancel) is CommitOutcome.Done)
            {
                return elector;
            }
        }

        return null;
    }

    public async Task<bool> Shut(Versioned<Ballot> ballot, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        var (gates, _) = await GatesAndHead(ballot.Value.Territory, ballot.Value.Id, cancel);
        var shut = gates.Select(g => new RowChange.Put(
            g.Key, new Dictionary<string, object>(g.Properties, StringComparer.Ordinal) { ["Open"] = false }, g.ETag));
        return await SaveWith(ballot, shut, effects, cancel);
    }

    public Task<bool> Save(Versioned<Ballot> ballot, IReadOnlyList<Effect> effects, CancellationToken cancel) =>
        SaveWith(ballot, [], effects, cancel);

    private async Task<bool> SaveWith(
        Versioned<Ballot> ballot, IEnumerable<RowChange> others, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        var head = new RowChange.Put(BallotRows.Head, BallotRows.HeadBody(ballot.Value), ballot.Version);
        if (!await Commit(ballot.Value, [head, .. others, .. Outbox.Rows(effects)], cancel))
        {
            return false;
        }

        // After the commit: a list that missed this still reads the head of every ballot it doesn't know to be over.
        await List(ballot.Value, cancel);
        return true;
    }

    /// <summary>Seats in as many transactions as they need. Repeated after a crash, what the roster dropped since goes.</summary>
    private async Task WriteSeats(Ballot ballot, IReadOnlyList<Elector> electors, CancellationToken cancel)
    {
        var kept = electors.Select(e => e.Seat).ToHashSet();
        var stale = (await Electors(ballot.Territory, ballot.Id, cancel)).Where(e => !kept.Contains(e.Seat));
        var changes = electors
            .Select(RowChange (e) => new RowChange.Put(
                BallotRows.Seat(e.Seat), BallotRows.SeatBody(e)))
            .Concat(stale.Select(RowChange (e) => new RowChange.Delete(BallotRows.Seat(e.Seat), "*")));
        foreach (var chunk in changes.Chunk(ChangesPerCommit))
        {
            await rows.Commit(Partitions.Votes, Partitions.Of(ballot.Territory, ballot.Id), chunk, cancel);
        }
    }

    private async Task<bool> Commit(Ballot ballot, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
        await rows.Commit(Partitions.Votes, Partitions.Of(ballot.Territory, ballot.Id), changes, cancel)
            is CommitOutcome.Done;

    private async Task List(Ballot ballot, CancellationToken cancel) => await rows.Commit(
        Partitions.Votes, ballot.Territory.Value,
        [new RowChange.Put(BallotRows.Recent(ballot), BallotRows.HeadBody(ballot))], cancel);

    /// <summary>A listed ballot that may have moved on is read from its head; one that never came to be is dropped.</summary>
    private async Task<Ballot?> AsItStands(Ballot listed, CancellationToken cancel) =>
        IsOver(listed) ? listed : (await Get(listed.Territory, listed.Id, cancel))?.Value;

    /// <summary>It changes no more.</summary>
    internal static bool IsOver(Ballot ballot) => ballot is { State: BallotState.Withdrawn or BallotState.Declined }
        or { State: BallotState.Closed, Outcome: not null and not { Verdict: Verdict.AwaitsChair } };

    private async Task<(List<Row> Gates, Row? Head)> GatesAndHead(
        TerritoryId territory, BallotId ballot, CancellationToken cancel)
    {
        var (gates, head) = (new List<Row>(), (Row?)null);
        await foreach (var row in InBallot(territory, ballot, BallotRows.GatesAndHead, cancel))
        {
            if (string.Equals(row.Key, BallotRows.Head, StringComparison.Ordinal))
            {
                head = row;
            }
            else
            {
                gates.Add(row);
            }
        }

        return (gates, head);
    }

    private static Gate? GateOf(SeatId seat, List<Row> gates)
    {
        if (gates.Count == 0)
        {
            return null;
        }

        // Gates are read in the order of their two-digit numbers.
        var number = BallotRows.GateOf(seat, gates.Count);
        return BallotRows.ReadGate(number, gates[number], gates.Sum(g => (int)g.Properties["Answered"]));
    }

    private IAsyncEnumerable<Row> InBallot(
        TerritoryId territory, BallotId ballot, RowRange range, CancellationToken cancel) =>
        rows.Query(Partitions.Votes, Partitions.Of(territory, ballot), range, cancel);
}
