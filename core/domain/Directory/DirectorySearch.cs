using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Directories;

/// <param name="Found">Entries that answer all of the question, best first.</param>
/// <param name="Near">Where nothing does: entries that answer what is asked, elsewhere, or part of it.</param>
public sealed record DirectoryFound(IReadOnlyList<DirectoryEntry> Found, IReadOnlyList<DirectoryEntry> Near);

/// <summary>
/// Searches a territory's entries in memory. Every word asked must stand somewhere in the entry, accents, plurals and a
/// typing error or two aside, and the commune named must be covered; what covers the whole territory covers every commune.
/// </summary>
public static class DirectorySearch
{
    private const int MostNear = 3;

    public static DirectoryFound Find(IReadOnlyList<DirectoryEntry> entries, DirectoryQuestion question)
    {
        if (question.IsEmpty)
        {
            return new([.. InOrder(entries)], []);
        }

        var scored = entries.Select(entry => Score(new ReadEntry(entry), question)).ToList();
        var found = scored.Where(s => s.Whole).OrderByDescending(s => s.Points)
            .ThenBy(s => EntryText.Fold(s.Entry.Words.Structure), StringComparer.Ordinal).Select(s => s.Entry).ToList();
        var near = found.Count > 0
            ? []
            : scored.Where(s => s.Points > 0).OrderByDescending(s => s.Points).Take(MostNear).Select(s => s.Entry).ToList();
        return new(found, near);
    }

    public static IEnumerable<DirectoryEntry> InOrder(IEnumerable<DirectoryEntry> entries) => entries
        .OrderBy(e => EntryText.Fold(e.Words.Structure), StringComparer.Ordinal).ThenBy(e => e.Id.Value, StringComparer.Ordinal);

    private sealed record Scored(DirectoryEntry Entry, bool Whole, double Points);

    private static Scored Score(ReadEntry entry, DirectoryQuestion question)
    {
        // « SSIAD Guingamp »: a word may be the commune without a preposition.
        var what = question.What.Select(word => (Said: entry.Says(word), There: entry.Covers([word]))).ToList();
        var whole = what.All(w => w.Said > 0 || w.There);
        var placed = question.Where.Count == 0 || entry.CoversAll || entry.Covers(question.Where)
            // « portage de repas à domicile »: not every « à » leads to a commune.
            || question.Where.All(word => entry.Says(word) > 0);
        var points = what.Sum(w => w.Said) + question.Where.Sum(entry.Says);
        return new(entry.Entry, whole && placed, points + (placed && question.Where.Count > 0 && what.Count == 0 ? 1 : 0));
    }

    /// <summary>An entry with its words folded once.</summary>
    private sealed class ReadEntry
    {
        private static readonly (EntryField Field, double Weight)[] Weights =
        [
            (EntryField.Missions, 3), (EntryField.Structure, 2.5), (EntryField.Public, 1), (EntryField.Criteria, 1),
            (EntryField.Admission, 0.8), (EntryField.Opening, 0.5),
        ];

        private readonly List<(string Word, double Weight)> _words;
        private readonly List<IReadOnlyList<string>> _communes;

        public ReadEntry(DirectoryEntry entry)
        {
            Entry = entry;
            _words = [.. Weights.SelectMany(w => EntryText.Words(entry.Words.TextOf(w.Field) ?? "").Distinct().Select(word => (word, w.Weight)))];
            _communes = [.. (entry.Words.Communes ?? []).Select(EntryText.Words)];
        }

        public DirectoryEntry Entry { get; }

        public bool CoversAll => _communes.Count == 0;

        public double Says(string asked) => _words.Select(w => w.Weight * SpelledAlike.Likeness(asked, w.Word)).DefaultIfEmpty().Max();

        /// <summary>« Saint-Brieuc » is found by « st brieuc », « brieuc » and « saint brieux ».</summary>
        public bool Covers(IReadOnlyList<string> place) => _communes.Exists(commune => place.All(
            asked => commune.Any(word => SpelledAlike.Likeness(PlainWords.Saint(asked), PlainWords.Saint(word)) > 0)));
    }
}
