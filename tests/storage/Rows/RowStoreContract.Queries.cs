using Concertation.Storage.Rows;
using static Concertation.Storage.Rows.RowChange;

namespace Concertation.Storage.Tests.Rows;

public abstract partial class RowStoreContract
{
    // In ordinal order of UTF-16: capitals, then small letters, then accents; a character beyond U+FFFF (😀, whose first
    // half is U+D83D) before U+FF5E.
    private static readonly string[] InOrder =
        [" x", "!", "-", "0", "10", "2", "A", "Z", "_", "a", "a b", "a%2Fb", "a'b", "a+b", "aa", "b", "z", "~", "É", "é", "œ", "😀", "～"];

    [Fact]
    public async Task Rows_come_in_ordinal_order_of_their_keys_whatever_these_are()
    {
        await Commit([.. InOrder.Reverse().Select(key => new Insert(key, Some(1)))]);
        (await Keys(RowRange.All)).ShouldBe(InOrder);
        foreach (var key in InOrder)
        {
            (await Get(key)).ShouldNotBeNull(key).Key.ShouldBe(key);
        }
    }

    [Fact]
    public async Task Rows_with_odd_keys_can_be_changed_and_deleted_alone_and_in_a_batch()
    {
        foreach (var key in InOrder)
        {
            var etag = await Insert(key, 1);
            (await Commit(new Put(key, Some(2), etag))).ShouldBeOfType<CommitOutcome.Done>(key);
            (await Commit(new Put(key, Some(3)), new Put("zz", Some(3)))).ShouldBeOfType<CommitOutcome.Done>(key);
            (await ValueOf(key)).ShouldBe(3);
            (await Commit(new Delete(key, "*"), new Delete("zz", "*"))).ShouldBeOfType<CommitOutcome.Done>(key);
        }

        (await Keys(RowRange.All)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_is_scanned_in_order_of_partitions_and_keys_from_any_place()
    {
        foreach (var partition in InOrder.Reverse())
        {
            await Store.Commit(Table, partition, [new Insert("b", Some(1)), new Insert("a", Some(1))], default);
        }

        var all = InOrder.SelectMany(p => new[] { (p, "a"), (p, "b") }).ToList();
        (await Scanned(null)).ShouldBe(all);
        for (var i = 0; i < all.Count; i++)
        {
            (await Scanned(all[i])).ShouldBe(all.Skip(i + 1));
        }

        // A place whose row is gone is still a place.
        await Store.Commit(Table, "A", [new Delete("a", "*")], default);
        (await Scanned(("A", "a")))[0].ShouldBe(("A", "b"));

        async Task<List<(string, string)>> Scanned((string, string)? after) =>
            await ((IRowScan)Store).Scan(Table, after, default).Select(row => (row.Partition, row.Key)).ToListAsync();
    }

    [Fact]
    public async Task A_scan_reads_on_over_pages()
    {
        for (var i = 0; i < 3; i++)
        {
            await Store.Commit(Table, $"p{i}", [.. Enumerable.Range(0, 90).Select(n => new Insert($"{n:D3}", Some(1)))], default);
        }

        (await ((IRowScan)Store).Scan(Table, null, default).CountAsync()).ShouldBe(270);
    }

    [Fact]
    public async Task Partitions_can_have_odd_keys_too()
    {
        foreach (var partition in InOrder)
        {
            await Store.Commit(Table, partition, [new Insert("a", Some(1)), new Insert("b", Some(1))], default);
            var rows = await Store.Query(Table, partition, RowRange.All, default).ToListAsync();
            rows.Select(row => (row.Partition, row.Key)).ShouldBe([(partition, "a"), (partition, "b")]);
        }
    }

    [Theory]
    [InlineData(null, null, "a|b|ba|c")]
    [InlineData("b", null, "b|ba|c")]
    [InlineData(null, "ba", "a|b")]
    [InlineData("b", "c", "b|ba")]
    [InlineData("aa", "bb", "b|ba")]
    [InlineData("c", "a", "")]
    [InlineData("b", "b", "")]
    [InlineData("", null, "a|b|ba|c")]
    [InlineData("", "", "")]
    public async Task A_range_includes_its_start_and_excludes_its_end(string? from, string? to, string expected)
    {
        await Commit(new Insert("a", Some(1)), new Insert("b", Some(1)), new Insert("ba", Some(1)), new Insert("c", Some(1)));
        string.Join('|', await Keys(new RowRange(from, to))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("vote-", "vote-a|vote-é|vote-😀|vote-～")]
    [InlineData("vote", "vote-a|vote-é|vote-😀|vote-～|vote.")]
    [InlineData("vote-😀", "vote-😀")]
    [InlineData("vote-é", "vote-é")]
    [InlineData("\uFFFF", "")]
    [InlineData("x", "")]
    public async Task A_prefix_takes_all_that_starts_with_it(string prefix, string expected)
    {
        string[] keys = ["vot", "vote-a", "vote-é", "vote-😀", "vote-～", "vote.", "votf"];
        await Commit([.. keys.Select(key => new Insert(key, Some(1)))]);
        string.Join('|', await Keys(RowRange.StartingWith(prefix))).ShouldBe(expected);
    }

    [Fact]
    public void An_empty_prefix_is_refused() =>
        Should.Throw<ArgumentException>(() => RowRange.StartingWith(""));

    [Fact]
    public async Task A_query_goes_on_past_a_thousand_rows()
    {
        var keys = Enumerable.Range(0, 1250).Select(i => $"k{i:0000}").ToList();
        foreach (var chunk in keys.Chunk(100))
        {
            await Commit([.. chunk.Select(key => new Insert(key, Some(1)))]);
        }

        (await Keys(RowRange.All)).ShouldBe(keys);
        (await Keys(new RowRange("k0100", "k1200"))).ShouldBe(keys[100..1200]);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "b")]
    [InlineData(2, "b|ba")]
    [InlineData(9, "b|ba|c")]
    public async Task A_query_of_the_first_rows_reads_no_more(int most, string expected)
    {
        await Commit(new Insert("a", Some(1)), new Insert("b", Some(1)), new Insert("ba", Some(1)), new Insert("c", Some(1)));
        string.Join('|', await Keys(new RowRange("b", null).First(most))).ShouldBe(expected);
    }

    [Fact]
    public async Task A_query_of_large_rows_gives_them_all()
    {
        var bytes = new byte[60_000];
        for (var i = 0; i < 30; i++)
        {
            await Commit(new Insert($"k{i:00}", Enumerable.Range(0, 4).ToDictionary(n => $"P{n}", object (_) => bytes)));
        }

        (await Keys(RowRange.All)).Count.ShouldBe(30);
    }

    [Fact]
    public async Task A_query_may_be_left_early_and_rows_changed_while_it_runs()
    {
        await Commit([.. Enumerable.Range(0, 100).Select(i => new Insert($"k{i:00}", Some(i)))]);
        await foreach (var row in Store.Query(Table, "p", RowRange.All, default))
        {
            (await Commit(new Delete(row.Key, row.ETag))).ShouldBeOfType<CommitOutcome.Done>();
            if (row.Key == "k49")
            {
                break;
            }
        }

        (await Keys(RowRange.All)).Count.ShouldBe(50);
    }

    [Fact]
    public async Task A_query_of_a_table_or_a_partition_that_was_never_written_is_empty()
    {
        (await Keys(RowRange.All)).ShouldBeEmpty();
        await Store.Commit(Table, "q", [new Insert("a", Some(1))], default);
        (await Keys(RowRange.All)).ShouldBeEmpty();
    }
}
