using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>One of those to whom a decision is returned.</summary>
/// <param name="Structure">What it is told as; null for a reporter, who is told as a person.</param>
/// <param name="People">Who may say « j'ai pris connaissance » for it, the one who is written to first; empty when nobody can be.</param>
/// <param name="AtTable">It sits at the table, and got the decision with the others.</param>
public sealed record Concerned(string? Structure, string Name, IReadOnlyList<PersonId> People, bool AtTable);

/// <summary>
/// To whom an adopted decision is returned: the table's structures, those that the reports of its item name, and the
/// reporters (rule 9).
/// </summary>
public static class ReturnAudience
{
    /// <param name="reports">Those of the decision's agenda item.</param>
    public static IReadOnlyList<Concerned> Of(Roster roster, Decision decision, Session? session, IReadOnlyList<Dysfunction> reports)
    {
        if (roster.TableOf(decision.Table) is not { } table)
        {
            return [];
        }

        // What was decided in huis clos goes to those called alone (rule 2); a reporter learns that it was decided.
        var seats = decision.InCamera && session is not null ? [.. session.Called(table)] : table.Seats;
        var there = seats.Select(s => s.Structure).ToHashSet();
        var named = decision.InCamera
            ? []
            : roster.Structures.Where(s => !there.Contains(s.Id) && reports.Any(r => Names(r.Structures, s.Name)));
        return
        [
            .. seats.GroupBy(s => s.Structure).Select(g => One(roster, g.Key, [.. g], atTable: true)),
            .. named.Select(s => One(roster, s.Id, [.. roster.Tables.SelectMany(t => t.Seats).Where(x => x.Structure == s.Id)], atTable: false)),
            .. reports.Where(r => r.ReporterIsKnown).DistinctBy(r => r.Reporter)
                .Where(r => !seats.Any(s => roster.Mandates.TryGetValue(s.Id, out var mandate) && mandate.Allows(r.Reporter)))
                .Select(r => new Concerned(null, r.ReporterName, [r.Reporter], AtTable: false)),
        ];
    }

    private static Concerned One(Roster roster, StructureId structure, IReadOnlyList<Seat> seats, bool atTable)
    {
        var mandates = seats.Select(s => roster.Mandates.GetValueOrDefault(s.Id)).OfType<Mandate>().ToList();
        var people = mandates.Select(m => m.Holder.Id).Concat(mandates.Select(m => m.Substitute?.Id).OfType<PersonId>()).Distinct();
        return new(roster.StructureName(structure), roster.StructureName(structure), [.. people], atTable);
    }

    private static bool Names(string? told, string structure) =>
        told is not null && System.Globalization.CultureInfo.InvariantCulture.CompareInfo.IndexOf(
            told, structure, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0;
}
