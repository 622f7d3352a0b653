using System.Runtime.CompilerServices;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Notices;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Dysfunctions;

/// <summary>
/// Reports, one partition per territory and year: "counter" holds the last number, "report|{ref}" a report,
/// "operation|{op}" which report an act made, "code|{hash}" which report a follow-up code opens, and the rows of
/// <see cref="ReportIndex"/> find it. A report, its number, its index and its effects are one transaction.
/// </summary>
internal sealed class DysfunctionStore(IRowStore rows, TimeProvider clock) : IDysfunctions
{
    private const string Counter = "counter";
    internal const string ReportPrefix = "report|";
    private const int Tries = 40;

    public async Task<Versioned<Dysfunction>?> Get(
        TerritoryId territory, DysfunctionRef reference, CancellationToken cancel)
    {
        var row = await rows.Get(At(Partitions.Year(territory, reference), KeyOf(reference)), cancel);
        return row is null ? null : new(row.Read(StorageJson.Default.Dysfunction), row.ETag);
    }

    public async Task<Versioned<Dysfunction>?> ByCode(TerritoryId territory, int year, string codeHash, CancellationToken cancel) =>
        await rows.Get(At(Partitions.Year(territory, year), KeyOfCode(codeHash)), cancel) is { } row
            ? await Get(territory, DysfunctionRef.From((string)row.Properties["Reference"]), cancel)
            : null;

    public async Task<Dysfunction> Record(
        TerritoryId territory, int year, OperationId operation, Func<DysfunctionRef, Task<Dysfunction>> make,
        Func<Dysfunction, IReadOnlyList<Effect>> effects, CancellationToken cancel)
    {
        var partition = Partitions.Year(territory, year);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var counting = rows.Get(At(partition, Counter), cancel);
            if (await MadeBy(partition, operation, cancel) is { } already)
            {
                await counting;
                return already;
            }

            var counter = await counting;
            var number = counter is null ? 1 : (int)counter.Properties["Last"] + 1;
            var report = await make(DysfunctionRef.Of(year, number));
            var (properties, index) = ReportIndex.Of(report, Properties(report), before: null);
            var saved = await rows.Commit(
                Partitions.Dysfunctions, partition,
                [
                    Numbered(number, counter?.ETag),
                    new RowChange.Insert(KeyOf(report.Reference), properties),
                    new RowChange.Insert(KeyOf(operation), Naming(report.Reference)),
                    .. CodeRows(report),
                    .. index,
                    .. counter is null ? [ReportLists.Marker] : Array.Empty<RowChange>(),
                    .. Outbox.Rows(effects(report)),
                ],
                cancel);
            if (saved is CommitOutcome.Done)
            {
                return report;
            }

            // Somebody took the number, or this very act was repeated meanwhile: look again, a little later each time.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(2 * attempt, 25)), clock, cancel);
        }

        throw new InvalidOperationException($"no number for a report of {partition} after {Tries} tries");
    }

    public async Task<bool> Save(Versioned<Dysfunction> report, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        var (partition, key) = (Partitions.Year(report.Value.Territory, report.Value.Reference), KeyOf(report.Value.Reference));
        if (await rows.Get(At(partition, key), cancel) is not { } before || before.ETag != report.Version)
        {
            return false;
        }

        var (properties, index) = ReportIndex.Of(report.Value, Properties(report.Value), before);
        var saved = await rows.Commit(
            Partitions.Dysfunctions, partition,
            [new RowChange.Put(key, properties, report.Version), .. index, .. Outbox.Rows(effects)], cancel);
        return saved is CommitOutcome.Done;
    }

    public async Task<IReadOnlyList<Dysfunction>> OfYear(TerritoryId territory, int year, CancellationToken cancel)
    {
        var reports = new List<Dysfunction>();
        await foreach (var report in EachOfYear(territory, year, cancel))
        {
            reports.Add(report);
        }

        return [.. reports.OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Reference.Value, StringComparer.Ordinal)];
    }

    public async IAsyncEnumerable<Dysfunction> EachOfYear(
        TerritoryId territory, int year, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in rows.Query(
            Partitions.Dysfunctions, Partitions.Year(territory, year), RowRange.StartingWith(ReportPrefix), cancel))
        {
            yield return row.Read(StorageJson.Default.Dysfunction);
        }
    }

    private async Task<Dysfunction?> MadeBy(string partition, OperationId operation, CancellationToken cancel)
    {
        var made = await rows.Get(At(partition, KeyOf(operation)), cancel);
        if (made is null)
        {
            return null;
        }

        var reference = DysfunctionRef.From((string)made.Properties["Reference"]);
        var row = await rows.Get(At(partition, KeyOf(reference)), cancel)
            ?? throw new InvalidOperationException($"operation row without its report {reference}");
        return row.Read(StorageJson.Default.Dysfunction);
    }

    private static IEnumerable<RowChange> CodeRows(Dysfunction report) => report.FromPage is { } page
        ? [new RowChange.Insert(KeyOfCode(page.CodeHash), Naming(report.Reference))]
        : [];

    private static RowChange Numbered(int number, string? version)
    {
        var last = new Dictionary<string, object>(StringComparer.Ordinal) { ["Last"] = number };
        return version is null ? new RowChange.Insert(Counter, last) : new RowChange.Put(Counter, last, version);
    }

    private static Dictionary<string, object> Naming(DysfunctionRef reference) =>
        new(StringComparer.Ordinal) { ["Reference"] = reference.Value };

    internal static Dictionary<string, object> Properties(Dysfunction report) => RowBody.Of(
        report, StorageJson.Default.Dysfunction, ("Status", report.Status.ToString()), ("Axis", report.Axis?.Value),
        ("ReceivedAt", report.ReceivedAt));

    private static RowAddress At(string partition, string key) => new(Partitions.Dysfunctions, partition, key);

    internal static string KeyOf(DysfunctionRef reference) => ReportPrefix + reference.Value;

    private static string KeyOf(OperationId operation) => $"operation|{operation}";

    private static string KeyOfCode(string hash) => $"code|{hash}";
}
