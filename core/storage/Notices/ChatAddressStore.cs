using System.Collections.Concurrent;
using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Notices;

/// <summary>Chat addresses, one partition per territory. What this process has seen last spares the write of a repeat.</summary>
internal sealed class ChatAddressStore(IRowStore rows, TimeProvider clock) : IChatAddresses
{
    private const string ConnectorKey = "connector";
    private readonly ConcurrentDictionary<(TerritoryId, PersonId), ChatAddress> _seen = new();

    public async Task<ChatAddress?> Of(TerritoryId territory, PersonId person, CancellationToken cancel)
    {
        var own = rows.Get(At(territory, KeyOf(person)), cancel);
        var connector = rows.Get(At(territory, ConnectorKey), cancel);
        return (await own ?? await connector)?.Read(StorageJson.Default.ChatAddress);
    }

    public async Task Remember(TerritoryId territory, PersonId person, ChatAddress address, CancellationToken cancel)
    {
        // To the month: more would be a write at each message.
        var today = clock.GetUtcNow().UtcDateTime;
        address = address with { SeenOn = new DateOnly(today.Year, today.Month, 1) };
        if (_seen.TryGetValue((territory, person), out var seen) && seen == address)
        {
            return;
        }

        var before = address.ChosenAt is null ? await Of(territory, person, cancel) : null;
        var kept = before?.Conversation is null ? address : address with { ChosenAt = before.ChosenAt };
        await rows.Commit(
            Partitions.Conversations, territory.Value,
            [
                new RowChange.Put(KeyOf(person), RowBody.Of(kept, StorageJson.Default.ChatAddress)),
                new RowChange.Put(ConnectorKey, RowBody.Of(address with { Conversation = null, ChosenAt = null, SeenOn = null }, StorageJson.Default.ChatAddress)),
            ],
            cancel);
        _seen[(territory, person)] = address;
    }

    public async Task Forget(TerritoryId territory, PersonId person, CancellationToken cancel)
    {
        _seen.TryRemove((territory, person), out _);
        await rows.Commit(
            Partitions.Conversations, territory.Value, [new RowChange.Delete(KeyOf(person), "*")], cancel);
    }

    private static RowAddress At(TerritoryId territory, string key) =>
        new(Partitions.Conversations, territory.Value, key);

    private static string KeyOf(PersonId person) => $"person|{person}";
}
