using System.Globalization;
using Concertation.Domain.Dysfunctions;
using Concertation.Microsoft365.Cards;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>How reports that are grouped are spoken of.</summary>
public static class ClusterTexts
{
    public const string WhichReports =
        "Dites quelles remontées regrouper, par exemple : « regroupe la 42 et la 51 », ou « mets la 42 dans le groupe 3 ».";

    public const string WhichReport = "Dites quelle remontée séparer, par exemple : « sépare la 51 du groupe ».";

    public const string NoSuchCluster = "Je ne trouve pas ce groupe. Écrivez « groupes » pour voir ceux qui sont ouverts.";

    public const string NoCluster = "Aucun groupe de remontées n’est ouvert. Pour en faire un, écrivez par exemple : « regroupe la 42 et la 51 ».";

    public const string AllSettled = "Ces remontées sont déjà closes, résolues ou décidées : elles ne se regroupent plus.";

    public const string SummaryMissing = "Écrivez d’abord le résumé du groupe : c’est lui que la table lira, jamais les remontées elles-mêmes.";

    public const string SummaryNeeded = "Dites en quelques mots neutres ce que ces remontées ont en commun.";

    public const string Kept = "Résumé enregistré";

    public const string NotOpen = "Une décision a déjà été prise sur ce groupe : il ne change plus.";

    public const string Joined = "Votre cas est ajouté à ce groupe : vous saurez tout ce qu’il devient.";

    public const string NotAlike = "Cette remontée ne peut pas être ajoutée à ce groupe. Elle reste enregistrée, et la personne qui pilote la lira.";

    public static readonly string TooLong =
        $"Le texte est un peu long : {Cluster.LongestSummary} caractères au plus pour le résumé, {Cluster.LongestProposal} pour la proposition.";

    public static string NoSuchReport(DysfunctionRef reference) => $"Je ne trouve pas la remontée {reference}. Rien n’a été regroupé.";

    public static string NotGrouped(Dysfunction report) => $"{report.Reference} n’est dans aucun groupe.";

    public static string AtTheTable(Dysfunction report) => report.Status == DysfunctionStatus.OnAgenda
        ? $"{report.Reference} est à l’ordre du jour avec son groupe : elle ne s’en sépare plus."
        : $"{report.Reference} est déjà décidée ou close : elle ne se sépare plus de son groupe.";

    public static string Grouped(GroupAnswer.Grouped answer) => string.Join(
        " ",
        new[]
        {
            $"{answer.Cluster.Reference} réunit {Reports(answer.Cluster.Tally.Count)} ; chaque personne qui les a faites en est prévenue.",
            answer.Elsewhere.Count == 0 ? null : $"Laissée à sa place, car déjà ailleurs ou close : {French.Join([.. answer.Elsewhere.Select(r => r.Value)])}.",
        }.OfType<string>());

    public static string Separated(SeparateAnswer.Separated answer) =>
        $"{answer.Report.Reference} est séparée de {answer.Cluster.Reference} et attend de nouveau d’être traitée.";

    public static string Reports(int count) => French.Count(count, "remontée", "remontées");

    /// <summary>« 5 remontées, de mars à novembre 2026 ».</summary>
    public static string Extent(ClusterTally tally) => tally is { FirstMonth: { } first, LastMonth: { } last }
        ? first == last ? $"{Reports(tally.Count)}, en {Month(last)}" : $"{Reports(tally.Count)}, de {Month(first)} à {Month(last)}"
        : Reports(tally.Count);

    /// <summary>« SSIAD (3), HAD (1) »; null when none is named.</summary>
    public static string? Structures(ClusterTally tally) => tally.Structures.Count == 0
        ? null
        : string.Join(", ", tally.Structures.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(8)
            .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} ({s.Value})")));

    /// <summary>« parce que : sortie, vendredi, ordonnance ».</summary>
    public static string Because(Alike alike) => $"parce que : {string.Join(", ", alike.Words.Take(5).Select(PeoplesWords.AsLabel))}";

    /// <summary>On the pilote's choice of what to group a report with.</summary>
    public static string Choice(Alike alike) => CardTrim.Shorten(
        alike.Cluster is { } cluster
            ? $"{cluster.Reference} ({Reports(cluster.Tally.Count)}), {Because(alike)}"
            : $"{alike.Report.Reference}, {Because(alike)}",
        120);

    /// <summary>What a table reads of a cluster, in its papers.</summary>
    public static string Brief(ClusterBrief brief) => string.Join(
        " ",
        new[]
        {
            $"{brief.Cluster}, {Reports(brief.Count)} : {brief.Summary}",
            brief.Proposal is null ? null : $"Proposition : {brief.Proposal}",
            brief.Answers is { Count: > 0 } answers ? $"Réponses — {string.Join(" ; ", answers)}" : null,
        }.OfType<string>());

    private static string Month(string month) =>
        DateTime.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", French.Culture);
}
