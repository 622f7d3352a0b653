namespace Concertation.Domain.Dysfunctions;

/// <summary>Something a report can be filed under, with the texts that describe it, each with what it weighs.</summary>
internal sealed record Topic(string Code, IReadOnlyList<(string Text, double Weight)> Texts);

/// <param name="Because">The report's own words that point there, the most telling first.</param>
public sealed record TopicMatch(string Code, double Score, IReadOnlyList<string> Because);

/// <summary>
/// Which topics a report speaks of: what it has in common with their texts, each thing weighed by how few topics have it,
/// and what qualified reports taught.
/// </summary>
internal static class TopicRanking
{
    private const int Most = 3;
    private const int MostWords = 3;

    /// <summary>Of a very long text only so many words are weighed against one another.</summary>
    private const int MostWeighed = 60;

    /// <summary>A stem is one word of a text; a subject is what several words agree on.</summary>
    private const double StemWeight = 0.6;
    private const double LearnedWeight = 3;

    /// <summary>So many lessons that a single one doesn't decide.</summary>
    private const double Doubt = 1.5;

    /// <summary>The best three at most; none when nothing speaks for any.</summary>
    public static IReadOnlyList<TopicMatch> Of(string text, IReadOnlyList<Topic> topics, Lessons lessons)
    {
        var said = TextFeatures.Of(text);
        if (said.Count == 0 || topics.Count == 0)
        {
            return [];
        }

        var wide = TextFeatures.Widened(said);
        var described = topics.Select(Described).ToList();
        return [.. topics
            .Select((topic, index) => Match(topic.Code,
            [
                .. Shared(wide, described[index], described),
                .. Learned(topic.Code, said, topics, lessons),
            ]))
            .Where(match => match.Score > 0)
            .OrderByDescending(match => match.Score)
            .Take(Most)];
    }

    /// <summary>What a report teaches.</summary>
    public static IEnumerable<string> Teaches(string text) => TextFeatures.Of(text).Keys;

    private static TopicMatch Match(string code, IReadOnlyList<(Feature Feature, double Points)> evidence) => new(
        code, Math.Round(evidence.Sum(e => e.Points), 3), Telling(evidence));

    /// <summary>The words that weigh most; one that stands in an expression counts for the expression.</summary>
    private static IReadOnlyList<string> Telling(IReadOnlyList<(Feature Feature, double Points)> evidence)
    {
        var weighed = evidence
            .SelectMany(e => e.Feature.Words.Select((word, index) => (Word: word, Points: e.Points / (1 + index))))
            .OrderByDescending(w => w.Points)
            .Take(MostWeighed)
            .ToList();
        return [.. weighed
            .GroupBy(
                one => weighed.Select(w => w.Word).Where(w => w.Contains(one.Word, StringComparison.OrdinalIgnoreCase)).MaxBy(w => w.Length)!,
                StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(same => same.Sum(e => e.Points))
            .Select(same => same.Key)
            .Take(MostWords)];
    }

    /// <summary>How much of a topic each feature is: the weight of the heaviest of its texts that has it.</summary>
    private static Dictionary<string, double> Described(Topic topic)
    {
        var features = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (text, weight) in topic.Texts)
        {
            foreach (var (name, feature) in TextFeatures.Of(text))
            {
                features[name] = Math.Max(features.GetValueOrDefault(name), weight * Math.Min(1, feature.Strength));
            }
        }

        return features;
    }

    private static IEnumerable<(Feature, double)> Shared(
        Dictionary<string, Feature> said, Dictionary<string, double> topic, List<Dictionary<string, double>> all) =>
        said.Where(f => topic.ContainsKey(f.Key)).Select(f => (
            f.Value, (f.Key[0] == '=' ? 1 : StemWeight) * f.Value.Strength * topic[f.Key] * Rarity(f.Key, all)));

    /// <summary>More than 0 even for what every topic has.</summary>
    private static double Rarity(string feature, List<Dictionary<string, double>> all)
    {
        var having = all.Sum(t => t.GetValueOrDefault(feature));
        return Math.Log(1 + ((all.Count + 0.5) / (having + 0.5)));
    }

    /// <summary>How sure past reports are that such words belong to this topic rather than to any.</summary>
    private static IEnumerable<(Feature, double)> Learned(
        string code, Dictionary<string, Feature> said, IReadOnlyList<Topic> topics, Lessons lessons)
    {
        foreach (var (name, feature) in said)
        {
            var here = lessons.Of(code, name);
            if (here > 0)
            {
                var everywhere = topics.Sum(t => lessons.Of(t.Code, name));
                var sure = (here / (everywhere + Doubt)) - (1.0 / (topics.Count + 1));
                yield return (feature, Math.Max(0, sure) * LearnedWeight / Math.Sqrt(said.Count));
            }
        }
    }
}
