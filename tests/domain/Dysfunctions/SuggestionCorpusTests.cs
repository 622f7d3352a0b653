using System.Diagnostics;
using Concertation.Domain.Dysfunctions;
using Xunit.Abstractions;

namespace Concertation.Domain.Tests.Dysfunctions;

/// <summary>The suggested axes on the labelled reports: figures are printed; the promise is asserted.</summary>
public sealed class SuggestionCorpusTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<LabelledRoadmap> Roadmaps = [LabelledReports.Maia, LabelledReports.Dac, LabelledReports.Vallee, LabelledReports.Littoral];

    [Fact]
    public void The_right_axis_is_nearly_always_among_the_three_suggested()
    {
        var placed = Roadmaps.SelectMany(r => r.Reports.Select(report => (r.Name, report.HeldOut, Place: PlaceOf(report, r)))).ToList();
        foreach (var part in placed.GroupBy(p => (p.Name, p.HeldOut)))
        {
            Print($"{part.Key.Name} {(part.Key.HeldOut ? "held out" : "worked on")}", [.. part.Select(p => p.Place)]);
        }

        Print("held out", [.. placed.Where(p => p.HeldOut).Select(p => p.Place)]);
        Print("together", [.. placed.Select(p => p.Place)]);

        placed.Count.ShouldBeGreaterThanOrEqualTo(250);
        Share(placed.Where(p => p.HeldOut).Select(p => p.Place).ToList(), 3).ShouldBeGreaterThanOrEqualTo(0.9);
        Share(placed.Select(p => p.Place).ToList(), 3).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public void What_a_form_chooses_by_itself_is_seldom_wrong()
    {
        var chosen = Roadmaps
            .SelectMany(r => r.Reports.Select(report => (report.Axis, Chosen: AxisSuggestion.Clear(AxisSuggestion.For(report.Text, r.Axes, Lessons.None))?.Value)))
            .Where(c => c.Chosen is not null)
            .Select(c => c.Axis == c.Chosen ? 0 : 1)
            .ToList();
        output.WriteLine($"{chosen.Count} chosen of {Roadmaps.Sum(r => r.Reports.Count)}, right {Share(chosen, 1):P1}");
        Share(chosen, 1).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public void The_time_a_report_takes_is_printed()
    {
        var watch = Stopwatch.StartNew();
        var found = Roadmaps.Sum(r => r.Reports.Count(report => PlaceOf(report, r) < 3));
        output.WriteLine($"{watch.Elapsed.TotalMilliseconds / Roadmaps.Sum(r => r.Reports.Count):F3} ms per report");
        found.ShouldBeGreaterThan(0);
    }

    private void Print(string name, List<int> places) =>
        output.WriteLine($"{name,-16} {places.Count,4} reports  first {Share(places, 1):P1}  first three {Share(places, 3):P1}");

    private static double Share(List<int> places, int within) => (double)places.Count(p => p < within) / places.Count;

    /// <summary>0 for the first; far behind when it isn't suggested.</summary>
    private static int PlaceOf(LabelledReport report, LabelledRoadmap roadmap)
    {
        var ranked = AxisSuggestion.For(report.Text, roadmap.Axes, Lessons.None).Select(m => m.Code).ToList();
        return ranked.IndexOf(report.Axis) is >= 0 and var place ? place : int.MaxValue;
    }
}
