using Concertation.Storage.Rows;
using static Concertation.Storage.Rows.RowChange;

namespace Concertation.Storage.Tests.Rows;

/// <summary>What both engines promise. Each test has a table of its own.</summary>
public abstract partial class RowStoreContract
{
    private static int tables;

    protected string Table { get; } = $"Contract{Interlocked.Increment(ref tables)}";

    protected abstract IRowStore Store { get; }

    [Fact]
    public async Task A_row_that_was_never_written_is_null()
    {
        (await Get("a")).ShouldBeNull();
        await Commit(new Insert("b", Some(1)));
        (await Get("a")).ShouldBeNull();
    }

    [Fact]
    public async Task An_inserted_row_comes_back_with_its_keys_its_etag_and_nothing_else()
    {
        var done = (await Commit(new Insert("a", Some(1)))).ShouldBeOfType<CommitOutcome.Done>();

        var row = (await Get("a")).ShouldNotBeNull();
        row.Partition.ShouldBe("p");
        row.Key.ShouldBe("a");
        row.ETag.ShouldBe(done.ETags.ShouldHaveSingleItem());
        row.Properties.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, object>("Value", 1));
    }

    [Fact]
    public async Task A_row_without_properties_is_a_row()
    {
        await Commit(new Insert("a", new Dictionary<string, object>()));
        (await Get("a")).ShouldNotBeNull().Properties.ShouldBeEmpty();
    }

    [Fact]
    public async Task Inserting_a_taken_key_is_refused_and_changes_nothing()
    {
        await Commit(new Insert("a", Some(1)));
        (await Commit(new Insert("a", Some(2)))).ShouldBe(new CommitOutcome.AlreadyThere(0));
        (await ValueOf("a")).ShouldBe(1);
    }

    [Fact]
    public async Task Put_replaces_the_whole_row_and_its_etag()
    {
        await Commit(new Insert("a", new Dictionary<string, object> { ["Value"] = 1, ["Other"] = "x" }));
        var before = await Get("a");
        await Commit(new Put("a", Some(2)));

        var after = (await Get("a")).ShouldNotBeNull();
        after.Properties.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, object>("Value", 2));
        after.ETag.ShouldNotBe(before!.ETag);
    }

    [Fact]
    public async Task Put_without_an_etag_creates_the_row()
    {
        (await Commit(new Put("a", Some(1)))).ShouldBeOfType<CommitOutcome.Done>();
        (await ValueOf("a")).ShouldBe(1);
    }

    [Fact]
    public async Task Put_with_the_standing_etag_succeeds_once()
    {
        var etag = await Insert("a", 1);
        (await Commit(new Put("a", Some(2), etag))).ShouldBeOfType<CommitOutcome.Done>();
        (await Commit(new Put("a", Some(3), etag))).ShouldBe(new CommitOutcome.Changed(0));
        (await ValueOf("a")).ShouldBe(2);
    }

    [Theory]
    [InlineData("whatever")]
    [InlineData("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"")]
    [InlineData("")]
    [InlineData("a\"b\r\nc")]
    public async Task An_etag_that_was_never_given_matches_nothing(string etag)
    {
        await Insert("a", 1);
        (await Commit(new Put("a", Some(2), etag))).ShouldBe(new CommitOutcome.Changed(0));
        (await ValueOf("a")).ShouldBe(1);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("1")]
    public async Task Put_with_an_etag_never_creates_a_row(string etag)
    {
        (await Commit(new Put("a", Some(1), etag))).ShouldBe(new CommitOutcome.Changed(0));
        (await Get("a")).ShouldBeNull();
    }

    [Fact]
    public async Task Deleting_takes_the_standing_etag()
    {
        var old = await Insert("a", 1);
        await Commit(new Put("a", Some(2), old));
        (await Commit(new Delete("a", old))).ShouldBe(new CommitOutcome.Changed(0));

        var standing = (await Get("a"))!.ETag;
        var done = (await Commit(new Delete("a", standing))).ShouldBeOfType<CommitOutcome.Done>();
        done.ETags.ShouldHaveSingleItem().ShouldBeNull();
        (await Get("a")).ShouldBeNull();
    }

    [Fact]
    public async Task Deleting_with_a_star_takes_whichever_version_and_a_row_that_is_gone_has_changed()
    {
        await Insert("a", 1);
        (await Commit(new Delete("a", "*"))).ShouldBeOfType<CommitOutcome.Done>();
        (await Commit(new Delete("a", "*"))).ShouldBe(new CommitOutcome.Changed(0));
    }

    [Fact]
    public async Task A_row_deleted_and_made_again_never_shows_an_old_etag()
    {
        var old = await Insert("a", 1);
        await Commit(new Delete("a", old));
        await Insert("a", 1);
        (await Commit(new Put("a", Some(2), old))).ShouldBe(new CommitOutcome.Changed(0));
    }

    [Fact]
    public async Task A_transaction_does_all_its_changes_and_gives_their_etags_in_order()
    {
        var changed = await Insert("changed", 1);
        var gone = await Insert("gone", 1);
        var outcome = await Commit(
            new Insert("new", Some(1)), new Delete("gone", gone), new Put("changed", Some(2), changed),
            new Put("either", Some(3)));

        var etags = outcome.ShouldBeOfType<CommitOutcome.Done>().ETags;
        etags.Count.ShouldBe(4);
        etags[0].ShouldBe((await Get("new"))!.ETag);
        etags[1].ShouldBeNull();
        etags[2].ShouldBe((await Get("changed"))!.ETag);
        etags[3].ShouldBe((await Get("either"))!.ETag);
        (await Get("gone")).ShouldBeNull();
        (await ValueOf("changed")).ShouldBe(2);
    }

    [Fact]
    public async Task A_transaction_refused_by_its_last_change_leaves_no_trace_of_the_others()
    {
        var kept = await Insert("kept", 1);
        var changed = await Insert("changed", 1);
        var outcome = await Commit(
            new Insert("new", Some(1)), new Delete("kept", kept), new Put("changed", Some(2), changed),
            new Insert("kept2", Some(1)), new Put("absent", Some(9), "*"));

        outcome.ShouldBe(new CommitOutcome.Changed(4));
        (await Get("new")).ShouldBeNull();
        (await Get("kept2")).ShouldBeNull();
        (await Get("kept"))!.ETag.ShouldBe(kept);
        (await ValueOf("changed")).ShouldBe(1);
        (await Commit(new Put("changed", Some(5), changed))).ShouldBeOfType<CommitOutcome.Done>();
    }

    [Fact]
    public async Task A_transaction_says_which_insert_found_its_key_taken()
    {
        await Insert("b", 1);
        (await Commit(new Insert("a", Some(1)), new Insert("b", Some(1)), new Insert("c", Some(1))))
            .ShouldBe(new CommitOutcome.AlreadyThere(1));
    }

    [Fact]
    public async Task A_hundred_changes_fit_in_a_transaction()
    {
        var changes = Enumerable.Range(0, 100).Select(i => new Insert($"k{i:00}", Some(i))).ToArray<RowChange>();
        (await Commit(changes)).ShouldBeOfType<CommitOutcome.Done>().ETags.Count.ShouldBe(100);
        (await Keys(RowRange.All)).Count.ShouldBe(100);
    }

    [Fact]
    public async Task Of_many_who_insert_the_same_key_one_succeeds()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Task.Run(() => Commit(new Insert("seat", Some(i)), new Put($"extra-{i}", Some(i))))));
        outcomes.Count(o => o is CommitOutcome.Done).ShouldBe(1);
        outcomes.Count(o => o == new CommitOutcome.AlreadyThere(0)).ShouldBe(15);
        (await Keys(RowRange.StartingWith("extra-"))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_who_change_the_same_version_one_succeeds()
    {
        var etag = await Insert("gate", 0);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Task.Run(() => Commit(new Put("gate", Some(i), etag), new Insert($"v{i}", Some(i))))));
        outcomes.Count(o => o is CommitOutcome.Done).ShouldBe(1);
        (await Keys(RowRange.StartingWith("v"))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Tables_and_partitions_are_worlds_of_their_own()
    {
        await Insert("a", 1);
        await Store.Commit(Table, "q", [new Insert("a", Some(2))], default);
        await Store.Commit(Table + "Other", "p", [new Insert("a", Some(3))], default);
        (await ValueOf("a")).ShouldBe(1);
        (await Keys(RowRange.All)).ShouldBe(["a"]);
        (await Store.Get(new RowAddress(Table + "Other", "p", "a"), default))!.Properties["Value"].ShouldBe(3);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Should.ThrowAsync<OperationCanceledException>(() => Store.Get(new RowAddress(Table, "p", "a"), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(
            () => Store.Commit(Table, "p", [new Insert("a", Some(1))], cancelled));
        await Should.ThrowAsync<OperationCanceledException>(
            async () => await Store.Query(Table, "p", RowRange.All, cancelled).ToListAsync());
        (await Get("a")).ShouldBeNull();
    }

    protected static Dictionary<string, object> Some(int value) => new() { ["Value"] = value };

    protected Task<CommitOutcome> Commit(params RowChange[] changes) => Store.Commit(Table, "p", changes, default);

    protected Task<Row?> Get(string key) => Store.Get(new RowAddress(Table, "p", key), default);

    protected async Task<string> Insert(string key, int value) =>
        (await Commit(new Insert(key, Some(value)))).ShouldBeOfType<CommitOutcome.Done>().ETags[0].ShouldNotBeNull();

    protected async Task<object?> ValueOf(string key) => (await Get(key))?.Properties["Value"];

    protected ValueTask<List<string>> Keys(RowRange range) =>
        Store.Query(Table, "p", range, default).Select(row => row.Key).ToListAsync();
}
