using System.Globalization;
using Concertation.Domain.Notices;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Dysfunctions;

/// <summary>A cluster's reference: "GRP-2026-0003".</summary>
public readonly record struct ClusterRef(string Value) : IId<ClusterRef>
{
    private const string Prefix = "GRP-";

    public static ClusterRef From(string value) => new(value);

    public static ClusterRef Of(int year, int number) => new(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{year:D4}-{number:D4}"));

    /// <summary>The reference a card sent back; null when it isn't one.</summary>
    public static ClusterRef? Parse(string? text) =>
        text is not null && text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && DysfunctionRef.Parse($"REM-{text.Trim()[Prefix.Length..]}") is { } alike
            ? From(Prefix + alike.Value["REM-".Length..])
            : null;

    /// <summary>The year it was numbered in, which is also where it is stored.</summary>
    public int Year => int.Parse(Value.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture);

    public override string ToString() => Value;
}

/// <summary>What a cluster's reports come to, without reading them again.</summary>
/// <param name="Months">"2026-11" and how many were received then; so for the others.</param>
public sealed record ClusterTally(
    int Count, IReadOnlyDictionary<string, int> Months, IReadOnlyDictionary<string, int> Structures, IReadOnlyDictionary<Gravity, int> Gravities)
{
    public static ClusterTally None { get; } =
        new(0, new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<Gravity, int>());

    /// <summary>The highest of its reports.</summary>
    public Gravity? Gravity => Gravities.Count == 0 ? null : Gravities.Keys.Max();

    public string? FirstMonth => Months.Keys.Min(StringComparer.Ordinal);

    public string? LastMonth => Months.Keys.Max(StringComparer.Ordinal);

    /// <summary>With a report that came in, or without one that left.</summary>
    /// <param name="by">1 or -1.</param>
    public ClusterTally With(ClusterMember member, int by) => new(
        Count + by, Add(Months, member.Month, by),
        member.Structures.Aggregate(Structures, (all, one) => Add(all, one, by)),
        member.Gravity is { } gravity ? Add(Gravities, gravity, by) : Gravities);

    private static Dictionary<T, int> Add<T>(IReadOnlyDictionary<T, int> counts, T key, int by) where T : notnull
    {
        var changed = new Dictionary<T, int>(counts) { [key] = counts.GetValueOrDefault(key) + by };
        if (changed[key] <= 0)
        {
            changed.Remove(key);
        }

        return changed;
    }
}

/// <summary>A report of a cluster, as it was counted there.</summary>
public sealed record ClusterMember(DysfunctionRef Reference, string Month, IReadOnlyList<string> Structures, Gravity? Gravity)
{
    private const int MostStructures = 10;

    public static ClusterMember Of(Dysfunction report) => new(
        report.Reference, report.ReceivedAt.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        [.. (report.Structures ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostStructures)],
        report.Gravity);

    public bool Equals(ClusterMember? other) => other is not null && Reference == other.Reference && Month == other.Month
        && Gravity == other.Gravity && Structures.SequenceEqual(other.Structures, StringComparer.Ordinal);

    public override int GetHashCode() => Reference.GetHashCode();
}

/// <summary>A structure that a cluster names is asked what it has to say to the summary, before any table sees it.</summary>
/// <param name="Contact">Who was asked, and alone may answer.</param>
/// <param name="Due">By when; a reminder goes out that day.</param>
public sealed record Hearing(
    StructureId Structure, string StructureName, PersonId Contact, DateTimeOffset AskedAt, DateOnly Due, string? Answer = null,
    DateTimeOffset? AnsweredAt = null, bool Reminded = false);

public enum ClusterAct { Opened, Joined, Left, Summarised, OnAgenda, Asked, Answered, Decided }

/// <summary>A line of what a cluster went through.</summary>
public sealed record ClusterEvent(DateTimeOffset At, ClusterAct Act, PersonId? By, DysfunctionRef? Report = null, string? Note = null);

/// <summary>remontées regroupées: reports of the same problem.</summary>
/// <param name="Summary">Neutral, the pilote's own words, the only ones anybody else reads; null before it is written.</param>
/// <param name="Proposal">What the table is to be asked, as a draft.</param>
public sealed record Cluster(
    ClusterRef Reference, TerritoryId Territory, string? Summary, string? Proposal, AxisId? Axis, string? Family, ClusterTally Tally,
    DysfunctionStatus Status, SessionId? Session, ItemId? Item, PersonId OpenedBy, DateTimeOffset OpenedAt)
{
    public const int LongestSummary = 600;
    public const int LongestProposal = 1_000;

    /// <summary>Structures that were asked what they have to say to the summary, in the order in which they were asked.</summary>
    public IReadOnlyList<Hearing> Hearings { get; init; } = [];

    public Aggregate Aggregate => new(AggregateKind.Cluster, Territory, Reference.Value);

    public Hearing? HearingOf(StructureId structure) => Hearings.FirstOrDefault(h => h.Structure == structure);

    /// <summary>May still take reports and go to a table.</summary>
    public bool Open => Status is DysfunctionStatus.Clustered or DysfunctionStatus.OnAgenda;
}

/// <summary>What a table reads of a cluster on its agenda: nothing that a reporter wrote.</summary>
/// <param name="Answers">What structures that are named answered to the summary.</param>
public sealed record ClusterBrief(ClusterRef Cluster, int Count, string Summary, string? Proposal, IReadOnlyList<string>? Answers = null);

/// <summary>Clusters of a territory, numbered in their year.</summary>
public interface IClusters
{
    Task<Versioned<Cluster>?> Get(TerritoryId territory, ClusterRef reference, CancellationToken cancel);

    /// <summary>Numbers and records an empty cluster; asked again with the same operation it gives the one there is.</summary>
    Task<Cluster> Record(TerritoryId territory, int year, OperationId operation, Func<ClusterRef, Cluster> make, CancellationToken cancel);

    /// <summary>Saves a new version with a line of its history and its effects; false when another change came between: reload.</summary>
    Task<bool> Save(Versioned<Cluster> cluster, ClusterEvent what, IReadOnlyList<Effect> effects, CancellationToken cancel);

    /// <summary>How the report is counted there; null when it isn't.</summary>
    Task<ClusterMember?> Counted(TerritoryId territory, ClusterRef cluster, DysfunctionRef report, CancellationToken cancel);

    /// <summary>The same with a member put in its place or, when it is null, taken off.</summary>
    Task<bool> Count(
        Versioned<Cluster> cluster, DysfunctionRef report, ClusterMember? member, ClusterEvent what, CancellationToken cancel);

    /// <summary>The references of its reports, in their order, after one of them.</summary>
    Task<IReadOnlyList<DysfunctionRef>> Members(
        TerritoryId territory, ClusterRef cluster, DysfunctionRef? after, int most, CancellationToken cancel);

    /// <summary>What it went through, newest first.</summary>
    Task<IReadOnlyList<ClusterEvent>> History(TerritoryId territory, ClusterRef cluster, int most, CancellationToken cancel);

    /// <summary>Those still open of those years, newest first.</summary>
    Task<IReadOnlyList<Cluster>> Listed(TerritoryId territory, IReadOnlyList<int> years, int most, CancellationToken cancel);
}
