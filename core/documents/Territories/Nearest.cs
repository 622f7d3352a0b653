namespace Concertation.Documents.Territories;

/// <summary>Finds what someone probably meant to write.</summary>
internal static class Nearest
{
    /// <summary>The candidate with the fewest letters to change, three at most; null when none is near.</summary>
    public static string? To(string written, IEnumerable<string> candidates) => candidates
        .Select(c => (Candidate: c, Distance: Distance(written.ToLowerInvariant(), c.ToLowerInvariant())))
        .Where(c => c.Distance <= Math.Clamp((c.Candidate.Length - 1) / 2, 1, 3))
        .OrderBy(c => c.Distance)
        .Select(c => c.Candidate)
        .FirstOrDefault();

    /// <summary>Levenshtein's distance, with one row of memory.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 32)
        {
            return int.MaxValue;
        }

        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
