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

    /// <summary>Changes the first row whose key begins so; null takes it out.</summary>
    public static async Task RowChanged(
        string folder, string table, string partition, string key, Func<Dictionary<string, object>, Dictionary<string, object>>? change = null)
    {
        await using var file = SqliteFile.Open(folder);
        var rows = new SqliteRowStore(file);
        await foreach (var row in rows.Query(table, partition, RowRange.StartingWith(key), default))
        {
            RowChange with = change is null
                ? new RowChange.Delete(row.Key, "*")
                : new RowChange.Put(row.Key, change(new Dictionary<string, object>(row.Properties, StringComparer.Ordinal)));
            (await rows.Commit(table, partition, [with], default)).ShouldBeOfType<CommitOutcome.Done>();
            return;
        }

        Assert.Fail($"no row {key} in {partition}");
    }

    /// <summary>Other words in the record of the first such row.</summary>
    public static Task WordsChanged(string folder, string table, string partition, string key, string words, string others) =>
        RowChanged(folder, table, partition, key, properties =>
        {
            var body = (string)properties["Body"];
            body.ShouldContain(words);
            properties["Body"] = body.Replace(words, others, StringComparison.Ordinal);
            return properties;
        });

    /// <summary>A row's record with other words in it.</summary>
    public static async Task<string> BodyOf(string folder, string table, string partition, string key, string words, string others)
    {
        await using var file = SqliteFile.Open(folder);
        var row = (await new SqliteRowStore(file).Get(new RowAddress(table, partition, key), default))!;
        return ((string)row.Properties["Body"]).Replace(words, others, StringComparison.Ordinal);
    }

    /// <summary>Adds a row, or writes it anew.</summary>
    public static async Task RowWritten(string folder, string table, string partition, string key, Dictionary<string, object> properties)
    {
        await using var file = SqliteFile.Open(folder);
        await new SqliteRowStore(file).Commit(table, partition, [new RowChange.Put(key, properties)], default);
    }

    /// <summary>The keys of a partition that begin so.</summary>
    public static async Task<IReadOnlyList<string>> Keys(string folder, string table, string partition, string key)
    {
        await using var file = SqliteFile.Open(folder);
        var keys = new List<string>();
        await foreach (var row in new SqliteRowStore(file).Query(table, partition, key.Length == 0 ? RowRange.All : RowRange.StartingWith(key), default))
        {
            keys.Add(row.Key);
        }

        return keys;
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
