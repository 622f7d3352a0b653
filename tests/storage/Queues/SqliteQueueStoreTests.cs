using Concertation.Storage.Queues;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Queues;

public sealed class SqliteQueueStoreTests : QueueStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private SqliteFile file;

    public SqliteQueueStoreTests() => file = SqliteFile.Open(folder.Path);

    protected override IQueueStore Store => new SqliteQueueStore(file, Clock);

    [Fact]
    public async Task Messages_their_counts_and_their_hiding_outlive_a_restart()
    {
        await Send("taken");
        var taken = (await Receive())[0];
        await Send("waiting");
        await file.DisposeAsync();
        file = SqliteFile.Open(folder.Path);

        (await Receive()).ShouldHaveSingleItem().Body.ShouldBe("waiting");
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await Receive()).Single(m => m.Id == taken.Id).DequeueCount.ShouldBe(2);
    }

    [Fact]
    public async Task Looking_into_an_empty_queue_writes_nothing()
    {
        await Send("later", TimeSpan.FromMinutes(1));
        var before = file.Commits;
        (await Receive()).ShouldBeEmpty();
        file.Commits.ShouldBe(before);
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
