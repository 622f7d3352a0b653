using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>
/// Who handles a report: the pilote and the deputies. One that concerns the porteur is for the deputies outside the
/// porteur's structure; where there is none, for the deputies, else the pilote, so that none is left to nobody.
/// </summary>
public static class ReportHandling
{
    public static bool Handles(this Roster roster, Actor actor, Dysfunction report) =>
        roster.IsPilot(actor) && (!report.Aside || roster.HandlersAside().Contains(actor.Id));

    /// <summary>Whom a report that came in is brought to.</summary>
    public static IEnumerable<PersonId> HandlersOf(this Roster roster, Dysfunction report) => report.Aside
        ? roster.HandlersAside()
        : roster.Territory.Deputies.Prepend(roster.Territory.Pilot).Distinct();

    public static IReadOnlyList<PersonId> HandlersAside(this Roster roster)
    {
        var deputies = roster.Territory.Deputies;
        var outside = deputies.Where(d => !roster.SeatsOf(d).Any(s => s.Seat.Structure == roster.Territory.ReportRules.Carrier)).ToList();
        return outside.Count > 0 ? outside : deputies.Count > 0 ? deputies : [roster.Territory.Pilot];
    }

    /// <summary>The report names the porteur, in its structures or in what happened.</summary>
    public static bool ConcernsCarrier(this Roster roster, WrittenReport written) =>
        roster.Territory.ReportRules.Carrier is { } carrier && roster.Structures.FirstOrDefault(s => s.Id == carrier) is { } structure
        && new[] { written.Structures, written.Happened }.OfType<string>().Any(t => t.Contains(structure.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>False for a report that is there and isn't for this person to handle.</summary>
    internal static async Task<bool> IsFor(
        this IDysfunctions dysfunctions, Actor actor, Roster roster, DysfunctionRef reference, CancellationToken cancel) =>
        roster.IsPilot(actor)
        && (await dysfunctions.Get(roster.Territory.Id, reference, cancel) is not { Value: var report } || roster.Handles(actor, report));
}
