using Concertation.Domain.PersonalData;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

public enum ClusterRefusal { NotPilot, NoSuchCluster, NothingWritten, TooLong, NamesSomeone, NotOpen }

/// <param name="Why">Null when it was written.</param>
/// <param name="Kinds">What identifies somebody in it, when that is why.</param>
public sealed record SummaryAnswer(Cluster? Cluster, ClusterRefusal? Why = null, IReadOnlyList<PersonalDataKind>? Kinds = null);

/// <summary>The pilote writes in neutral words what a cluster's reports have in common, and what a table could be asked.</summary>
public sealed class WriteSummary(IClusters clusters, TimeProvider clock)
{
    private const int Tries = 8;

    public async Task<SummaryAnswer> Handle(
        Actor actor, Roster roster, ClusterRef reference, string? summary, string? proposal, CancellationToken cancel)
    {
        if (!roster.IsPilot(actor))
        {
            return new(null, ClusterRefusal.NotPilot);
        }

        var (said, asked) = (OneLine.Of(summary ?? ""), (proposal ?? "").Trim());
        if (Refusal(said, asked) is { } refusal)
        {
            return refusal;
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await clusters.Get(roster.Territory.Id, reference, cancel) is not { } cluster)
            {
                return new(null, ClusterRefusal.NoSuchCluster);
            }

            var changed = cluster.Value with { Summary = said, Proposal = asked.Length == 0 ? null : asked };
            if (!changed.Open)
            {
                return new(cluster.Value, ClusterRefusal.NotOpen);
            }

            if (changed == cluster.Value
                || await clusters.Save(cluster.With(changed), new ClusterEvent(clock.GetUtcNow(), ClusterAct.Summarised, actor.Id, Note: said), [], cancel))
            {
                return new(changed);
            }
        }

        throw new InvalidOperationException($"{reference} was changed by others {Tries} times in a row");
    }

    private static SummaryAnswer? Refusal(string said, string asked)
    {
        var kinds = PersonalDataGuard.KindsIn(said).Concat(PersonalDataGuard.KindsIn(asked)).Distinct().ToList();
        return said.Length == 0 ? new(null, ClusterRefusal.NothingWritten)
            : kinds.Count > 0 ? new(null, ClusterRefusal.NamesSomeone, kinds)
            : said.Length > Cluster.LongestSummary || asked.Length > Cluster.LongestProposal ? new(null, ClusterRefusal.TooLong)
            : null;
    }
}
