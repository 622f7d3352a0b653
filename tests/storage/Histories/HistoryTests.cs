using Concertation.Storage.AzureAccount;
using Concertation.Storage.AzureTables;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Histories;

/// <summary>Histories with lost answers and crashes on SQLite; a failing one names its seed, see <see cref="Histories"/>.</summary>
public class HistoryTests
{
    [Fact]
    public async Task Whatever_is_lost_or_killed_what_was_acknowledged_is_counted_and_each_seat_votes_once()
    {
        using var folder = new TemporaryFolder();
        using var file = SqliteFile.Open(folder.Path);

        (await Histories.Run(new SqliteRowStore(file), 1, 400)).ShouldBeEmpty();
    }
}

/// <summary>The same on Azure Tables.</summary>
[Collection(nameof(AzuriteCollection))]
public class AzureHistoryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Whatever_is_lost_or_killed_what_was_acknowledged_is_counted_and_each_seat_votes_once() =>
        (await Histories.Run(new AzureRowStore(StorageAccount.Parse(azurite.Account), TimeProvider.System), 1001, 100)).ShouldBeEmpty();
}
