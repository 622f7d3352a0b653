using Concertation.Domain.PersonalData;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>A report that another one resembles, and why; a cluster stands for all of its reports.</summary>
/// <param name="Cluster">Null for a report that stands alone.</param>
/// <param name="Words">Shared, as the other text has them; structures and the commune among them.</param>
public sealed record Alike(Dysfunction Report, Cluster? Cluster, IReadOnlyList<string> Words, double Score);

/// <summary>
/// Likely duplicates among the territory's open reports of the last twelve months: the words, structures, commune and family
/// they share. Found by index rows, and rather silent than wrong.
/// </summary>
public sealed class FindAlike(IReportLists lists, IClusters clusters, TimeProvider clock)
{
    public const int Most = 3;

    private const int Looked = 25;
    private const int LeastShared = 2;
    private const double LeastScore = 0.5;

    /// <summary>So few words say little: two of them in common are not all there is.</summary>
    private const int FewWords = 4;

    public async Task<IReadOnlyList<Alike>> Of(Dysfunction report, Roster roster, CancellationToken cancel)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone);
        var words = ReportWords.Of(report);
        var found = await lists.Sharing(ReportsOf.Recent(roster.Territory.Id, now.Year) with { Most = Looked }, words.Keys, cancel);
        var alike = found
            .Where(other => other.Reference != report.Reference && GroupReports.MayJoin(other) && other.ReceivedAt > now.AddMonths(-12)
                && (report.Cluster is null || other.Cluster != report.Cluster))
            .Select(other => Compare(report, words, other))
            .Where(a => a.Score >= LeastScore)
            .OrderByDescending(a => a.Score).ThenBy(a => a.Report.ReceivedAt)
            .DistinctBy(a => a.Report.Cluster?.Value ?? a.Report.Reference.Value)
            .Take(Most);
        return await Task.WhenAll(alike.Select(async a => a.Report.Cluster is { } cluster
            ? a with { Cluster = (await clusters.Get(report.Territory, cluster, cancel))?.Value }
            : a));
    }

    private static Alike Compare(Dysfunction report, IReadOnlyDictionary<string, string> words, Dysfunction other)
    {
        var theirs = ReportWords.Of(other);
        var shared = words.Keys.Where(theirs.ContainsKey).ToList();
        if (shared.Count < LeastShared)
        {
            return new Alike(other, null, [], 0);
        }

        var commune = Same(report.Commune, other.Commune);
        var structures = ClusterMember.Of(report).Structures.Intersect(ClusterMember.Of(other).Structures, StringComparer.OrdinalIgnoreCase).ToList();
        var score = (double)shared.Count / Math.Max(FewWords, Math.Min(words.Count, theirs.Count))
            + (structures.Count > 0 ? 0.2 : 0) + (commune ? 0.15 : 0) + (report.Family is { } family && family == other.Family ? 0.15 : 0);
        return new Alike(
            other, null, [.. shared.Select(s => words[s]), .. structures.Where(s => !words.Values.Contains(s.ToLowerInvariant())), .. commune ? [report.Commune!] : Array.Empty<string>()],
            score);
    }

    private static bool Same(string? one, string? other) =>
        one is not null && other is not null && PlainWords.OfCommune(one).SequenceEqual(PlainWords.OfCommune(other), StringComparer.Ordinal);
}
