using Concertation.Storage.AzureAccount;
using Concertation.Storage.AzureTables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Tests.Dysfunctions;

[Collection(nameof(AzuriteCollection))]
public sealed class AzureObservatoryTests(AzuriteFixture azurite) : ObservatoryContract
{
    protected override IRowStore Store { get; } =
        new AzureRowStore(StorageAccount.Parse(azurite.Account), TimeProvider.System);
}
