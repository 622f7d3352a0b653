using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;
using Concertation.Storage.Rows;

namespace Concertation.Storage.Roadmap;

/// <summary>A year's plan without its axes; Order is the order in which the roadmap prints them.</summary>
internal sealed record PlanRow(TerritoryId Territory, int Year, string? Carrier, IReadOnlyList<AxisId> Order);

/// <summary>
/// Rows of a year's roadmap partition: "plan", "axis|c1", and what became of an axis: "decision|c1|…", "report|c1|…", "action|c1|…", "review|c1|…".
/// </summary>
internal static class RoadmapRows
{
    public const string Plan = "plan";
    public const string Axes = "axis|";
    public const string Decisions = "decision|";
    public const string Reports = "report|";
    public const string Actions = "action|";
    public const string Reviews = "review|";

    public static string AxisKey(AxisId axis) => $"{Axes}{axis}";

    /// <summary>Rests on the decision's table, year and number, so that posting it twice writes one row.</summary>
    public static string DecisionKey(DecisionOnAxis decision) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Decisions}{decision.Axis}|{decision.Table}|{decision.Number.Year:D4}|{decision.Number.Number:D5}");

    public static string ReviewKey(ReviewOnAxis review) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Reviews}{review.Axis}|{review.Table}|{review.Number.Year:D4}|{review.Number.Number:D5}");

    /// <summary>A reference's capitals are welcome in a key: REM-2027-0042.</summary>
    public static string ReportKey(AxisId axis, DysfunctionRef reference) => $"{Reports}{axis}|{reference}";

    public static string ActionKey(AxisId axis, string action) => $"{Actions}{axis}|{action}";

    public static bool HangsOnAxis(string key) =>
        key.StartsWith(Decisions, StringComparison.Ordinal) || key.StartsWith(Reports, StringComparison.Ordinal)
        || key.StartsWith(Actions, StringComparison.Ordinal) || key.StartsWith(Reviews, StringComparison.Ordinal);

    /// <summary>The axis a decision, report or action row hangs on.</summary>
    public static AxisId AxisOf(string decisionOrReportKey) => AxisId.From(decisionOrReportKey.Split('|')[1]);

    /// <summary>The rows of a plan and its axes, by key.</summary>
    public static IEnumerable<KeyValuePair<string, Dictionary<string, object>>> Of(YearPlan plan)
    {
        var head = new PlanRow(plan.Territory, plan.Year, plan.Carrier, [.. plan.Axes.Select(a => a.Id)]);
        yield return new(Plan, RowBody.Of(head, StorageJson.Default.PlanRow));
        foreach (var axis in plan.Axes)
        {
            yield return new(AxisKey(axis.Id), RowBody.Of(axis, StorageJson.Default.Axis, ("Title", axis.Title)));
        }
    }

    /// <summary>The plan among a partition's rows; null when it isn't there.</summary>
    public static YearPlan? Read(IReadOnlyList<Row> partition)
    {
        if (partition.FirstOrDefault(r => r.Key == Plan) is not { } row)
        {
            return null;
        }

        var head = row.Read(StorageJson.Default.PlanRow);
        var place = head.Order.Select((axis, index) => (axis, index)).ToDictionary(p => p.axis, p => p.index);
        var axes = partition
            .Where(r => r.Key.StartsWith(Axes, StringComparison.Ordinal))
            .Select(r => r.Read(StorageJson.Default.Axis))
            .OrderBy(a => place.GetValueOrDefault(a.Id, int.MaxValue));
        return new YearPlan(head.Territory, head.Year, head.Carrier, [.. axes]);
    }
}
