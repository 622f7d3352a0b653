using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Storage.Notices;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Notices;

public sealed class NoticeStoreTests : IDisposable
{
    private static readonly TerritoryId Here = new("here");
    private static readonly DateTimeOffset Now = new(2027, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Monday = new(2027, 9, 6, 6, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;
    private readonly CountingRowStore rows;
    private readonly NoticeStore store;

    public NoticeStoreTests()
    {
        file = SqliteFile.Open(folder.Path);
        rows = new CountingRowStore(new SqliteRowStore(file), TimeSpan.Zero);
        store = new NoticeStore(rows);
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task What_waits_for_a_person_until_one_moment_is_found_whatever_it_is_about()
    {
        var agenda = Of(AggregateKind.Session, "s-1", "agenda", "anne", Monday);
        var ballot = Of(AggregateKind.Ballot, "b-1", "opened", "anne", Monday);
        await store.Create(
            [
                agenda, ballot, Of(AggregateKind.Ballot, "b-1", "opened", "annette", Monday), Of(AggregateKind.Ballot, "b-2", "opened", "anne", null),
                Of(AggregateKind.Ballot, "b-3", "opened", "anne", Monday.AddDays(7)),
            ],
            default);

        (await store.LeavingWith(agenda, default)).ShouldHaveSingleItem().Value.ShouldBe(ballot);
        var sent = (await store.LeavingWith(agenda, default)).Single();
        await store.Save(sent.With(sent.Value with { State = NoticeState.Delivered }), default);
        (await store.LeavingWith(agenda, default)).ShouldHaveSingleItem().Value.State.ShouldBe(NoticeState.Delivered, "as it stands");
        (await store.LeavingWith(agenda with { NotBefore = null }, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Hundreds_that_wait_cost_few_commits()
    {
        await store.Create([.. Enumerable.Range(0, 300).Select(i => Of(AggregateKind.Session, "s-1", "agenda", $"membre-{i}", Monday))], default);

        rows.Calls.Count(c => c.StartsWith("commit", StringComparison.Ordinal)).ShouldBe(6);
    }

    private static Notice Of(AggregateKind kind, string id, string effect, string person, DateTimeOffset? notBefore) => Notify.Of(
        new Aggregate(kind, Here, id), new Effect(effect, EffectKind.AgendaCirculated, id), new PersonId(person), null, Now) with { NotBefore = notBefore };
}
