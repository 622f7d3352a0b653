using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Decisions;

/// <summary>
/// One partition a table, "{territory}|{table}": "head", "decision|{yyyy}-{nnnn}", "decision-for|{ballot}" (so that a
/// repeat finds its decision) and "carence|{ballot}".
/// </summary>
internal sealed class RegisterStore(IRowStore rows) : IRegister
{
    private const int MostTries = 50;

    public async Task<Decision> Record(
        TerritoryId territory, TableId table, BallotId ballot, int year,
        Func<DecisionNumber, string, Decision> make, CancellationToken cancel)
    {
        var partition = Partitions.Register(territory, table);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var headRow = await rows.Get(new RowAddress(Partitions.Decisions, partition, "head"), cancel);
            if (await Of(territory, table, ballot, cancel) is { } already)
            {
                return already;
            }

            var head = headRow?.Read(StorageJson.Default.RegisterHead) ?? new RegisterHead([], RegisterChain.Start);
            var number = new DecisionNumber(year, head.LastNumbers.GetValueOrDefault(year) + 1);
            var decision = make(number, head.LastHash);
            if (await rows.Commit(
                Partitions.Decisions, partition, Changes(decision, ballot, head, headRow?.ETag), cancel) is CommitOutcome.Done)
            {
                return decision;
            }
        }

        throw new InvalidOperationException($"the register of {table} changed at each of {MostTries} tries");
    }

    public async Task<Decision?> Of(TerritoryId territory, TableId table, BallotId ballot, CancellationToken cancel)
    {
        var partition = Partitions.Register(territory, table);
        var row = await rows.Get(new RowAddress(Partitions.Decisions, partition, ForKey(ballot)), cancel);
        if (row is null)
        {
            return null;
        }

        var number = row.Read(StorageJson.Default.DecisionFor);
        return await Of(territory, table, new DecisionNumber(number.Year, number.Number), cancel);
    }

    public async Task<Decision?> Of(TerritoryId territory, TableId table, DecisionNumber number, CancellationToken cancel) =>
        (await rows.Get(new RowAddress(Partitions.Decisions, Partitions.Register(territory, table), KeyOf(number)), cancel))
            ?.Read(StorageJson.Default.Decision);

    public async Task<IReadOnlyList<Decision>> Of(TerritoryId territory, TableId table, CancellationToken cancel)
    {
        var decisions = new List<Decision>();
        await foreach (var row in InRegister(territory, table, "decision|", cancel))
        {
            decisions.Add(row.Read(StorageJson.Default.Decision));
        }

        decisions.Reverse();
        return decisions;
    }

    public Task Keep(Carence carence, CancellationToken cancel) => rows.Commit(
        Partitions.Decisions, Partitions.Register(carence.Territory, carence.Table),
        [new RowChange.Put(RowOf(carence).Key, RowOf(carence).Properties)], cancel);

    public async Task<IReadOnlyList<Carence>> Carences(
        TerritoryId territory, TableId table, CancellationToken cancel)
    {
        var carences = new List<Carence>();
        await foreach (var row in InRegister(territory, table, "carence|", cancel))
        {
            carences.Add(row.Read(StorageJson.Default.Carence));
        }

        return [.. carences.OrderByDescending(c => c.At)];
    }

    private static List<RowChange> Changes(Decision decision, BallotId ballot, RegisterHead head, string? version)
    {
        var (year, number) = decision.Number;
        var next = RowBody.Of(
            new RegisterHead(new(head.LastNumbers) { [year] = number }, decision.Hash), StorageJson.Default.RegisterHead);
        return
        [
            new RowChange.Insert(ForKey(ballot), RowBody.Of(new DecisionFor(year, number), StorageJson.Default.DecisionFor)),
            new RowChange.Insert(RowOf(decision).Key, RowOf(decision).Properties),
            version is null ? new RowChange.Insert("head", next) : new RowChange.Put("head", next, version),
        ];
    }

    internal static (string Key, Dictionary<string, object> Properties) RowOf(Decision decision) => (
        KeyOf(decision.Number),
        RowBody.Of(decision, StorageJson.Default.Decision, ("Title", decision.Title), ("At", decision.At)));

    internal static (string Key, Dictionary<string, object> Properties) RowOf(Carence carence) =>
        ($"carence|{carence.Ballot}", RowBody.Of(carence, StorageJson.Default.Carence));

    private IAsyncEnumerable<Row> InRegister(
        TerritoryId territory, TableId table, string prefix, CancellationToken cancel) =>
        rows.Query(
            Partitions.Decisions, Partitions.Register(territory, table), RowRange.StartingWith(prefix), cancel);

    private static string ForKey(BallotId ballot) => $"decision-for|{ballot}";

    private static string KeyOf(DecisionNumber number) =>
        string.Create(CultureInfo.InvariantCulture, $"decision|{number.Year:D4}-{number.Number:D4}");
}
