using Concertation.Storage.Rows;
using static Concertation.Storage.Rows.RowChange;

namespace Concertation.Storage.Tests.Rows;

public abstract partial class RowStoreContract
{
    private static readonly DateTimeOffset Moment =
        new DateTimeOffset(2026, 10, 14, 9, 30, 15, TimeSpan.FromHours(2)).AddTicks(1234567);

    [Fact]
    public async Task Values_keep_their_types_and_are_the_same_to_the_last_bit()
    {
        var properties = new Dictionary<string, object>
        {
            ["Empty"] = "", ["Text"] = "Séance « plénière »\u00A0: \"oui\" \\ 50 % {x} --batch_1 'l’été' 😀\r\n\tfin ",
            ["Markup"] = "<b>&amp;</b>\u2028", ["LooksLikeAMoment"] = "2026-10-14T07:30:15.0000000Z", ["LooksLikeANumber"] = "1",
            ["Yes"] = true, ["No"] = false,
            ["Zero"] = 0, ["SmallestInt"] = int.MinValue, ["LargestInt"] = int.MaxValue,
            ["One"] = 1L, ["SmallestLong"] = long.MinValue, ["LargestLong"] = long.MaxValue,
            ["Whole"] = 1.0, ["Tenth"] = 0.1, ["Third"] = 1 / 3.0, ["Tiny"] = double.Epsilon, ["Huge"] = double.MaxValue,
            ["Large"] = 1e17, ["Larger"] = 1e22, ["NaN"] = double.NaN,
            ["Infinite"] = double.PositiveInfinity, ["MinusInfinite"] = double.NegativeInfinity,
            ["First"] = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero), ["Last"] = DateTimeOffset.MaxValue,
            ["Id"] = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), ["NoId"] = Guid.Empty,
            ["NoBytes"] = Array.Empty<byte>(), ["Bytes"] = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray(),
            ["_underscored_1"] = "x",
        };

        await Commit(new Insert("alone", properties));
        await Commit(new Insert("in-batch", properties), new Insert("other", Some(1)));

        foreach (var row in await Store.Query(Table, "p", new RowRange("a", "j"), default).ToListAsync())
        {
            row.Properties.Count.ShouldBe(properties.Count);
            foreach (var (name, value) in properties)
            {
                row.Properties[name].ShouldBeOfType(value.GetType(), name);
                row.Properties[name].ShouldBe(value, name);
            }
        }

        (await Get("alone"))!.Properties["Bytes"].ShouldBe(properties["Bytes"]);
    }

    [Fact]
    public async Task A_moment_comes_back_in_utc_to_the_tick()
    {
        await Commit(new Insert("a", new Dictionary<string, object> { ["At"] = Moment }));
        var at = (DateTimeOffset)(await Get("a"))!.Properties["At"];
        at.UtcTicks.ShouldBe(Moment.UtcTicks);
        at.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Names_of_properties_that_differ_by_case_are_two()
    {
        await Commit(new Insert("a", new Dictionary<string, object> { ["name"] = 1, ["Name"] = 2 }));
        var properties = (await Get("a"))!.Properties;
        (properties["name"], properties["Name"]).ShouldBe((1, 2));
    }

    [Fact]
    public async Task The_largest_values_rows_and_keys_allowed_are_stored()
    {
        var key = new string('é', 512);
        var partition = new string('p', 512);
        var properties = Enumerable.Range(0, 7).ToDictionary(i => $"Text{i}", object (_) => new string('é', 32 * 1024));
        properties["Bytes"] = new byte[64 * 1024];
        properties["MoreBytes"] = new byte[64 * 1024];
        var many = Enumerable.Range(0, RowRules.MaxProperties).ToDictionary(i => $"P{i}", object (i) => i);
        var changes = new RowChange[] { new Insert(key, properties), new Insert("many", many) };

        (await Store.Commit(Table, partition, changes, default)).ShouldBeOfType<CommitOutcome.Done>();

        var row = (await Store.Get(new RowAddress(Table, partition, key), default)).ShouldNotBeNull();
        row.Properties["Text6"].ShouldBe(properties["Text6"]);
        ((byte[])row.Properties["Bytes"]).Length.ShouldBe(64 * 1024);
        (await Store.Get(new RowAddress(Table, partition, "many"), default))!.Properties.Count.ShouldBe(RowRules.MaxProperties);
    }
}
