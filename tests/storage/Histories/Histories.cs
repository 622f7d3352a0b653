using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Histories;

/// <summary>
/// Many histories, one after the other. By hand, with as many as wanted and from any seed, in a file of its own:
/// <c>dotnet run -c Release --project tests/storage -- histories 10000 1</c>.
/// </summary>
internal static class Histories
{
    /// <summary>What went wrong, each with the seed of its history; empty when nothing did.</summary>
    public static async Task<IReadOnlyList<string>> Run(IRowStore store, int firstSeed, int count)
    {
        List<string> wrongs = [];
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            wrongs.AddRange((await new History(store, seed).Run()).Select(w => $"history {seed}: {w}"));
        }

        return wrongs;
    }

    public static async Task<int> ByHand(int count, int firstSeed)
    {
        using var folder = new TemporaryFolder();
        using var file = SqliteFile.Open(folder.Path);
        var wrongs = await Run(new SqliteRowStore(file), firstSeed, count);
        foreach (var wrong in wrongs)
        {
            await Console.Out.WriteLineAsync(wrong);
        }

        await Console.Out.WriteLineAsync($"{count} histories from seed {firstSeed}: {wrongs.Count} faults");
        return wrongs.Count == 0 ? 0 : 1;
    }
}
