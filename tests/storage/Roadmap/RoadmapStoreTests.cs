using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Storage.Roadmap;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Roadmap;

public sealed class RoadmapStoreTests : IDisposable
{
    private static readonly TerritoryId Here = TerritoryId.From("here");
    private static readonly DateTimeOffset At = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;
    private readonly SqliteRowStore rows;
    private readonly RoadmapStore store;

    public RoadmapStoreTests()
    {
        file = SqliteFile.Open(folder.Path);
        rows = new SqliteRowStore(file);
        store = new RoadmapStore(rows);
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_year_without_a_plan_has_no_roadmap_even_when_something_was_posted()
    {
        await store.Post(Here, 2027, Decision("t3", 1), default);

        (await store.Get(Here, 2027, default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_view_holds_axes_in_the_plans_order_with_decisions_and_reports()
    {
        await Plan("t3", "c1", "a9");
        await store.Post(Here, 2027, Decision("t3", 2), default);
        await store.Post(Here, 2027, Decision("t3", 1), default);
        await store.Tie(Here, 2027, Report("c1", DysfunctionStatus.Received), default);

        var view = await store.Get(Here, 2027, default);

        view!.Plan.Axes.Select(a => a.Id.Value).ShouldBe(["t3", "c1", "a9"]);
        view.Decisions.Select(d => d.Number.Number).ShouldBe([1, 2]);
        view.Reports.ShouldHaveSingleItem().Axis.Value.ShouldBe("c1");
        (await store.Get(Here, 2028, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Posting_a_decision_again_changes_nothing()
    {
        await Plan("t3");
        await store.Post(Here, 2027, Decision("t3", 1), default);
        await store.Post(Here, 2027, Decision("t3", 1), default);

        (await store.Get(Here, 2027, default))!.Decisions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_report_changes_status_and_leaves_an_axis()
    {
        await Plan("t3", "c1");
        await store.Tie(Here, 2027, Report("t3", DysfunctionStatus.Received), default);
        await store.Tie(Here, 2027, Report("t3", DysfunctionStatus.Decided), default);
        (await store.Get(Here, 2027, default))!.Reports.ShouldHaveSingleItem().Status.ShouldBe(DysfunctionStatus.Decided);

        await store.Untie(Here, 2027, AxisId.From("t3"), DysfunctionRef.Of(2027, 1), default);
        await store.Untie(Here, 2027, AxisId.From("t3"), DysfunctionRef.Of(2027, 1), default);
        (await store.Get(Here, 2027, default))!.Reports.ShouldBeEmpty();
    }

    private Task Plan(params string[] axes) => rows.Commit(
        Partitions.Roadmap, Partitions.Year(Here, 2027),
        [.. RoadmapRows.Of(new YearPlan(Here, 2027, "MAIA", [.. axes.Select(Axis)])).Select(r => new RowChange.Put(r.Key, r.Value))], default);

    private static Axis Axis(string id) => new(
        AxisId.From(id), 1, "Concertation", "Constat", "Titre", null, null, [], [], [], AxisStatus.ToLaunch, 0, null, null);

    private static DecisionOnAxis Decision(string axis, int number) => new(
        AxisId.From(axis), TableId.From("tct"), "TCT", new DecisionNumber(2027, number), $"Décision {number}", At.AddDays(number));

    private static ReportOnAxis Report(string axis, DysfunctionStatus status) =>
        new(AxisId.From(axis), DysfunctionRef.Of(2027, 1), status, At);
}
