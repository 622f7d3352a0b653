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
        if (await roadmaps.Plan(report.Territory, year, cancel) is not { } plan)
        {
            return;
        }

        var others = plan.Axes.Select(a => a.Id).Where(a => a != report.Axis);
        foreach (var axis in await roadmaps.TiedTo(report.Territory, year, report.Reference, others, cancel))
        {
            await roadmaps.Untie(report.Territory, year, axis, report.Reference, cancel);
        }

        if (report.Axis is { } its)
        {
            await roadmaps.Tie(
                report.Territory, year, new ReportOnAxis(its, report.Reference, report.Status, report.History[^1].At), cancel);
        }
    }
}
