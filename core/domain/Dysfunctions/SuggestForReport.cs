using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Dysfunctions;

/// <summary>What a report seems to be about: three axes and three families at most, best first.</summary>
public sealed record Suggested(IReadOnlyList<TopicMatch> Axes, IReadOnlyList<TopicMatch> Families)
{
    public static Suggested Nothing { get; } = new([], []);
}

/// <summary>Suggests axis and family for a report, from the roadmap's texts and what this year and the last taught.</summary>
public sealed class SuggestForReport(ILessons lessons)
{
    /// <summary>What has less of the first one's score is not worth a person's reading.</summary>
    private const double FarBehind = 0.25;

    /// <param name="axes">Of the year's roadmap.</param>
    public async Task<Suggested> Handle(
        string text, TerritoryId territory, int year, IReadOnlyList<Axis> axes, CancellationToken cancel)
    {
        var last = lessons.Of(territory, year - 1, cancel);
        var now = await lessons.Of(territory, year, cancel);
        // A code may mean something else this year.
        var kept = (await last).Axes.Where(t => axes.Any(a => a.Id.Value == t.Code && a.Title == t.Title));
        return new Suggested(
            Near(AxisSuggestion.For(text, axes, Together(now.Axes.Concat(kept)))),
            Near(FamilySuggestion.For(text, Together(now.Families.Concat((await last).Families)))));
    }

    private static IReadOnlyList<TopicMatch> Near(IReadOnlyList<TopicMatch> ranked) =>
        [.. ranked.Where(m => m.Score >= FarBehind * ranked[0].Score)];

    private static Lessons Together(IEnumerable<Taught> taught) => new(taught
        .GroupBy(t => t.Code, StringComparer.Ordinal)
        .ToDictionary(
            same => same.Key,
            IReadOnlyDictionary<string, int> (same) => same.SelectMany(t => t.Counts)
                .GroupBy(c => c.Key, StringComparer.Ordinal)
                .ToDictionary(c => c.Key, c => c.Sum(n => n.Value), StringComparer.Ordinal),
            StringComparer.Ordinal));
}
