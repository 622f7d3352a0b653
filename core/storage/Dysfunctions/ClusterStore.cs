using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Notices;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Dysfunctions;

/// <summary>
/// Clusters stand beside the reports of their year: "clusters" holds the last number, "cluster|{ref}" a cluster,
/// "clustered|{op}" which one an act made, "group|{newest first}|{ref}" finds those open, "member|{ref}|{report}" counts a
/// report and "passed|{ref}|{newest first}|{report}" is a line of history. What changes is one transaction.
/// </summary>
internal sealed class ClusterStore(IRowStore rows, TimeProvider clock) : IClusters
{
    private const string Counter = "clusters";
    private const string Open = "group|";
    private const int Tries = 40;

    public async Task<Versioned<Cluster>?> Get(TerritoryId territory, ClusterRef reference, CancellationToken cancel)
    {
        var row = await rows.Get(At(Partition(territory, reference), KeyOf(reference)), cancel);
        return row is null ? null : new(row.Read(StorageJson.Default.Cluster), row.ETag);
    }

    public async Task<Cluster> Record(
        TerritoryId territory, int year, OperationId operation, Func<ClusterRef, Cluster> make, CancellationToken cancel)
    {
        var partition = Partitions.Year(territory, year);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var counter = await rows.Get(At(partition, Counter), cancel);
            if (await rows.Get(At(partition, $"clustered|{operation}"), cancel) is { } made)
            {
                return (await Get(territory, ClusterRef.From((string)made.Properties["Reference"]), cancel))!.Value;
            }

            var number = counter is null ? 1 : (int)counter.Properties["Last"] + 1;
            var cluster = make(ClusterRef.Of(year, number));
            var last = new Dictionary<string, object>(StringComparer.Ordinal) { ["Last"] = number };
            var saved = await rows.Commit(
                Partitions.Dysfunctions, partition,
                [
                    counter is null ? new RowChange.Insert(Counter, last) : new RowChange.Put(Counter, last, counter.ETag),
                    new RowChange.Insert(KeyOf(cluster.Reference), Properties(cluster)),
                    new RowChange.Insert($"clustered|{operation}", Naming(cluster.Reference)),
                    Listing(cluster),
                    Line(cluster, new ClusterEvent(cluster.OpenedAt, ClusterAct.Opened, cluster.OpenedBy)),
                ],
                cancel);
            if (saved is CommitOutcome.Done)
            {
                return cluster;
            }

            // Somebody took the number: look again, a little later each time.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(2 * attempt, 25)), clock, cancel);
        }

        throw new InvalidOperationException($"no number for a cluster of {partition} after {Tries} tries");
    }

    public Task<bool> Save(Versioned<Cluster> cluster, ClusterEvent what, IReadOnlyList<Effect> effects, CancellationToken cancel) =>
        Commit(cluster, what, [.. Outbox.Rows(effects)], cancel);

    public async Task<ClusterMember?> Counted(
        TerritoryId territory, ClusterRef cluster, DysfunctionRef report, CancellationToken cancel) =>
        (await rows.Get(At(Partition(territory, cluster), KeyOf(cluster, report)), cancel))?.Read(StorageJson.Default.ClusterMember);

    public Task<bool> Count(
        Versioned<Cluster> cluster, DysfunctionRef report, ClusterMember? member, ClusterEvent what, CancellationToken cancel)
    {
        var key = KeyOf(cluster.Value.Reference, report);
        return Commit(
            cluster, what,
            [member is null ? new RowChange.Delete(key, "*") : new RowChange.Put(key, RowBody.Of(member, StorageJson.Default.ClusterMember))],
            cancel);
    }

    public async Task<IReadOnlyList<DysfunctionRef>> Members(
        TerritoryId territory, ClusterRef cluster, DysfunctionRef? after, int most, CancellationToken cancel)
    {
        var range = RowRange.StartingWith(KeyOf(cluster, default));
        range = after is { } last ? range with { From = KeyOf(cluster, last) + " " } : range;
        var found = await rows.All(Partitions.Dysfunctions, Partition(territory, cluster), range.First(most), cancel);
        return [.. found.Select(row => row.Read(StorageJson.Default.ClusterMember).Reference)];
    }

    public async Task<IReadOnlyList<ClusterEvent>> History(
        TerritoryId territory, ClusterRef cluster, int most, CancellationToken cancel)
    {
        var found = await rows.All(
            Partitions.Dysfunctions, Partition(territory, cluster), RowRange.StartingWith($"passed|{cluster}|").First(most), cancel);
        return [.. found.Select(row => row.Read(StorageJson.Default.ClusterEvent))];
    }

    public async Task<IReadOnlyList<Cluster>> Listed(
        TerritoryId territory, IReadOnlyList<int> years, int most, CancellationToken cancel)
    {
        var keys = await Task.WhenAll(years.Select(year => rows.All(
            Partitions.Dysfunctions, Partitions.Year(territory, year), RowRange.StartingWith(Open).First(most), cancel)));
        var found = await Task.WhenAll(keys.SelectMany(k => k).OrderBy(row => row.Key, StringComparer.Ordinal).Take(most)
            .Select(row => Get(territory, ClusterRef.From(row.Key[(row.Key.LastIndexOf('|') + 1)..]), cancel)));
        return [.. found.OfType<Versioned<Cluster>>().Select(c => c.Value).Where(c => c.Tally.Count > 0)];
    }

    private async Task<bool> Commit(
        Versioned<Cluster> cluster, ClusterEvent what, IReadOnlyList<RowChange> more, CancellationToken cancel)
    {
        var now = cluster.Value;
        if (await Get(now.Territory, now.Reference, cancel) is not { } before || before.Version != cluster.Version)
        {
            return false;
        }

        RowChange[] listing = (before.Value.Open, now.Open) switch
        {
            (true, false) => [new RowChange.Delete(ListingKey(now), "*")],
            (false, true) => [Listing(now)],
            _ => [],
        };
        var saved = await rows.Commit(
            Partitions.Dysfunctions, Partition(now.Territory, now.Reference),
            [new RowChange.Put(KeyOf(now.Reference), Properties(now), cluster.Version), .. listing, Line(now, what), .. more], cancel);
        return saved is CommitOutcome.Done;
    }

    private static RowChange.Put Listing(Cluster cluster) => new RowChange.Put(ListingKey(cluster), Naming(cluster.Reference));

    private static string ListingKey(Cluster cluster) => $"{Open}{ReportIndex.Newest(cluster.OpenedAt)}|{cluster.Reference}";

    private static RowChange.Put Line(Cluster cluster, ClusterEvent what) => new RowChange.Put(
        $"passed|{cluster.Reference}|{ReportIndex.Newest(what.At)}|{what.Act}|{what.Report}", RowBody.Of(what, StorageJson.Default.ClusterEvent));

    private static Dictionary<string, object> Naming(ClusterRef reference) =>
        new(StringComparer.Ordinal) { ["Reference"] = reference.Value };

    private static Dictionary<string, object> Properties(Cluster cluster) => RowBody.Of(
        cluster, StorageJson.Default.Cluster, ("Status", cluster.Status.ToString()), ("Count", cluster.Tally.Count));

    private static string Partition(TerritoryId territory, ClusterRef reference) => Partitions.Year(territory, reference.Year);

    private static RowAddress At(string partition, string key) => new(Partitions.Dysfunctions, partition, key);

    private static string KeyOf(ClusterRef cluster) => $"cluster|{cluster}";

    private static string KeyOf(ClusterRef cluster, DysfunctionRef report) => $"member|{cluster}|{report}";
}
