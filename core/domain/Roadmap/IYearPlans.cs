using Concertation.Domain.Tables;

namespace Concertation.Domain.Roadmap;

/// <summary>Writes the plan of a year; what became of its axes is <see cref="IRoadmaps"/>.</summary>
public interface IYearPlans
{
    /// <summary>
    /// Makes the year's plan that one. An axis it no longer has is taken off, unless decisions or reports hang on it:
    /// then it stays, after the others. Returns what was written; interrupted, it is mended by running it again.
    /// </summary>
    Task<IReadOnlyList<TerritoryChange>> Save(YearPlan plan, CancellationToken cancel);
}
