namespace ConcertationBot.Tests.Kit.Guessing;

/// <summary>What somebody saw of one answer, as numbers by name, and what the answer was: for or against.</summary>
public sealed record Trace(IReadOnlyDictionary<string, double> Seen, bool IsFor);

/// <summary>
/// Somebody who wants to know what seats answered. They know the program and may vote as often as they like elsewhere: of
/// answers they know they learn which one number, of everything that can be seen, tells for from against best. Then they
/// guess answers they don't know. What is independent of the answer gives half of them right, whatever was learnt.
/// </summary>
public sealed class Guesser
{
    private readonly string _name;
    private readonly double _over;
    private readonly bool _forWhenOver;

    private Guesser(string name, double over, bool forWhenOver) => (_name, _over, _forWhenOver) = (name, over, forWhenOver);

    /// <summary>The guess right by chance at most so often, but for once in a hundred thousand times.</summary>
    public static double MostByChance(int guesses) => (guesses / 2.0) + (4.27 * Math.Sqrt(guesses) / 2);

    private static Guesser Learn(IReadOnlyList<Trace> known)
    {
        var best = (Right: -1, By: new Guesser("nothing", 0, forWhenOver: true));
        foreach (var name in known.SelectMany(t => t.Seen.Keys).Distinct(StringComparer.Ordinal))
        {
            var found = Best(name, [.. known.Select(t => (t.Seen.GetValueOrDefault(name), t.IsFor)).OrderBy(v => v.Item1)]);
            best = found.Right > best.Right ? found : best;
        }

        return best.By;
    }

    /// <summary>Every other answer is known; how many of the rest are found, of how many, and by what.</summary>
    public static (int Right, int Of, Guesser By) Try(IReadOnlyList<Trace> all)
    {
        List<Trace> known = [.. all.Where((_, i) => i % 2 == 0)], unknown = [.. all.Where((_, i) => i % 2 == 1)];
        var guesser = Learn(known);
        return (guesser.RightOf(unknown), unknown.Count, guesser);
    }

    private int RightOf(IEnumerable<Trace> unknown) =>
        unknown.Count(t => (t.Seen.GetValueOrDefault(_name) > _over) == _forWhenOver == t.IsFor);

    public override string ToString() => $"{_name} over {_over} means {(_forWhenOver ? "for" : "against")}";

    /// <summary>The threshold between two values that parts for and against best, either way round.</summary>
    private static (int Right, Guesser By) Best(string name, IReadOnlyList<(double Value, bool IsFor)> sorted)
    {
        var (all, allFor) = (sorted.Count, sorted.Count(v => v.IsFor));
        var best = (Right: -1, By: new Guesser(name, double.NegativeInfinity, forWhenOver: true));
        var (below, forBelow) = (0, 0);
        for (var i = 0; i < all; i++)
        {
            (below, forBelow) = (below + 1, forBelow + (sorted[i].IsFor ? 1 : 0));
            if (i + 1 < all && sorted[i + 1].Value <= sorted[i].Value)
            {
                continue;
            }

            var right = below - forBelow + (allFor - forBelow);
            var by = (Right: Math.Max(right, all - right), By: new Guesser(name, sorted[i].Value, right >= all - right));
            best = by.Right > best.Right ? by : best;
        }

        return best;
    }
}
