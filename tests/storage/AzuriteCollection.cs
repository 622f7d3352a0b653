using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests;

/// <summary>The tests that share one Azurite; each has tables of its own.</summary>
[CollectionDefinition(nameof(AzuriteCollection))]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>;

public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? azurite;

    public string Account => azurite!.Account;

    public async Task InitializeAsync() => azurite = await Azurite.Start();

    public async Task DisposeAsync()
    {
        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }
    }
}
