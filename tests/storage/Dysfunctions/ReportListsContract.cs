using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Storage.Dysfunctions;
using Concertation.Storage.Rows;
using Concertation.Storage.Tests.Tables;
using Xunit.Abstractions;

namespace Concertation.Storage.Tests.Dysfunctions;

/// <summary>Lists of reports and clusters, whichever engine keeps them. Each test has a territory of its own.</summary>
public abstract class ReportListsContract(ITestOutputHelper output)
{
    private static int territories;

    private readonly TerritoryId here = TerritoryId.From($"lists-{Environment.ProcessId}-{Interlocked.Increment(ref territories)}");

    protected abstract IRowStore Store { get; }

    private ManyReports Many => new(Store, here);

    private DysfunctionStore Reports => new(Store, TimeProvider.System);

    private ReportsOf Recent => ReportsOf.Recent(here, ManyReports.Year);

    [Fact]
    public async Task What_waits_comes_gravest_first_then_oldest_page_by_page_and_leaves_when_it_is_settled()
    {
        await Many.Write(1, 14);

        var first = await Many.Lists.Waiting(Recent, aside: false, default);
        first.Reports.Select(NumberOf).ShouldBe([2, 5, 8, 11, 14, 1, 4, 7, 10, 13]);
        first.Next.ShouldBe(DysfunctionRef.Of(ManyReports.Year, 13));
        var second = await Many.Lists.Waiting(Recent with { After = first.Next }, aside: false, default);
        second.Reports.Select(NumberOf).ShouldBe([3, 6, 9, 12]);
        second.Next.ShouldBeNull();

        await Change(5, r => r.Becomes(DysfunctionStatus.ClosedWithoutAction, r.ReceivedAt, null, "Déjà réglé"));
        await Change(3, r => r with { Gravity = Gravity.High });
        (await Many.Lists.Waiting(Recent, aside: false, default)).Reports.Select(NumberOf).ShouldBe([2, 3, 8, 11, 14, 1, 4, 7, 10, 13]);
    }

