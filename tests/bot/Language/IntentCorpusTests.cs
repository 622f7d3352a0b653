using ConcertationBot.Language;

namespace ConcertationBot.Tests.Language;

/// <summary>Phrases of our own invention, written as professionals write; one a line, its intent before a tab.</summary>
public sealed class IntentCorpusTests
{
    private static readonly string[] Files = ["phrases.tsv", "phrases-as-typed.tsv", "phrases-held-apart.tsv"];

    /// <summary>
    /// « as typed »: in a hurry, by thumb, in capitals, in several sentences. « held apart »: written before the lexicons
    /// and never used to tune them.
    /// </summary>
    [Theory]
    [InlineData("phrases.tsv", 200)]
    [InlineData("phrases-held-apart.tsv", 40)]
    [InlineData("phrases-as-typed.tsv", 160)]
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

    /// <summary>An act can't be taken back by a button: what isn't certain is asked, and what was meant is among the answers.</summary>
    [Theory]
    [InlineData(Writer.Partner)]
    [InlineData(Writer.Member)]
    [InlineData(Writer.Pilote)]
    public void Nothing_is_taken_for_certain_that_was_not_meant_and_what_was_meant_is_offered(Writer writer)
    {
        var context = Sample.Context with { Writer = writer, AwaitsReply = writer != Writer.Partner };
        foreach (var (kind, text) in Files.SelectMany(Phrases))
        {
            var reading = IntentReader.Read(text, context);
            if (reading.Sure)
            {
                reading.Kind.ShouldBe(kind, text);
            }
            else
            {
                reading.Offers.ShouldContain(kind, text);
            }
        }
    }

    [Fact]
    public void What_is_held_apart_stands_nowhere_else() => Plain("phrases-held-apart.tsv")
        .Intersect(Plain("phrases.tsv").Concat(Plain("phrases-as-typed.tsv")), StringComparer.Ordinal)
        .Where(plain => plain.Length > 0)
        .ShouldBeEmpty();

    private static IEnumerable<string> Plain(string file) => Phrases(file).Select(phrase => FrenchText.Read(phrase.Text).Plain);

    private static List<(IntentKind Kind, string Text)> Phrases(string file) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Language", file))
            .Where(line => line.Length > 0)
            .Select(line => line.Split('\t'))
            .Select(parts => (Enum.Parse<IntentKind>(parts[0]), parts[1])),
    ];
}
