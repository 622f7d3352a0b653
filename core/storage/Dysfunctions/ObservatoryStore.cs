using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Dysfunctions;

/// <summary>A year's numbers as one row, "observatory", beside the year's reports.</summary>
internal sealed class ObservatoryStore(IRowStore rows) : IObservatories
{
    private const string Key = "observatory";
    private const int Tries = 20;

    public async Task<ObservatorySnapshot?> Get(TerritoryId territory, int year, CancellationToken cancel) =>
        (await rows.Get(At(territory, year), cancel))?.Read(StorageJson.Default.ObservatorySnapshot);

    public async Task Keep(ObservatorySnapshot snapshot, CancellationToken cancel)
    {
        var address = At(snapshot.Territory, snapshot.Year);
        var body = RowBody.Of(snapshot, StorageJson.Default.ObservatorySnapshot, ("Total", snapshot.Total), ("At", snapshot.At));
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var there = await rows.Get(address, cancel);
            if (there?.Read(StorageJson.Default.ObservatorySnapshot) is { } kept && kept.At > snapshot.At)
            {
                return;
            }

            RowChange change = there is null ? new RowChange.Insert(Key, body) : new RowChange.Put(Key, body, there.ETag);
            if (await rows.Commit(address.Table, address.Partition, [change], cancel) is CommitOutcome.Done)
            {
                return;
            }
        }

        throw new InvalidOperationException($"the numbers of {address.Partition} changed at each of {Tries} tries");
    }

    private static RowAddress At(TerritoryId territory, int year) => new(Partitions.Dysfunctions, Partitions.Year(territory, year), Key);
}