    [Fact]
    public async Task A_persons_own_come_newest_first_and_of_a_month_alone_when_it_is_asked()
    {
        await Many.Write(1, 120);

        var mine = await Many.Lists.MadeBy(Recent, ManyReports.Reporter(3), null, default);
        mine.Reports.Select(NumberOf).ShouldBe([103, 83, 63, 43, 23, 3]);
        var when = (Many.Report(43).ReceivedAt, Many.Report(44).ReceivedAt);
        (await Many.Lists.MadeBy(Recent, ManyReports.Reporter(3), when, default)).Reports.Select(NumberOf).ShouldBe([43]);
        (await Many.Lists.MadeBy(Recent, PersonId.From("entra-nobody"), null, default)).Reports.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reports_are_found_by_the_words_they_share_until_they_are_over()
    {
        await Many.Write(1, 12);
        var stems = ReportWords.Of("Des sorties le vendredi, sans transmissions").Keys;

        (await Many.Lists.Sharing(Recent, stems, default)).Select(NumberOf).ShouldBe([12, 6]);
        await Change(12, r => r.Becomes(DysfunctionStatus.Resolved, r.ReceivedAt, null));
        (await Many.Lists.Sharing(Recent, stems, default)).Select(NumberOf).ShouldBe([6]);
        (await Many.Lists.Sharing(Recent with { Territory = TerritoryId.From("elsewhere") }, stems, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reports_written_before_there_were_lists_are_in_them_all_the_same()
    {
        var old = Many.Report(2);
        await Store.Commit(
            Partitions.Dysfunctions, Partitions.Year(here, ManyReports.Year),
            [new RowChange.Put(DysfunctionStore.KeyOf(old.Reference), DysfunctionStore.Properties(old))], default);

        (await Many.Lists.Waiting(Recent, aside: false, default)).Reports.ShouldHaveSingleItem().Reference.ShouldBe(old.Reference);
        await Change(2, r => r.Becomes(DysfunctionStatus.ClosedWithoutAction, r.ReceivedAt, null, "Réglé"));
        (await Many.Lists.Waiting(Recent, aside: false, default)).Reports.ShouldBeEmpty();
        (await Many.Lists.MadeBy(Recent, old.Reporter, null, default)).Reports.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Looking_reads_as_many_rows_with_few_reports_as_with_many()
    {
        var cluster = await Many.Grouped(40);
        await Many.Write(1, 300);
        var few = await Many.Look(cluster);
        await Many.Write(301, 900);
        await Many.CountIn(cluster, 120);
        var many = await Many.Look(cluster);

        foreach (var (before, after) in few.Zip(many))
        {
            output.WriteLine($"{after.What}: {before.Rows} rows read of 300 reports, {after.Rows} of 900");
            after.Rows.ShouldBeLessThanOrEqualTo(before.Rows, after.What);
            after.Found.ShouldBeGreaterThan(0, after.What);
        }
    }

    [Fact]
    public async Task A_report_its_index_and_its_number_are_one_transaction()
    {
        var watched = new WatchedRowStore(Store);
        var made = Many.Report(1);

        await new DysfunctionStore(watched, TimeProvider.System).Record(here, ManyReports.Year, OperationId.From("act"), _ => Task.FromResult(made), _ => [], default);

        watched.Commits.ShouldHaveSingleItem();
        (await Many.Lists.Waiting(Recent, aside: false, default)).Reports.ShouldHaveSingleItem().Reference.ShouldBe(made.Reference);
    }

    [Fact]
    public async Task The_same_act_thrice_makes_one_cluster_and_its_numbers_keep_no_gap()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 9).Select(i => Many.Clusters.Record(
            here, ManyReports.Year, OperationId.From($"act-{i % 3}"), r => Empty(r), default)));

        made.Select(c => c.Reference.Value).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["GRP-2027-0001", "GRP-2027-0002", "GRP-2027-0003"]);
    }

    [Fact]
    public async Task A_cluster_counts_who_joins_and_who_leaves_and_keeps_it_all()
    {
        var cluster = await Many.Grouped(5);
        var found = (await Many.Clusters.Get(here, cluster, default))!;
        (found.Value.Tally.Count, found.Value.Tally.Gravity, found.Value.Tally.FirstMonth).ShouldBe((5, Gravity.High, "2027-01"));
        found.Value.Tally.Structures["SSIAD"].ShouldBe(1);
        (await Many.Clusters.Members(here, cluster, DysfunctionRef.Of(ManyReports.Year, 2), 2, default)).Select(NumberOf).ShouldBe([3, 4]);

        var member = (await Many.Clusters.Counted(here, cluster, DysfunctionRef.Of(ManyReports.Year, 2), default))!;
        var without = found.With(found.Value with { Tally = found.Value.Tally.With(member, -1) });
        var left = new ClusterEvent(DateTimeOffset.UnixEpoch.AddYears(70), ClusterAct.Left, null, member.Reference);
        (await Many.Clusters.Count(without, member.Reference, null, left, default)).ShouldBeTrue();
        (await Many.Clusters.Count(without, member.Reference, null, left, default)).ShouldBeFalse();

        (await Many.Clusters.Members(here, cluster, null, 9, default)).Select(NumberOf).ShouldBe([1, 3, 4, 5]);
        (await Many.Clusters.History(here, cluster, 9, default)).Select(e => e.Act)
            .ShouldBe([ClusterAct.Left, .. Enumerable.Repeat(ClusterAct.Joined, 5), ClusterAct.Opened]);
        (await Many.Clusters.Listed(here, [ManyReports.Year], 9, default)).ShouldHaveSingleItem().Tally.Count.ShouldBe(4);
    }

    private static int NumberOf(Dysfunction report) => NumberOf(report.Reference);

    private static int NumberOf(DysfunctionRef reference) => int.Parse(reference.Value.Split('-')[2], System.Globalization.CultureInfo.InvariantCulture);

    private Cluster Empty(ClusterRef reference) => new(
        reference, here, null, null, null, null, ClusterTally.None, DysfunctionStatus.Clustered, null, null, PersonId.From("pilote"), DateTimeOffset.UnixEpoch.AddYears(57));

    private async Task Change(int number, Func<Dysfunction, Dysfunction> change)
    {
        var found = (await Reports.Get(here, DysfunctionRef.Of(ManyReports.Year, number), default))!;
        (await Reports.Save(found.With(change(found.Value)), [], default)).ShouldBeTrue();
    }
}
