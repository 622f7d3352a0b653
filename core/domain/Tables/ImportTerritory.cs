using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Tables;

/// <summary>
/// Takes a checked territory file in. Running it again changes nothing; running it again after an interruption
/// finishes it. Open ballots keep the seats and weights they were opened with.
/// </summary>
public sealed class ImportTerritory(ITerritoryRecords territories, IYearPlans plans, TimeProvider time)
{
    /// <summary>What was written; empty when everything was there already.</summary>
    public async Task<IReadOnlyList<TerritoryChange>> Run(TerritoryContent content, CancellationToken cancel)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(content.Territory.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);

        // The roadmap first: a territory is listed only when all of it is there.
        var planned = content.Plan is { } plan ? await plans.Save(plan, cancel) : [];
        var revision = await territories.Revise(
            content.Territory.Id, before => TerritoryRevision.Of(before, content, today), cancel);
        return [.. revision.Changes, .. Seats(revision.Before, revision.After), .. planned];
    }

    /// <summary>A table's row holds its seats; whoever reads the report wants to hear of the seats themselves.</summary>
    private static IEnumerable<TerritoryChange> Seats(TerritoryRecord? before, TerritoryRecord after)
    {
        var old = (before?.Tables ?? []).SelectMany(t => t.Seats).ToDictionary(s => s.Id);
        var now = after.Tables.SelectMany(t => t.Seats).ToDictionary(s => s.Id);
        foreach (var (id, seat) in now)
        {
            if (!old.TryGetValue(id, out var was))
            {
                yield return new(TerritoryPart.Seat, id.Value, ChangeKind.Added);
            }
            else if (was != seat)
            {
                yield return new(TerritoryPart.Seat, id.Value, ChangeKind.Changed);
            }
        }

        foreach (var id in old.Keys.Where(id => !now.ContainsKey(id)))
        {
            yield return new(TerritoryPart.Seat, id.Value, ChangeKind.Removed);
        }
    }
}
