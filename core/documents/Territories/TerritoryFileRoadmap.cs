using System.Globalization;
using Concertation.Domain;
using Concertation.Domain.Roadmap;

namespace Concertation.Documents.Territories;

/// <summary>The roadmap of a year, in a territory file.</summary>
internal static class TerritoryFileRoadmap
{
    private const int LineLength = 300;
    private const int TextLength = 2_000;
    private const int Items = 100;

    public static YearPlan Read(ObjectReading roadmap, TerritoryId territory, FileErrors errors)
    {
        var year = roadmap.Whole("year", 2000, 2100);
        var carrier = roadmap.OptionalText("carrier", LineLength);
        var axes = TerritoryFileReader.Items(
            roadmap, "axes", 200, errors, item => Axis(item, errors), a => a.Id.Value, "code");
        roadmap.Close();
        return new YearPlan(territory, year, carrier, [.. axes.Select(a => a.Value)]);
    }

    private static Axis Axis(ObjectReading item, FileErrors errors) => new(
        Code(item),
        item.Whole("part", 1, 2),
        item.Text("heading", LineLength),
        item.Text("finding", TextLength),
        item.Text("title", LineLength),
        item.OptionalText("objective", TextLength),
        item.OptionalText("carrier", LineLength),
        Actions(item, "done", errors),
        Actions(item, "todo", errors),
        item.Texts("vigilance", Items, TextLength),
        item.Choice<AxisStatus>("status", TerritoryFileWords.Statuses, AxisStatus.ToLaunch),
        item.Whole("progress", 0, 100, 0),
        item.OptionalText("instance", LineLength),
        item.OptionalText("identifiedIn", LineLength));

    /// <summary>Printed "C1", kept "c1".</summary>
    private static AxisId Code(ObjectReading item)
    {
        var code = item.Text("code", 64);
        var id = code.ToLowerInvariant();
        if (code.Length > 0 && (!IdRules.IsWellFormed(id) || id.Length > 16))
        {
            item.Wrong("code", $"{TerritoryFileTexts.Quote(code)} {TerritoryFileTexts.NotCode}");
        }

        return new AxisId(id);
    }

    private static List<AxisAction> Actions(ObjectReading axis, string name, FileErrors errors)
    {
        var actions = new List<AxisAction>();
        foreach (var place in axis.List(name, Items))
        {
            if (ObjectReading.Of(place, errors) is { } item)
            {
                actions.Add(new AxisAction(item.Text("text", TextLength), When(item)));
                item.Close();
            }
        }

        return actions;
    }

    private static string? When(ObjectReading item)
    {
        var when = item.OptionalText("when", 20);
        var isMonth = DateOnly.TryParseExact(
            when, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        if (when is not null && !isMonth && TerritoryFileReader.Date(when) is null)
        {
            item.Wrong("when", $"{TerritoryFileTexts.Quote(when)} {TerritoryFileTexts.NotMonthOrDate}");
        }

        return when;
    }
}
