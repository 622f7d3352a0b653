using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Storage.Dysfunctions;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Dysfunctions;

public sealed class LessonStoreTests : IDisposable
{
    private static readonly TerritoryId Here = TerritoryId.From("here");
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;
    private readonly LessonStore store;

    public LessonStoreTests()
    {
        file = SqliteFile.Open(folder.Path);
        store = new LessonStore(new SqliteRowStore(file), TimeProvider.System);
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_lesson_is_counted_once_however_often_it_is_taught()
    {
        await store.Teach(Here, Lesson(1, "t3", 4), ["sorti", "ssiad"], default);
        await store.Teach(Here, Lesson(1, "t3", 4), ["sorti", "ssiad"], default);

        var taught = (await store.Of(Here, 2027, default)).Axes.ShouldHaveSingleItem();
        (taught.Code, taught.Title).ShouldBe(("t3", "Title of t3"));
        taught.Counts.ShouldBe(new Dictionary<string, int> { ["sorti"] = 4, ["ssiad"] = 4 }, ignoreOrder: true);
        (await store.From(Here, DysfunctionRef.Of(2027, 1), default)).ShouldBe(Lesson(1, "t3", 4));
        (await store.From(Here, DysfunctionRef.Of(2027, 2), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_correction_takes_the_first_lesson_back()
    {
        await store.Teach(Here, Lesson(1, "t3", 1), ["sorti"], default);
        await store.Teach(Here, Lesson(2, "t3", 1), ["sorti", "taxi"], default);

        await store.Teach(Here, Lesson(1, "t4", 4), ["sorti"], default);

        var axes = (await store.Of(Here, 2027, default)).Axes.ToDictionary(t => t.Code, t => t.Counts, StringComparer.Ordinal);
        axes["t3"].ShouldBe(new Dictionary<string, int> { ["sorti"] = 1, ["taxi"] = 1 }, ignoreOrder: true);
        axes["t4"].ShouldBe(new Dictionary<string, int> { ["sorti"] = 4 }, ignoreOrder: true);
        (await store.Of(Here, 2027, default)).Families.ShouldHaveSingleItem().Counts["sorti"].ShouldBe(2);
    }

    [Fact]
    public async Task Reports_that_teach_at_once_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(1, 12).Select(n => Task.Run(() => store.Teach(Here, Lesson(n, "t3", 1), ["sorti"], default))));

        (await store.Of(Here, 2027, default)).Axes.ShouldHaveSingleItem().Counts["sorti"].ShouldBe(12);
    }

    [Fact]
    public async Task Years_and_territories_learn_on_their_own()
    {
        await store.Teach(Here, Lesson(1, "t3", 1), ["sorti"], default);

        (await store.Of(Here, 2026, default)).Axes.ShouldBeEmpty();
        (await store.Of(TerritoryId.From("elsewhere"), 2027, default)).Axes.ShouldBeEmpty();
    }

    private static Lesson Lesson(int report, string axis, int weight) =>
        new(DysfunctionRef.Of(2027, report), AxisId.From(axis), $"Title of {axis}", weight, "acces-aux-soins", 1);
}
