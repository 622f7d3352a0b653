using Concertation.Storage.AzureAccount;

namespace ConcertationBot.Tests.Kit;

/// <summary>Microsoft's storage emulator, empty, in memory, on free ports; ends with the test.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly NodeProcess node;

    private Azurite(NodeProcess process, string account)
    {
        node = process;
        Account = account;
    }

    /// <summary>What <c>Storage:Account</c> takes.</summary>
    public string Account { get; }

    public static async Task<Azurite> Start()
    {
        for (var attempt = 1; ; attempt++)
        {
            var ports = FreePorts.Some(3);
            var process = NodeProcess.Start(
                Repository.NodeModule("azurite/dist/src/azurite.js"),
                ["--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent", "--blobPort",
                    $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}"]);
            try
            {
                await Task.WhenAll(ports.Select(port => process.WaitForPort(port, Patience)));
                return new Azurite(process, AccountAt(ports));
            }
            // Somebody took a port between its being found free and Azurite's start.
            catch (InvalidOperationException) when (attempt < 3 && process.HasExited)
            {
                await process.DisposeAsync();
            }
            catch
            {
                await process.DisposeAsync();
                throw;
            }
        }
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    private static string AccountAt(IReadOnlyList<int> ports)
    {
        const string name = StorageAccount.EmulatorName;
        return $"AccountName={name};AccountKey={StorageAccount.EmulatorKey};"
            + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/{name};QueueEndpoint=http://127.0.0.1:{ports[1]}/{name};"
            + $"TableEndpoint=http://127.0.0.1:{ports[2]}/{name}";
    }
}
