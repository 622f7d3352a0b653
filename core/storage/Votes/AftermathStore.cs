using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Votes;
using Concertation.Storage.Decisions;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Votes;

/// <summary>
/// "after|read|{person}", "after|reserve|{seat}" and "after|review" in the ballot's own partition: beside what was decided and
/// sealed, which they never touch.
/// </summary>
internal sealed class AftermathStore(IRowStore rows) : IAftermaths
{
    private const string All = "after|";
    private const string Read = "after|read|";
    private const string Reserve = "after|reserve|";
    private const string Reviewed = "after|review";

    public async Task<Aftermath> Of(TerritoryId territory, BallotId ballot, CancellationToken cancel)
    {
        var found = await rows.All(Partitions.Votes, Partitions.Of(territory, ballot), RowRange.StartingWith(All), cancel);
        return Of(found.Select(RecordOf));
    }

    /// <summary>The three kinds of records, as one.</summary>
    internal static Aftermath Of(IEnumerable<object> records)
    {
        var all = records.ToList();
        return new(
            [.. all.OfType<Acquaintance>().OrderBy(r => r.At)], all.OfType<DecisionReview>().FirstOrDefault(),
            [.. all.OfType<ReserveAnswer>().OrderBy(r => r.At)]);
    }

    /// <exception cref="InvalidDataException">The row isn't as it was written.</exception>
    internal static object ReadExactly(Row row) =>
        row.Key.StartsWith(Read, StringComparison.Ordinal) ? row.ReadExactly(StorageJson.Default.Acquaintance, RowOf)
        : row.Key.StartsWith(Reserve, StringComparison.Ordinal) ? row.ReadExactly(StorageJson.Default.ReserveAnswer, RowOf)
        : row.ReadExactly(StorageJson.Default.DecisionReview, RowOf);

    private static object RecordOf(Row row) =>
        row.Key.StartsWith(Read, StringComparison.Ordinal) ? row.Read(StorageJson.Default.Acquaintance)
        : row.Key.StartsWith(Reserve, StringComparison.Ordinal) ? row.Read(StorageJson.Default.ReserveAnswer)
        : row.Read(StorageJson.Default.DecisionReview);

    private static (string Key, Dictionary<string, object> Properties) RowOf(Acquaintance said) =>
        (Read + said.Person, RowBody.Of(said, StorageJson.Default.Acquaintance, ("At", said.At)));

    private static (string Key, Dictionary<string, object> Properties) RowOf(ReserveAnswer answer) =>
        (Reserve + answer.Seat, RowBody.Of(answer, StorageJson.Default.ReserveAnswer, ("Confirmed", answer.Confirmed)));

    private static (string Key, Dictionary<string, object> Properties) RowOf(DecisionReview review) =>
        (Reviewed, RowBody.Of(review, StorageJson.Default.DecisionReview, ("State", review.State.ToString())));

    public Task Acknowledge(Acquaintance said, CancellationToken cancel)
    {
        var (key, body) = RowOf(said);
        return Commit(said.Territory, said.Ballot, [new RowChange.Insert(key, body)], cancel);
    }

    public Task Review(DecisionReview review, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        var (key, body) = RowOf(review);
        return Commit(review.Territory, review.Ballot, [new RowChange.Put(key, body), .. Outbox.Rows(effects)], cancel);
    }

    public async Task<bool> Answer(ReserveAnswer answer, IReadOnlyList<Effect> effects, CancellationToken cancel)
    {
        var (key, body) = RowOf(answer);
        return await Commit(answer.Territory, answer.Ballot, [new RowChange.Insert(key, body), .. Outbox.Rows(effects)], cancel)
            is CommitOutcome.Done;
    }

    public Task Ask(TerritoryId territory, BallotId ballot, IReadOnlyList<Effect> effects, CancellationToken cancel) =>
        Commit(territory, ballot, [.. Outbox.Rows(effects)], cancel);

    private Task<CommitOutcome> Commit(TerritoryId territory, BallotId ballot, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
        rows.Commit(Partitions.Votes, Partitions.Of(territory, ballot), changes, cancel);
}
