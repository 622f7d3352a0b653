using System.Runtime.CompilerServices;
using Concertation.Domain;
using Concertation.Domain.Retention;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Retention;

/// <summary>All rows of all tables that hold records, in the order of their tables, partitions and keys.</summary>
internal sealed class StoredRecords(IRowStore rows, IRowScan scan, IEnumerable<RecordKeeper> keepers) : IOldRecords, IPersonalRecords
{
    private readonly RecordKeeper[] _keepers = [.. keepers.OrderBy(k => k.Table, StringComparer.Ordinal)];

    public async Task<OldPage> Page(
        RecordPlace? after, RecordPlace? until, int most, IReadOnlyDictionary<TerritoryId, RetentionRules> rules, DateTimeOffset now,
        CancellationToken cancel)
    {
        var old = new List<OldRecord>();
        var seen = 0;
        foreach (var keeper in _keepers.Where(k => after is null || string.CompareOrdinal(k.Table, after.Table) >= 0))
        {
            (string, string)? from = after?.Table == keeper.Table ? (after.Partition, after.Key) : null;
            await foreach (var row in scan.Scan(keeper.Table, from, cancel))
            {
                var place = new RecordPlace(keeper.Table, row.Partition, row.Key);
                if (until is not null && Compare(place, until) > 0)
                {
                    return new(old, until);
                }

                var territory = TerritoryOf(row);
                if (rules.TryGetValue(territory, out var rule)
                    && await keeper.Old(row, territory, kind => rule.Before(kind, now), cancel) is var (kind, at))
                {
                    old.Add(new OldRecord(territory, kind, at, place));
                }

                if (until is null && ++seen == most)
                {
                    return new(old, place);
                }
            }
        }

        return new(old, null);
    }

    public async Task Purge(OldRecord record, CancellationToken cancel)
    {
        var (keeper, place) = (KeeperOf(record.Place), record.Place);
        if (await rows.Get(new(place.Table, place.Partition, place.Key), cancel) is { } row)
        {
            await keeper.Purge(row, record, cancel);
        }
    }

    public async IAsyncEnumerable<Holding> Of(Subject subject, [EnumeratorCancellation] CancellationToken cancel)
    {
        var named = new Named(subject);
        // A territory's partitions are its id, or begin with it and a bar: none sorts behind its id and what follows the bar.
        var behind = $"{subject.Territory}}}";
        foreach (var keeper in _keepers)
        {
            await foreach (var row in scan.Scan(keeper.Table, (subject.Territory.Value, ""), cancel))
            {
                if (string.CompareOrdinal(row.Partition, behind) > 0)
                {
                    break;
                }

                if (TerritoryOf(row) == subject.Territory && named.In(row) && await keeper.About(row, named, cancel) is { } about)
                {
                    yield return new Holding(
                        about.Kind, new(keeper.Table, row.Partition, row.Key), about.Own, about.Stays, about.Own ? row.Text() : null);
                }
            }
        }
    }

    public async Task Erase(Holding holding, Subject subject, CancellationToken cancel)
    {
        var (keeper, named, place) = (KeeperOf(holding.Place), new Named(subject), holding.Place);
        if (await rows.Get(new(place.Table, place.Partition, place.Key), cancel) is { } row && named.In(row)
            && await keeper.About(row, named, cancel) is { Stays: false })
        {
            await keeper.Erase(row, named, cancel);
        }
    }

    private RecordKeeper KeeperOf(RecordPlace place) => _keepers.First(k => k.Table == place.Table);

    private static TerritoryId TerritoryOf(Row row) => new(row.Partition.Split('|')[0]);

    private static int Compare(RecordPlace one, RecordPlace other) =>
        string.CompareOrdinal(one.Table, other.Table) is not 0 and var tables ? tables
        : string.CompareOrdinal(one.Partition, other.Partition) is not 0 and var partitions ? partitions
        : string.CompareOrdinal(one.Key, other.Key);
}
