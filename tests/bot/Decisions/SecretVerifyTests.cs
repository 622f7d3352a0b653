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

        await PoolChanged(data);
        (code, _, error) = await KeptRegister.Run(data, "verify");
        code.ShouldBe(1);
        error.ShouldContain("TCT 2026-001 : les voix ne sont plus celles qui ont été scellées");
    }

    private static async Task PoolChanged(string folder)
    {
        var partition = await Rewriting.BallotOf(folder, "2026-0001");
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
