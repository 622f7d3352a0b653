using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Retention;
using Concertation.Domain.Tables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Retention;

/// <summary>Chat addresses: of somebody without a seat, until they have been silent long enough.</summary>
internal sealed class ChatKeeper(IRowStore rows, IChatAddresses addresses, IRosters rosters, TimeProvider clock) : RecordKeeper
{
    private const string People = "person|";

    public override string Table => Partitions.Conversations;

    public override async ValueTask<(RecordKind Kind, DateTimeOffset At)?> Old(
        Row row, TerritoryId territory, BeforeOf before, CancellationToken cancel)
    {
        if (!IsOf(row, People))
        {
            return null;
        }

        var address = row.Read(StorageJson.Default.ChatAddress);
        if (address.SeenOn is not { } seen)
        {
            // Written before the day was kept: its time begins now.
            var from = address with { SeenOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) };
            await rows.Commit(Table, row.Partition, [new RowChange.Put(row.Key, RowBody.Of(from, StorageJson.Default.ChatAddress), row.ETag)], cancel);
            return null;
        }

        var at = new DateTimeOffset(seen, TimeOnly.MinValue, TimeSpan.Zero);
        return at < before(RecordKind.ChatAddresses) && !await HasAPlace(territory, PersonOf(row), cancel) ? (RecordKind.ChatAddresses, at) : null;
    }

    public override Task Purge(Row row, OldRecord old, CancellationToken cancel) => addresses.Forget(old.Territory!.Value, PersonOf(row), cancel);

    public override ValueTask<RowHolding?> About(Row row, Named named, CancellationToken cancel) =>
        new(IsOf(row, People) ? new RowHolding(HoldingKind.ChatAddress, Own: true, Stays: false) : null);

    public override Task Erase(Row row, Named named, CancellationToken cancel) => addresses.Forget(named.Subject.Territory, PersonOf(row), cancel);

    private async Task<bool> HasAPlace(TerritoryId territory, PersonId person, CancellationToken cancel) =>
        await rosters.Get(territory, cancel) is not { } roster || roster.PersonOf(person) is not null;

    private static PersonId PersonOf(Row row) => PersonId.From(row.Key[People.Length..]);
}
