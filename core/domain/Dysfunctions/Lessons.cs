using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Dysfunctions;

/// <summary>What qualified reports taught: how often a feature stood in the reports filed under a code. No text is kept.</summary>
public sealed record Lessons(IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Counts)
{
    public static Lessons None { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal));

    internal int Of(string code, string feature) =>
        Counts.TryGetValue(code, out var counts) && counts.TryGetValue(feature, out var count) ? count : 0;
}

/// <summary>What a report's qualification teaches.</summary>
/// <param name="AxisTitle">Next year the lesson holds for the axis of that code and title only.</param>
/// <param name="AxisWeight">How much it counts: a correction counts more. So for the next.</param>
public sealed record Lesson(
    DysfunctionRef Report, AxisId? Axis, string? AxisTitle, int AxisWeight, string Family, int FamilyWeight);

/// <summary>What was taught about one axis or family.</summary>
/// <param name="Title">The axis' title; null for a family.</param>
public sealed record Taught(string Code, string? Title, IReadOnlyDictionary<string, int> Counts);

/// <summary>Everything a year taught.</summary>
public sealed record YearTaught(IReadOnlyList<Taught> Axes, IReadOnlyList<Taught> Families);

/// <summary>What the qualified reports of a territory and year taught, beside the reports themselves.</summary>
public interface ILessons
{
    /// <summary>Reads a number of rows that depends on axes and families, not on reports.</summary>
    Task<YearTaught> Of(TerritoryId territory, int year, CancellationToken cancel);

    /// <summary>What the report has taught; null before it did.</summary>
    Task<Lesson?> From(TerritoryId territory, DysfunctionRef report, CancellationToken cancel);

    /// <summary>
    /// Counts a lesson in, in place of what the same report taught before; again, it changes nothing.
    /// </summary>
    /// <param name="features">What stands in the report.</param>
    Task Teach(TerritoryId territory, Lesson lesson, IReadOnlyList<string> features, CancellationToken cancel);
}
