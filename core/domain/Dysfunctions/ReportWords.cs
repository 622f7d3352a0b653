using System.Collections.Frozen;
using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Dysfunctions;

/// <summary>
/// The words by which reports of the same problem find each other: without accents, plurals and endings, few enough for
/// a report to be written under each of them.
/// </summary>
public static class ReportWords
{
    /// <summary>A report is found by so many words at most: the longest, which are the rarest.</summary>
    public const int Most = 12;

    private const int Shortest = 3;

    /// <summary>
    /// Words too common in reports to mean anything. Fewer than for an axis: a day of the week tells no subject, yet two
    /// reports of Friday evenings may be one problem.
    /// </summary>
    private static readonly FrozenSet<string> Common = new[]
    {
        "les", "des", "une", "dans", "pour", "par", "sur", "avec", "sans", "aux", "est", "sont", "ete", "pas", "plus", "que", "qui",
        "quoi", "son", "ses", "leur", "leurs", "entre", "chez", "encore", "toujours", "rien", "tout", "tous", "toute", "toutes",
        "fois", "chaque", "apres", "avant", "depuis", "personne", "personnes", "fait", "faire", "avoir", "etre", "cette", "ces",
        "nous", "vous", "elle", "elles", "ils", "lui", "mais", "donc", "signaler", "probleme", "difficulte", "meme", "comme", "tres",
        "bien", "deja", "nouveau", "nouvelle", "avait", "etait", "sera", "peut", "faut", "sous", "vers", "alors", "aussi", "autre",
    }.Select(FrenchWords.Plain).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Each stem with the word as it was first written.</summary>
    public static IReadOnlyDictionary<string, string> Of(params IEnumerable<string?> texts)
    {
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts.OfType<string>().Select(t => new FoldedText(t)))
        {
            foreach (var word in FrenchWords.In(text).Where(w => w.Plain.Length >= Shortest && !Common.Contains(w.Plain)))
            {
                stems.TryAdd(FrenchWords.Stem(word.Plain), text.Written(word.At, word.End).ToLowerInvariant());
            }
        }

        return stems.OrderByDescending(s => s.Value.Length).ThenBy(s => s.Key, StringComparer.Ordinal).Take(Most)
            .ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
    }

    public static IReadOnlyDictionary<string, string> Of(Dysfunction report) => Of(report.Happened, report.Structures);
}
