using System.Text.Json.Nodes;
using ConcertationBot.Tests.Decisions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.PersonalData;

/// <summary>What a data-protection officer types, on a territory with votes, minutes and a register.</summary>
public sealed class PersonDataCommandTests(KeptRegister kept) : IClassFixture<KeptRegister>
{
    private const string Member = "yann-kerimagin";

    [Fact]
    public async Task A_member_is_exported_then_erased_and_the_register_still_verifies()
    {
        var folder = kept.Copy();
        using var elsewhere = new TemporaryFolder();
        var file = Path.Combine(elsewhere.Path, "donnees.json");
        (await KeptRegister.Run(folder, "person-data", "export", Member, "--out", file)).Code.ShouldBe(0);
        var data = JsonNode.Parse(await File.ReadAllTextAsync(file))!["donnees"]!;
        data["identité et mandats"].ShouldNotBeNull();
        data["votes"]!.AsArray().Select(v => v!["contenu"]?["By"]?.GetValue<string>()).ShouldContain(Member);

        var (looked, would, _) = await KeptRegister.Run(folder, "person-data", "erase", Member);
        looked.ShouldBe(0);
        would.ShouldContain("Rien n’a changé");
        var (code, said, error) = await KeptRegister.Run(folder, "person-data", "erase", Member, "--yes");
        code.ShouldBe(0, error);
        said.ShouldContain("votes :");
        said.ShouldContain("article 17");
        (await KeptRegister.Run(folder, "verify")).Code.ShouldBe(0);

        // Nothing that can go is left: the second time finds only what stays.
        var (_, again, _) = await KeptRegister.Run(folder, "person-data", "erase", Member);
        again.ShouldMatch(@"Serait effacé : \r?\n");
    }

    [Fact]
    public async Task Nobody_of_that_name_is_said_politely()
    {
        var (code, _, error) = await KeptRegister.Run(kept.Copy(), "person-data", "export", "Personne Inconnue");
        code.ShouldBe(1);
        error.ShouldContain("Rien n’est gardé au sujet de « Personne Inconnue »");
    }

    [Fact]
    public async Task Without_data_nothing_is_made()
    {
        using var folder = new TemporaryFolder();
        var (code, _, _) = await KeptRegister.Run(folder.Path, "person-data", "erase", Member, "--yes");
        code.ShouldBe(2);
        Directory.GetFiles(folder.Path).ShouldBeEmpty();
    }
}
