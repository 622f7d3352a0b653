using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;
using Xunit.Abstractions;

namespace Concertation.Storage.Tests.Dysfunctions;

public sealed class SqliteReportListsTests : ReportListsContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public SqliteReportListsTests(ITestOutputHelper output) : base(output) => file = SqliteFile.Open(folder.Path);

    protected override IRowStore Store => new SqliteRowStore(file);

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
