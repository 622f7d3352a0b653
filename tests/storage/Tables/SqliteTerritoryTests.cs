using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Tables;

public sealed class SqliteTerritoryTests : TerritoryContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public SqliteTerritoryTests() => file = SqliteFile.Open(folder.Path);

    protected override IRowStore Store => new SqliteRowStore(file);

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
