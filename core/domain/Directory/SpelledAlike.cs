namespace Concertation.Domain.Directories;

/// <summary>Whether a folded word is another one, mistyped: so many letters away at most.</summary>
internal static class SpelledAlike
{
    /// <summary>How well <paramref name="asked"/> stands for <paramref name="word"/>: 0 not at all, to 1.</summary>
    public static double Likeness(string asked, string word)
    {
        var (a, w) = (Singular(asked), Singular(word));
        if (a == w)
        {
            return 1;
        }

        if (a.Length >= 3 && w.StartsWith(a, StringComparison.Ordinal))
        {
            return 0.9;
        }

        var most = a.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
        return most > 0 && Math.Abs(a.Length - w.Length) <= most && Spelling.Distance(a, w) is var away && away <= most ? 0.75 - 0.15 * away : 0;
    }

    private static string Singular(string word) => word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;
}
