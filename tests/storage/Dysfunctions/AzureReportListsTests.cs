using Concertation.Storage.AzureAccount;
using Concertation.Storage.AzureTables;
using Concertation.Storage.Rows;
using Xunit.Abstractions;

namespace Concertation.Storage.Tests.Dysfunctions;

[Collection(nameof(AzuriteCollection))]
public sealed class AzureReportListsTests(AzuriteFixture azurite, ITestOutputHelper output) : ReportListsContract(output)
{
    protected override IRowStore Store { get; } = new AzureRowStore(StorageAccount.Parse(azurite.Account), TimeProvider.System);
}
