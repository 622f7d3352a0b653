using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Sessions;

/// <summary>
/// In the sessions' partition, so that an accepted suggestion and the agenda change as one:
/// "suggestion|{session}|{act}", "circulation|{session}|{version}", "read|{session}|{version}|{seat}|{person}".
/// </summary>
internal sealed class AgendaStore(IRowStore rows) : IAgendas
{
    public async Task<IReadOnlyList<ItemSuggestion>> Suggestions(TerritoryId territory, SessionId session, CancellationToken cancel)
    {
        var all = await Starting(territory, $"suggestion|{session}|", cancel);
        return [.. all.Select(r => r.Read(StorageJson.Default.ItemSuggestion)).OrderBy(s => s.At)];
    }

    public async Task<Versioned<ItemSuggestion>?> Suggestion(
        TerritoryId territory, SessionId session, OperationId suggestion, CancellationToken cancel)
    {
        var row = await rows.Get(new RowAddress(Partitions.Sessions, territory.Value, KeyOf(session, suggestion)), cancel);
        return row is null ? null : new(row.Read(StorageJson.Default.ItemSuggestion), row.ETag);
    }

    public Task<bool> Suggest(ItemSuggestion suggestion, IReadOnlyList<Effect> effects, CancellationToken cancel) => Commit(
        suggestion.Territory, [new RowChange.Insert(KeyOf(suggestion.Session, suggestion.Id), BodyOf(suggestion)), .. Outbox.Rows(effects)], cancel);

    public Task<bool> Answer(
        Versioned<ItemSuggestion> suggestion, Versioned<Session> session, IReadOnlyList<Effect> effects, CancellationToken cancel) => Commit(
        suggestion.Value.Territory,
        [
            new RowChange.Put(KeyOf(suggestion.Value.Session, suggestion.Value.Id), BodyOf(suggestion.Value), suggestion.Version),
            SessionStore.Change(session),
            .. Outbox.Rows(effects),
        ],
        cancel);

    public async Task<IReadOnlyList<AgendaCirculation>> Circulations(TerritoryId territory, SessionId session, CancellationToken cancel) =>
        [.. (await Starting(territory, $"circulation|{session}|", cancel)).Select(r => r.Read(StorageJson.Default.AgendaCirculation))];

    public Task<bool> Circulate(
        TerritoryId territory, AgendaCirculation circulation, IReadOnlyList<Effect> effects, CancellationToken cancel) => Commit(
        territory,
        [
            new RowChange.Insert(
                string.Create(CultureInfo.InvariantCulture, $"circulation|{circulation.Session}|{circulation.Version:D4}"),
                RowBody.Of(circulation, StorageJson.Default.AgendaCirculation, ("At", circulation.At))),
            .. Outbox.Rows(effects),
        ],
        cancel);

    public Task Acknowledge(TerritoryId territory, Acknowledgement acknowledgement, CancellationToken cancel) => Commit(
        territory,
        [
            new RowChange.Insert(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"read|{acknowledgement.Session}|{acknowledgement.Version:D4}|{acknowledgement.Seat}|{acknowledgement.Person}"),
                RowBody.Of(acknowledgement, StorageJson.Default.Acknowledgement, ("At", acknowledgement.At))),
        ],
        cancel);

    public async Task<IReadOnlyList<Acknowledgement>> Acknowledgements(TerritoryId territory, SessionId session, CancellationToken cancel) =>
        [.. (await Starting(territory, $"read|{session}|", cancel)).Select(r => r.Read(StorageJson.Default.Acknowledgement))];

    private Task<IReadOnlyList<Row>> Starting(TerritoryId territory, string prefix, CancellationToken cancel) =>
        rows.All(Partitions.Sessions, territory.Value, RowRange.StartingWith(prefix), cancel);

    private async Task<bool> Commit(TerritoryId territory, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
        await rows.Commit(Partitions.Sessions, territory.Value, changes, cancel) is CommitOutcome.Done;

    private static string KeyOf(SessionId session, OperationId suggestion) => $"suggestion|{session}|{suggestion}";

    private static Dictionary<string, object> BodyOf(ItemSuggestion suggestion) =>
        RowBody.Of(suggestion, StorageJson.Default.ItemSuggestion, ("State", suggestion.State.ToString()), ("At", suggestion.At));
}
