using System.Diagnostics;
using System.Text.RegularExpressions;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Demo;

/// <summary>The command a newcomer types, in a process of its own.</summary>
public sealed class DemoTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_demo_plays_every_journey_without_a_failure()
    {
        using var folder = new TemporaryFolder();

        var (code, output, error) = await Demo(folder.Path);

        code.ShouldBe(0, output + error);
        error.ShouldBeEmpty();
        Regex.IsMatch(output.TrimEnd().Split('\n')[^1], @"^demo: \d+ étapes, 0 échec$", RegexOptions.None, TimeSpan.FromSeconds(1))
            .ShouldBeTrue(output);
        output.ShouldNotContain("✗");
        File.Exists(Path.Combine(folder.Path, SqliteFile.FileName)).ShouldBeTrue("Storage__Folder keeps what was played");
    }

    [Fact]
    public async Task The_demo_leaves_data_that_is_there_alone()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, SqliteFile.FileName);
        await File.WriteAllTextAsync(file, "someone's");

        var (code, _, error) = await Demo(folder.Path);

        code.ShouldBe(2);
        error.ShouldContain("contient déjà des données");
        (await File.ReadAllTextAsync(file)).ShouldBe("someone's");
    }

    private static async Task<(int Code, string Output, string Error)> Demo(string folder)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ConcertationBot.dll"), "demo" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            Environment = { ["Storage__Folder"] = folder },
        };
        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync().WaitAsync(Longest);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
