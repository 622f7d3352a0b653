using System.Text.RegularExpressions;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;

namespace ConcertationBot.Dysfunctions;

/// <summary>What a message already says of a report: the form opens with it, and the person corrects what is wrong.</summary>
public static partial class ReportDraft
{
    /// <summary>Kinds of structure that people name by their initials.</summary>
    private static readonly string[] Initials =
    [
        "SSIAD", "EHPAD", "SAAD", "SAD", "CLIC", "CCAS", "CIAS", "HAD", "CMP", "MDPH", "MDA", "CPTS", "DAC", "MAIA", "APA",
        "SAMU", "USLD", "SMR", "SSR", "ESA", "IDEL", "CHU", "CH",
    ];

    /// <summary>Words that say where on the path it happened; the first that is found counts.</summary>
    private static readonly (CareStep Step, string[] Words)[] Steps =
    [
        (CareStep.EndOfLife, ["fin de vie", "palliati"]),
        (CareStep.Discharge, ["sortie d’hosp", "sortie d'hosp", "sortie de l’h", "sortie de l'h", "sortie du service", "sans ordonnance"]),
        (CareStep.Spotting, ["repérage"]),
        (CareStep.Assessment, ["évaluation"]),
        (CareStep.CarePlan, ["plan d’aide", "plan d'aide"]),
        (CareStep.Hospitalisation, ["hospitalis", "aux urgences"]),
        (CareStep.Residence, ["hébergement", "en EHPAD", "à l’EHPAD", "à l'EHPAD"]),
        (CareStep.Home, ["à domicile"]),
    ];

    /// <summary>The draft of what somebody wrote, in a territory whose structures are known.</summary>
    public static WrittenReport From(string text, Roster roster)
    {
        var told = CommandWords().Replace(PeoplesWords.Clean(text), "", 1).Trim();
        return new WrittenReport(
            told, WhenIn(told), CommuneIn(told), StructuresIn(told, roster), Frequency: FrequencyIn(told), Step: StepIn(told)).Tidied();
    }

    private static string? WhenIn(string told) => When().Match(told) is { Success: true } found ? found.Value.Trim() : null;

    private static string? CommuneIn(string told) =>
        Commune().Match(told) is { Success: true } found ? found.Groups["commune"].Value : null;

    private static string? StructuresIn(string told, Roster roster)
    {
        var named = roster.Structures.Select(s => s.Name)
            .Where(n => n.Length >= 4 && told.Contains(n, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var initials = Initials
            .Where(i => Regex.IsMatch(told, $@"\b{i}\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Where(i => !named.Any(n => n.Contains(i, StringComparison.Ordinal)));
        var all = string.Join(", ", named.Concat(initials));
        return all.Length == 0 ? null : all;
    }

    private static CareStep? StepIn(string told) =>
        Steps.Where(s => s.Words.Any(w => told.Contains(w, StringComparison.OrdinalIgnoreCase))).Select(s => (CareStep?)s.Step).FirstOrDefault();

    private static Frequency? FrequencyIn(string told) => told switch
    {
        _ when Often().IsMatch(told) => Frequency.Often,
        _ when Sometimes().IsMatch(told) => Frequency.Sometimes,
        _ when Once().IsMatch(told) => Frequency.Once,
        _ => null,
    };

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^\s*(bonjour|bonsoir|salut)?[\s,!.]*(je\s+(veux|voudrais|souhaite|dois|tiens\s+à)\s+)?((re)?signal(er|e|ement)|faire\s+(une\s+)?remont[ée]e|faire\s+remonter|remonter|remont[ée]e|d[ée]clarer)\b(\s+(une?\s+)?(difficult[ée]|dysfonctionnement|probl[èe]me))?(\s+que\b|\s+qu['’])?[\s:,–—-]*",
        Loose, 1000)]
    private static partial Regex CommandWords();

    /// <summary>As told: kept word for word, never turned into a date.</summary>
    [GeneratedRegex(
        @"\b(avant-hier|hier|ce\s+matin|cette\s+nuit|cette\s+semaine|ce\s+week-?end|(la\s+semaine|le\s+mois|l['’]an(n[ée]e)?|le\s+week-?end)\s+derni[eè]re?|(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(\s+derni[eè]r)?|le\s+\d{1,2}(/\d{1,2}(/\d{2,4})?|(er)?\s+(janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre))|(en|d[ée]but|fin|mi-?|depuis)\s*(janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)|depuis\s+(\d+|un|une|deux|trois|quatre|cinq|six)\s+(jours?|semaines?|mois|ans?))(\s+(au\s+)?(matin|midi|soir|apr[èe]s-midi|nuit))?\b",
        Loose, 1000)]
    private static partial Regex When();

    /// <summary>« à Plouézec »; not « parlé à … », which names a person, nor a feast.</summary>
    [GeneratedRegex(
        @"(?<!(parl|dit|demand|[ée]crit|adress|t[ée]l[ée]phon|confi|envoy)\w*\s)\bà\s+(?!No[ëe]l\b|P[âa]ques\b|Pentec)(?<commune>(L[ae]s?[\s-])?[A-ZÉÈÎÔ][\p{Ll}'’]{2,}([-][\p{L}'’]+)*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commune();

    [GeneratedRegex(
        @"\b(encore|[àa]\s+chaque\s+fois|toujours|tjrs|tjs|souvent|tout\s+le\s+temps|syst[ée]matiquement|r[ée]guli[èe]rement|tous\s+les|toutes\s+les|une\s+fois\s+de\s+plus|de\s+nouveau)\b",
        Loose, 1000)]
    private static partial Regex Often();

    [GeneratedRegex(@"\b(parfois|de\s+temps\s+en\s+temps|quelquefois|certaines?\s+fois|plusieurs\s+fois)\b", Loose, 1000)]
    private static partial Regex Sometimes();

    [GeneratedRegex(@"\b(une\s+(seule\s+)?fois|(pour\s+)?la\s+premi[èe]re\s+fois)\b", Loose, 1000)]
    private static partial Regex Once();
}
