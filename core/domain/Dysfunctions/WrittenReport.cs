using Concertation.Domain.PersonalData;
using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Dysfunctions;

/// <summary>Everything in a report that is free text.</summary>
public enum ReportField { Happened, When, Commune, Structures, Consequence, Tried }

/// <summary>What somebody wrote in the form, before anything of it is kept.</summary>
public sealed record WrittenReport(
    string? Happened, string? When = null, string? Commune = null, string? Structures = null,
    string? Consequence = null, string? Tried = null, Gravity? Gravity = null, Frequency? Frequency = null,
    AxisId? Axis = null, CareStep? Step = null)
{
    /// <summary>Blank fields become null, the others lose the blanks around them.</summary>
    public WrittenReport Tidied() => this with
    {
        Happened = Tidy(Happened), When = Tidy(When), Commune = Tidy(Commune), Structures = Tidy(Structures),
        Consequence = Tidy(Consequence), Tried = Tidy(Tried),
    };

    /// <summary>The same with neutral words where something identifies; a field that can't be mended stays as it is.</summary>
    public WrittenReport Neutral() => this with
    {
        Happened = Neutral(Happened), When = Neutral(When), Commune = Neutral(Commune), Structures = Neutral(Structures),
        Consequence = Neutral(Consequence), Tried = Neutral(Tried),
    };

    private static string? Neutral(string? text) => text is null ? null : NeutralWording.Of(text) ?? text;

    /// <summary>What says what it is about, as one text.</summary>
    public string ToldInAll => string.Join(". ", new[] { Happened, Structures, Consequence, Tried }.Where(t => t is not null));

    /// <summary>The fields that hold something, in the order of the form.</summary>
    public IEnumerable<(ReportField Field, string Text)> Texts()
    {
        foreach (var field in Enum.GetValues<ReportField>())
        {
            if (TextOf(field) is { } text)
            {
                yield return (field, text);
            }
        }
    }

    public string? TextOf(ReportField field) => field switch
    {
        ReportField.Happened => Happened,
        ReportField.When => When,
        ReportField.Commune => Commune,
        ReportField.Structures => Structures,
        ReportField.Consequence => Consequence,
        ReportField.Tried => Tried,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field"),
    };

    /// <summary>How many characters a field may hold.</summary>
    public static int LimitOf(ReportField field) => field switch
    {
        ReportField.Happened => 2_000,
        ReportField.Consequence or ReportField.Tried => 1_000,
        ReportField.Structures => 300,
        _ => 100,
    };

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
