using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Storage.Documents;
using Concertation.Storage.Tests.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Documents;

public sealed class FolderDocumentsTests : DocumentBytesContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public FolderDocumentsTests() => Bytes = new FolderDocuments(folder.Path);

    protected override IDocumentBytes Bytes { get; }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_process_killed_while_it_writes_leaves_nothing_that_is_seen_and_its_rest_goes_at_the_next_start()
    {
        using var process = OtherProcess.Start("receive", folder.Path);
        (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1))).ShouldBe("receiving");
        // Still being written: another that starts meanwhile leaves it alone.
        _ = new FolderDocuments(folder.Path);
        Files().ShouldHaveSingleItem();

        process.Kill();
        await process.WaitForExitAsync();
        new FileInfo(Files().ShouldHaveSingleItem()).Length.ShouldBeGreaterThan(0);

        _ = new FolderDocuments(folder.Path);
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_refused_or_failed_stays_on_the_disk()
    {
        var territory = new TerritoryId("pays-de-kervelen");
        (await Bytes.Receive(territory, new MemoryStream(Some(2000)), 1000, default)).ShouldBeNull();
        await (await Bytes.Receive(territory, new MemoryStream(Some(2000)), 5000, default)).ShouldNotBeNull().DisposeAsync();

        Files().ShouldBeEmpty();
    }

    private string[] Files() => Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories);
}
