using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Dysfunctions;

/// <summary>The command as people type it: a process of its own, its streams and its exit code.</summary>
public sealed class SuggestCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "pays-de-kervelen.json");

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder files = new();

    [Fact]
    public async Task Each_line_has_its_answer_with_the_codes_of_the_file_best_first_and_three_at_most()
    {
        var (code, output, error) = await Suggest(
            Sample, "Séjour en hébergement temporaire refusé, l’aidante est épuisée", "", "xyzzy", "Jeune en souffrance psychique sorti de l’hôpital sans relais, aucun gestionnaire de cas, guichet introuvable");

        (code, error).ShouldBe((0, ""));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Axes).ToList();
        lines.Count.ShouldBe(4);
        lines[0][0].Code.ShouldBe("T4");
        lines[1].ShouldBeEmpty();
        lines[2].ShouldBeEmpty();
        lines[3].Count.ShouldBe(3);
        lines[3].Select(a => a.Score).ShouldBeInOrder(SortDirection.Descending);
        lines[3].ShouldAllBe(a => a.Score > 0);
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_absent_wrong_or_without_axes_is_said_and_nothing_is_answered()
    {
        var absent = await Suggest(Path.Combine(folder.Path, "absent.json"), "une sortie");
        (absent.Code, absent.Output).ShouldBe((2, ""));
        Plain(absent.Error).ShouldContain("n’existe pas ou ne peut pas être lu");

        var wrong = await Suggest(Write("{ \"territory\": 3 }"), "une sortie");
        (wrong.Code, wrong.Output).ShouldBe((2, ""));
        Plain(wrong.Error).ShouldContain("aucun axe n’est proposé");

        var bare = JsonNode.Parse(await File.ReadAllTextAsync(Sample))!.AsObject();
        bare.Remove("roadmap");
        var none = await Suggest(Write(bare.ToJsonString()), "une sortie");
        (none.Code, none.Output).ShouldBe((2, ""));
        Plain(none.Error).ShouldContain("n’a pas de feuille de route");
    }

    public void Dispose()
    {
        folder.Dispose();
        files.Dispose();
    }

    private string Write(string content)
    {
        var path = Path.Combine(files.Path, "territoire.json");
        File.WriteAllText(path, content);
        return path;
    }

    private async Task<(int Code, string Output, string Error)> Suggest(string file, params string[] reports)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.Path, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ConcertationBot.dll"), "suggest", file },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(string.Concat(reports.Select(r => r + "\n")));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A wrong file ends the command before it reads anything.
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static List<(string Code, double Score)> Axes(string line) =>
        [.. JsonNode.Parse(line)!["axes"]!.AsArray().Select(a => (a!["code"]!.GetValue<string>(), a["score"]!.GetValue<double>()))];

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
