using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Dysfunctions;

public sealed class SqliteObservatoryTests : ObservatoryContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public SqliteObservatoryTests() => file = SqliteFile.Open(folder.Path);

    protected override IRowStore Store => new SqliteRowStore(file);

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
