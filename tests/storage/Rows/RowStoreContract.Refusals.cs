using Concertation.Storage.Rows;
using static Concertation.Storage.Rows.RowChange;

namespace Concertation.Storage.Tests.Rows;

public abstract partial class RowStoreContract
{
    [Theory]
    [InlineData(0, "1 to 100 changes, this one 0")]
    [InlineData(101, "1 to 100 changes, this one 101")]
    public async Task A_transaction_of_too_few_or_too_many_changes_is_refused(int count, string reason) =>
        await ShouldRefuse([.. Enumerable.Range(0, count).Select(i => new Insert($"k{i}", Some(i)))], reason);

    [Fact]
    public async Task A_row_twice_in_a_transaction_is_refused() =>
        await ShouldRefuse([new Insert("a", Some(1)), new Delete("b", "*"), new Put("a", Some(1))], "row 'a' appears twice");

    [Theory]
    [InlineData("a/b", "U+002F at position 1")]
    [InlineData("a\\b", "U+005C")]
    [InlineData("#", "U+0023 at position 0")]
    [InlineData("what?", "U+003F")]
    [InlineData("tab\t", "U+0009")]
    [InlineData("nul\0", "U+0000")]
    [InlineData("del\u007F", "U+007F")]
    [InlineData("c1\u009F", "U+009F")]
    [InlineData("", "is empty")]
    [InlineData(null, "is empty")]
    public async Task Forbidden_keys_are_refused_wherever_they_stand(string? key, string reason)
    {
        await ShouldRefuse([new Insert(key!, Some(1))], reason);
        await ShouldRefuse([new Delete(key!, "*")], reason);
        await ShouldRefuse(() => Get(key!), reason);
        await ShouldRefuse(() => Store.Commit(Table, key!, [new Insert("a", Some(1))], default), reason);
        await ShouldRefuse(async () => await Store.Query(Table, key!, RowRange.All, default).ToListAsync(), reason);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_in_keys_and_values()
    {
        await ShouldRefuse([new Insert("half\uD83D", Some(1))], "half a surrogate pair");
        await ShouldRefuse([new Insert("\uDE00\uD83D", Some(1))], "half a surrogate pair");
        await ShouldRefuse(
            [new Insert("a", new Dictionary<string, object> { ["Value"] = "half \uDE00" })], "half a surrogate pair");
    }

    [Fact]
    public async Task Keys_longer_than_a_kibibyte_are_refused() =>
        await ShouldRefuse([new Insert(new string('k', 513), Some(1))], "the row key takes 1026 bytes in UTF-16");

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("with-dash")]
    [InlineData("été")]
    [InlineData("tables")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public async Task Forbidden_names_of_tables_are_refused(string table)
    {
        await ShouldRefuse(() => Store.Commit(table, "p", [new Insert("a", Some(1))], default), "can't name a table");
        await ShouldRefuse(() => Store.Get(new RowAddress(table, "p", "a"), default), "can't name a table");
    }

    [Theory]
    [InlineData("PartitionKey", "reserved")]
    [InlineData("rowkey", "reserved")]
    [InlineData("Timestamp", "reserved")]
    [InlineData("OperationId", "reserved")]
    [InlineData("ETag", "reserved")]
    [InlineData("odata.type", "can't name a property")]
    [InlineData("with space", "can't name a property")]
    [InlineData("1st", "can't name a property")]
    [InlineData("", "can't name a property")]
    [InlineData("Prénom", "can't name a property")]
    public async Task Forbidden_names_of_properties_are_refused(string name, string reason) =>
        await ShouldRefuse([new Insert("a", new Dictionary<string, object> { [name] = 1 })], reason);

    [Fact]
    public async Task Names_of_properties_longer_than_255_characters_are_refused() =>
        await ShouldRefuse([new Put("a", new Dictionary<string, object> { [new string('n', 256)] = 1 })], "can't name");

    [Fact]
    public async Task More_properties_than_fit_are_refused() =>
        await ShouldRefuse(
            [new Insert("a", Enumerable.Range(0, 252).ToDictionary(i => $"P{i}", object (i) => i))], "252 properties, at most 251");

    public static TheoryData<object?, string> ForbiddenValues => new()
    {
        { new string('x', (32 * 1024) + 1), "takes 65538 bytes, at most 65536" },
        { new byte[(64 * 1024) + 1], "takes 65537 bytes" },
        { new DateTimeOffset(1600, 12, 31, 23, 59, 59, TimeSpan.Zero), "before 1601" },
        { new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)), "before 1601" },
        { 1.5m, "is a Decimal" },
        { (short)1, "is a Int16" },
        { new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), "is a DateTime" },
        { null, "is null" },
    };

    [Theory]
    [MemberData(nameof(ForbiddenValues), DisableDiscoveryEnumeration = true)]
    public async Task Values_that_no_property_holds_are_refused(object? value, string reason) =>
        await ShouldRefuse([new Insert("a", new Dictionary<string, object> { ["Value"] = value! })], reason);

    [Fact]
    public async Task Rows_larger_than_a_mebibyte_are_refused()
    {
        var properties = Enumerable.Range(0, 16).ToDictionary(i => $"P{i}", object (_) => new byte[64 * 1024]);
        await ShouldRefuse([new Insert("a", properties)], "at most 1048576 fit");
    }

    [Fact]
    public async Task Transactions_larger_than_four_mebibytes_are_refused()
    {
        var properties = Enumerable.Range(0, 10).ToDictionary(i => $"P{i}", object (_) => new byte[64 * 1024]);
        await ShouldRefuse(
            [.. Enumerable.Range(0, 5).Select(i => new Insert($"k{i}", properties))], "at most 4194304 bytes on the wire");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Deleting_without_an_etag_is_refused(string? etag) =>
        await ShouldRefuse([new Delete("a", etag!)], "takes an ETag, or *");

    [Fact]
    public async Task What_was_refused_has_changed_nothing()
    {
        await ShouldRefuse([new Insert("good", Some(1)), new Insert("bad/", Some(1))], "U+002F");
        (await Get("good")).ShouldBeNull();
    }

    private Task ShouldRefuse(RowChange[] changes, string reason) => ShouldRefuse(() => Commit(changes), reason);

    private static async Task ShouldRefuse(Func<Task> call, string reason) =>
        (await Should.ThrowAsync<ArgumentException>(call)).Message.ShouldContain(reason);
}
