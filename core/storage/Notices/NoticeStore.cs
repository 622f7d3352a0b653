using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Notices;

/// <summary>
/// Notices, one partition per aggregate; who was solicited in a week, one partition per week; and what waits until the same
/// moment, one partition per moment.
/// </summary>
internal sealed class NoticeStore(IRowStore rows) : INotices
{
    /// <summary>In which partition a notice that waits stands.</summary>
    private const string PlaceOf = "Place";

    public async Task Create(IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        // Before the notices: one that waits is never without its place among those it leaves with.
        foreach (var ofOne in notices.Where(n => n.NotBefore is not null).DistinctBy(n => n.Id).GroupBy(n => Partitions.Moment(n.Territory, n.NotBefore!.Value)))
        {
            foreach (var batch in ofOne.Chunk(RowRules.MaxChanges))
            {
                await rows.Commit(Partitions.Notices, ofOne.Key, [.. batch.Select(n => new RowChange.Put($"{n.Recipient}|{n.Id}", Place(n)))], cancel);
            }
        }

        foreach (var ofOne in notices.DistinctBy(n => n.Id).GroupBy(n => Partitions.NoticesOf(n.Aggregate)))
        {
            foreach (var batch in ofOne.Chunk(RowRules.MaxChanges))
            {
                await Insert(ofOne.Key, batch, cancel);
            }
        }
    }

    /// <summary>All in one transaction; one that is there already is taken out, and the others go in without it.</summary>
    private async Task Insert(string partition, Notice[] batch, CancellationToken cancel)
    {
        while (batch.Length > 0)
        {
            var outcome = await rows.Commit(
                Partitions.Notices, partition, [.. batch.Select(n => new RowChange.Insert(n.Id, Properties(n)))], cancel);
            if (outcome is not CommitOutcome.AlreadyThere)
            {
                return;
            }

            var there = await KeysIn(partition, cancel);
            batch = [.. batch.Where(n => !there.Contains(n.Id))];
        }
    }

    private async Task<HashSet<string>> KeysIn(string partition, CancellationToken cancel)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in rows.Query(Partitions.Notices, partition, RowRange.All, cancel))
        {
            keys.Add(row.Key);
        }

        return keys;
    }

    public async Task<IReadOnlyList<Versioned<Notice>>> Of(Aggregate aggregate, CancellationToken cancel)
    {
        var notices = new List<Versioned<Notice>>();
        await foreach (var row in rows.Query(Partitions.Notices, Partitions.NoticesOf(aggregate), RowRange.All, cancel))
        {
            notices.Add(new(row.Read(StorageJson.Default.Notice), row.ETag));
        }

        return notices;
    }

    public async Task<IReadOnlyList<Versioned<Notice>>> LeavingWith(Notice notice, CancellationToken cancel)
    {
        var found = new List<Versioned<Notice>>();
        if (notice.NotBefore is not { } moment)
        {
            return found;
        }

        await foreach (var place in rows.Query(
            Partitions.Notices, Partitions.Moment(notice.Territory, moment), RowRange.StartingWith($"{notice.Recipient}|"), cancel))
        {
            var id = place.Key[(place.Key.IndexOf('|', StringComparison.Ordinal) + 1)..];
            if (id != notice.Id
                && await rows.Get(new(Partitions.Notices, (string)place.Properties[PlaceOf], id), cancel) is { } row)
            {
                found.Add(new(row.Read(StorageJson.Default.Notice), row.ETag));
            }
        }

        return found;
    }

    public async Task<Versioned<Notice>?> Save(Versioned<Notice> notice, CancellationToken cancel)
    {
        var saved = await rows.Commit(
            Partitions.Notices, Partitions.NoticesOf(notice.Value.Aggregate),
            [new RowChange.Put(notice.Value.Id, Properties(notice.Value), notice.Version)], cancel);
        return saved is CommitOutcome.Done done ? new(notice.Value, done.ETags[0]!) : null;
    }

    public Task CountSolicitation(Notice notice, DateOnly day, CancellationToken cancel) =>
        rows.Commit(
            Partitions.Notices, Partitions.Week(notice.Territory, day),
            [new RowChange.Put($"{notice.Recipient}|{notice.Id}", new Dictionary<string, object>(StringComparer.Ordinal) { ["Why"] = notice.Why.ToString() })],
            cancel);

    public async Task<IReadOnlyDictionary<PersonId, int>> SolicitationsInWeekOf(
        TerritoryId territory, DateOnly day, CancellationToken cancel)
    {
        var counts = new Dictionary<PersonId, int>();
        await foreach (var row in rows.Query(Partitions.Notices, Partitions.Week(territory, day), RowRange.All, cancel))
        {
            var person = PersonId.From(row.Key[..row.Key.IndexOf('|', StringComparison.Ordinal)]);
            counts[person] = counts.GetValueOrDefault(person) + 1;
        }

        return counts;
    }

    private static Dictionary<string, object> Place(Notice notice) =>
        new(StringComparer.Ordinal) { [PlaceOf] = Partitions.NoticesOf(notice.Aggregate) };

    private static Dictionary<string, object> Properties(Notice notice) => RowBody.Of(
        notice, StorageJson.Default.Notice, ("State", notice.State.ToString()), ("Why", notice.Why.ToString()),
        ("Recipient", notice.Recipient.Value), ("Road", notice.Road?.ToString()), ("SentAt", notice.SentAt));
}
