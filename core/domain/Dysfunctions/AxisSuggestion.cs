using System.Globalization;
using System.Text;
using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Dysfunctions;

/// <summary>
/// The axis that the words of a report point to. A suggestion for a form, so it would rather be silent than wrong:
/// no axis when none stands out.
/// </summary>
public static class AxisSuggestion
{
    private const double LeastScore = 2;
    private const double LeastLead = 1;

    /// <summary>
    /// What professionals write, and the words under which a roadmap files it. Written as stems without accents; a
    /// text's word counts when it starts with one.
    /// </summary>
    private static readonly (string[] Written, string[] Filed)[] Synonyms =
    [
        (["sorti", "ordonnance", "hopital", "hospit", "urgence", "relais", "transmission", "retour", "coordin", "doublon"],
            ["sorti", "hospit", "coordin", "articul"]),
        (["jeune", "ado", "lycee", "lyceen", "colleg", "mineur", "etudiant"], ["jeune", "adolesc"]),
        (["psy", "cmp", "suicid", "depress", "mental", "addict"], ["psychi", "mental"]),
        (["repit", "hebergement", "sejour", "accueil", "aidant"], ["hebergement", "temporair", "repit"]),
        (["orient", "guichet", "adress", "interlocuteur", "annuaire", "connai", "contact"],
            ["guichet", "interconnai", "orient"]),
        (["complex", "cas", "gestionnaire"], ["cas"]),
        (["diagnostic", "enquete", "questionnaire", "sollicit"], ["diagnostic"]),
        (["instance", "reunion", "table"], ["table"]),
    ];

    /// <summary>Words too common in such texts to mean anything.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "les", "des", "une", "dans", "pour", "par", "sur", "avec", "sans", "aux", "est", "sont", "ete", "pas", "plus",
        "que", "qui", "quoi", "son", "ses", "leur", "leurs", "entre", "chez", "encore", "toujours", "tjrs", "rien", "tout",
        "tous", "toute", "toutes", "fois", "chaque", "apres", "avant", "depuis", "personne", "personnes", "mise", "oeuvre",
        "groupe", "travail", "plusieurs", "favoriser", "organiser", "elaborer", "acteur", "acteurs", "territoire",
        "thematique", "fait", "faire", "avoir", "etre", "cette", "ces", "nous", "vous", "elle", "lui", "mais", "donc",
        "signaler", "signale", "probleme", "difficulte",
    };

    public static AxisId? For(string text, IReadOnlyList<Axis> axes)
    {
        var words = Words(text).ToHashSet(StringComparer.Ordinal);
        if (words.Count == 0 || axes.Count == 0)
        {
            return null;
        }

        var filed = axes.Select(a => (a.Id, Strong: Words($"{a.Title} {a.Heading}").ToHashSet(StringComparer.Ordinal),
            Weak: Words($"{a.Finding} {a.Objective}").ToHashSet(StringComparer.Ordinal))).ToList();
        var scores = filed.Select(a => (a.Id, Score: Shared(words, a.Strong, a.Weak, filed.Select(f => f.Strong).ToList())
            + Alike(words, a.Strong, a.Weak))).OrderByDescending(s => s.Score).ToList();
        var standsOut = scores.Count == 1 || scores[0].Score >= scores[1].Score + LeastLead;
        return scores[0].Score >= LeastScore && standsOut ? scores[0].Id : null;
    }

    /// <summary>Words in common: two points in a title or heading that only this axis has, one elsewhere.</summary>
    private static double Shared(HashSet<string> words, HashSet<string> strong, HashSet<string> weak, List<HashSet<string>> all) =>
        words.Sum(w => strong.Contains(w)
            ? 2.0 / Math.Max(1, all.Count(other => other.Contains(w)))
            : weak.Contains(w) ? 1 : 0);

    /// <summary>Two points for each line of the synonym table that links the text to the axis' title, one and a half to its finding.</summary>
    private static double Alike(HashSet<string> words, HashSet<string> strong, HashSet<string> weak) =>
        Synonyms.Where(s => words.Any(w => Starts(w, s.Written))).Sum(s => strong.Any(w => Starts(w, s.Filed))
            ? 2
            : weak.Any(w => Starts(w, s.Filed)) ? 1.5 : 0);

    private static bool Starts(string word, string[] stems) =>
        stems.Any(s => s.Length <= 3 ? word == s : word.StartsWith(s, StringComparison.Ordinal));

    /// <summary>Words of three letters and more, lower case, without accents, elided articles or plural endings.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in (text + " ").Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                word.Append(c == 'œ' ? "oe" : char.ToLowerInvariant(c).ToString());
                continue;
            }

            if (word.Length >= 3 && !Common.Contains(word.ToString()))
            {
                yield return Singular(word.ToString());
            }

            word.Clear();
        }
    }

    private static string Singular(string word) => word.Length > 4 && word[^1] is 's' or 'x' ? word[..^1] : word;
}
