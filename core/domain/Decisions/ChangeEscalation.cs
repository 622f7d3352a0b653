using Concertation.Domain.Notices;

namespace Concertation.Domain.Decisions;

/// <summary>The one way an escalation changes: load, decide, announce, save with its effect; decided again when it changed meanwhile.</summary>
internal static class ChangeEscalation
{
    private const int Tries = 20;

    /// <param name="decide">Gives back the very escalation it got where nothing is to change.</param>
    /// <returns>As it stands afterwards; null when there is none of that id.</returns>
    public static async Task<Escalation?> Change(
        this IEscalations escalations, IRelay relay, TerritoryId territory, EscalationId id, Func<Escalation, Escalation> decide,
        CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await escalations.Get(territory, id, cancel) is not { } there)
            {
                return null;
            }

            var changed = decide(there.Value);
            if (ReferenceEquals(changed, there.Value))
            {
                return changed;
            }

            await relay.Announce(changed.Aggregate, cancel);
            if (await escalations.Save(there.With(changed), [changed.ToTell()], cancel))
            {
                relay.Nudge(changed.Aggregate);
                return changed;
            }
        }

        throw new InvalidOperationException($"escalation {id} changed at each of {Tries} tries");
    }

    public static Escalation Goes(this Escalation escalation, EscalationStep step) =>
        escalation with
        {
            Steps = [.. escalation.Steps, step], Rejection = null, Late = escalation.Late && step.State is (EscalationState.Waiting or EscalationState.OnAgenda),
        };
}
