using Concertation.Storage.Documents;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests;

/// <summary>What a second process does to the file.</summary>
internal static class Hammer
{
    public const string Table = "Hammer";
    public const int Callers = 4;

    /// <summary>
    /// Each caller raises one shared counter under its ETag, and adds a row in the same transaction, so many times.
    /// </summary>
    public static async Task<int> CountTogether(string folder, string name, int times)
    {
        using var file = SqliteFile.Open(folder);
        var store = new SqliteRowStore(file);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var i = 0; i < times; i++)
            {
                await RaiseOnce(store, $"{name}-{caller}-{i}");
            }
        }));
        return 0;
    }

    /// <summary>Opens the file, adds a row and closes it, so many times.</summary>
    public static async Task<int> OpenAndClose(string folder, string name, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await using var file = SqliteFile.Open(folder);
            await new SqliteRowStore(file).Commit(Table, "open", [new RowChange.Insert($"{name}-{i}", Properties(i))], default);
        }

        return 0;
    }

    /// <summary>Inserts four rows a transaction and writes each one's name once it is acknowledged, until killed.</summary>
    public static async Task<int> InsertForEver(string folder, string name)
    {
        using var file = SqliteFile.Open(folder);
        var store = new SqliteRowStore(file);
        var console = TextWriter.Synchronized(Console.Out);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async caller =>
        {
            for (var i = 0; ; i++)
            {
                var id = $"{name}-{caller}-{i}";
                var rows = "abcd".Select(c => new RowChange.Insert($"{id}-{c}", Properties(i)));
                var outcome = await store.Commit(Table, "kill", [.. rows], default);
                await console.WriteLineAsync(outcome is CommitOutcome.Done ? id : $"refused {id}");
                await console.FlushAsync();
            }
        }));
        return 0;
    }

    /// <summary>Starts a Node script, repeats the first line it writes, and stays until killed.</summary>
    public static async Task<int> StayBeside(string script)
    {
        await using var node = NodeProcess.Start(script, []);
        await node.WaitForOutput("\n", TimeSpan.FromSeconds(30));
        await Console.Out.WriteLineAsync(node.Output.Trim());
        await Console.Out.FlushAsync();
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    /// <summary>Receives a document that never ends, says so once some of it is on the disk, and stays until killed.</summary>
    public static async Task<int> ReceiveForEver(string folder)
    {
        var pipe = new System.IO.Pipelines.Pipe();
        var receiving = new FolderDocuments(folder).Receive(new("pays"), pipe.Reader.AsStream(), long.MaxValue, default);
        await pipe.Writer.WriteAsync(new byte[200_000]);
        while (Directory.GetFiles(folder, "*", SearchOption.AllDirectories) is not [var only] || new FileInfo(only).Length == 0)
        {
            await Task.Delay(20);
        }

        await Console.Out.WriteLineAsync("receiving");
        await Console.Out.FlushAsync();
        await receiving;
        return 1;
    }

    private static async Task RaiseOnce(SqliteRowStore store, string id)
    {
        while (true)
        {
            var standing = await store.Get(new RowAddress(Table, "count", "total"), default);
            var count = standing is null ? 0 : (int)standing.Properties["Count"];
            RowChange raised = standing is null
                ? new RowChange.Insert("total", Properties(1))
                : new RowChange.Put("total", Properties(count + 1), standing.ETag);
            var outcome = await store.Commit(Table, "count", [raised, new RowChange.Insert($"by-{id}", Properties(0))], default);
            if (outcome is CommitOutcome.Done)
            {
                return;
            }
        }
    }

    private static Dictionary<string, object> Properties(int count) => new() { ["Count"] = count };
}
