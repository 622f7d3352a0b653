using Concertation.Storage.AzureAccount;
using Concertation.Storage.AzureTables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Tests.Tables;

[Collection(nameof(AzuriteCollection))]
public sealed class AzureTerritoryTests(AzuriteFixture azurite) : TerritoryContract
{
    protected override IRowStore Store { get; } =
        new AzureRowStore(StorageAccount.Parse(azurite.Account), TimeProvider.System);
}
