using System.Globalization;
using Concertation.Domain.Notices;

namespace Concertation.Domain.Dysfunctions;

/// <summary>
/// The one way a recorded report changes: load, decide, announce, save with its effect; decided again when somebody
/// else changed it meanwhile.
/// </summary>
internal static class ChangeDysfunction
{
    private const int Tries = 8;

    /// <summary>
    /// The report as it stands afterwards; null when there is none of that reference. A decision that gives back the
    /// very report it got changes nothing.
    /// </summary>
    public static Task<Dysfunction?> Change(
        this IDysfunctions dysfunctions, IRelay relay, TerritoryId territory, DysfunctionRef reference,
        Func<Dysfunction, Dysfunction> decide, EffectKind effect, CancellationToken cancel) =>
        dysfunctions.Change(relay, territory, reference, decide, changed => EffectOf(changed, effect), cancel);

    /// <summary>The same for a change that isn't one of status.</summary>
    public static async Task<Dysfunction?> Change(
        this IDysfunctions dysfunctions, IRelay relay, TerritoryId territory, DysfunctionRef reference,
        Func<Dysfunction, Dysfunction> decide, Func<Dysfunction, Effect> effect, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await dysfunctions.Get(territory, reference, cancel) is not { } report)
            {
                return null;
            }

            var changed = decide(report.Value);
            if (ReferenceEquals(changed, report.Value))
            {
                return changed;
            }

            await relay.Announce(changed.Aggregate, cancel);
            if (await dysfunctions.Save(report.With(changed), [effect(changed)], cancel))
            {
                relay.Nudge(changed.Aggregate);
                return changed;
            }
        }

        throw new InvalidOperationException($"{reference} was changed by others {Tries} times in a row");
    }

    /// <summary>Named after the place of its change in the history, which the detail repeats for the handler.</summary>
    private static Effect EffectOf(Dysfunction report, EffectKind kind)
    {
        var last = (report.History.Count - 1).ToString(CultureInfo.InvariantCulture);
        return new Effect($"{(kind == EffectKind.DysfunctionDecided ? "decided" : "changed")}-{last}", kind, report.Reference.Value, last);
    }
}
