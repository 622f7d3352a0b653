using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Work.Decisions;

namespace ConcertationBot.Decisions;

/// <summary>Decisions submitted to, or by, the tables a person convenes; and each as that person may see it.</summary>
public sealed class EscalationsInReach(IEscalations escalations, EscalationViews views)
{
    /// <summary>Those that wait first, then the latest.</summary>
    public async Task<IReadOnlyList<Escalation>> Of(Actor actor, Roster roster, CancellationToken cancel)
    {
        if (actor.Person is null)
        {
            return [];
        }

        var tables = roster.Tables.Where(t => roster.MayConvene(actor.Id, t)).ToList();
        var found = (await escalations.Of(actor.Territory, cancel)).Where(e => tables.Any(t => t.Id == e.Table)).ToDictionary(e => e.Id);
        var submitted = await Task.WhenAll(tables.Where(t => t.Rules.Escalation is not null)
            .Select(t => escalations.StandingsOf(actor.Territory, t.Id, cancel)));
        foreach (var standing in submitted.SelectMany(s => s.Values).Where(s => !found.ContainsKey(s.Id)))
        {
            if (await escalations.Get(standing.Territory, standing.Id, cancel) is { Value: var escalation })
            {
                found[escalation.Id] = escalation;
            }
        }

        return [.. found.Values.OrderByDescending(e => e.IsPending).ThenByDescending(e => e.State == EscalationState.Returned).ThenByDescending(e => e.Last.At)];
    }

    /// <summary>The one of that number among those; several where numbers of two tables are alike.</summary>
    /// <param name="about">What was typed, with the table's short name.</param>
    public static IReadOnlyList<Escalation> Numbered(IReadOnlyList<Escalation> escalations, DecisionNumber number, string about) =>
        [.. escalations.Where(e => e.Decision.Number == number && about.Contains(e.Decision.TableShort, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Null when there is none of that id that the person may read.</summary>
    /// <param name="at">Where it is kept, as a card says: who reads it is asked of the escalation itself.</param>
    public async Task<AdaptiveCard?> Draw(
        Actor actor, Roster roster, TerritoryId at, EscalationId id, CancellationToken cancel, string? news = null, string? problem = null) =>
        await See(actor, roster, at, id, cancel) is { } seen ? EscalationCard.Of(seen, news, problem) : null;

    /// <summary>What is about to be done with it, and the button that does it; where that isn't to be done, why, on its own card.</summary>
    public async Task<AdaptiveCard?> Ask(
        Actor actor, Roster roster, TerritoryId at, EscalationId id, EscalationTyped typed, CancellationToken cancel, string? problem = null) =>
        await See(actor, roster, at, id, cancel) is not { } seen ? null
        : !seen.May(typed.Act) ? EscalationCard.Of(seen, problem: EscalationTexts.NotAConvener)
        : !seen.IsOpenTo(typed.Act) ? EscalationCard.Of(seen, problem: EscalationTexts.NotNow(seen.Escalation))
        : EscalationAskCard.Of(seen, typed, problem);

    private async Task<EscalationSeen?> See(Actor actor, Roster roster, TerritoryId at, EscalationId id, CancellationToken cancel) =>
        actor.Person is not null && await escalations.Get(at, id, cancel) is { Value: var escalation }
        && await views.For(escalation, roster, actor.Id, cancel) is { Brief: false } seen
            ? seen
            : null;
}
