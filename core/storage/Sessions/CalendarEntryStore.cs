using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Sessions;

/// <summary>Calendar entries stand beside their sessions, under "calendar|{session}".</summary>
internal sealed class CalendarEntryStore(IRowStore rows) : ICalendarEntries
{
    private const string Prefix = "calendar|";

    public async Task<Versioned<CalendarEntry>?> Get(TerritoryId territory, SessionId session, CancellationToken cancel)
    {
        var row = await rows.Get(new RowAddress(Partitions.Sessions, territory.Value, Prefix + session), cancel);
        return row is null ? null : Read(row);
    }

    public async Task<IReadOnlyList<Versioned<CalendarEntry>>> All(TerritoryId territory, CancellationToken cancel)
    {
        var all = await rows.All(Partitions.Sessions, territory.Value, RowRange.StartingWith(Prefix), cancel);
        return [.. all.Select(Read)];
    }

    public async Task<Versioned<CalendarEntry>?> Save(
        TerritoryId territory, CalendarEntry entry, string? version, CancellationToken cancel)
    {
        var body = RowBody.Of(entry, StorageJson.Default.CalendarEntry, ("State", entry.State.ToString()));
        RowChange change = version is null
            ? new RowChange.Insert(Prefix + entry.Session, body)
            : new RowChange.Put(Prefix + entry.Session, body, version);
        return await rows.Commit(Partitions.Sessions, territory.Value, [change], cancel) is CommitOutcome.Done done
            ? new(entry, done.ETags[0]!)
            : null;
    }

    private static Versioned<CalendarEntry> Read(Row row) => new(row.Read(StorageJson.Default.CalendarEntry), row.ETag);
}
