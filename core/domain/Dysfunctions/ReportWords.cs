using System.Globalization;
using System.Text;

namespace Concertation.Domain.Dysfunctions;

/// <summary>
/// The words by which reports of the same problem find each other: without accents, plurals and endings, few enough for
/// a report to be written under each of them.
/// </summary>
public static class ReportWords
{
    /// <summary>A report is found by so many words at most: the longest, which are the rarest.</summary>
    public const int Most = 12;

    private const int Stem = 6;
    private const int Shortest = 3;

    /// <summary>Words too common in reports to mean anything.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "les", "des", "une", "dans", "pour", "par", "sur", "avec", "sans", "aux", "est", "sont", "ete", "pas", "plus", "que", "qui",
        "quoi", "son", "ses", "leur", "leurs", "entre", "chez", "encore", "toujours", "rien", "tout", "tous", "toute", "toutes",
        "fois", "chaque", "apres", "avant", "depuis", "personne", "personnes", "fait", "faire", "avoir", "etre", "cette", "ces",
        "nous", "vous", "elle", "elles", "ils", "lui", "mais", "donc", "signaler", "probleme", "difficulte", "meme", "comme", "tres",
        "bien", "deja", "nouveau", "nouvelle", "avait", "etait", "sera", "peut", "faut", "sous", "vers", "alors", "aussi", "autre",
    };

    /// <summary>Each stem with the word as it was first written.</summary>
    public static IReadOnlyDictionary<string, string> Of(params IEnumerable<string?> texts)
    {
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (plain, written) in texts.OfType<string>().SelectMany(Words))
        {
            if (plain.Length >= Shortest && !Common.Contains(plain))
            {
                stems.TryAdd(StemOf(plain), written);
            }
        }

        return stems.OrderByDescending(s => s.Value.Length).ThenBy(s => s.Key, StringComparer.Ordinal).Take(Most)
            .ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
    }

    public static IReadOnlyDictionary<string, string> Of(Dysfunction report) => Of(report.Happened, report.Structures);

    private static string StemOf(string word)
    {
        var singular = word.Length > 4 && word[^1] is 's' or 'x' ? word[..^1] : word;
        return singular.Length <= Stem ? singular : singular[..Stem];
    }

    private static IEnumerable<(string Plain, string Written)> Words(string text)
    {
        var (plain, written) = (new StringBuilder(), new StringBuilder());
        foreach (var c in (text + " ").Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(c))
            {
                written.Append(char.ToLowerInvariant(c));
                foreach (var part in c.ToString().Normalize(NormalizationForm.FormD).Where(p => CharUnicodeInfo.GetUnicodeCategory(p) != UnicodeCategory.NonSpacingMark))
                {
                    plain.Append(part == 'œ' ? "oe" : char.ToLowerInvariant(part).ToString());
                }

                continue;
            }

            if (plain.Length > 0)
            {
                yield return (plain.ToString(), written.ToString());
            }

            plain.Clear();
            written.Clear();
        }
    }
}
