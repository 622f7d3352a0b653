using Concertation.Domain.Agendas;
using Concertation.Domain.Decisions;
using Concertation.Domain.Minutes;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Decisions;

namespace Concertation.Microsoft365.Agendas;

/// <summary>What stands under « Suivi des décisions précédentes », a line each; people's words among ours.</summary>
public static class FollowUpTexts
{
    private const int Most = 8;

    /// <summary>Of that item; empty for every other one.</summary>
    public static IReadOnlyList<string> Lines(FollowUp? followUp, ItemId item) =>
        item == ItemId.FollowUp && followUp is not null ? Lines(followUp) : [];

    public static IReadOnlyList<string> Lines(FollowUp followUp)
    {
        if (followUp.IsEmpty)
        {
            return ["Aucune décision ni action depuis la dernière séance."];
        }

        return
        [
            .. followUp.Decisions.Take(Most).Select(d => Said(d, followUp.Standings.GetValueOrDefault(d.Ballot))),
            .. More(followUp.Decisions.Count, "autre décision", "autres décisions"),
            .. followUp.Reviews.Take(Most).Select(Said),
            .. More(followUp.Reviews.Count, "autre revue", "autres revues"),
            .. followUp.Actions.Take(Most).Select(Said),
            .. More(followUp.Actions.Count, "autre action", "autres actions"),
        ];
    }

    private static IEnumerable<string> More(int all, string one, string several) =>
        all > Most ? [$"… et {French.Count(all - Most, one, several)}"] : [];

    private static string Said(Decision decision, EscalationStanding? standing) =>
        $"{DecisionTexts.Number(decision)}, {DecisionTexts.OutcomeName(decision.Outcome).ToLowerInvariant()}"
        + $"{(standing is null ? "" : $", {EscalationTexts.Fate(standing)}")} : "
        + (decision.InCamera ? "décision prise à huis clos" : decision.Name);

    private static string Said(ReviewedDecision reviewed)
    {
        var (decision, review) = reviewed;
        var became = review is null ? "réponse attendue"
            : French.Small(decision.InCamera ? FollowDecisionTexts.State(review.State) : FollowDecisionTexts.Became(review));
        return $"Revue de {DecisionTexts.Number(decision)}{(decision.InCamera ? "" : $", {decision.Name}")} : {became}";
    }

    private static string Said(MinutesTask action)
    {
        var when = action.Due is { } due ? $", pour le {French.ShortDay(due)}" : action.When is { Length: > 0 } said ? $", {said}" : "";
        return $"Action : {action.What} ({action.Who ?? "à désigner"}{when})";
    }
}
