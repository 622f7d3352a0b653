using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;
using Microsoft.Data.Sqlite;

namespace Concertation.Storage.Tests.Sqlite;

public sealed class GroupCommitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;
    private readonly SqliteRowStore store;

    public GroupCommitTests()
    {
        file = SqliteFile.Open(folder.Path);
        store = new SqliteRowStore(file);
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Thirty_two_callers_who_wait_together_share_one_commit_to_the_disk()
    {
        Task<CommitOutcome>[] commits;
        using (HoldTheLock())
        {
            commits = [.. Enumerable.Range(0, 32).Select(i => Insert($"k{i}"))];
            await Task.Delay(50);
            commits.ShouldAllBe(commit => !commit.IsCompleted);
            file.Commits.ShouldBe(0);
        }

        (await Task.WhenAll(commits)).ShouldAllBe(outcome => outcome is CommitOutcome.Done);
        file.Commits.ShouldBe(1);
    }

    [Fact]
    public async Task Under_a_steady_load_of_thirty_two_callers_commits_are_shared_too()
    {
        await Task.WhenAll(Enumerable.Range(0, 32).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await Insert($"k{caller}-{i}");
            }
        })));
        file.Commits.ShouldBeLessThan(32 * 50 / 3);
    }

    [Fact]
    public async Task A_refused_transaction_leaves_those_that_share_its_commit_alone()
    {
        Task<CommitOutcome>[] commits;
        using (HoldTheLock())
        {
            commits =
            [
                Insert("a"), Insert("a"),
                Commit(new RowChange.Put("b", Row), new RowChange.Insert("a", Row)), Insert("c"),
            ];
        }

        (await Task.WhenAll(commits)).Select(outcome => outcome.GetType().Name).ShouldBe(
            [nameof(CommitOutcome.Done), nameof(CommitOutcome.AlreadyThere), nameof(CommitOutcome.AlreadyThere),
                nameof(CommitOutcome.Done)]);
        (await store.Get(new RowAddress("Group", "p", "b"), default)).ShouldBeNull();
        file.Commits.ShouldBe(1);
    }

    [Fact]
    public async Task A_commit_waits_for_another_process_to_let_go()
    {
        Task<CommitOutcome> commit;
        using (HoldTheLock())
        {
            commit = Insert("a");
            await Task.Delay(300);
            commit.IsCompleted.ShouldBeFalse();
        }

        (await commit.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeOfType<CommitOutcome.Done>();
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_waiting_is_cancelled_and_nothing_is_written()
    {
        using var giveUp = new CancellationTokenSource();
        Task<CommitOutcome> commit;
        using (HoldTheLock())
        {
            commit = store.Commit("Group", "p", [new RowChange.Insert("a", Row)], giveUp.Token);
            await giveUp.CancelAsync();
        }

        await Should.ThrowAsync<OperationCanceledException>(() => commit);
        (await store.Get(new RowAddress("Group", "p", "a"), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_write_that_fails_fails_its_caller_and_the_next_one_succeeds()
    {
        var failed = file.Write<int>(
            link =>
            {
                link.SendMessage.Bind(1, "relay").Bind(2, 0).Bind(3, link.NextVersion()).Bind(4, "half done").Run();
                throw new SqliteException("disk full", 13);
            },
            default);
        (await Should.ThrowAsync<SqliteException>(() => failed)).SqliteErrorCode.ShouldBe(13);

        (await Insert("a")).ShouldBeOfType<CommitOutcome.Done>();
        var queue = new SqliteQueueStore(file, TimeProvider.System);
        (await queue.Receive("relay", 1, TimeSpan.FromMinutes(1), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_shared_commit_fails_nobody_in_it_is_told_of_success()
    {
        Task<CommitOutcome> before, after;
        Task<int> failing;
        using (HoldTheLock())
        {
            before = Insert("a");
            failing = file.Write<int>(_ => throw new SqliteException("disk full", 13), default);
            after = Insert("b");
        }

        foreach (var task in new Task[] { before, failing, after })
        {
            await Should.ThrowAsync<SqliteException>(() => task);
        }

        (await store.Query("Group", "p", RowRange.All, default).CountAsync()).ShouldBe(0);
        (await Insert("a")).ShouldBeOfType<CommitOutcome.Done>();
    }

    [Fact]
    public async Task A_commit_returns_only_once_the_disk_has_it() =>
        (await file.Write(link => link.Synchronous, default)).ShouldBe(2);

    [Fact]
    public async Task Closing_finishes_what_was_asked_for()
    {
        var commits = Enumerable.Range(0, 100).Select(i => Insert($"k{i}")).ToList();
        await file.DisposeAsync();
        (await Task.WhenAll(commits)).ShouldAllBe(outcome => outcome is CommitOutcome.Done);

        Should.Throw<ObjectDisposedException>(() => { _ = Insert("late"); });
        Should.Throw<ObjectDisposedException>(() => { _ = store.Get(new RowAddress("Group", "p", "k1"), default); });
        await using var again = SqliteFile.Open(folder.Path);
        (await new SqliteRowStore(again).Query("Group", "p", RowRange.All, default).CountAsync()).ShouldBe(100);
    }

    private static Dictionary<string, object> Row => new() { ["Value"] = 1 };

    private Task<CommitOutcome> Insert(string key) => Commit(new RowChange.Insert(key, Row));

    private Task<CommitOutcome> Commit(params RowChange[] changes) => store.Commit("Group", "p", changes, default);

    // As another process would, with a connection of its own.
    private SqliteConnection HoldTheLock()
    {
        var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }
}
