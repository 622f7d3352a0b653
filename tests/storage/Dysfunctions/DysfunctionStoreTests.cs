using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Notices;
using Concertation.Storage.Dysfunctions;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Dysfunctions;

public sealed class DysfunctionStoreTests : IDisposable
{
    private static readonly TerritoryId Here = TerritoryId.From("here");
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;
    private readonly SqliteRowStore rows;
    private readonly DysfunctionStore store;

    public DysfunctionStoreTests()
    {
        file = SqliteFile.Open(folder.Path);
        rows = new SqliteRowStore(file);
        store = new DysfunctionStore(rows, TimeProvider.System);
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Reports_recorded_together_are_numbered_without_gap_or_repeat()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => Record($"act-{i}"))));

        made.Select(r => r.Reference.Value).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 24).Select(n => $"REM-2027-{n:D4}"));
        (await store.OfYear(Here, 2027, default)).Count.ShouldBe(24);
    }

    /// <summary>As it was written before reports had a step, questions or a page.</summary>
    [Fact]
    public async Task An_older_row_still_reads_and_the_newer_fields_come_back_as_they_went()
    {
        await Record("old");
        var old = (await store.Get(Here, DysfunctionRef.Of(2027, 1), default))!;
        (old.Value.Step, old.Value.FromPage, old.Value.Exchanges, old.Value.Rewordings).ShouldBe((null, null, null, null));
        var row = await rows.Get(new RowAddress("Dysfunctions", "here|2027", "report|REM-2027-0001"), default);
        var body = (string)row!.Properties["Body"];
        foreach (var added in new[] { "Step", "FromPage", "Exchanges", "Rewordings" })
        {
            body.ShouldNotContain(added);
        }

        var full = old.Value with
        {
            Step = CareStep.Discharge, FromPage = new PageReport(new("tct"), "a hash", null, "a@b.example"),
            Exchanges = [new Exchange(null, "Oui", DateTimeOffset.UnixEpoch, new("o1"))],
            Rewordings = [new Rewording(DateTimeOffset.UnixEpoch, old.Value.Written())],
        };
        (await store.Save(old.With(full), [], default)).ShouldBeTrue();
        var read = (await store.Get(Here, DysfunctionRef.Of(2027, 1), default))!.Value;
        (read.Step, read.FromPage, read.Exchanges!.Single(), read.Rewordings!.Single()).ShouldBe(
            (full.Step, full.FromPage, full.Exchanges!.Single(), full.Rewordings!.Single()));
    }

    [Fact]
    public async Task The_same_act_repeated_at_once_gives_one_report()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Record("double-click"))));

        made.Select(r => r.Reference).Distinct().ShouldHaveSingleItem().Value.ShouldBe("REM-2027-0001");
        (await Record("another")).Reference.Value.ShouldBe("REM-2027-0002");
    }

    [Fact]
    public async Task Years_and_territories_number_on_their_own()
    {
        (await Record("a")).Reference.Value.ShouldBe("REM-2027-0001");
        (await Record("b", year: 2028)).Reference.Value.ShouldBe("REM-2028-0001");
        (await Record("c", territory: TerritoryId.From("elsewhere"))).Reference.Value.ShouldBe("REM-2027-0001");
        (await store.Get(TerritoryId.From("nowhere"), DysfunctionRef.Of(2027, 1), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_report_and_its_effects_are_kept_together_and_come_back_whole()
    {
        var made = await Record("act");

        var found = await store.Get(Here, made.Reference, default);
        found!.Value.ShouldBe(made with { History = found.Value.History, Decisions = found.Value.Decisions });
        found.Value.History.ShouldBe(made.History);
        (await new Outbox(rows).Waiting(made.Aggregate, default)).ShouldHaveSingleItem().Kind.ShouldBe(EffectKind.DysfunctionReceived);
    }

    [Fact]
    public async Task A_change_over_an_older_version_is_refused_and_leaves_no_effect()
    {
        var made = await Record("act");
        var (first, second) = (await store.Get(Here, made.Reference, default), await store.Get(Here, made.Reference, default));
        Effect[] effects = [new("changed-1", EffectKind.DysfunctionChanged, made.Reference.Value, "1")];

        (await store.Save(first!.With(Qualified(made)), effects, default)).ShouldBeTrue();
        (await store.Save(second!.With(Qualified(made)), [effects[0] with { Id = "changed-2" }], default)).ShouldBeFalse();

        (await new Outbox(rows).Waiting(made.Aggregate, default)).Select(e => e.Id).ShouldBe(["changed-1", "received"]);
    }

    [Fact]
    public async Task The_newest_report_of_a_year_comes_first()
    {
        var first = await Record("a");
        var second = await Record("b");

        (await store.OfYear(Here, 2027, default)).Select(r => r.Reference).ShouldBe([second.Reference, first.Reference]);
        (await store.OfYear(Here, 2028, default)).ShouldBeEmpty();
    }

    private static Dysfunction Qualified(Dysfunction report) =>
        report.Becomes(DysfunctionStatus.Qualified, report.ReceivedAt, PersonId.From("pilot"));

    private Task<Dysfunction> Record(string operation, int year = 2027, TerritoryId? territory = null) => store.Record(
        territory ?? Here, year, OperationId.From(operation),
        reference => Task.FromResult(Report(territory ?? Here, reference, OperationId.From(operation))),
        made => [new Effect("received", EffectKind.DysfunctionReceived, made.Reference.Value)], default);

    private static Dysfunction Report(TerritoryId territory, DysfunctionRef reference, OperationId operation)
    {
        var at = new DateTimeOffset(reference.Year, 3, 1, 9, 0, 0, TimeSpan.Zero);
        var by = PersonId.From("entra-1");
        return new(
            reference, territory, by, "Une partenaire", "Sortie sans ordonnance", "vendredi soir", "Plouézec", "HAD", null, null,
            Gravity.High, Frequency.Often, null, null, DysfunctionStatus.Received, null, null, at,
            [new StatusChange(DysfunctionStatus.Received, at, by, null)], [], operation);
    }
}
