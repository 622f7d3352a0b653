using System.Collections.Frozen;
using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Dysfunctions;

/// <summary>A subject of the trade that some words of a text speak of.</summary>
/// <param name="Words">How many words of the text; an expression counts once.</param>
internal sealed record SubjectFound(string Subject, double Weight, int First, int Words);

/// <summary>
/// The subjects of the trade and the words by which professionals and roadmaps speak of them: lexicon/subjects.txt, whose
/// first lines say how to write it.
/// </summary>
internal static class Thesaurus
{
    private const double Weak = 0.4;
    private const int ShortestBeginning = 3;

    private sealed record Piece(string Text, bool Beginning)
    {
        public bool Fits(string word) => Beginning ? word.StartsWith(Text, StringComparison.Ordinal) : word == Text;
    }

    private sealed record Entry(string Subject, double Weight, IReadOnlyList<Piece> Pieces);

    private static readonly (FrozenDictionary<string, IReadOnlyList<string>> Near, FrozenDictionary<string, List<Entry>> Entries) Read = ReadAll();

    public static IEnumerable<string> Subjects => Read.Near.Keys;

    /// <summary>The subjects under which a roadmap may file it instead.</summary>
    public static IReadOnlyList<string> Near(string subject) => Read.Near[subject];

    public static IEnumerable<SubjectFound> In(IReadOnlyList<FrenchWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var entry in StartingWith(words[at].Plain).Where(e => Fits(e, words, at)))
            {
                yield return new SubjectFound(entry.Subject, entry.Weight, at, entry.Pieces.Count);
            }
        }
    }

    /// <summary>Entries are kept under their first word, or its beginning, so that a text costs what its length is.</summary>
    private static IEnumerable<Entry> StartingWith(string word)
    {
        for (var length = Math.Min(ShortestBeginning, word.Length); length <= word.Length; length++)
        {
            if (Read.Entries.TryGetValue(word[..length], out var entries))
            {
                foreach (var entry in entries)
                {
                    yield return entry;
                }
            }
        }
    }

    private static bool Fits(Entry entry, IReadOnlyList<FrenchWord> words, int at) =>
        at + entry.Pieces.Count <= words.Count
        && entry.Pieces.Select((piece, index) => piece.Fits(words[at + index].Plain)).All(fits => fits);

    private static (FrozenDictionary<string, IReadOnlyList<string>>, FrozenDictionary<string, List<Entry>>) ReadAll()
    {
        var near = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var entries = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        var subject = "";
        foreach (var line in Lexicon.Lines("subjects"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts[0] == "=")
            {
                subject = parts[1];
                near[subject] = parts[2..];
                continue;
            }

            foreach (var entry in parts.Select(part => EntryOf(subject, part)))
            {
                if (!entries.TryGetValue(entry.Pieces[0].Text, out var same))
                {
                    entries[entry.Pieces[0].Text] = same = [];
                }

                same.Add(entry);
            }
        }

        return (near.ToFrozenDictionary(StringComparer.Ordinal), entries.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static Entry EntryOf(string subject, string written)
    {
        var weak = written[0] == '~';
        var pieces = written.TrimStart('~').Split('_').Select(p => p[^1] == '*'
            ? new Piece(FrenchWords.Folded(p[..^1]), Beginning: true)
            : new Piece(FrenchWords.Plain(p), Beginning: false));
        return new Entry(subject, weak ? Weak : 1, [.. pieces]);
    }
}
