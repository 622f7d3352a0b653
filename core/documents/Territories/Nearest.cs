using Concertation.Domain;

namespace Concertation.Documents.Territories;

/// <summary>Finds what someone probably meant to write.</summary>
internal static class Nearest
{
    private const int Most = 3;

    /// <summary>The candidate with the fewest letters to change, three at most; null when none is near.</summary>
    public static string? To(string written, IEnumerable<string> candidates) => candidates
        .Where(c => Math.Abs(c.Length - written.Length) <= Most)
        .Select(c => (Candidate: c, Distance: Spelling.Distance(written.ToLowerInvariant(), c.ToLowerInvariant())))
        .Where(c => c.Distance <= Math.Clamp((c.Candidate.Length - 1) / 2, 1, Most))
        .OrderBy(c => c.Distance)
        .Select(c => c.Candidate)
        .FirstOrDefault();
}
