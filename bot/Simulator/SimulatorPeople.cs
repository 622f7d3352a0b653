using Concertation.Domain;
using Concertation.Domain.Tables;

namespace ConcertationBot.Simulator;

/// <summary>
/// The people of the territories at hand, as accounts of the simulated Teams; besides them two partners whom no
/// territory file knows.
/// </summary>
internal sealed class SimulatorPeople(SimulatedTeams teams, IRosters rosters)
{
    private const string AnyTenant = "00000000-0000-4000-8000-000000000001";
    private const string Pilot = "pilote";
    private const string Pilots = "Pilotage";
    private const string Members = "Membres avec un compte";
    private const string ByMail = "Membres sans compte (courriel)";
    private const string Partners = "Partenaires";

    private static readonly (string EntraId, string Name, string Role)[] Strangers =
    [
        ("00000000-0000-4000-8000-00000000aa01", "Nolwenn Partenaire", "infirmière libérale"),
        ("00000000-0000-4000-8000-00000000aa02", "Ewen Partenaire", "assistant social"),
    ];

    /// <summary>Everyone, in the order they are offered.</summary>
    public async Task<IReadOnlyList<ShownPerson>> All(CancellationToken cancel)
    {
        var shown = new List<ShownPerson>();
        string? tenant = null;
        foreach (var territory in await rosters.All(cancel))
        {
            tenant ??= territory.Tenant;
            if (await rosters.Get(territory.Id, cancel) is { } roster)
            {
                shown.AddRange(Of(roster));
            }
        }

        foreach (var (entraId, name, role) in Strangers)
        {
            Put(entraId, name, null, tenant ?? AnyTenant);
            shown.Add(new(entraId, null, name, role, Partners));
        }

        return [.. shown.OrderBy(p => Array.IndexOf([Pilots, Members, Partners, ByMail], p.Group)).ThenBy(p => p.Role != Pilot)];
    }

    /// <summary>The account of someone who has one; null for anyone else.</summary>
    public SimulatedPerson? Account(string entraId) => teams.Person(entraId);

    private IEnumerable<ShownPerson> Of(Roster roster)
    {
        var tenant = roster.Territory.Tenant ?? AnyTenant;
        foreach (var person in roster.People)
        {
            Put(person.EntraId, person.Name, person.Mail, tenant);
            yield return new(person.EntraId, person.Mail, person.Name, RoleOf(roster, person.Id), GroupOf(roster, person));
        }
    }

    private void Put(string? entraId, string name, string? mail, string tenant)
    {
        if (entraId is not null && teams.Person(entraId) is null)
        {
            // Installed by a setup policy, as an organisation does for its own: the bot may write first.
            teams.Put(new SimulatedPerson($"29:{entraId}", entraId, name, mail, tenant));
        }
    }

    private static string GroupOf(Roster roster, Person person) =>
        roster.IsPilot(person.Id) ? Pilots : person.EntraId is null ? ByMail : Members;

    private static string RoleOf(Roster roster, PersonId person) =>
        person == roster.Territory.Pilot ? Pilot
        : roster.IsPilot(person) ? "suppléance de la pilote"
        : string.Join(" · ", roster.SeatsOf(person)
            .Select(s => $"{roster.StructureName(s.Seat.Structure)} ({s.Table.Short}{(roster.Mandates[s.Seat.Id].Holder.Id == person ? "" : ", suppléance")})")
            .Distinct());
}
