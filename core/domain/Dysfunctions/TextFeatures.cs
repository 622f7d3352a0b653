using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Dysfunctions;

/// <param name="Strength">How much of the text it is.</param>
/// <param name="Words">The words of the text, as written, that say it.</param>
internal sealed record Feature(double Strength, IReadOnlyList<string> Words);

/// <summary>What a text is compared by: the stems of its words, and the subjects of the trade ("=" before their name).</summary>
internal static class TextFeatures
{
    private const double NearShare = 0.4;

    /// <summary>What a text says; a subject said by several words is said more.</summary>
    public static Dictionary<string, Feature> Of(string text)
    {
        var folded = new FoldedText(text);
        var words = FrenchWords.In(folded).ToList();
        var found = new Dictionary<string, Feature>(StringComparer.Ordinal);
        foreach (var word in words.Where(w => FrenchWords.Says(w.Plain)))
        {
            found.TryAdd(FrenchWords.Stem(word.Plain), new Feature(1, [folded.Written(word.At, word.End)]));
        }

        foreach (var said in Thesaurus.In(words).GroupBy(s => s.Subject))
        {
            var pieces = said
                .Select(s => (s.Weight, Text: folded.Written(words[s.First].At, words[s.First + s.Words - 1].End)))
                .DistinctBy(p => p.Text, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(p => p.Weight)
                .ToList();
            found["=" + said.Key] = new Feature(Together(pieces.Select(p => p.Weight)), [.. pieces.Select(p => p.Text)]);
        }

        return found;
    }

    /// <summary>With the subjects near to those said, for less.</summary>
    public static Dictionary<string, Feature> Widened(Dictionary<string, Feature> said)
    {
        var wide = new Dictionary<string, Feature>(said, StringComparer.Ordinal);
        foreach (var (name, feature) in said.Where(f => f.Key[0] == '='))
        {
            foreach (var near in Thesaurus.Near(name[1..]).Select(n => "=" + n))
            {
                if (!wide.TryGetValue(near, out var already) || already.Strength < feature.Strength * NearShare)
                {
                    wide[near] = new Feature(feature.Strength * NearShare, feature.Words);
                }
            }
        }

        return wide;
    }

    /// <summary>The first word counts whole, each further one less.</summary>
    private static double Together(IEnumerable<double> weights) => weights.Select((weight, index) => weight / (1 + index)).Sum();
}
