using System.Collections.Frozen;
using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Dysfunctions;

/// <summary>What has its own road, quicker or more protective than a concertation.</summary>
public enum ElsewhereKind
{
    /// <summary>Somebody is in danger now.</summary>
    Emergency,

    /// <summary>Suspected: its own reporting routes.</summary>
    Maltreatment,

    /// <summary>A serious adverse event linked to care: the official portal.</summary>
    AdverseEvent,
}

/// <summary>
/// Recognises in a text what doesn't belong here, so that its writer is told at once where it goes. It doesn't refuse
/// anything: an organisational lesson of it may still be reported. Phrases are in the folder lexicon.
/// </summary>
public static class Elsewhere
{
    private const int WordsBefore = 2;

    private static readonly FrozenDictionary<ElsewhereKind, string[][]> Phrases = new Dictionary<ElsewhereKind, string[][]>
    {
        [ElsewhereKind.Emergency] = Read("emergency"),
        [ElsewhereKind.Maltreatment] = Read("maltreatment"),
        [ElsewhereKind.AdverseEvent] = Read("adverse-event"),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> NotReally = Read("not-really").SelectMany(words => words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The kinds recognised, the most urgent first.</summary>
    public static IReadOnlyList<ElsewhereKind> In(string text)
    {
        var words = new WordRun(new FoldedText(text));
        return [.. Enum.GetValues<ElsewhereKind>().Where(kind => Phrases[kind].Any(phrase => Says(words, phrase)))];
    }

    private static bool Says(WordRun words, string[] phrase)
    {
        for (var at = 0; at + phrase.Length <= words.Count; at++)
        {
            if (Begins(words, at, phrase) && !IsNotReally(words, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(WordRun words, int at, string[] phrase)
    {
        for (var word = 0; word < phrase.Length; word++)
        {
            if (!Matches(words.Plain(at + word), phrase[word]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Matches(string word, string pattern) => pattern[^1] == '*'
        ? word.AsSpan().StartsWith(pattern.AsSpan()[..^1], StringComparison.Ordinal)
        : word == pattern;

    private static bool IsNotReally(WordRun words, int at) =>
        Enumerable.Range(1, WordsBefore).Any(back => NotReally.Contains(words.Plain(at - back)));

    private static string[][] Read(string file) => [.. Lexicon.Lines(file).Select(line => line.Split(' '))];
}
