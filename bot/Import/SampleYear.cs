using System.Globalization;
using System.Text.RegularExpressions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Tables;

namespace ConcertationBot.Import;

/// <summary>Moves a sample's roadmap to another year: its year, its dates, and the years its texts name.</summary>
internal static partial class SampleYear
{
    public static TerritoryContent InYear(this TerritoryContent content, int year) =>
        content.Plan is { } plan ? content with { Plan = Moved(plan, year - plan.Year) } : content;

    private static YearPlan Moved(YearPlan plan, int by) => plan with
    {
        Year = plan.Year + by,
        Axes = [.. plan.Axes.Select(axis => axis with
        {
            Objective = Moved(axis.Objective, by),
            Done = [.. axis.Done.Select(a => Moved(a, by))],
            ToDo = [.. axis.ToDo.Select(a => Moved(a, by))],
            Vigilance = [.. axis.Vigilance.Select(v => Moved(v, by)!)],
            IdentifiedIn = Moved(axis.IdentifiedIn, by),
        })],
    };

    private static AxisAction Moved(AxisAction action, int by) =>
        new(Moved(action.Text, by)!, Moved(action.When, by));

    /// <summary>Months and days stay; the sample has no 29 February.</summary>
    private static string? Moved(string? text, int by) => text is null ? null : YearInText().Replace(
        text, found => (int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\b20\d\d\b", RegexOptions.None, 1_000)]
    private static partial Regex YearInText();
}
