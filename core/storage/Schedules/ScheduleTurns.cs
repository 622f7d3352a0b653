using Concertation.Storage.Rows;

namespace Concertation.Storage.Schedules;

/// <summary>
/// Who runs an entry of the schedule next, and when: one row an entry, taken under its ETag, so that of several processes
/// one runs it, and a restart neither forgets nor repeats a turn.
/// </summary>
public sealed class ScheduleTurns(IRowStore rows)
{
    private const string DueAt = "DueAt";

    /// <summary>Takes the entry's turn if it is due and nobody else took it. Tells in any case when it is due next.</summary>
    public async Task<(bool Taken, DateTimeOffset Next)> Take(
        string entry, DateTimeOffset now, TimeSpan every, CancellationToken cancel)
    {
        var row = await rows.Get(new RowAddress(Partitions.Schedule, Partitions.Turns, entry), cancel);
        // A clock set back must not stop the schedule: nothing is ever due later than one period from now.
        if (row?.Properties[DueAt] is DateTimeOffset due && due > now && due <= now + every)
        {
            return (false, due);
        }

        var next = now + every;
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { [DueAt] = next };
        RowChange change = row is null ? new RowChange.Insert(entry, properties) : new RowChange.Put(entry, properties, row.ETag);
        var taken = await rows.Commit(Partitions.Schedule, Partitions.Turns, [change], cancel) is CommitOutcome.Done;
        return (taken, next);
    }
}
