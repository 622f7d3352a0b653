using System.Collections.Concurrent;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Dysfunctions;

/// <summary>Reads pages of reports by their <see cref="ReportIndex"/>; what is older than the index gets it first, once.</summary>
internal sealed class ReportLists(IRowStore rows) : IReportLists
{
    private const int SharingPerWord = 20;
    private const string Indexed = "indexed";

    private readonly ConcurrentDictionary<string, bool> filled = new(StringComparer.Ordinal);

    /// <summary>Marks a year that has had its index from its first report on.</summary>
    public static RowChange Marker { get; } =
        new RowChange.Put(Indexed, new Dictionary<string, object>(StringComparer.Ordinal) { ["Format"] = 1 });

    public Task<ReportSlice> Waiting(ReportsOf reports, bool aside, CancellationToken cancel) =>
        Page(reports, RowRange.StartingWith(ReportIndex.Queue(aside)), ReportIndex.QueueKey, cancel);

    public Task<ReportSlice> MadeBy(
        ReportsOf reports, PersonId reporter, (DateTimeOffset From, DateTimeOffset Until)? when, CancellationToken cancel)
    {
        var mine = ReportIndex.Mine(reporter);
        var range = when is var (from, until)
            ? new RowRange(mine + ReportIndex.Newest(until.AddTicks(-1)), mine + ReportIndex.Newest(from.AddTicks(-1)))
            : RowRange.StartingWith(mine);
        return Page(reports, range, ReportIndex.MineKey, cancel);
    }

    public async Task<IReadOnlyList<Dysfunction>> Sharing(ReportsOf reports, IEnumerable<string> stems, CancellationToken cancel)
    {
        var found = await Task.WhenAll(
            from year in reports.Years
            from stem in stems
            select Keys(reports.Territory, year, RowRange.StartingWith(ReportIndex.Word(stem)).First(SharingPerWord), cancel));
        var best = found.SelectMany(keys => keys).Select(ReferenceIn).GroupBy(r => r)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Value, StringComparer.Ordinal)
            .Take(reports.Most).Select(g => g.Key);
        return await Read(reports.Territory, best, cancel);
    }

    private async Task<ReportSlice> Page(
        ReportsOf reports, RowRange range, Func<Dysfunction, string> keyOf, CancellationToken cancel)
    {
        if (reports.After is { } after && await Read(reports.Territory, [after], cancel) is [var last])
        {
            // No key begins with another one and a blank.
            var from = keyOf(last) + " ";
            range = range with { From = string.CompareOrdinal(from, range.From) > 0 ? from : range.From };
        }

        var keys = await Task.WhenAll(reports.Years.Select(year => Keys(reports.Territory, year, range.First(reports.Most + 1), cancel)));
        var found = keys.SelectMany(k => k).Order(StringComparer.Ordinal).Take(reports.Most + 1).Select(ReferenceIn).ToList();
        var page = await Read(reports.Territory, found.Take(reports.Most), cancel);
        return new ReportSlice(page, found.Count > reports.Most ? found[reports.Most - 1] : null);
    }

    private async Task<IReadOnlyList<string>> Keys(TerritoryId territory, int year, RowRange range, CancellationToken cancel)
    {
        var partition = Partitions.Year(territory, year);
        await Fill(partition, cancel);
        return [.. (await rows.All(Partitions.Dysfunctions, partition, range, cancel)).Select(row => row.Key)];
    }

    private async Task<IReadOnlyList<Dysfunction>> Read(TerritoryId territory, IEnumerable<DysfunctionRef> references, CancellationToken cancel)
    {
        var found = await Task.WhenAll(references.Select(r => rows.Get(
            new RowAddress(Partitions.Dysfunctions, Partitions.Year(territory, r), DysfunctionStore.KeyOf(r)), cancel)));
        return [.. found.OfType<Row>().Select(row => row.Read(StorageJson.Default.Dysfunction))];
    }

    private static DysfunctionRef ReferenceIn(string key) => DysfunctionRef.From(key[(key.LastIndexOf('|') + 1)..]);

    /// <summary>Gives reports written before there was an index theirs. Two that fill at once write the same.</summary>
    private async Task Fill(string partition, CancellationToken cancel)
    {
        if (filled.ContainsKey(partition))
        {
            return;
        }

        if (await rows.Get(new RowAddress(Partitions.Dysfunctions, partition, Indexed), cancel) is null)
        {
            var any = false;
            await foreach (var row in rows.Query(Partitions.Dysfunctions, partition, RowRange.StartingWith(DysfunctionStore.ReportPrefix), cancel))
            {
                any = true;
                await Index(partition, row, cancel);
            }

            if (!any)
            {
                return;
            }

            await rows.Commit(Partitions.Dysfunctions, partition, [Marker], cancel);
        }

        filled[partition] = true;
    }

    private async Task Index(string partition, Row? row, CancellationToken cancel)
    {
        // One that changed meanwhile was indexed by its change, unless that came from a program without an index.
        while (row is not null && !row.Properties.ContainsKey(ReportIndex.Property))
        {
            var report = row.Read(StorageJson.Default.Dysfunction);
            var (properties, index) = ReportIndex.Of(report, DysfunctionStore.Properties(report), row);
            if (await rows.Commit(Partitions.Dysfunctions, partition, [new RowChange.Put(row.Key, properties, row.ETag), .. index], cancel) is CommitOutcome.Done)
            {
                return;
            }

            row = await rows.Get(new RowAddress(Partitions.Dysfunctions, partition, row.Key), cancel);
        }
    }
}
