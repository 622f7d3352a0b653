namespace Concertation.Storage.Rows;

/// <summary>
/// Changes too many for one transaction, committed in their order in as few as hold them. Each step is never cut:
/// its changes are in one transaction.
/// </summary>
internal static class RowSteps
{
    private const int ChangesPerTransaction = 100;
    private const int CharactersPerTransaction = 1_500_000;

    /// <summary>False when a row changed meanwhile: what came before it stays committed, the rest isn't.</summary>
    public static async Task<bool> CommitInSteps(
        this IRowStore rows, string table, string partition, IEnumerable<IReadOnlyList<RowChange>> steps,
        CancellationToken cancel)
    {
        foreach (var transaction in Pack(steps))
        {
            if (await rows.Commit(table, partition, transaction, cancel) is not CommitOutcome.Done)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Every row of a range, in memory: for partitions that are read as one.</summary>
    public static async Task<IReadOnlyList<Row>> All(
        this IRowStore rows, string table, string partition, RowRange range, CancellationToken cancel)
    {
        var all = new List<Row>();
        await foreach (var row in rows.Query(table, partition, range, cancel))
        {
            all.Add(row);
        }

        return all;
    }

    /// <summary>The change that leads from what stands to what is wanted (null: no such row); null when equal.</summary>
    public static RowChange? Towards(this Row? standing, string key, IReadOnlyDictionary<string, object>? wanted) =>
        (standing, wanted) switch
        {
            (null, null) => null,
            (null, _) => new RowChange.Insert(key, wanted),
            (_, null) => new RowChange.Delete(key, standing.ETag),
            _ when standing.Properties.Count == wanted.Count && standing.Properties.All(
                p => wanted.TryGetValue(p.Key, out var value) && p.Value.Equals(value)) => null,
            _ => new RowChange.Put(key, wanted, standing.ETag),
        };

    internal static IEnumerable<IReadOnlyList<RowChange>> Pack(IEnumerable<IReadOnlyList<RowChange>> steps)
    {
        var transaction = new List<RowChange>();
        var characters = 0;
        foreach (var step in steps.Where(s => s.Count > 0))
        {
            var size = step.Sum(Characters);
            if (transaction.Count > 0
                && (transaction.Count + step.Count > ChangesPerTransaction
                    || characters + size > CharactersPerTransaction))
            {
                yield return transaction;
                transaction = [];
                characters = 0;
            }

            transaction.AddRange(step);
            characters += size;
        }

        if (transaction.Count > 0)
        {
            yield return transaction;
        }
    }

    private static int Characters(RowChange change) => change switch
    {
        RowChange.Insert insert => Characters(insert.Properties),
        RowChange.Put put => Characters(put.Properties),
        _ => 0,
    };

    private static int Characters(IReadOnlyDictionary<string, object> properties) =>
        properties.Values.OfType<string>().Sum(text => text.Length);
}
