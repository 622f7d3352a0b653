using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Concertation.Storage.Sqlite;
using ConcertationBot.Demo;
using ConcertationBot.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Tests.Demo;

/// <summary>The command a newcomer types, in a process of its own.</summary>
public sealed class DemoTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_demo_plays_every_journey_without_a_failure()
    {
        using var place = new TemporaryFolder();
        var folder = (Path: Path.Combine(place.Path, "demo"), Heads: Path.Combine(place.Path, "demo.register"));
        // Of data that were there and are gone.
        Directory.CreateDirectory(folder.Heads);
        await File.WriteAllTextAsync(Path.Combine(folder.Heads, "2026-01-31.json"), "{}");

        var (code, output, error) = await Demo(folder.Path);

        code.ShouldBe(0, output + error);
        File.Exists(Path.Combine(folder.Heads + ".1", "2026-01-31.json")).ShouldBeTrue(output);
        error.ShouldBeEmpty();
        Regex.IsMatch(output.TrimEnd().Split('\n')[^1], @"^demo: \d+ étapes, 0 échec$", RegexOptions.None, TimeSpan.FromSeconds(1))
            .ShouldBeTrue(output);
        output.ShouldNotContain("✗");
        var (whole, told, broken) = await Decisions.KeptRegister.Run(folder.Path, "verify");
        whole.ShouldBe(0, told + broken);
        // What was accepted is kept where Storage__Folder says; what named someone isn't, in any file.
        FilesWith(folder.Path, "sortie vendredi soir sans ordonnance").ShouldContain(SqliteFile.FileName);
        foreach (var secret in new[] { "06 39 98 12 34", "2 55 08 14 168 025 38", "03/02/1941", "jeanne.imaginaire" })
        {
            FilesWith(folder.Path, secret).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_demo_of_a_bot_that_takes_no_answer_by_link_fails_and_says_why()
    {
        using var folder = new TemporaryFolder();
        await using var output = new StringWriter();

        var code = await DemoRun.Play(
            folder.Path, output, default, bot => bot.Services.AddSingleton<IStartupFilter, NothingPosted>());

        var printed = output.ToString().Replace('\u00a0', ' ');
        code.ShouldBe(1, printed);
        printed.ShouldContain("✗ 9. Un membre sans compte répond par son lien — « Présence confirmée » manque dans la page");
        printed.ShouldContain("3 étapes ont échoué : la suite n’est pas jouée.");
        Regex.IsMatch(printed.TrimEnd().Split('\n')[^1], @"^demo: \d+ étapes, 3 échecs$", RegexOptions.None, TimeSpan.FromSeconds(1))
            .ShouldBeTrue(printed);
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

    private static IEnumerable<string> FilesWith(string folder, string words) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0)
        .Select(file => Path.GetFileName(file));

    /// <summary>Answers what is posted behind a personal link as if it had only been opened.</summary>
    private sealed class NothingPosted : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                if (context.Request.Path.StartsWithSegments("/lien", StringComparison.Ordinal))
                {
                    context.Request.Method = HttpMethods.Get;
                }

                return then(context);
            });
            next(app);
        };
    }

    private static async Task<(int Code, string Output, string Error)> Demo(string folder)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ConcertationBot.dll"), "demo" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
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
