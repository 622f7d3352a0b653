using System.Diagnostics;
using Azure;
using Concertation.Storage.AzureAccount;
using Concertation.Storage.AzureTables;
using Concertation.Storage.Rows;
using static Concertation.Storage.Rows.RowChange;
using static Concertation.Storage.Tests.AzureTables.FaultyNetwork;

namespace Concertation.Storage.Tests.AzureTables;

/// <summary>Azure Tables over a network that fails, before a real Azurite.</summary>
[Collection(nameof(AzuriteCollection))]
public sealed class AzureFaultTests : IDisposable
{
    private static int tables;

    private readonly string table = $"Faults{Interlocked.Increment(ref tables)}";
    private readonly FaultyNetwork network = new();
    private readonly AzureRowStore store;
    private readonly AzureRowStore direct;
    private readonly StorageAccount account;

    public AzureFaultTests(AzuriteFixture azurite)
    {
        account = StorageAccount.Parse(azurite.Account);
        store = new AzureRowStore(account, new TickingClock(), network.Travel());
        direct = new AzureRowStore(account, TimeProvider.System);
    }

    public void Dispose() => network.Dispose();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_service_that_is_busy_is_asked_again(int status)
    {
        await Direct(new Insert("a", Some(1)));
        network.Then(Answer(status), Answer(status));
        (await store.Get(At("a"), default)).ShouldNotBeNull();
        network.Requests.Count.ShouldBe(3);

        network.Then(Answer(status), Answer(status));
        (await Commit(new Put("a", Some(2)), new Insert("b", Some(1)))).ShouldBeOfType<CommitOutcome.Done>();

        network.Then(Answer(status));
        (await store.Query(table, "p", RowRange.All, default).CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task The_pause_that_the_service_asks_for_is_kept()
    {
        await Direct(new Insert("a", Some(1)));
        network.Then(Answer(429, retryAfter: "1"));
        var since = Stopwatch.GetTimestamp();
        await store.Get(At("a"), default);
        Stopwatch.GetElapsedTime(since).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(950));
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        await Direct(new Insert("a", Some(1)));
        network.Then(LoseTheRequest, LoseTheAnswer);
        (await store.Get(At("a"), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_batch_that_was_accepted_but_found_the_service_busy_inside_is_sent_again()
    {
        const string busy = "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n"
            + "--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\n\r\n"
            + "{\"odata.error\":{\"code\":\"ServerBusy\",\"message\":{\"lang\":\"en-US\",\"value\":\"0:busy\"}}}\r\n"
            + "--changesetresponse_1--\r\n--batchresponse_1--";
        await Direct(new Insert("old", Some(1)));
        network.Then(Answer(202, busy), Answer(202, busy));
        (await Commit(new Insert("a", Some(1)), new Insert("b", Some(1)))).ShouldBeOfType<CommitOutcome.Done>();
        network.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_an_outage()
    {
        network.Then([.. Enumerable.Repeat(Answer(503), 12)]);
        (await Should.ThrowAsync<RequestFailedException>(() => store.Get(At("a"), default))).Status.ShouldBe(503);
        network.Requests.Count.ShouldBe(6);
        (await Should.ThrowAsync<RequestFailedException>(() => Commit(new Insert("a", Some(1))))).Status.ShouldBe(503);
    }

    [Fact]
    public async Task Each_try_is_dated_and_signed_anew_and_can_be_traced()
    {
        await Direct(new Insert("a", Some(1)));
        network.Then(Answer(503));
        await store.Get(At("a"), default);

        var tries = network.Requests.ToList();
        tries.Select(t => t.Headers["x-ms-date"]).Distinct().Count().ShouldBe(2);
        tries.Select(t => t.Headers["Authorization"]).Distinct().Count().ShouldBe(2);
        tries.ShouldAllBe(t => t.Headers["Authorization"].StartsWith("SharedKeyLite devstoreaccount1:"));
        tries.Select(t => t.Headers["x-ms-client-request-id"]).Distinct().ShouldHaveSingleItem();
        tries.ShouldAllBe(t => t.Headers["x-ms-version"] == "2019-02-02");
    }

    [Fact]
    public async Task A_page_without_rows_but_with_a_continuation_is_not_the_end()
    {
        await Direct(new Insert("a", Some(1)), new Insert("b", Some(1)));
        network.Then(_ =>
        {
            var response = new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent("{\"value\":[]}") };
            response.Headers.Add("x-ms-continuation-NextPartitionKey", Convert.ToBase64String("p"u8));
            response.Headers.Add("x-ms-continuation-NextRowKey", Convert.ToBase64String("a"u8));
            return Task.FromResult(response);
        });
        (await store.Query(table, "p", RowRange.All, default).CountAsync()).ShouldBe(2);
        network.Requests.Last().Address.Query.ShouldContain("NextRowKey=YQ%3D%3D");
    }

    [Fact]
    public async Task Many_who_write_first_to_a_table_all_succeed()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Commit(new Insert($"k{i}", Some(i)))));
        outcomes.ShouldAllBe(outcome => outcome is CommitOutcome.Done);
    }

    [Fact]
    public async Task A_wrong_key_is_an_outage_that_does_not_show_the_key()
    {
        var wrong = Convert.ToBase64String("not the key"u8);
        var stranger = new AzureRowStore(
            StorageAccount.Parse($"AccountName={account.Name};AccountKey={wrong};TableEndpoint={account.Tables}"),
            TimeProvider.System);
        var refused = await Should.ThrowAsync<RequestFailedException>(() => stranger.Get(At("a"), default));
        refused.Status.ShouldBe(403);
        refused.ToString().ShouldNotContain(wrong);
    }

    private Task<CommitOutcome> Commit(params RowChange[] changes) => store.Commit(table, "p", changes, default);

    private Task<CommitOutcome> Direct(params RowChange[] changes) => direct.Commit(table, "p", changes, default);

    private RowAddress At(string key) => new(table, "p", key);

    private static Dictionary<string, object> Some(int value) => new() { ["Value"] = value };

    // Each reading is a second later.
    private sealed class TickingClock : TimeProvider
    {
        private int seconds;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddSeconds(Interlocked.Increment(ref seconds));
    }
}
