using Concertation.Domain.Notices;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

public enum HearingRefusal { NotPilot, NoSuchCluster, NotOpen, NoSummary, NoSuchStructure, NoContact, NotAsked, NothingWritten, TooLong, NamesSomeone }

/// <param name="Why">Null when it was done.</param>
/// <param name="Kinds">What identifies somebody in the answer, when that is why.</param>
public sealed record HearingResult(Cluster? Cluster, HearingRefusal? Why = null, IReadOnlyList<PersonalDataKind>? Kinds = null);

/// <summary>
/// A structure that reports name answers their neutral summary before a table sees it: the pilote asks whoever sits for it,
/// with a delay by gravity, and its people answer. Asked or answered alike twice it changes nothing.
/// </summary>
public sealed class HearStructure(IClusters clusters, IRelay relay, TimeProvider clock)
{
    public const int LongestAnswer = 1_000;

    private const int Tries = 8;

    public Task<HearingResult> Ask(Actor actor, Roster roster, ClusterRef reference, StructureId structure, CancellationToken cancel)
    {
        if (!roster.IsPilot(actor))
        {
            return Refused(HearingRefusal.NotPilot);
        }

        if (roster.Structures.FirstOrDefault(s => s.Id == structure) is not { } asked)
        {
            return Refused(HearingRefusal.NoSuchStructure);
        }

        if (ContactOf(roster, structure) is not { } contact)
        {
            return Refused(HearingRefusal.NoContact);
        }

        var now = clock.GetUtcNow();
        return Change(roster, reference, cluster => cluster.HearingOf(structure) is not null ? cluster : cluster with
        {
            Hearings =
            [
                .. cluster.Hearings,
                new Hearing(structure, asked.Name, contact, now, Today(now, roster).AddDays(roster.Territory.ReportRules.DaysFor(cluster.Tally.Gravity))),
            ],
        }, new ClusterEvent(now, ClusterAct.Asked, actor.Id, Note: asked.Name), new Effect($"asked-{structure}", EffectKind.StructureAsked, reference.Value, structure.Value), cancel);
    }

    /// <summary>Whoever sits for the structure answers for it; a later answer stands in place of the earlier one until a table has it.</summary>
    public Task<HearingResult> Answer(
        Actor actor, Roster roster, ClusterRef reference, StructureId structure, string? text, CancellationToken cancel)
    {
        var said = (text ?? "").Trim();
        if (!SitsFor(roster, structure, actor.Id))
        {
            return Refused(HearingRefusal.NotAsked);
        }

        if (said.Length == 0 || PersonalDataGuard.KindsIn(said) is { Count: > 0 })
        {
            var kinds = PersonalDataGuard.KindsIn(said);
            return Task.FromResult(new HearingResult(null, kinds.Count > 0 ? HearingRefusal.NamesSomeone : HearingRefusal.NothingWritten, kinds));
        }

        if (said.Length > LongestAnswer)
        {
            return Refused(HearingRefusal.TooLong);
        }

        var now = clock.GetUtcNow();
        return Change(
            roster, reference, cluster => With(cluster, structure, h => h.Answer == said ? h : h with { Answer = said, AnsweredAt = now }),
            new ClusterEvent(now, ClusterAct.Answered, actor.Id, Note: said),
            new Effect($"answered-{structure}-{now.UtcTicks}", EffectKind.StructureAnswered, reference.Value, structure.Value), cancel);
    }

    /// <summary>On its last day a structure that hasn't answered is reminded, once.</summary>
    public Task<HearingResult> Remind(Roster roster, ClusterRef reference, StructureId structure, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return Change(
            roster, reference, cluster => With(cluster, structure, h => h.Answer is null && !h.Reminded && h.Due <= Today(now, roster) ? h with { Reminded = true } : h),
            new ClusterEvent(now, ClusterAct.Asked, null, Note: structure.Value),
            new Effect($"reminded-{structure}", EffectKind.StructureAsked, reference.Value, structure.Value), cancel);
    }

    /// <summary>The first structure that a table has to wait for: named and not asked, or asked and with time left.</summary>
    public static ClusterAgendaAnswer.Unheard? Unheard(Cluster cluster, Roster roster, DateTimeOffset now) =>
        cluster.Hearings.FirstOrDefault(h => h.Answer is null && h.Due >= Today(now, roster)) is { } waiting
            ? new(waiting.StructureName, waiting.Due)
            : ToAsk(cluster, roster).FirstOrDefault() is { } structure ? new(structure.Name, null) : null;

    /// <summary>Structures of the territory that the reports name, that somebody sits for, and that nobody has asked yet.</summary>
    public static IEnumerable<Structure> ToAsk(Cluster cluster, Roster roster) => roster.Structures.Where(s =>
        cluster.Tally.Structures.Keys.Contains(s.Name, StringComparer.OrdinalIgnoreCase) && cluster.HearingOf(s.Id) is null && ContactOf(roster, s.Id) is not null);

    public static bool SitsFor(Roster roster, StructureId structure, PersonId person) => roster.SeatsOf(person).Any(s => s.Seat.Structure == structure);

    public static PersonId? ContactOf(Roster roster, StructureId structure) => roster.Tables.SelectMany(t => t.Seats)
        .Where(s => s.Structure == structure && roster.Mandates.ContainsKey(s.Id))
        .Select(s => (PersonId?)roster.Mandates[s.Id].Holder.Id).FirstOrDefault();

    private static DateOnly Today(DateTimeOffset now, Roster roster) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, roster.Zone).DateTime);

    private static Cluster With(Cluster cluster, StructureId structure, Func<Hearing, Hearing> change) =>
        cluster.HearingOf(structure) is { } hearing && change(hearing) is var changed && changed != hearing
            ? cluster with { Hearings = [.. cluster.Hearings.Select(h => h.Structure == structure ? changed : h)] }
            : cluster;

    private static Task<HearingResult> Refused(HearingRefusal why) => Task.FromResult(new HearingResult(null, why));

    private async Task<HearingResult> Change(
        Roster roster, ClusterRef reference, Func<Cluster, Cluster> decide, ClusterEvent what, Effect effect, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await clusters.Get(roster.Territory.Id, reference, cancel) is not { } cluster)
            {
                return new(null, HearingRefusal.NoSuchCluster);
            }

            HearingRefusal? why = !cluster.Value.Open ? HearingRefusal.NotOpen
                : cluster.Value.Summary is null ? HearingRefusal.NoSummary
                : effect.Kind == EffectKind.StructureAnswered && !cluster.Value.Hearings.Any(h => h.Structure.Value == effect.Detail) ? HearingRefusal.NotAsked
                : null;
            if (why is not null)
            {
                return new(cluster.Value, why);
            }

            var changed = decide(cluster.Value);
            if (ReferenceEquals(changed, cluster.Value))
            {
                return new(changed);
            }

            await relay.Announce(changed.Aggregate, cancel);
            if (await clusters.Save(cluster.With(changed), what, [effect], cancel))
            {
                relay.Nudge(changed.Aggregate);
                return new(changed);
            }
        }

        throw new InvalidOperationException($"{reference} was changed by others {Tries} times in a row");
    }
}
