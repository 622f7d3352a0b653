using Concertation.Storage.AzureAccount;
using Concertation.Storage.AzureTables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Tests.Rows;

[Collection(nameof(AzuriteCollection))]
public sealed class AzureRowStoreTests(AzuriteFixture azurite) : RowStoreContract
{
    protected override IRowStore Store { get; } =
        new AzureRowStore(StorageAccount.Parse(azurite.Account), TimeProvider.System);
}
