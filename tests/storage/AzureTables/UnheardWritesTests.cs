using Azure;
using Concertation.Storage.AzureAccount;
using Concertation.Storage.AzureTables;
using Concertation.Storage.Rows;
using static Concertation.Storage.Rows.RowChange;
using static Concertation.Storage.Tests.AzureTables.FaultyNetwork;

namespace Concertation.Storage.Tests.AzureTables;

/// <summary>Writes whose answer is lost: the second try is refused by the first one's success.</summary>
[Collection(nameof(AzuriteCollection))]
public sealed class UnheardWritesTests : IDisposable
{
    private static int tables;

    private readonly string table = $"Unheard{Interlocked.Increment(ref tables)}";
    private readonly FaultyNetwork network = new();
    private readonly AzureRowStore store;
    private readonly AzureRowStore other;

    public UnheardWritesTests(AzuriteFixture azurite)
    {
        var account = StorageAccount.Parse(azurite.Account);
        store = new AzureRowStore(account, TimeProvider.System, network.Travel());
        other = new AzureRowStore(account, TimeProvider.System);
    }

    public void Dispose() => network.Dispose();

    [Fact]
    public async Task An_insert_refused_by_its_own_first_try_is_done()
    {
        await Other(new Insert("old", Some(0)));
        network.Then(LoseTheAnswer);
        await ShouldBeDone(new Insert("a", Some(1)));
    }

    [Fact]
    public async Task A_replacement_refused_by_its_own_first_try_is_done()
    {
        var etag = await Written("a");
        network.Then(LoseTheAnswer);
        await ShouldBeDone(new Put("a", Some(2), etag));
        (await ValueOf("a")).ShouldBe(2);
    }

    [Fact]
    public async Task A_transaction_refused_by_its_own_first_try_is_done()
    {
        var gate = await Written("gate");
        var gone = await Written("gone");
        network.Then(LoseTheAnswer, LoseTheAnswer, LoseTheAnswer);
        await ShouldBeDone(
            new Put("gate", Some(2), gate), new Insert("vote", Some(1)), new Delete("gone", gone), new Put("seat", Some(1)));
        (await ValueOf("gone")).ShouldBeNull();
    }

    [Fact]
    public async Task A_deletion_refused_by_its_own_first_try_is_done()
    {
        var etag = await Written("a");
        network.Then(LoseTheAnswer);
        await ShouldBeDone(new Delete("a", etag));
        var (b, c) = (await Written("b"), await Written("c"));
        network.Then(LoseTheAnswer);
        await ShouldBeDone(new Delete("b", b), new Delete("c", c));
    }

    [Fact]
    public async Task An_own_write_is_recognised_though_somebody_wrote_over_one_of_its_rows_since()
    {
        var etag = await Written("a");
        network.Then(LoseTheAnswerAnd(() => Other(new Put("a", Some(9)))));
        var done = (await Commit(new Put("a", Some(2), etag), new Insert("b", Some(2)))).ShouldBeOfType<CommitOutcome.Done>();

        (await ValueOf("a")).ShouldBe(9);
        // The ETag of then is not known: the one given matches nothing.
        (await Other(new Put("a", Some(3), done.ETags[0]))).ShouldBe(new CommitOutcome.Changed(0));
        (await Other(new Put("b", Some(3), done.ETags[1]))).ShouldBeOfType<CommitOutcome.Done>();
    }

    [Fact]
    public async Task A_key_taken_by_another_while_the_request_was_lost_is_taken()
    {
        await Written("old");
        network.Then(LoseTheRequestAnd(() => Other(new Insert("b", Some(9)))));
        (await Commit(new Insert("a", Some(1)), new Insert("b", Some(1)))).ShouldBe(new CommitOutcome.AlreadyThere(1));
        network.Then(LoseTheRequestAnd(() => Other(new Insert("c", Some(9)))));
        (await Commit(new Insert("c", Some(1)))).ShouldBe(new CommitOutcome.AlreadyThere(0));
        (await ValueOf("a")).ShouldBeNull();
        (await ValueOf("c")).ShouldBe(9);
    }

    [Fact]
    public async Task A_row_changed_by_another_while_the_request_was_lost_has_changed()
    {
        var etag = await Written("a");
        network.Then(LoseTheRequestAnd(() => Other(new Put("a", Some(9)))));
        (await Commit(new Put("a", Some(2), etag))).ShouldBe(new CommitOutcome.Changed(0));
        network.Then(LoseTheRequestAnd(() => Other(new Put("a", Some(9)))));
        (await Commit(new Delete("a", etag))).ShouldBe(new CommitOutcome.Changed(0));
        (await ValueOf("a")).ShouldBe(9);
    }

    [Fact]
    public async Task A_refusal_at_the_first_try_is_believed_without_looking()
    {
        await Written("a");
        (await Commit(new Insert("a", Some(1)))).ShouldBe(new CommitOutcome.AlreadyThere(0));
        network.Requests.ShouldAllBe(request => request.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task When_no_answer_ever_comes_the_outcome_is_unknown_and_said_to_be()
    {
        await Written("old");
        network.Then([.. Enumerable.Repeat<Fault>(LoseTheAnswer, 6)]);
        await Should.ThrowAsync<Exception>(() => Commit(new Insert("a", Some(1))));
        (await ValueOf("a")).ShouldBe(1);
    }

    [Fact]
    public async Task Callers_never_see_the_id_that_marks_own_writes()
    {
        await Written("a");
        (await other.Get(At("a"), default))!.Properties.Keys.ShouldBe(["Value"]);
        (await other.Query(table, "p", RowRange.All, default).SingleAsync()).Properties.Keys.ShouldBe(["Value"]);
    }

    private async Task ShouldBeDone(params RowChange[] changes)
    {
        var done = (await Commit(changes)).ShouldBeOfType<CommitOutcome.Done>();
        for (var i = 0; i < changes.Length; i++)
        {
            done.ETags[i].ShouldBe((await other.Get(At(changes[i].Key), default))?.ETag);
        }
    }

    private Task<CommitOutcome> Commit(params RowChange[] changes) => store.Commit(table, "p", changes, default);

    private Task<CommitOutcome> Other(params RowChange[] changes) => other.Commit(table, "p", changes, default);

    private async Task<string> Written(string key) =>
        (await Other(new Insert(key, Some(1)))).ShouldBeOfType<CommitOutcome.Done>().ETags[0]!;

    private async Task<object?> ValueOf(string key) => (await other.Get(At(key), default))?.Properties["Value"];

    private RowAddress At(string key) => new(table, "p", key);

    private static Dictionary<string, object> Some(int value) => new() { ["Value"] = value };
}
