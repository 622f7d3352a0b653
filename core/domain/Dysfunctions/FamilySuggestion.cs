using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Dysfunctions;

/// <summary>The problem families that the words of a report point to, by the words of lexicon/families.txt.</summary>
public static class FamilySuggestion
{
    private static readonly IReadOnlyList<Topic> Families = [.. Read()];

    public static IReadOnlyList<TopicMatch> For(string text, Lessons lessons) => TopicRanking.Of(text, Families, lessons);

    private static IEnumerable<Topic> Read()
    {
        var texts = new Dictionary<string, List<(string, double)>>(StringComparer.Ordinal);
        var family = "";
        foreach (var line in Lexicon.Lines("families"))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                family = line[2..];
                texts[family] = [];
                continue;
            }

            texts[family].Add((line, 1));
        }

        return ProblemFamilies.All.Select(f => new Topic(f, texts[f]));
    }
}
