using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Dysfunctions;

/// <summary>Drafts of reports, one partition a territory: "draft|{person}".</summary>
internal sealed class ReportDraftStore(IRowStore rows) : IReportDrafts
{
    private const string Prefix = "draft|";

    public async Task<KeptDraft?> Of(TerritoryId territory, PersonId person, CancellationToken cancel) =>
        (await rows.Get(new(Partitions.Dysfunctions, Partitions.ReportDrafts(territory), KeyOf(person)), cancel))
            ?.Read(StorageJson.Default.KeptDraft);

    public Task Keep(TerritoryId territory, PersonId person, KeptDraft draft, CancellationToken cancel) => Commit(
        territory, new RowChange.Put(KeyOf(person), RowBody.Of(draft, StorageJson.Default.KeptDraft)), cancel);

    public Task Forget(TerritoryId territory, PersonId person, CancellationToken cancel) =>
        Commit(territory, new RowChange.Delete(KeyOf(person), "*"), cancel);

    public async Task ForgetBefore(TerritoryId territory, DateTimeOffset moment, CancellationToken cancel)
    {
        var old = new List<RowChange>();
        await foreach (var row in rows.Query(Partitions.Dysfunctions, Partitions.ReportDrafts(territory), RowRange.StartingWith(Prefix), cancel))
        {
            if (row.Read(StorageJson.Default.KeptDraft).At < moment)
            {
                // Typed anew meanwhile, it stays.
                old.Add(new RowChange.Delete(row.Key, row.ETag));
            }
        }

        foreach (var change in old)
        {
            await Commit(territory, change, cancel);
        }
    }

    private Task<CommitOutcome> Commit(TerritoryId territory, RowChange change, CancellationToken cancel) =>
        rows.Commit(Partitions.Dysfunctions, Partitions.ReportDrafts(territory), [change], cancel);

    private static string KeyOf(PersonId person) => $"{Prefix}{person}";
}
