using System.Globalization;
using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Microsoft365.Sessions;

/// <summary>One date of the year as it was typed.</summary>
/// <param name="Kept">Ticked: it is to be planned.</param>
public sealed record PlanRowInput(bool Kept, string? Format, string? Day, string? Time)
{
    public static string Key(int row, string field) => string.Create(CultureInfo.InvariantCulture, $"date{row}{field}");

    public SessionFormat SessionFormat =>
        Format == ConveneInputs.Restricted ? SessionFormat.Restricted : SessionFormat.Plenary;
}

/// <summary>The form of a table's year as it was typed. The same names serve as inputs and as the data of its buttons.</summary>
/// <param name="Form">Names this form: sent twice, it plans once.</param>
/// <param name="When">What all dates share: duration, place, online.</param>
public sealed record PlanInputs(
    TerritoryId Territory, string Form, string? Table, string? Year, string? Rhythm, WhenInputs When,
    IReadOnlyList<PlanRowInput> Rows)
{
    public const string YearKey = "year";
    public const string RhythmKey = "rhythm";

    /// <summary>What the rows were proposed for; when it no longer is what is chosen, they are proposed anew.</summary>
    public const string ForKey = "for";

    /// <summary>Who was written to often this week gets the dates next week.</summary>
    public bool SparesOften { get; init; }

    public string For => $"{Table}.{Year}.{Rhythm}";

    public int? YearValue => int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    public Rhythm? RhythmValue => Rhythm switch
    {
        "cycle" => Domain.Sessions.Rhythm.Cycle,
        "twomonthly" => Domain.Sessions.Rhythm.TwoMonthly,
        "monthly" => Domain.Sessions.Rhythm.Monthly,
        _ => null,
    };

    public static string Word(Rhythm rhythm) => rhythm switch
    {
        Domain.Sessions.Rhythm.Cycle => "cycle",
        Domain.Sessions.Rhythm.TwoMonthly => "twomonthly",
        Domain.Sessions.Rhythm.Monthly => "monthly",
        _ => throw new ArgumentOutOfRangeException(nameof(rhythm), rhythm, "no such rhythm"),
    };

    /// <param name="text">A text of the click's data by its name; null when it is missing or empty.</param>
    public static PlanInputs Read(TerritoryId territory, string form, Func<string, string?> text) => new(
        territory, form, text(ConveneInputs.TableKey), text(YearKey), text(RhythmKey), WhenInputs.Read(text),
        [
            .. Enumerable.Range(1, PlanYear.Most).Where(row => text(PlanRowInput.Key(row, "format")) is not null).Select(row => new PlanRowInput(
                text(PlanRowInput.Key(row, "keep")) == "true", text(PlanRowInput.Key(row, "format")),
                WhenInputs.Cut(text(PlanRowInput.Key(row, "day"))), WhenInputs.Cut(text(PlanRowInput.Key(row, "time"))))),
        ])
    {
        SparesOften = text(SessionKeys.SparesOften) == "true",
    };

    /// <summary>The same with what the cycle proposes.</summary>
    public PlanInputs With(IReadOnlyList<ProposedSession> proposed) => this with
    {
        When = When.Duration is null && proposed.Count > 0 ? When with { Duration = DurationText.Write(proposed[0].Duration) } : When,
        Rows =
        [
            .. proposed.Take(PlanYear.Most).Select(p => new PlanRowInput(
                true, p.Format == SessionFormat.Restricted ? ConveneInputs.Restricted : ConveneInputs.Plenary,
                p.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), p.Time.ToString("HH:mm", CultureInfo.InvariantCulture))),
        ],
    };

    public PlanYearForm ToForm() => new(
        Table is not null && IdRules.IsWellFormed(Table) ? new TableId(Table) : null,
        [
            .. Rows.Select((row, i) => (row, Number: i + 1)).Where(r => r.row.Kept).Select(r => new PlannedRow(
                r.Number, r.row.SessionFormat, (When with { Day = r.row.Day, Time = r.row.Time }).ToTime())),
        ],
        SessionTexts.FollowUp, SparesOften);

    /// <summary>What has no field on the card and goes with its buttons.</summary>
    public JsonObject ToData()
    {
        var data = new JsonObject
        {
            [SessionKeys.Territory] = Territory.Value, [ConveneInputs.FormKey] = Form, [ForKey] = For,
        };
        for (var row = 1; row <= Rows.Count; row++)
        {
            data[PlanRowInput.Key(row, "format")] = Rows[row - 1].Format;
        }

        return data;
    }
}
