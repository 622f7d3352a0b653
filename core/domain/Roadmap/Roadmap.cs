using Concertation.Domain.Decisions;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Roadmap;

/// <summary>An axis code as the roadmap prints it, lower case: "c1", "t4".</summary>
public readonly record struct AxisId(string Value) : IId<AxisId>
{
    public static AxisId From(string value) => new(value);

    public override string ToString() => Value;
}

public enum AxisStatus { ToLaunch, InProgress, Done, Postponed, Abandoned, CarriedElsewhere }

/// <summary>An action of an axis, done or to do.</summary>
/// <param name="When">A month "2027-10" or a day "2027-01-31"; null when undated.</param>
public sealed record AxisAction(string Text, string? When);

/// <summary>One line of work under a mechanism (part 1) or a theme (part 2).</summary>
/// <param name="Heading">The mechanism or theme.</param>
/// <param name="Finding">Constat.</param>
/// <param name="IdentifiedIn">Identifié en: year.</param>
/// <param name="Progress">0 to 100 %.</param>
public sealed record Axis(
    AxisId Id, int Part, string Heading, string Finding, string Title, string? Objective, string? Carrier,
    IReadOnlyList<AxisAction> Done, IReadOnlyList<AxisAction> ToDo, IReadOnlyList<string> Vigilance,
    AxisStatus Status, int Progress, string? Instance, string? IdentifiedIn);

public sealed record YearPlan(TerritoryId Territory, int Year, string? Carrier, IReadOnlyList<Axis> Axes);

/// <summary>A decision as it stands on its axis: instance and date of validation (rule 9).</summary>
/// <param name="Submitted">How it stands where another table validates it; null where none does. So for the two after it.</param>
/// <param name="SubmittedTo">« TCS ».</param>
public sealed record DecisionOnAxis(
    AxisId Axis, TableId Table, string Instance, DecisionNumber Number, string Title, DateTimeOffset At,
    EscalationState? Submitted = null, string? SubmittedTo = null, DateTimeOffset? SubmittedAt = null);

/// <summary>What became of a decision that stands on an axis, as its carrier said.</summary>
/// <param name="Effect">In the carrier's words; null when nothing was said, and for a decision taken in huis clos.</param>
public sealed record ReviewOnAxis(
    AxisId Axis, TableId Table, DecisionNumber Number, ReviewState State, string? Effect, DateTimeOffset At);

/// <summary>A report tied to an axis.</summary>
public sealed record ReportOnAxis(AxisId Axis, DysfunctionRef Reference, DysfunctionStatus Status, DateTimeOffset At);

/// <summary>An action that a session entrusted to somebody, on the axis of its agenda item.</summary>
/// <param name="Id">Of the note it comes from: putting it there again replaces it.</param>
/// <param name="Due">A day "2027-01-31"; null when not said.</param>
public sealed record ActionOnAxis(
    AxisId Axis, string Id, TableId Table, string Instance, string What, string? Who, string? Due, DateTimeOffset At);

public sealed record RoadmapView(
    YearPlan Plan, IReadOnlyList<DecisionOnAxis> Decisions, IReadOnlyList<ReportOnAxis> Reports,
    IReadOnlyList<ActionOnAxis> Actions)
{
    public IReadOnlyList<ReviewOnAxis> Reviews { get; init; } = [];

    /// <summary>What became of it; null before its carrier has said so.</summary>
    public ReviewOnAxis? ReviewOf(DecisionOnAxis decision) =>
        Reviews.FirstOrDefault(r => r.Axis == decision.Axis && r.Table == decision.Table && r.Number == decision.Number);
}

/// <summary>What use cases ask of a roadmap.</summary>
public static class RoadmapRules
{
    /// <summary>Whether the year's roadmap has that axis.</summary>
    public static async Task<bool> Has(
        this IRoadmaps roadmaps, TerritoryId territory, int year, AxisId axis, CancellationToken cancel) =>
        await roadmaps.Plan(territory, year, cancel) is { } plan && plan.Axes.Any(a => a.Id == axis);
}

/// <summary>The yearly roadmap and what became of its axes.</summary>
public interface IRoadmaps
{
    /// <summary>Plan, decisions and reports of a year, by one partition query; null when the year has no roadmap.</summary>
    Task<RoadmapView?> Get(TerritoryId territory, int year, CancellationToken cancel);

    /// <summary>The plan and its axes alone, however much hangs on them; null when the year has no roadmap.</summary>
    Task<YearPlan?> Plan(TerritoryId territory, int year, CancellationToken cancel);

    /// <summary>On which of those axes a report hangs.</summary>
    Task<IReadOnlyList<AxisId>> TiedTo(
        TerritoryId territory, int year, DysfunctionRef reference, IEnumerable<AxisId> axes, CancellationToken cancel);

    /// <summary>Puts a decision on its axis; again, it changes nothing.</summary>
    Task Post(TerritoryId territory, int year, DecisionOnAxis decision, CancellationToken cancel);

    /// <summary>Puts what became of a decision beside it, in place of what stood there.</summary>
    Task Review(TerritoryId territory, int year, ReviewOnAxis review, CancellationToken cancel);

    /// <summary>Puts an action on its axis, in place of what stood under its id.</summary>
    Task Entrust(TerritoryId territory, int year, ActionOnAxis action, CancellationToken cancel);

    /// <summary>Takes an action off its axis.</summary>
    Task Release(TerritoryId territory, int year, AxisId axis, string action, CancellationToken cancel);

    /// <summary>Ties a report to an axis, or updates its status there.</summary>
    Task Tie(TerritoryId territory, int year, ReportOnAxis report, CancellationToken cancel);

    /// <summary>Takes a report off an axis it no longer belongs to.</summary>
    Task Untie(TerritoryId territory, int year, AxisId axis, DysfunctionRef reference, CancellationToken cancel);
}
