using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Directories;

public sealed class SqliteDirectoryTests : DirectoryContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public SqliteDirectoryTests() => file = SqliteFile.Open(folder.Path);

    protected override IRowStore Rows => new SqliteRowStore(file);

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
