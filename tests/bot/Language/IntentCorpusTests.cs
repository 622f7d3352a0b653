using ConcertationBot.Language;

namespace ConcertationBot.Tests.Language;

/// <summary>Phrases of our own invention, written as professionals write; one a line, its intent before a tab.</summary>
public sealed class IntentCorpusTests
{
    /// <summary>« held apart »: written before the lexicons and never used to tune them.</summary>
    [Theory]
    [InlineData("phrases.tsv", 200)]
    [InlineData("phrases-held-apart.tsv", 40)]
    public void Nineteen_phrases_in_twenty_are_understood(string file, int least)
    {
        var phrases = Phrases(file);
        phrases.Count.ShouldBeGreaterThanOrEqualTo(least);
        var misses = phrases
            .Select(phrase => (phrase.Kind, phrase.Text, Reading: Sample.Read(phrase.Text)))
            .Where(read => read.Reading.Kind != read.Kind)
            .Select(read => $"{read.Text} → {string.Join(", ", read.Reading.Guesses.Take(3))} instead of {read.Kind}")
            .ToList();
        var share = 1 - (double)misses.Count / phrases.Count;
        share.ShouldBeGreaterThanOrEqualTo(0.95, $"{misses.Count} of {phrases.Count}\n" + string.Join('\n', misses));
    }

    [Fact]
    public void No_phrase_leads_to_a_dead_end()
    {
        foreach (var (_, text) in Phrases("phrases.tsv").Append((IntentKind.Help, "xyzzy plugh")).Append((IntentKind.Help, "")))
        {
            var reading = Sample.Read(text);
            reading.Guesses.Count.ShouldBeGreaterThanOrEqualTo(3, text);
            reading.Offers.Distinct().Count().ShouldBeInRange(2, 3, text);
        }
    }

    [Fact]
    public void The_two_corpora_share_no_phrase() =>
        Phrases("phrases.tsv").Select(phrase => FrenchText.Read(phrase.Text).Plain)
            .Intersect(Phrases("phrases-held-apart.tsv").Select(phrase => FrenchText.Read(phrase.Text).Plain), StringComparer.Ordinal)
            .Where(plain => plain.Length > 0)
            .ShouldBeEmpty();

    private static List<(IntentKind Kind, string Text)> Phrases(string file) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Language", file))
            .Where(line => line.Length > 0)
            .Select(line => line.Split('\t'))
            .Select(parts => (Enum.Parse<IntentKind>(parts[0]), parts[1])),
    ];
}
