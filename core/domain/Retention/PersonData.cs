namespace Concertation.Domain.Retention;

/// <summary>Where else than in rows something stands about somebody: letters as files.</summary>
public interface IPersonalLetters
{
    Task<IReadOnlyList<Holding>> Of(Subject subject, CancellationToken cancel);

    Task Erase(Holding holding, CancellationToken cancel);
}

/// <summary>How many records of a kind there are about somebody, and how many an erasure leaves.</summary>
public sealed record HoldingCount(HoldingKind Kind, int Count, int Staying);

/// <summary>Gives somebody all that is stored about them, or erases what isn't to be kept by law.</summary>
public sealed class PersonData(IPersonalRecords records, IPersonalLetters letters, IStorageTraces traces)
{
    public async Task<IReadOnlyList<Holding>> Of(Subject subject, CancellationToken cancel)
    {
        var found = new List<Holding>();
        await foreach (var holding in records.Of(subject, cancel))
        {
            found.Add(holding);
        }

        return [.. found, .. await letters.Of(subject, cancel)];
    }

    /// <summary>What was erased, and what stays. Cut short, it is done again from the beginning.</summary>
    public async Task<IReadOnlyList<HoldingCount>> Erase(Subject subject, CancellationToken cancel)
    {
        var found = await Of(subject, cancel);
        // The way to find the others goes last: whoever's erasure was cut short is still known.
        foreach (var holding in found.Where(h => !h.Stays).OrderBy(h => h.Kind is HoldingKind.Identity or HoldingKind.ChatAddress))
        {
            await (holding.Kind == HoldingKind.Letter ? letters.Erase(holding, cancel) : records.Erase(holding, subject, cancel));
        }

        await traces.Wipe(cancel);
        return Count(found);
    }

    public static IReadOnlyList<HoldingCount> Count(IEnumerable<Holding> holdings) =>
        [.. holdings.GroupBy(h => h.Kind).OrderBy(g => g.Key).Select(g => new HoldingCount(g.Key, g.Count(), g.Count(h => h.Stays)))];
}
