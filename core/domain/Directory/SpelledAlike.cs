namespace Concertation.Domain.Directories;

/// <summary>Whether a folded word is another one, mistyped: a bounded Damerau-Levenshtein distance.</summary>
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
        return most > 0 && Math.Abs(a.Length - w.Length) <= most && Distance(a, w, most) is var away && away <= most ? 0.75 - 0.15 * away : 0;
    }

    private static string Singular(string word) => word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;

    private static int Distance(string a, string b, int most)
    {
        var (before, above, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            (before, above, row) = (above, row, before);
        }

        return above[b.Length];
    }
}
