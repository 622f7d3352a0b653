using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace ConcertationBot.Turns;

/// <summary>
/// Finds the territory a message is about: the one where the person sits, else the one whose tenant it comes from. Who
/// belongs to several is asked once, and the answer is remembered with the chat address.
/// </summary>
public sealed class Territories(IRosters rosters, IChatAddresses addresses)
{
    /// <summary>One territory, several to choose from, or none.</summary>
    public async Task<IReadOnlyList<Territory>> Of(Caller caller, CancellationToken cancel)
    {
        var candidates = await Candidates(caller, cancel);
        if (candidates.Count <= 1)
        {
            return [.. candidates.Select(c => c.Territory)];
        }

        var chosen = (await Task.WhenAll(candidates.Select(async c => (
                c.Territory,
                At: (await addresses.Of(c.Territory.Id, c.Person ?? Partners.IdOf(caller.EntraId), cancel))?.ChosenAt))))
            .Where(c => c.At is not null).OrderByDescending(c => c.At).FirstOrDefault();
        return chosen.Territory is null ? [.. candidates.Select(c => c.Territory)] : [chosen.Territory];
    }

    /// <summary>Every territory the person may speak in, whichever was chosen.</summary>
    public async Task<IReadOnlyList<Territory>> Reachable(Caller caller, CancellationToken cancel) =>
        [.. (await Candidates(caller, cancel)).Select(c => c.Territory)];

    private async Task<List<(Territory Territory, PersonId? Person)>> Candidates(Caller caller, CancellationToken cancel)
    {
        var all = await rosters.All(cancel);
        var known = await Task.WhenAll(all.Select(async t => (
            Territory: t, Person: await rosters.Identify(t.Id, caller.EntraId, cancel))));
        var sits = known.Where(k => k.Person is not null).ToList();
        return sits.Count > 0 ? sits : [.. known.Where(k => Actors.IsOfTenant(k.Territory, caller))];
    }
}
