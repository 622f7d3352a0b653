using System.Text;
using System.Text.Json.Nodes;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ConcertationBot.Tests.Decisions;

/// <summary>What somebody who holds the whole storage could do to it.</summary>
internal static class Rewriting
{
    public const string Register = "pays-de-kervelen|tct";

    /// <summary>Takes the last decision of the TCT out, with its ballot and everything that points to them.</summary>
    public static async Task LastDecisionTaken(string folder)
    {
        await using var file = SqliteFile.Open(folder);
        var rows = new SqliteRowStore(file);
        var last = await Body(rows, "decision|2027-0001");
        var before = await Body(rows, "decision|2026-0002");
        var ballot = last["Ballot"]!.GetValue<string>();
        var head = new JsonObject { ["LastNumbers"] = new JsonObject { ["2026"] = 2 }, ["LastHash"] = before["Hash"]!.GetValue<string>() };
        (await rows.Commit(
            "Decisions", Register,
            [
                new RowChange.Delete("decision|2027-0001", "*"), new RowChange.Delete($"decision-for|{ballot}", "*"),
                new RowChange.Put("head", new Dictionary<string, object>(StringComparer.Ordinal) { ["Body"] = head.ToJsonString() }),
            ],
            default)).ShouldBeOfType<CommitOutcome.Done>();
        await foreach (var row in rows.Query("Votes", "pays-de-kervelen", RowRange.StartingWith("recent|"), default))
        {
            if (row.Key.EndsWith(ballot, StringComparison.Ordinal))
            {
                await rows.Commit("Votes", "pays-de-kervelen", [new RowChange.Delete(row.Key, "*")], default);
            }
        }
    }

    /// <summary>The partition of the ballot that gave a decision of the TCT.</summary>
    public static async Task<string> BallotOf(string folder, string number)
    {
        await using var file = SqliteFile.Open(folder);
        return $"pays-de-kervelen|{(await Body(new SqliteRowStore(file), $"decision|{number}"))["Ballot"]!.GetValue<string>()}";
    }

    /// <summary>Raises one letter of these words by one, in the first such row, in the bytes of the file itself.</summary>
    public static void ByteChanged(string folder, string table, string partition, string key, string words)
    {
        var path = Path.Combine(folder, SqliteFile.FileName);
        var (row, file) = (Read(path, table, partition, key, words), File.ReadAllBytes(path));
        // Old copies of a row may lie in pages that are no longer in use: the change must be in the one that counts.
        for (var from = 0; from < file.Length;)
        {
            var found = file.AsSpan(from).IndexOf(row.AsSpan(0, Math.Min(row.Length, 150)));
            found.ShouldBeGreaterThanOrEqualTo(0, "the row lies in the file");
            var at = from + found + file.AsSpan(from + found).IndexOf(Encoding.UTF8.GetBytes(words));
            file[at]++;
            File.WriteAllBytes(path, file);
            if (!Read(path, table, partition, key, words: null).AsSpan().SequenceEqual(row))
            {
                return;
            }

            file[at]--;
            from += found + 1;
        }
    }

    private static byte[] Read(string path, string table, string partition, string key, string? words)
    {
        using var link = new SqliteConnection($"Data Source={path};Pooling=False");
        link.Open();
        using var find = link.CreateCommand();
        find.CommandText =
            "SELECT properties FROM rows WHERE tbl = $t AND part = $p AND instr(key, $k) = 1 AND ($w IS NULL OR instr(properties, $w)) ORDER BY part, key LIMIT 1";
        find.Parameters.AddWithValue("$t", Encoding.UTF8.GetBytes(table));
        find.Parameters.AddWithValue("$p", Encoding.UTF8.GetBytes(partition));
        find.Parameters.AddWithValue("$k", Encoding.UTF8.GetBytes(key));
        find.Parameters.AddWithValue("$w", words is null ? DBNull.Value : Encoding.UTF8.GetBytes(words));
        return (byte[])find.ExecuteScalar()!;
    }

    private static async Task<JsonObject> Body(SqliteRowStore rows, string key) => JsonNode.Parse(
        (string)(await rows.Get(new RowAddress("Decisions", Register, key), default))!.Properties["Body"])!.AsObject();
}
