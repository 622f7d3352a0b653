using System.Text.Json.Nodes;
using Concertation.Domain.Decisions;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Dysfunctions;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Decisions;

/// <summary>A secret ballot is rechecked without its key: from who answered, the totals and the sealed answers' digest.</summary>
public sealed class SecretVerifyTests
{
    private const string Title = "Choisir la présidence de séance";

    [Fact]
    public async Task A_secret_ballot_is_rechecked_without_its_key_and_a_changed_pool_is_found()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        await using (var place = await Kervelen.Start(folder: data))
        {
            await place.Decide("tct~~", Title, "Qui préside ?", Reported.Quorum, "Pour", ("secrecy", "Secret"));
            (await place.Recorded("tct", Title)).Grounds!.Pools.ShouldNotBeNull();
        }

        foreach (var key in Directory.GetFiles(folder.Path, "*.votes-key"))
        {
            File.Delete(key);
        }

        var (code, output, error) = await KeptRegister.Run(data, "verify");
        code.ShouldBe(0, error);
        output.ShouldContain("TCT (pays-de-kervelen) : 1 décision ; chaîne intacte, 1 résultat recompté");

        await PoolChanged(data, await Rewriting.BallotOf(data, "2026-0001"));
        (code, _, error) = await KeptRegister.Run(data, "verify");
        code.ShouldBe(1);
        error.ShouldContain("TCT 2026-001 : les voix ne sont plus celles qui ont été scellées");
    }

    [Fact]
    public async Task With_its_key_the_sealed_answers_are_counted_again_and_a_key_falsely_named_is_found()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        await using (var place = await Kervelen.Start(folder: data))
        {
            await place.Decide("tct~~", Title, "Qui préside ?", Reported.Quorum, "Pour", ("secrecy", "Secret"));
            await place.Recorded("tct", Title);
        }

        var (code, output, error) = await KeptRegister.Run(data, "verify");
        code.ShouldBe(0, error);
        output.ShouldContain("1 vote secret rouvert avec sa clé.");

        await OutsiderCounts(folder.Path, data);
        await Rewriting.RowChanged(data, "Votes", await Rewriting.BallotOf(data, "2026-0001"), "gate|00", p => new(p, StringComparer.Ordinal) { ["Key"] = "0000000000000000" });
        (code, _, error) = await KeptRegister.Run(data, "verify");
        code.ShouldBe(1);
        error.ShouldContain($"vote « {Title} » : la ligne gate|00 ne s’accorde pas");
    }

    [Fact]
    public async Task A_pool_that_no_digest_seals_is_found_by_its_key()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        await using (var place = await Kervelen.Start(folder: data))
        {
            await place.Decide("tct~~", Title, "Qui préside ?", ["yann-kerimagin"], "Pour", ("secrecy", "Secret"));
            await Kervelen.Until(() => place.Service<IRegister>().Carences(Reported.Territory, new("tct"), default).Result.Count == 1, () => "the carence");
        }

        (await KeptRegister.Run(data, "verify")).Code.ShouldBe(0);
        var ballot = (await Rewriting.Keys(data, "Decisions", Rewriting.Register, "carence|")).ShouldHaveSingleItem().Split('|')[1];
        await PoolChanged(data, $"pays-de-kervelen|{ballot}");

        var (code, output, error) = await KeptRegister.Run(data, "verify");
        code.ShouldBe(1, output);
        error.ShouldContain($"vote secret « {Title} » : ses réponses scellées, ouvertes avec leur clé, ne s’accordent pas");
    }

    /// <summary>Without the key: totals that aren't those of as many answers.</summary>
    private static async Task OutsiderCounts(string folder, string data)
    {
        var file = Path.Combine(folder, "registre.json");
        var (_, output, _) = await KeptRegister.Run(data, "export-register", "--table", "TCT");
        var register = JsonNode.Parse(output)!;
        register["heads"] = new JsonArray();
        await File.WriteAllTextAsync(file, register.ToJsonString());
        (await ExportTests.Recheck(file)).Said.ShouldStartWith("1 decisions, 1 counted again, ");

        var decision = register["registers"]![0]!["decisions"]![0]!;
        ExportTests.Line(decision, "abstain")[1] = "1";
        ExportTests.Reseal(decision);
        await File.WriteAllTextAsync(file, register.ToJsonString());
        (await ExportTests.Recheck(file)).Said.ShouldContain("the totals aren't those of as many answers");
    }

    private static async Task PoolChanged(string folder, string partition)
    {
        await using var file = SqliteFile.Open(folder);
        var rows = new SqliteRowStore(file);
        var gate = (await rows.Get(new RowAddress("Votes", partition, "gate|00"), default))!;
        var changed = new Dictionary<string, object>(gate.Properties, StringComparer.Ordinal);
        var pool = (byte[])((byte[])changed["Pool"]).Clone();
        pool[^1] ^= 1;
        changed["Pool"] = pool;
        await rows.Commit("Votes", partition, [new RowChange.Put("gate|00", changed)], default);
    }
}
