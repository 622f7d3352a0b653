using System.Collections.Frozen;

namespace Concertation.Domain.Directories;

/// <summary>What is asked of the directory: what is looked for and, perhaps, where. Read from anything people write.</summary>
/// <param name="What">Folded words that say something.</param>
/// <param name="Where">Folded words after « à », « sur », « vers » at the end; empty when no place is named so.</param>
public sealed record DirectoryQuestion(IReadOnlyList<string> What, IReadOnlyList<string> Where)
{
    private const int LongestRead = 300;
    private const int MostWords = 12;

    private static readonly FrozenSet<string> Silent =
        "a ai ainsi annuaire as assure assurent au aux avec avez avoir besoin c ce ces cet cette chercher cherche ci comment connais connaissez d dans de des dois donc du elle en est et etre existe faire fait faites faut font gere gerent habite habitant ici il ils intervient interviennent j je l la le les leur livre livrent ma mes missions mon n ne nous occupe occupent on ou par pas personne peut peux plait pour pourrait prend prendre propose proposent qu quel quelle quelles quels qui recherche referentiel s sa se service services ses si sinon son sont structure structures sur svp t trouve trouver tu un une va vers vous y".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BeforePlaces = new[] { "a", "au", "aux", "sur", "vers", "dans", "pres" }.ToFrozenSet(StringComparer.Ordinal);

    public static DirectoryQuestion Read(string text)
    {
        var words = EntryText.Words(text.Length > LongestRead ? text[..LongestRead] : text);
        var at = words.Count - 1;
        while (at >= 0 && !BeforePlaces.Contains(words[at]))
        {
            at--;
        }

        var what = Telling(at < 0 ? words : words.Take(at));
        // « annuaire à Guingamp »: everything there is there.
        return new DirectoryQuestion(what, at < 0 ? [] : Telling(words.Skip(at + 1)));
    }

    public bool IsEmpty => What.Count == 0 && Where.Count == 0;

    /// <summary>The same for the same words in any order.</summary>
    public string Key => EntryText.IdOf(string.Join(' ', What.Order(StringComparer.Ordinal)) + "|" + string.Join(' ', Where));

    private static List<string> Telling(IEnumerable<string> words) => [.. words.Where(w => !Silent.Contains(w)).Distinct().Take(MostWords)];
}
