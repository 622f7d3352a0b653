using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Notices;

/// <summary>Outbox rows stand in the partition of the change that caused them, under "out|{aggregate}|{effect}".</summary>
internal sealed class Outbox(IRowStore rows) : IOutbox
{
    /// <summary>The rows to add to the change's own transaction.</summary>
    public static IEnumerable<RowChange> Rows(IEnumerable<Effect> effects) =>
        effects.Select(e => new RowChange.Put(KeyOf(e), RowBody.Of(e, StorageJson.Default.Effect)));

    public async Task<IReadOnlyList<Effect>> Waiting(Aggregate aggregate, CancellationToken cancel)
    {
        var place = Partitions.Of(aggregate);
        var effects = new List<Effect>();
        await foreach (var row in rows.Query(place.Table, place.Partition, RowRange.StartingWith($"out|{aggregate.Id}|"), cancel))
        {
            effects.Add(row.Read(StorageJson.Default.Effect));
        }

        return effects;
    }

    public async Task Remove(Aggregate aggregate, Effect effect, CancellationToken cancel)
    {
        var place = Partitions.Of(aggregate);
        // Gone already is fine: two relays may have carried out the same effect, which is idempotent.
        await rows.Commit(place.Table, place.Partition, [new RowChange.Delete(KeyOf(effect), "*")], cancel);
    }

    private static string KeyOf(Effect effect) => $"out|{effect.Subject}|{effect.Id}";
}
