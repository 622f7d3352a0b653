namespace ConcertationBot.Language;

/// <summary>Whether two words are the same but for typing: letters missing, added, changed or swapped.</summary>
public static class Fuzzy
{
    /// <summary>How many slips a word may hold: none up to 3 letters, one up to 6, two beyond.</summary>
    public static int Tolerance(int letters) => letters <= 3 ? 0 : letters <= 6 ? 1 : 2;

    /// <summary>
    /// True when <paramref name="typed"/> (already plain) stands for <paramref name="word"/>. A word that holds a digit
    /// only equals itself: « 14 » is never a slip for « 15 ».
    /// </summary>
    public static bool Same(string typed, string word)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(word);
        if (string.Equals(typed, word, StringComparison.Ordinal))
        {
            return true;
        }

        var allowed = Tolerance(Math.Min(typed.Length, word.Length));
        return allowed > 0
            && Math.Abs(typed.Length - word.Length) <= allowed
            && !typed.Any(char.IsDigit)
            && !word.Any(char.IsDigit)
            && Distance(typed, word) <= allowed;
    }

    /// <summary>Damerau-Levenshtein, in the variant where no letter is touched twice.</summary>
    public static int Distance(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var before = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }
}
