using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Sqlite;

public sealed class SeveralProcessesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_processes_that_change_one_row_together_lose_no_change()
    {
        const int times = 50;
        // Both find no file, and make it at the same moment.
        using var one = OtherProcess.Start("count", folder.Path, "one", $"{times}");
        using var two = OtherProcess.Start("count", folder.Path, "two", $"{times}");
        await Task.WhenAll(one.WaitForExitAsync(), two.WaitForExitAsync()).WaitAsync(TimeSpan.FromMinutes(2));
        (one.ExitCode, two.ExitCode).ShouldBe((0, 0));

        await using var file = SqliteFile.Open(folder.Path);
        var rows = await new SqliteRowStore(file).Query(Hammer.Table, "count", RowRange.All, default).ToListAsync();
        const int expected = 2 * Hammer.Callers * times;
        rows.Single(row => row.Key == "total").Properties["Count"].ShouldBe(expected);
        rows.Count(row => row.Key != "total").ShouldBe(expected);
    }

    [Fact]
    public async Task Processes_can_open_and_close_the_file_while_others_do()
    {
        const int times = 40;
        var processes = Enumerable.Range(0, 3).Select(i => OtherProcess.Start("open", folder.Path, $"p{i}", $"{times}")).ToList();
        await Task.WhenAll(processes.Select(process => process.WaitForExitAsync())).WaitAsync(TimeSpan.FromMinutes(2));
        processes.Select(process => process.ExitCode).ShouldBe([0, 0, 0]);
        processes.ForEach(process => process.Dispose());

        await using var file = SqliteFile.Open(folder.Path);
        (await new SqliteRowStore(file).Query(Hammer.Table, "open", RowRange.All, default).CountAsync()).ShouldBe(3 * times);
    }

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_there_after_it_and_nothing_is_there_by_halves()
    {
        var acknowledged = new List<string>();
        for (var round = 1; round <= 3; round++)
        {
            acknowledged.AddRange(await AcknowledgedBeforeTheKill($"r{round}", lines: 150));
        }

        await using var file = SqliteFile.Open(folder.Path);
        var keys = await new SqliteRowStore(file).Query(Hammer.Table, "kill", RowRange.All, default)
            .Select(row => row.Key).ToListAsync();
        var whole = keys.GroupBy(key => key[..^2], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count());
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(3 * 149);
        acknowledged.ShouldAllBe(id => whole.ContainsKey(id));
        whole.Values.ShouldAllBe(count => count == 4);
    }

    private async Task<List<string>> AcknowledgedBeforeTheKill(string name, int lines)
    {
        using var process = OtherProcess.Start("insert", folder.Path, name);
        var acknowledged = new List<string>();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
        {
            acknowledged.Add(line);
            if (acknowledged.Count == lines)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        // The kill may have cut the last line.
        acknowledged.RemoveAt(acknowledged.Count - 1);
        return acknowledged.Count >= lines - 1 ? acknowledged : throw new InvalidOperationException("It ended by itself.");
    }
}
