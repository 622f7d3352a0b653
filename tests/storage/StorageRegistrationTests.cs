using Concertation.Storage.AzureTables;
using Concertation.Storage.Queues;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Storage.Tests;

public sealed class StorageRegistrationTests
{
    [Fact]
    public void Without_settings_all_is_in_a_folder_under_the_one_the_command_was_typed_in()
    {
        var options = StorageOptions.From(Settings());
        options.Kind.ShouldBe(StorageKind.Sqlite);
        options.Folder.ShouldBe(Path.Combine(Directory.GetCurrentDirectory(), ".data"));
    }

    [Fact]
    public async Task Rows_and_queues_share_one_file_that_closes_with_the_container()
    {
        using var folder = new TemporaryFolder();
        var settings = Settings(("Storage:Kind", "sqlite"), ("Storage:Folder", Path.Combine(folder.Path, "données")));
        string path;
        await using (var provider = new ServiceCollection().AddStorage(settings).BuildServiceProvider())
        {
            var rows = provider.GetRequiredService<IRowStore>().ShouldBeOfType<SqliteRowStore>();
            await rows.Commit("Rows", "p", [new RowChange.Insert("a", new Dictionary<string, object>())], default);
            await provider.GetRequiredService<IQueueStore>().Send("relay", "x", TimeSpan.Zero, default);
            path = provider.GetRequiredService<SqliteFile>().Path;
            path.ShouldBe(Path.Combine(folder.Path, "données", SqliteFile.FileName));
            File.Exists(path + "-wal").ShouldBeTrue();
        }

        // Closing the last connection folds the log into the file.
        File.Exists(path + "-wal").ShouldBeFalse();
    }

    [Fact]
    public void With_azure_rows_are_in_tables_and_queues_still_in_the_file()
    {
        using var folder = new TemporaryFolder();
        var settings = Settings(
            ("Storage:Kind", "Azure"), ("Storage:Folder", folder.Path), ("Storage:Account", "UseDevelopmentStorage=true"));
        using var provider = new ServiceCollection().AddStorage(settings).BuildServiceProvider();
        provider.GetRequiredService<IRowStore>().ShouldBeOfType<AzureRowStore>();
        provider.GetRequiredService<IQueueStore>().ShouldBeOfType<SqliteQueueStore>();
    }

    [Theory]
    [InlineData("Postgres", null, "Storage:Kind vaut « Postgres ». Écrivez Sqlite")]
    [InlineData("1", null, "Storage:Kind vaut « 1 »")]
    [InlineData("Azure", null, "Storage:Account est vide. Donnez la chaîne de connexion")]
    [InlineData("Azure", "  ", "Storage:Account est vide")]
    [InlineData("Azure", "AccountName=x;AccountKey=", "Storage:Account ne se lit pas : il y manque AccountKey.")]
    public void A_wrong_setting_is_refused_at_once_with_what_to_write(string kind, string? account, string expected)
    {
        var settings = Settings(("Storage:Kind", kind), ("Storage:Account", account));
        Should.Throw<WrongSettingException>(() => new ServiceCollection().AddStorage(settings))
            .Message.Replace('\u00A0', ' ').ShouldContain(expected);
    }

    [Fact]
    public void Options_shown_do_not_show_the_key() =>
        StorageOptions.From(Settings(("Storage:Kind", "Azure"), ("Storage:Account", "AccountKey=c2VjcmV0")))
            .ToString().ShouldNotContain("c2VjcmV0");

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => s.Value)).Build();
}
