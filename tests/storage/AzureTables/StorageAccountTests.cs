using Concertation.Storage.AzureAccount;

namespace Concertation.Storage.Tests.AzureTables;

public sealed class StorageAccountTests
{
    private const string Key = "a2V5";

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=tables;AccountKey=a2V5;EndpointSuffix=core.windows.net", "https://tables.table.core.windows.net/")]
    [InlineData("AccountName=tables;AccountKey=a2V5", "https://tables.table.core.windows.net/")]
    [InlineData(" accountname = tables ; accountkey = a2V5 ; tableendpoint = http://127.0.0.1:1/tables/ ;", "http://127.0.0.1:1/tables")]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    public void A_connection_string_says_where_tables_are(string text, string tables) =>
        StorageAccount.Parse(text).Tables.ShouldBe(new Uri(tables));

    [Theory]
    [InlineData("", "il y manque AccountName")]
    [InlineData("AccountName=x", "il y manque AccountKey")]
    [InlineData("AccountKey=a2V5", "il y manque AccountName")]
    [InlineData("n’importe quoi", "« Nom=valeur »")]
    [InlineData("AccountName=x;AccountKey=secret!", "AccountKey n’est pas du base64")]
    [InlineData("AccountName=x;AccountKey=a2V5;TableEndpoint=ftp://x", "TableEndpoint n’est pas une adresse")]
    public void What_is_missing_is_said_without_showing_the_key(string text, string reason)
    {
        var message = Should.Throw<FormatException>(() => StorageAccount.Parse(text)).Message;
        message.Replace('\u00A0', ' ').ShouldContain(reason);
        message.ShouldNotContain("secret");
    }

    [Fact]
    public void A_text_is_signed_with_hmac_sha256()
    {
        // The example of RFC-style test vectors known everywhere: key "key", the pangram.
        StorageAccount.Parse($"AccountName=x;AccountKey={Key}").Sign("The quick brown fox jumps over the lazy dog")
            .ShouldBe("97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=");
    }

    [Fact]
    public void An_account_shown_shows_its_name_only() =>
        StorageAccount.Parse($"AccountName=tables;AccountKey={Key}").ToString().ShouldBe("tables");
}
