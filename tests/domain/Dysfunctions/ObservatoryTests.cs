using System.Text.Json;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Tests.Dysfunctions;

/// <summary>What a year's reports count as, and what may be seen of it.</summary>
public sealed class ObservatoryTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ObservatoryFacet[] Said = [ObservatoryFacet.Axis, ObservatoryFacet.Family, ObservatoryFacet.Gravity, ObservatoryFacet.Step, ObservatoryFacet.Commune];

    [Fact]
    public void The_pilote_sees_every_number_and_what_is_left_over()
    {
        var view = ObservatoryView.ForPilot(Count(
        [
            Report(axis: "t3", commune: "Saint-Kerlouan"), Report(axis: "t3", commune: "st kerlouan"), Report(axis: "t3", commune: "SAINT KERLOUAN "),
            Report(commune: "Saint-Kerlouan", structures: "CH et SSIAD Les Ajoncs"),
        ]));

        view.Total.ShouldBe(ShownCount.Exactly(4));
        Numbers(view, ObservatoryFacet.Axis).ShouldBe(["t3 3–3"]);
        view.Facets.First(f => f.Facet == ObservatoryFacet.Axis).Rest.ShouldBe(ShownCount.Exactly(1));
        var commune = view.Facets.First(f => f.Facet == ObservatoryFacet.Commune);
        commune.Tallies.ShouldHaveSingleItem().ShouldBe(new ShownTally("saint-kerlouan", "Saint-Kerlouan", ShownCount.Exactly(4)));
        commune.Rest.ShouldBeNull();
        Numbers(view, ObservatoryFacet.StructureKind).ShouldBe(["Hospital 1–1", "Ssiad 1–1"]);
    }

    [Fact]
    public void What_its_reporter_withdrew_does_not_count_what_was_closed_or_decided_does()
    {
        var somebody = new PersonId("somebody");
        var closed = Report().Becomes(DysfunctionStatus.ClosedWithoutAction, Noon, new("pilote"), "Relève d’ailleurs");
        var withdrawn = Report().Becomes(DysfunctionStatus.ClosedWithoutAction, Noon, somebody);
        var view = ObservatoryView.ForPilot(Count(
            [closed, withdrawn, Report().Becomes(DysfunctionStatus.Decided, Noon, null) with { Step = CareStep.Discharge }]));

        view.Total.ShouldBe(ShownCount.Exactly(2));
        var grouped = Report() with { Cluster = new("here-1") };
        ObservatoryView.ForPilot(Count([grouped, grouped, Report(), Report() with { Aside = true }]))
            .ShouldSatisfyAllConditions(v => v.Total.ShouldBe(ShownCount.Exactly(3)), v => v.Clusters.ShouldBe(ShownCount.Exactly(1)));
        Numbers(view, ObservatoryFacet.Step).ShouldBe(["Discharge 1–1"]);
    }

    [Fact]
    public void A_month_is_the_territorys_own()
    {
        var lateInMarch = new DateTimeOffset(2027, 3, 31, 22, 30, 0, TimeSpan.Zero);
        var view = ObservatoryView.ForPilot(Count([Report(at: lateInMarch)]));

        Numbers(view, ObservatoryFacet.Month).ShouldBe(Enumerable.Range(1, 12).Select(m => m == 4 ? "04 1–1" : $"{m:D2} 0–0"));
    }

    [Fact]
    public void Beyond_the_pilote_there_are_bands_of_five_and_nothing_under_five()
    {
        var reports = Many(12, axis: "t3").Concat(Many(5, axis: "t4")).Concat(Many(4, axis: "c1")).Concat(Many(1)).ToList();
        var view = ObservatoryView.ForOthers(Count(reports));

        view.Total.ShouldBe(new ShownCount(20, 24));
        Numbers(view, ObservatoryFacet.Axis).ShouldBe(["t3 10–14", "t4 5–9"]);
        view.Facets.First(f => f.Facet == ObservatoryFacet.Axis).Rest.ShouldBe(new ShownCount(5, 9));
        Numbers(view, ObservatoryFacet.Month).ShouldContain("03 20–24");
        Numbers(view, ObservatoryFacet.Month).ShouldContain("04 0–4");
        ObservatoryView.ForOthers(Count(Many(4, axis: "t3"))).Total.IsHidden.ShouldBeTrue();
    }

    [Fact]
    public void Within_a_band_the_order_tells_nothing()
    {
        var one = ObservatoryView.ForOthers(Count([.. Many(9, axis: "b"), .. Many(5, axis: "a")]));
        var other = ObservatoryView.ForOthers(Count([.. Many(5, axis: "b"), .. Many(9, axis: "a")]));

        Json(one).ShouldBe(Json(other));
    }

    /// <summary>
    /// Takes from the reports, facet by facet, everything that has fewer than five: day after day, others would have seen the
    /// very same. What can't be told from nothing has no count to be found by any difference.
    /// </summary>
    [Fact]
    public void No_difference_between_figures_facets_or_days_tells_a_count_under_five()
    {
        var random = new Random(20270301);
        var hidden = 0;
        for (var run = 0; run < 100; run++)
        {
            var reports = new List<Dysfunction>();
            for (var day = 0; day < 6; day++)
            {
                Day(reports, random);
                var bare = reports.ConvertAll(r => r);
                foreach (var facet in Said)
                {
                    var small = Count(reports).Of(facet).Where(t => t.Count < ShownCount.Least).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
                    hidden += small.Count;
                    bare = bare.ConvertAll(r => Without(r, facet, small));
                }

                var months = Count(reports).Of(ObservatoryFacet.HandledMonth).Where(t => t.Count < ShownCount.Least).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
                bare = bare.ConvertAll(r => months.Contains(MonthOf(r)) ? r with { Status = DysfunctionStatus.Received } : r);

                Json(ObservatoryView.ForOthers(Count(bare))).ShouldBe(Json(ObservatoryView.ForOthers(Count(reports))));
            }
        }

        hidden.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Every_number_beyond_the_pilote_is_a_band_of_five_that_starts_at_five_or_more()
    {
        var random = new Random(5);
        for (var run = 0; run < 200; run++)
        {
            var reports = new List<Dysfunction>();
            Enumerable.Range(0, random.Next(1, 8)).ToList().ForEach(_ => Day(reports, random));

            foreach (var facet in ObservatoryView.ForOthers(Count(reports)).Facets)
            {
                var told = facet.Tallies.Where(t => facet.Facet != ObservatoryFacet.Month || !t.Count.IsHidden).Select(t => t.Count)
                    .Concat(facet.Rest is { } rest ? [rest] : []);
                told.ShouldAllBe(c => c.From >= ShownCount.Least && c.From % ShownCount.Least == 0 && c.To == c.From + ShownCount.Least - 1);
            }
        }
    }

    [Theory]
    [InlineData("SSIAD de Kervélen", StructureKind.Ssiad)]
    [InlineData("l’hôpital et le médecin traitant", StructureKind.Hospital, StructureKind.Doctor)]
    [InlineData("EHPAD, EHPADs, maison de retraite", StructureKind.Ehpad)]
    [InlineData("les infirmières libérales du secteur", StructureKind.Nurse)]
    [InlineData("aucun service d’aide à domicile le week-end, le CCAS non plus", StructureKind.Saad, StructureKind.CommuneService)]
    [InlineData("le chat de la voisine", new StructureKind[0])]
    public void Kinds_of_structure_are_recognised_in_what_was_written(string text, params StructureKind[] kinds) =>
        StructureKinds.In(text).ShouldBe(kinds, ignoreOrder: true);

    [Fact]
    public void An_axis_keeps_the_name_it_had_that_day_and_a_snapshot_holds_no_report()
    {
        var axis = new Axis(new("t3"), 2, "", "", "Préparer les sorties", null, null, [], [], [], AxisStatus.InProgress, 0, null, null);
        var count = new ObservatoryCount(Paris, [axis]);
        count.Add(Report(axis: "t3"));

        var snapshot = count.Snapshot(new("here"), 2027, Noon);
        snapshot.Of(ObservatoryFacet.Axis).ShouldHaveSingleItem().Label.ShouldBe("Préparer les sorties");
        Json(snapshot).ShouldNotContain("ordonnance");
    }

    private static void Day(List<Dysfunction> reports, Random random)
    {
        for (var n = random.Next(0, 9); n > 0; n--)
        {
            reports.Add(Report(
                Pick("t1", "t2", "t3", null), Pick("Kervélen", "Saint-Kerlouan", "Plouexemple", "Trefictif", null), null,
                Noon.AddDays(random.Next(0, 120)), Pick(ProblemFamilies.All[0], ProblemFamilies.All[1], null),
                (Gravity?)random.Next(0, 3), random.Next(3) == 0 ? DysfunctionStatus.Received : DysfunctionStatus.Qualified)
                with { Step = random.Next(6) is < 4 and var step ? (CareStep)step : null });
        }

        string? Pick(params string?[] of) => of[Math.Min(random.Next(of.Length), random.Next(of.Length))];
    }

    private static Dysfunction Without(Dysfunction report, ObservatoryFacet facet, HashSet<string> small) => facet switch
    {
        ObservatoryFacet.Axis when small.Contains(report.Axis?.Value ?? "") => report with { Axis = null },
        ObservatoryFacet.Family when small.Contains(report.Family ?? "") => report with { Family = null },
        ObservatoryFacet.Gravity when small.Contains(report.Gravity?.ToString() ?? "") => report with { Gravity = null },
        ObservatoryFacet.Step when small.Contains(report.Step?.ToString() ?? "") => report with { Step = null },
        ObservatoryFacet.Commune when small.Contains((report.Commune ?? "").ToLowerInvariant().Replace('é', 'e')) => report with { Commune = null },
        _ => report,
    };

    private static string MonthOf(Dysfunction report) => TimeZoneInfo.ConvertTime(report.ReceivedAt, Paris).ToString("MM", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<Dysfunction> Many(int count, string? axis = null) => Enumerable.Range(0, count).Select(_ => Report(axis));

    private static Dysfunction Report(
        string? axis = null, string? commune = null, string? structures = null, DateTimeOffset? at = null, string? family = null,
        Gravity? gravity = null, DysfunctionStatus status = DysfunctionStatus.Qualified) => new(
        new("REM-2027-0001"), new("here"), new("somebody"), "Quelqu’un", "une sortie sans ordonnance", null, commune, structures, null, null,
        gravity, null, axis is null ? null : new AxisId(axis), family, status, null, null, at ?? Noon, [], [], new("op"));

    private static ObservatorySnapshot Count(IEnumerable<Dysfunction> reports)
    {
        var count = new ObservatoryCount(Paris, []);
        foreach (var report in reports)
        {
            count.Add(report);
        }

        return count.Snapshot(new("here"), 2027, Noon);
    }

    private static IEnumerable<string> Numbers(ObservatoryView view, ObservatoryFacet facet) =>
        view.Facets.First(f => f.Facet == facet).Tallies.Select(t => $"{t.Value} {t.Count.From}–{t.Count.To}");

    private static string Json<T>(T record) => JsonSerializer.Serialize(record);
}
