using System.Diagnostics;
using System.Globalization;
using Concertation.Storage.Tests.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests;

/// <summary>What runs on Node beside the tests leaves nothing behind.</summary>
public sealed class NodeProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_script_ends_with_the_test_that_started_it()
    {
        int pid;
        await using (var script = NodeProcess.Start(Script("setInterval(() => {}, 1000); console.log(process.pid)"), []))
        {
            await script.WaitForOutput("\n", TimeSpan.FromSeconds(30));
            pid = int.Parse(script.Output, CultureInfo.InvariantCulture);
        }

        (await HasGone(pid)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_script_ends_when_the_test_process_is_killed()
    {
        var script = Script("setInterval(() => {}, 1000); console.log(process.pid)");
        using var parent = OtherProcess.Start("node", script);
        var pid = int.Parse((await parent.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        parent.Kill();
        await parent.WaitForExitAsync();
        (await HasGone(pid)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_script_that_fails_to_start_says_why()
    {
        await using var script = NodeProcess.Start(Script("throw new Error('no ' + process.argv[2])"), ["luck"]);
        var failure = await Should.ThrowAsync<InvalidOperationException>(
            () => script.WaitForPort(FreePorts.One(), TimeSpan.FromSeconds(30)));
        failure.Message.ShouldContain("Error: no luck");
    }

    private string Script(string text)
    {
        var path = Path.Combine(folder.Path, "script.js");
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<bool> HasGone(int pid)
    {
        for (var i = 0; i < 200; i++)
        {
            if (!Process.GetProcesses().Any(process => process.Id == pid))
            {
                return true;
            }

            await Task.Delay(50);
        }

        return false;
    }
}
