using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Tables;

/// <summary>Territories as they stand. The list of them is remembered for a few seconds: every turn asks for it.</summary>
internal sealed class RosterStore(IRowStore rows, TimeProvider time) : IRosters
{
    private static readonly TimeSpan ListLasts = TimeSpan.FromSeconds(10);
    private (IReadOnlyList<Territory> Territories, long At)? _list;

    public async Task<Roster?> Get(TerritoryId territory, CancellationToken cancel)
    {
        var partition = await rows.All(Partitions.Tables, Partitions.Roster(territory), RosterRows.Standing, cancel);
        return RosterRows.Read(partition) is not { } record
            ? null
            : new Roster(
                record.Territory, record.Structures, record.Colleges, record.People, record.Tables,
                record.Mandates.ToDictionary(m => m.Seat));
    }

    public async Task<(Territory Territory, Table Table)?> TableOf(
        TerritoryId territory, TableId table, CancellationToken cancel)
    {
        var read = await Task.WhenAll(
            rows.Get(At(RosterRows.Territory), cancel), rows.Get(At(RosterRows.Tables + table), cancel));
        return read is [{ } head, { } row]
            ? (head.Read(StorageJson.Default.Territory), row.Read(StorageJson.Default.Table))
            : null;

        RowAddress At(string key) => new(Partitions.Tables, Partitions.Roster(territory), key);
    }

    public async Task<IReadOnlyList<Territory>> All(CancellationToken cancel)
    {
        if (_list is { } known && time.GetElapsedTime(known.At) < ListLasts)
        {
            return known.Territories;
        }

        var listed = await rows.All(Partitions.Tables, Partitions.Territories, RowRange.All, cancel);
        Territory[] territories = [.. listed.Select(r => r.Read(StorageJson.Default.Territory))];
        // An empty list isn't remembered, so that the first import is seen at once.
        _list = territories.Length == 0 ? null : (territories, time.GetTimestamp());
        return territories;
    }

    public async Task<PersonId?> Identify(TerritoryId territory, string entraId, CancellationToken cancel)
    {
        if (!IdRules.IsWellFormed(IdentityRows.Key(entraId)))
        {
            return null;
        }

        var row = await rows.Get(IdentityRows.Address(territory, entraId), cancel);
        return row is null ? null : IdentityRows.PersonOf(row);
    }

    public async Task Bind(TerritoryId territory, string entraId, PersonId person, CancellationToken cancel)
    {
        if (!IdRules.IsWellFormed(IdentityRows.Key(entraId)))
        {
            throw new ArgumentException("not an Entra id", nameof(entraId));
        }

        var address = new RowAddress(Partitions.Tables, Partitions.Roster(territory), RosterRows.People + person);
        if ((await rows.Get(address, cancel))?.Read(StorageJson.Default.Person) is not { Mail: { } mail })
        {
            throw new InvalidOperationException($"person {person} has no mail to have been matched by");
        }

        // Taken already: by the territory file, which prevails, or by another turn of the same person.
        await rows.Commit(
            Partitions.Tables, Partitions.Identities(territory),
            [new RowChange.Insert(IdentityRows.Key(entraId), IdentityRows.ByMail(person, mail))], cancel);
    }

    public async Task<Mandate?> MandateOf(TerritoryId territory, SeatId seat, CancellationToken cancel)
    {
        var row = await rows.Get(RosterRows.MandateAddress(territory, seat), cancel);
        return row is null ? null : RosterRows.ReadMandate(row);
    }
}
