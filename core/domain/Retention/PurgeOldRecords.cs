using Concertation.Domain.Tables;

namespace Concertation.Domain.Retention;

/// <summary>Makes what was deleted unreadable in the storage's own files too.</summary>
public interface IStorageTraces
{
    Task Wipe(CancellationToken cancel);

    /// <summary>Writes the files anew without what was let go of; others wait meanwhile.</summary>
    Task Compact(CancellationToken cancel);
}

/// <summary>
/// Once a day, purges what its time is over for: some pages of the storage at each run until the day's round is done. What a
/// page purges is written down before, so that after a kill the proof still counts all of it, once.
/// </summary>
public sealed class PurgeOldRecords(
    IRosters rosters, IOldRecords records, ISweeps sweeps, IPurgeProofs proofs, IStorageTraces traces, TimeProvider clock)
{
    public const int PageRows = 200;
    private const int PagesARun = 100;

    /// <summary>True once the day's round is done; false when there is more to do, or another process is at it.</summary>
    public async Task<bool> Run(CancellationToken cancel)
    {
        var rules = (await rosters.All(cancel)).ToDictionary(t => t.Id, t => t.RetentionRules);
        var stored = await sweeps.Get(cancel);
        var (sweep, version) = (Today(stored?.Value), stored?.Version);
        for (var page = 0; page < PagesARun && !sweep.Done; page++)
        {
            if (await Step(sweep, version, rules, cancel) is not var (next, saved))
            {
                return false;
            }

            (sweep, version) = (next, saved);
        }

        return sweep.Done;
    }

    /// <summary>The round that isn't done goes on, whatever its day; else the day's own begins.</summary>
    private Sweep Today(Sweep? stored)
    {
        var now = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        return stored is null || (stored.Done && stored.Day != day) ? new Sweep(day, now, null, [], null, null, Done: false) : stored;
    }

    private async Task<(Sweep, string)?> Step(
        Sweep sweep, string? version, Dictionary<TerritoryId, RetentionRules> rules, CancellationToken cancel)
    {
        var page = await records.Page(sweep.After, sweep.Until, PageRows, rules, sweep.Before, cancel);
        // After a kill, what was written down holds: part of it may be gone already.
        var inHand = sweep.InHand ?? SweptCount.Of(page.Old);
        if (page.Old.Count > 0 && sweep.InHand is null)
        {
            version = await sweeps.Save(sweep with { InHand = inHand, Until = page.Next }, version, cancel);
            if (version is null)
            {
                return null;
            }
        }

        foreach (var old in page.Old)
        {
            await records.Purge(old, cancel);
        }

        var next = sweep with { After = page.Next, Sure = SweptCount.Sum([.. sweep.Sure, .. inHand]), InHand = null, Until = null, Done = page.Next is null };
        if (next.Done)
        {
            await Prove(next, rules, cancel);
        }

        return await sweeps.Save(next, version, cancel) is { } saved ? (next, saved) : null;
    }

    private async Task Prove(Sweep done, Dictionary<TerritoryId, RetentionRules> rules, CancellationToken cancel)
    {
        foreach (var (territory, rule) in rules)
        {
            await proofs.Keep(PurgeProof.Of(territory, rule, done, clock.GetUtcNow()), cancel);
        }

        if (done.Sure.Count > 0)
        {
            await traces.Wipe(cancel);
        }
    }
}
