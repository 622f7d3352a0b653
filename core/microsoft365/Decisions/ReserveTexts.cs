using Concertation.Domain.Votes;

namespace Concertation.Microsoft365.Decisions;

/// <summary>Which votes for were given under reserve, and until when.</summary>
public static class ReserveTexts
{
    private const int MostNamed = 8;

    /// <summary>« Centre hospitalier (réponse le 12/12/2026) et HAD (réponse le 15/12/2026) », soonest first; null for none.</summary>
    /// <param name="answers">Those the reader may know.</param>
    public static string? Of(IReadOnlyList<CountedAnswer> answers)
    {
        var reserves = answers
            .Where(a => a.Vote is { Choice: Choice.Reserve, ReserveUntil: not null })
            .OrderBy(a => a.Vote!.ReserveUntil).ThenBy(a => a.Elector.Structure, StringComparer.Ordinal)
            .Select(a => $"{a.Elector.Structure} (réponse le {French.ShortDay(a.Vote!.ReserveUntil!.Value)})")
            .ToList();
        return reserves.Count switch
        {
            0 => null,
            <= MostNamed => French.Join(reserves),
            _ => $"{string.Join(", ", reserves.Take(MostNamed))} et {French.Count(reserves.Count - MostNamed, "autre siège", "autres sièges")}",
        };
    }
}
