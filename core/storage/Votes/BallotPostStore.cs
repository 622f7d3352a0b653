using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Votes;

/// <summary>"post|{act}" in the ballot's own partition, beside its head.</summary>
internal sealed class BallotPostStore(IRowStore rows) : IBallotPosts
{
    private const string Posts = "post|";

    public Task Add(BallotPost post, CancellationToken cancel) => rows.Commit(
        Partitions.Votes, PartitionOf(post), [new RowChange.Insert(KeyOf(post), RowBody.Of(post, StorageJson.Default.BallotPost))], cancel);

    public async Task<IReadOnlyList<Versioned<BallotPost>>> Of(TerritoryId territory, BallotId ballot, CancellationToken cancel)
    {
        var posts = new List<Versioned<BallotPost>>();
        await foreach (var row in rows.Query(Partitions.Votes, Partitions.Of(territory, ballot), RowRange.StartingWith(Posts), cancel))
        {
            posts.Add(new(row.Read(StorageJson.Default.BallotPost), row.ETag));
        }

        return posts;
    }

    public async Task<Versioned<BallotPost>?> Save(Versioned<BallotPost> post, CancellationToken cancel)
    {
        var outcome = await rows.Commit(
            Partitions.Votes, PartitionOf(post.Value),
            [new RowChange.Put(KeyOf(post.Value), RowBody.Of(post.Value, StorageJson.Default.BallotPost), post.Version)], cancel);
        return outcome is CommitOutcome.Done { ETags: [{ } version] } ? new(post.Value, version) : null;
    }

    private static string PartitionOf(BallotPost post) => Partitions.Of(post.Territory, post.Ballot);

    private static string KeyOf(BallotPost post) => Posts + post.Id;
}
