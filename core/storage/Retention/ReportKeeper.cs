using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Retention;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Retention;

/// <summary>
/// Reports: first their reporter is forgotten, later their text. They change by their own store, which keeps what finds them
/// as they are.
/// </summary>
internal sealed class ReportKeeper(IRowStore rows, IDysfunctions reports) : RecordKeeper
{
    private const string Reports = "report|";
    private const string Acts = "operation|";
    private const string Codes = "code|";
    private const string Drafts = "draft|";
    private const int Tries = 8;

    public override string Table => Partitions.Dysfunctions;

    public override ValueTask<(RecordKind Kind, DateTimeOffset At)?> Old(
        Row row, TerritoryId territory, BeforeOf before, CancellationToken cancel)
    {
        if (!IsOf(row, Reports) || row.Read(StorageJson.Default.Dysfunction) is not { Over: true } report)
        {
            return new(default((RecordKind, DateTimeOffset)?));
        }

        var over = report.History[^1].At;
        return new(
            !report.Forgotten && over < before(RecordKind.Reporters) ? (RecordKind.Reporters, over)
            : !report.TextGone && over < before(RecordKind.Reports) ? (RecordKind.Reports, over)
            : null);
    }

    public override Task Purge(Row row, OldRecord old, CancellationToken cancel) => Change(
        row, report => (report.Over, old.Kind) switch
        {
            // It was opened again meanwhile.
            (false, _) => report,
            (_, RecordKind.Reporters) => report.Forgotten ? report : report.WithoutReporter(),
            _ => report.TextGone ? report : report.WithoutText(),
        }, cancel);

    public override ValueTask<RowHolding?> About(Row row, Named named, CancellationToken cancel) => new(
        IsOf(row, Reports) ? row.Read(StorageJson.Default.Dysfunction) is var report && named.Made(report)
            ? new(HoldingKind.Report, Own: true, Stays: false)
            : new RowHolding(HoldingKind.Report, Own: false, Stays: true)
        : IsOf(row, Drafts) ? new(HoldingKind.Draft, Own: true, Stays: false)
        // What became of a cluster is the table's, and says who acted on it.
        : IsOf(row, "cluster|", "passed|") ? new(HoldingKind.Report, Own: false, Stays: true)
        : null);

    public override Task Erase(Row row, Named named, CancellationToken cancel) => IsOf(row, Drafts)
        ? Delete(row, row.Key, cancel)
        : Change(row, report => named.Made(report) ? report.WithoutReporter() : report, cancel);

    private async Task Change(Row row, Func<Dysfunction, Dysfunction> decide, CancellationToken cancel)
    {
        var seen = row.Read(StorageJson.Default.Dysfunction);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await reports.Get(seen.Territory, seen.Reference, cancel) is not { } report)
            {
                return;
            }

            var changed = decide(report.Value);
            if (ReferenceEquals(changed, report.Value))
            {
                return;
            }

            // The act's own row names whoever did it, and goes first, as the code's does: they are found by the report alone.
            await Delete(row, $"{Acts}{report.Value.Operation}", cancel);
            if (changed.FromPage is null && report.Value.FromPage is { } page)
            {
                await Delete(row, $"{Codes}{page.CodeHash}", cancel);
            }

            if (await reports.Save(report.With(changed), [], cancel))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{seen.Reference} was changed by others {Tries} times in a row");
    }

    private Task<CommitOutcome> Delete(Row row, string key, CancellationToken cancel) =>
        rows.Commit(Table, row.Partition, [new RowChange.Delete(key, "*")], cancel);
}
