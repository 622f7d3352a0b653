using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Rows;

public sealed class SqliteRowStoreTests : RowStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public SqliteRowStoreTests() => file = SqliteFile.Open(folder.Path);

    protected override IRowStore Store => new SqliteRowStore(file);

    [Fact]
    public async Task A_table_is_the_same_whatever_the_case_of_its_name()
    {
        await Insert("a", 1);
        (await Store.Get(new RowAddress(Table.ToUpperInvariant(), "p", "a"), default)).ShouldNotBeNull();
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
