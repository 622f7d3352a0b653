using Concertation.Storage.AzureAccount;
using Concertation.Storage.AzureTables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Tests.Directories;

[Collection(nameof(AzuriteCollection))]
public sealed class AzureDirectoryTests(AzuriteFixture azurite) : DirectoryContract
{
    protected override IRowStore Rows { get; } =
        new AzureRowStore(StorageAccount.Parse(azurite.Account), TimeProvider.System);
}
