using Concertation.Domain;

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
            && Spelling.Distance(typed, word) <= allowed;
    }
}
