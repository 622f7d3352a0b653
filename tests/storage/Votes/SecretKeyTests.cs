using Concertation.Storage.Votes;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.Configuration;

namespace Concertation.Storage.Tests.Votes;

public sealed class SecretKeyTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    private string Storage => Path.Combine(_place.Path, "storage");

    [Fact]
    public void In_development_the_key_is_made_beside_the_storage_folder_when_first_asked_for_and_stays_the_same()
    {
        var key = From("Development");
        Directory.Exists(_place.Path).ShouldBeTrue();
        Directory.GetFiles(_place.Path).ShouldBeEmpty();

        key.Name.ShouldNotBeNull();

        var file = Directory.GetFiles(_place.Path).ShouldHaveSingleItem();
        file.ShouldBe(Storage + ".votes-key");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        From("Development").Name.ShouldBe(key.Name);
        key.Name.Length.ShouldBe(16);
    }

    [Fact]
    public async Task Processes_that_ask_at_once_make_one_key()
    {
        var names = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => From("Development").Name)));

        names.Distinct().ShouldHaveSingleItem();
        Directory.GetFiles(_place.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public void In_production_there_is_no_key_but_the_one_that_was_set()
    {
        From("Production").Name.ShouldBeNull();
        From(null).Name.ShouldBeNull();
        Directory.GetFiles(_place.Path).ShouldBeEmpty();

        var text = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
        var file = Path.Combine(_place.Path, "votes.key");
        File.WriteAllText(file, text + "\n");
        Private(file);
        From("Production", ("Votes:SecretKey", text)).Name.ShouldBe(From("Production", ("Votes:SecretKeyFile", file)).Name);
        From("Production", ("Votes:SecretKey", text)).Name.ShouldNotBeNull();
    }

    [Fact]
    public void A_key_in_the_storage_folder_is_refused()
    {
        Directory.CreateDirectory(Storage);
        var file = Path.Combine(Storage, "votes.key");

        Refused(("Votes:SecretKeyFile", file)).ShouldContain("dans le dossier du stockage");
        Refused(("Votes:SecretKeyFile", Path.Combine(_place.Path, "x", "..", "storage", "keys", "k"))).ShouldContain("Mettez-le ailleurs");
    }

    [Fact]
    public void A_key_that_can_not_be_used_is_refused_with_what_to_do()
    {
        var file = Path.Combine(_place.Path, "votes.key");
        Refused(("Votes:SecretKeyFile", file)).ShouldContain("n’existe pas");
        File.WriteAllText(file, "court");
        Private(file);
        Refused(("Votes:SecretKeyFile", file)).ShouldContain("openssl rand -base64 32");
        Refused(("Votes:SecretKey", Convert.ToBase64String(new byte[31]))).ShouldContain("32 octets au moins");
        Refused(("Votes:SecretKey", "AAAA"), ("Votes:SecretKeyFile", file)).ShouldContain("pas les deux");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);
            Refused(("Votes:SecretKeyFile", file)).ShouldContain("chmod 600");
        }
    }

    public void Dispose() => _place.Dispose();

    private static void Private(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private string Refused(params (string Name, string Value)[] settings) =>
        Should.Throw<WrongSettingException>(() => From("Production", settings)).Message;

    private SecretKey From(string? environment, params (string Name, string Value)[] settings) => SecretKey.From(
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)).Append(KeyValuePair.Create("environment", environment))).Build(),
        new StorageOptions(StorageKind.Sqlite, Storage, null));
}
