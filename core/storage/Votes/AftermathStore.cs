using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Votes;
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
        return new(
            [
                .. found.Where(r => r.Key.StartsWith(Read, StringComparison.Ordinal))
                    .Select(r => r.Read(StorageJson.Default.Acquaintance)).OrderBy(r => r.At),
            ],
            found.FirstOrDefault(r => r.Key == Reviewed)?.Read(StorageJson.Default.DecisionReview),
            [
                .. found.Where(r => r.Key.StartsWith(Reserve, StringComparison.Ordinal))
                    .Select(r => r.Read(StorageJson.Default.ReserveAnswer)).OrderBy(r => r.At),
            ]);
    }

    public Task Acknowledge(Acquaintance said, CancellationToken cancel) => Commit(
        said.Territory, said.Ballot,
        [new RowChange.Insert(Read + said.Person, RowBody.Of(said, StorageJson.Default.Acquaintance, ("At", said.At)))], cancel);

    public Task Review(DecisionReview review, IReadOnlyList<Effect> effects, CancellationToken cancel) => Commit(
        review.Territory, review.Ballot,
        [
            new RowChange.Put(Reviewed, RowBody.Of(review, StorageJson.Default.DecisionReview, ("State", review.State.ToString()))),
            .. Outbox.Rows(effects),
        ],
        cancel);

    public async Task<bool> Answer(ReserveAnswer answer, CancellationToken cancel) => await Commit(
        answer.Territory, answer.Ballot,
        [
            new RowChange.Insert(
                Reserve + answer.Seat, RowBody.Of(answer, StorageJson.Default.ReserveAnswer, ("Confirmed", answer.Confirmed))),
        ],
        cancel) is CommitOutcome.Done;

    public Task Ask(TerritoryId territory, BallotId ballot, IReadOnlyList<Effect> effects, CancellationToken cancel) =>
        Commit(territory, ballot, [.. Outbox.Rows(effects)], cancel);

    private Task<CommitOutcome> Commit(TerritoryId territory, BallotId ballot, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
        rows.Commit(Partitions.Votes, Partitions.Of(territory, ballot), changes, cancel);
}
