using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Decisions;

namespace Concertation.Work.Decisions;

/// <summary>The decisions of other tables that an agenda asks to validate, whole, for those who have no card to open them.</summary>
public sealed class SubmittedOnAgenda(IEscalations escalations)
{
    /// <summary>By item: what the decision says and how it was taken, a line each; for those called to the session alone (rule 2).</summary>
    public async Task<IReadOnlyDictionary<ItemId, IReadOnlyList<string>>> Lines(
        TerritoryId territory, IReadOnlyList<AgendaItem> agenda, CancellationToken cancel)
    {
        var lines = new Dictionary<ItemId, IReadOnlyList<string>>();
        foreach (var item in agenda)
        {
            if (item.Escalated is { } id && await escalations.Get(territory, id, cancel) is { Value: var escalation })
            {
                lines[item.Id] = EscalationTexts.File(escalation);
            }
        }

        return lines;
    }
}
