using System.Diagnostics;
using System.Text.Json.Nodes;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Decisions;

/// <summary>The exported register, rechecked by a script that knows docs/register.md and nothing of this program.</summary>
public sealed class ExportTests(KeptRegister kept) : IClassFixture<KeptRegister>
{
    [Fact]
    public async Task An_outsider_rechecks_the_export_without_this_program()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "registre.json");

        (await KeptRegister.Run(kept.Copy(), "export-register", "--out", file)).Code.ShouldBe(0);

        var (code, said) = await Recheck(file, kept.Folder + ".register/public-key.pem");
        code.ShouldBe(0, said);
        said.ShouldStartWith("3 decisions, 3 counted again, ");
        said.ShouldNotContain(" 0 heads");
    }

    [Theory]
    [InlineData("a word of a decision", "TCT 2026-002: altered")]
    [InlineData("a vote", "TCT 2026-001: votes altered")]
    [InlineData("an elector's weight", "TCT 2026-001: electorate altered")]
    [InlineData("a resealed outcome", "TCT 2027-001: against is 2")]
    [InlineData("a missing decision", "TCT 2026-002: out of the chain")]
    [InlineData("a rewritten end", "was rewritten")]
    [InlineData("a carence taken out", "is gone or altered")]
    [InlineData("a carence's title", "is gone or altered")]
    [InlineData("a carence that had its quorum", "it had its quorum")]
    [InlineData("another key", "another key's")]
    public async Task An_outsider_finds_what_was_changed(string what, string found)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "registre.json");
        var (_, output, _) = await KeptRegister.Run(kept.Copy(), "export-register", "--table", "TCT");
        var register = JsonNode.Parse(output)!;
        Change(register, what);
        await File.WriteAllTextAsync(file, register.ToJsonString());

        var (code, said) = await Recheck(file);

        code.ShouldBe(1, said);
        said.ShouldContain(found);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_not_exported()
    {
        var (code, _, error) = await KeptRegister.Run(kept.Copy(), "export-register", "--table", "COPAIN");

        code.ShouldBe(2);
        error.ShouldContain("Aucune table « COPAIN »");
    }

    private static void Change(JsonNode all, string what)
    {
        var decisions = all["registers"]![0]!["decisions"]!.AsArray();
        switch (what)
        {
            case "a word of a decision":
                Line(decisions[1]!, "text")[1] = "Ouvrir le dimanche.";
                break;
            case "a vote":
                Line(decisions[0]!["votes"]!, "choice")[1] = "Against";
                break;
            case "an elector's weight":
                Line(decisions[0]!["electorate"]!, "weight")[1] = "2";
                break;
            case "a resealed outcome":
                Line(decisions[2]!, "against")[1] = "2";
                Reseal(decisions[2]!);
                break;
            case "a missing decision":
                decisions.RemoveAt(0);
                break;
            case "a rewritten end":
                Line(decisions[2]!, "title")[1] = "Autre chose";
                Reseal(decisions[2]!);
                break;
            case "a carence taken out":
                Carences(all).RemoveAt(0);
                break;
            case "a carence's title":
                Line(Carences(all)[0]!, "title")[1] = "Autre chose";
                break;
            case "a carence that had its quorum":
                Line(Carences(all)[0]!, "quorum")[1] = "1";
                break;
            case "another key":
                using (var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256))
                {
                    all["publicKey"] = other.ExportSubjectPublicKeyInfoPem();
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, null);
        }
    }

    private static JsonArray Carences(JsonNode all) => all["registers"]![0]!["carences"]!.AsArray();

    internal static JsonArray Line(JsonNode text, string name) =>
        text["lines"]!.AsArray().Select(l => l!.AsArray()).First(l => l[0]!.GetValue<string>() == name);

    internal static void Reseal(JsonNode entry) => entry["hash"] =
        Concertation.Work.Decisions.TextJson.Read(System.Text.Json.JsonSerializer.SerializeToElement(entry)).Sha256();

    internal static async Task<(int Code, string Said)> Recheck(params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[Path.Combine(Repository.Root, "tests", "bot", "Decisions", "recheck.mjs"), .. arguments])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
