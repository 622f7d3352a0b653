using System.Collections.Frozen;
using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Dysfunctions;

/// <param name="Plain">Small letters without accents or plural ending.</param>
/// <param name="At">Where it begins in the folded text, as <paramref name="End"/> is past its end.</param>
internal readonly record struct FrenchWord(string Plain, int At, int End);

/// <summary>The words of a French text, and what several forms of one word have in common.</summary>
internal static class FrenchWords
{
    /// <summary>A stem keeps that many letters at least.</summary>
    private const int ShortestStem = 4;

    /// <summary>Words too common in reports or in roadmaps to mean anything.</summary>
    private static readonly FrozenSet<string> Common = Lexicon.Lines("common-words")
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(Plain)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Longest first, so that the first that fits is the one to take off.</summary>
    private static readonly string[] Endings =
    [
        "issements", "issement", "atrices", "ations", "ateurs", "atrice", "itions", "ements", "ation", "ateur", "ition", "ement",
        "aient", "euses", "ances", "ences", "iques", "euse", "eurs", "ance", "ence", "ique", "able", "ible", "iste", "ives",
        "ions", "ees", "ant", "ent", "ait", "eur", "ion", "ive", "ier", "ifs", "ons", "ez", "er", "ee", "es", "ir", "if", "al", "el",
        "e", "i", "a",
    ];

    public static IEnumerable<FrenchWord> In(FoldedText text)
    {
        var from = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length && char.IsLetterOrDigit(text[at]);
            if (inside && from < 0)
            {
                from = at;
            }
            else if (!inside && from >= 0)
            {
                yield return new FrenchWord(Singular(text.Slice(from, at)), from, at);
                from = -1;
            }
        }
    }

    public static bool Says(string plain) => plain.Length >= 3 && !char.IsAsciiDigit(plain[0]) && !Common.Contains(plain);

    /// <summary>"hospitalisations", "hospitaliser" and "hospitalisé" have one stem.</summary>
    public static string Stem(string plain)
    {
        foreach (var ending in Endings)
        {
            if (plain.Length - ending.Length >= ShortestStem && plain.EndsWith(ending, StringComparison.Ordinal))
            {
                return plain[..^ending.Length];
            }
        }

        return plain;
    }

    /// <summary>A word of a list, as <see cref="In"/> would give it.</summary>
    public static string Plain(string word) => Singular(Folded(word));

    public static string Folded(string word)
    {
        var folded = new FoldedText(word);
        return folded.Slice(0, folded.Length);
    }

    private static string Singular(string word) => word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;
}
