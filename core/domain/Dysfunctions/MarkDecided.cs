using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;

namespace Concertation.Domain.Dysfunctions;

/// <summary>
/// A decision was taken on the agenda item that carried a report: the report keeps it and its reporter is told
/// (rule 9). Asked again for the same decision it changes nothing.
/// </summary>
public sealed class MarkDecided(IDysfunctions dysfunctions, IRelay relay)
{
    public Task Handle(TerritoryId territory, DysfunctionRef reference, Decision decision, CancellationToken cancel) =>
        dysfunctions.Change(relay, territory, reference, r => Decide(r, decision), EffectKind.DysfunctionDecided, cancel);

    private static Dysfunction Decide(Dysfunction report, Decision decision)
    {
        if (report.Decisions.Any(d => d.Table == decision.Table && d.Number == decision.Number))
        {
            return report;
        }

        // Huis clos: the reporter learns that it was decided, not what (rule 2).
        var kept = new DecisionOnReport(
            decision.Table, decision.TableShort, decision.Number, decision.Adopted,
            decision.InCamera ? null : decision.Name, decision.InCamera ? null : decision.Text, decision.At);
        return report.Becomes(DysfunctionStatus.Decided, decision.At, by: null) with { Decisions = [.. report.Decisions, kept] };
    }
}
