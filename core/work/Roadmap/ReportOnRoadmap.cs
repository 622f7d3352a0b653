using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;

namespace Concertation.Work.Roadmap;

/// <summary>
/// Keeps a report where it belongs on the roadmap of its year: on its axis, with its status, and on no other. Reads what
/// stands, so running it again, late or out of order leaves the same.
/// </summary>
public sealed class ReportOnRoadmap(IRoadmaps roadmaps)
{
    public async Task Follow(Dysfunction report, CancellationToken cancel)
    {
        var year = report.Reference.Year;
        if (await roadmaps.Get(report.Territory, year, cancel) is not { } roadmap)
        {
            return;
        }

        foreach (var tie in roadmap.Reports.Where(r => r.Reference == report.Reference && r.Axis != report.Axis))
        {
            await roadmaps.Untie(report.Territory, year, tie.Axis, report.Reference, cancel);
        }

        if (report.Axis is { } axis)
        {
            await roadmaps.Tie(
                report.Territory, year, new ReportOnAxis(axis, report.Reference, report.Status, report.History[^1].At), cancel);
        }
    }
}
