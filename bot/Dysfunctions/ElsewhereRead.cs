using Concertation.Domain.Dysfunctions;

namespace ConcertationBot.Dysfunctions;

/// <summary>What doesn't belong here is said once: the form carries what was shown, as "Emergency,Maltreatment".</summary>
internal static class ElsewhereRead
{
    public static IReadOnlyList<ElsewhereKind> Unread(WrittenReport written, string? read)
    {
        var shown = (read ?? "").Split(',');
        return [.. written.Texts().SelectMany(t => Elsewhere.In(t.Text)).Distinct().Order().Where(kind => !shown.Contains(kind.ToString()))];
    }

    public static string With(string? read, IReadOnlyList<ElsewhereKind> shown) =>
        string.Join(',', (read ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Concat(shown.Select(kind => kind.ToString())).Distinct());
}
