using System.Text.Json;
using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Storage.Dysfunctions;
using Concertation.Storage.Rows;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Dysfunctions;

/// <summary>A year's numbers in storage, whichever engine keeps them. Each test has a territory of its own.</summary>
public abstract class ObservatoryContract
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 3, 0, 0, TimeSpan.Zero);
    private static int territories;

    private readonly TerritoryId territory = new($"obs-{Environment.ProcessId}-{Interlocked.Increment(ref territories)}");

    protected abstract IRowStore Store { get; }

    private ObservatoryStore Numbers => new(Store);

    [Fact]
    public async Task Numbers_are_read_as_they_were_kept_each_year_on_its_own()
    {
        await Numbers.Keep(Snapshot(2027, At, 12), default);
        await Numbers.Keep(Snapshot(2026, At, 3), default);

        JsonSerializer.Serialize(await Numbers.Get(territory, 2027, default)).ShouldBe(JsonSerializer.Serialize(Snapshot(2027, At, 12)));
        (await Numbers.Get(territory, 2026, default))!.Total.ShouldBe(3);
        (await Numbers.Get(territory, 2025, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_later_count_takes_the_place_of_an_earlier_one_never_the_other_way_round()
    {
        await Numbers.Keep(Snapshot(2027, At, 12), default);
        await Numbers.Keep(Snapshot(2027, At.AddHours(1), 13), default);
        await Numbers.Keep(Snapshot(2027, At.AddMinutes(30), 99), default);
        (await Numbers.Get(territory, 2027, default))!.Total.ShouldBe(13);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => Numbers.Keep(Snapshot(2027, At.AddHours(2 + i), 20 + i), default))));
        (await Numbers.Get(territory, 2027, default))!.Total.ShouldBe(31);
    }

    [Fact]
    public async Task Reading_the_numbers_reads_one_row_however_many_reports_there_are_and_reports_are_read_all()
    {
        var reports = new DysfunctionStore(Store, TimeProvider.System);
        for (var i = 0; i < 30; i++)
        {
            var nth = i;
            await reports.Record(
                territory, 2027, new($"act-{nth}"), reference => Task.FromResult(Report(reference, $"act-{nth}")), _ => [], default);
        }

        await Numbers.Keep(Snapshot(2027, At, 30), default);
        var counting = new CountingRowStore(Store);
        (await new ObservatoryStore(counting).Get(territory, 2027, default))!.Total.ShouldBe(30);
        counting.Calls.ShouldHaveSingleItem().ShouldStartWith("get ");

        var read = new List<string>();
        await foreach (var report in reports.EachOfYear(territory, 2027, default))
        {
            read.Add(report.Reference.Value);
        }

        read.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 30).Select(n => $"REM-2027-{n:D4}"));
    }

    private ObservatorySnapshot Snapshot(int year, DateTimeOffset at, int total) => new(
        territory, year, at, total, 2,
        [new(ObservatoryFacet.Axis, [new("t3", total, "Préparer les sorties")]), new(ObservatoryFacet.Commune, [])]);

    private Dysfunction Report(DysfunctionRef reference, string act) => new(
        reference, territory, new("somebody"), "Quelqu’un", "une sortie sans ordonnance", null, null, null, null, null, null, null, null, null,
        DysfunctionStatus.Received, null, null, At, [], [], new(act));
}
