using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests;

public sealed class CountingRowStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;
    private readonly CountingRowStore store;

    public CountingRowStoreTests()
    {
        file = SqliteFile.Open(folder.Path);
        store = new CountingRowStore(new SqliteRowStore(file));
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Reads_side_by_side_then_a_commit_are_two_waits()
    {
        await Task.WhenAll(Get("electorate"), Get("gate"), store.Query("Votes", "p", RowRange.All, default).CountAsync().AsTask());
        await Commit();
        store.SequentialWaits.ShouldBe(2);
        store.Calls.ShouldBe(
            ["get Votes/p/electorate", "get Votes/p/gate", "query Votes/p ..", "commit Votes/p 1"]);
    }

    [Fact]
    public async Task Reads_one_after_the_other_are_a_wait_each()
    {
        await Get("a");
        await Get("b");
        await Commit();
        store.SequentialWaits.ShouldBe(3);
        store.Reset();
        await Get("c");
        store.SequentialWaits.ShouldBe(1);
    }

    private Task<Row?> Get(string key) => store.Get(new RowAddress("Votes", "p", key), default);

    private Task Commit() =>
        store.Commit("Votes", "p", [new RowChange.Insert("a", new Dictionary<string, object>())], default);
}
