using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Sqlite;

public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_folder_is_made_and_rows_outlive_a_restart_with_their_etags()
    {
        var deep = Path.Combine(folder.Path, "une", "donnée");
        string etag;
        await using (var file = SqliteFile.Open(deep))
        {
            etag = await Insert(new SqliteRowStore(file), "a");
            file.Path.ShouldBe(Path.Combine(deep, "concertation.db"));
        }

        await using var again = SqliteFile.Open(deep);
        var row = await new SqliteRowStore(again).Get(new RowAddress("Rows", "p", "a"), default);
        row.ShouldNotBeNull().ETag.ShouldBe(etag);
        (await Insert(new SqliteRowStore(again), "b")).ShouldNotBe(etag);
    }

    [Fact]
    public async Task A_file_written_by_a_newer_version_is_refused_with_what_to_do()
    {
        await using (var file = SqliteFile.Open(folder.Path))
        {
            await Insert(new SqliteRowStore(file), "a");
        }

        using (var link = new SqliteLink(Path.Combine(folder.Path, SqliteFile.FileName)))
        {
            link.Execute("PRAGMA user_version = 99");
        }

        Should.Throw<WrongSettingException>(() => SqliteFile.Open(folder.Path)).Message.ShouldContain("version plus récente");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_with_what_to_do()
    {
        var taken = Path.Combine(folder.Path, "fichier");
        File.WriteAllText(taken, "");

        Should.Throw<WrongSettingException>(() => SqliteFile.Open(Path.Combine(taken, "dessous"))).Message.ShouldContain("Storage:Folder");
    }

    [Fact]
    public void The_folder_it_makes_is_open_to_nobody_else_on_the_machine()
    {
        var made = Path.Combine(folder.Path, "données");
        using var file = SqliteFile.Open(made);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(made).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_reader_sees_each_transaction_whole_while_a_writer_goes_on()
    {
        await using var file = SqliteFile.Open(folder.Path);
        var store = new SqliteRowStore(file);
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var row = new Dictionary<string, object> { ["Value"] = i };
                await store.Commit("Rows", "p", [new RowChange.Put("a", row), new RowChange.Put("b", row)], default);
            }
        });
        for (var i = 0; i < 500; i++)
        {
            var values = await store.Query("Rows", "p", RowRange.All, default).Select(row => row.Properties["Value"]).ToListAsync();
            values.Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        }

        await stop.CancelAsync();
        await writer;
    }

    private static async Task<string> Insert(SqliteRowStore store, string key) =>
        (await store.Commit("Rows", "p", [new RowChange.Insert(key, new Dictionary<string, object>())], default))
            .ShouldBeOfType<CommitOutcome.Done>().ETags[0]!;
}
