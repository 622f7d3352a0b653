using System.Text;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Storage;
using Concertation.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Tests.Decisions;

/// <summary>No byte of a decision or a vote can change unseen: not only its words, also what lies between them.</summary>
public sealed class EveryByteTests(KeptRegister kept) : IClassFixture<KeptRegister>
{
    [Theory]
    [InlineData("decisions", "decision|2026-0001", 3)]
    [InlineData("decisions", "decision-for|", 1)]
    [InlineData("decisions", "head", 1)]
    [InlineData("votes", "vote|", 1)]
    [InlineData("votes", "cast|", 1)]
    [InlineData("votes", "seat|", 1)]
    [InlineData("votes", "gate|", 1)]
    [InlineData("votes", "turn|", 1)]
    [InlineData("list", "recent|", 3)]
    public async Task A_changed_byte_is_found_wherever_it_is(string table, string key, int every)
    {
        var folder = kept.Copy();
        var partition = table switch
        {
            "votes" => await Rewriting.BallotOf(folder, "2026-0001"),
            "list" => "pays-de-kervelen",
            _ => Rewriting.Register,
        };
        table = table == "list" ? "votes" : table;
        await using var services = new ServiceCollection()
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Folder", folder)]).Build())
            .AddStores().AddSingleton<VerifyRegister>().BuildServiceProvider();
        var roster = (await services.GetRequiredService<IRosters>().Get(new("pays-de-kervelen"), default))!;
        var verify = services.GetRequiredService<VerifyRegister>();
        (await verify.Handle(roster, default)).ShouldAllBe(c => c.Break == null);
        using var link = new SqliteConnection($"Data Source={Path.Combine(folder, SqliteFile.FileName)};Pooling=False");
        link.Open();
        using var off = Command(link, "PRAGMA synchronous = OFF");
        off.ExecuteNonQuery();
        var row = Read(link, table, partition, key);

        var unseen = new List<string>();
        for (var at = 0; at < row.Bytes.Length; at += every)
        {
            var changed = (byte[])row.Bytes.Clone();
            changed[at] ^= 1;
            Write(link, row.Key, table, partition, changed);
            if ((await verify.Handle(roster, default)).All(c => c.Break is null))
            {
                unseen.Add($"{at}: …{Encoding.UTF8.GetString(changed.AsSpan(Math.Max(0, at - 20), Math.Min(40, changed.Length - Math.Max(0, at - 20))))}…");
            }
        }

        unseen.ShouldBeEmpty();
        Write(link, row.Key, table, partition, row.Bytes);
        (await verify.Handle(roster, default)).ShouldAllBe(c => c.Break == null);
    }

    private static (byte[] Key, byte[] Bytes) Read(SqliteConnection link, string table, string partition, string key)
    {
        using var find = Command(
            link, "SELECT key, properties FROM rows WHERE tbl = $t AND part = $p AND instr(key, $k) = 1 LIMIT 1",
            ("$t", Encoding.UTF8.GetBytes(table)), ("$p", Encoding.UTF8.GetBytes(partition)), ("$k", Encoding.UTF8.GetBytes(key)));
        using var found = find.ExecuteReader();
        found.Read().ShouldBeTrue();
        return ((byte[])found[0], (byte[])found[1]);
    }

    private static void Write(SqliteConnection link, byte[] key, string table, string partition, byte[] bytes)
    {
        using var write = Command(
            link, "UPDATE rows SET properties = $b WHERE tbl = $t AND part = $p AND key = $k", ("$b", bytes),
            ("$t", Encoding.UTF8.GetBytes(table)), ("$p", Encoding.UTF8.GetBytes(partition)), ("$k", key));
        write.ExecuteNonQuery().ShouldBe(1);
    }

    private static SqliteCommand Command(SqliteConnection link, string text, params (string Name, byte[] Value)[] values)
    {
        var command = link.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
