using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Cards;

namespace Concertation.Microsoft365.Sessions;

/// <summary>The fields for when and where, each with what is to mend in it just below.</summary>
internal static class WhenFields
{
    public static IEnumerable<CardElement> Of(WhenInputs typed, IReadOnlyList<ConveneProblem> problems)
    {
        yield return new ColumnSet(
        [
            new Column([Day(typed), .. Messages(problems, ConveneField.Day)]),
            new Column([Time(typed), .. Messages(problems, ConveneField.Time)]),
        ]);
        foreach (var field in Where(typed, problems))
        {
            yield return field;
        }
    }

    /// <summary>The same without the day and the time.</summary>
    public static IEnumerable<CardElement> Where(WhenInputs typed, IReadOnlyList<ConveneProblem> problems)
    {
        yield return new TextInput(WhenInputs.DurationKey)
        {
            Label = "Durée", Value = typed.Duration, Placeholder = "2 h, 1 h 30, 90 min", MaxLength = 20,
        };
        foreach (var message in Messages(problems, ConveneField.Duration))
        {
            yield return message;
        }

        yield return new TextInput(WhenInputs.PlaceKey)
        {
            Label = "Lieu", Value = typed.Place, Placeholder = "Salle du conseil, mairie de…", MaxLength = SessionLimits.Place,
        };
        yield return new ToggleInput(WhenInputs.OnlineKey, "On peut participer à distance")
        {
            Value = typed.Online ? "true" : "false", Wrap = true,
        };
        yield return new TextInput(WhenInputs.OnlineUrlKey)
        {
            Label = "Lien de visioconférence (facultatif)", Value = typed.OnlineUrl, Placeholder = "https://…",
            Style = TextFieldStyle.Url, MaxLength = 500,
        };
        foreach (var message in Messages(problems, ConveneField.Place))
        {
            yield return message;
        }
    }

    /// <summary>What is to mend in a field, or in one line of the agenda.</summary>
    public static IEnumerable<TextBlock> Messages(
        IReadOnlyList<ConveneProblem> problems, ConveneField field, int? row = null) =>
        problems.Where(p => p.Field == field && p.Row == row).Select(p => new TextBlock(SessionTexts.Fault(p))
        {
            Color = TextColor.Attention, Weight = TextWeight.Bolder, Size = TextSize.Small, Spacing = Spacing.Small,
        });

    private static DateInput Day(WhenInputs typed) => new(WhenInputs.DayKey) { Label = "Jour", Value = typed.DayValue };

    private static TimeInput Time(WhenInputs typed) => new(WhenInputs.TimeKey) { Label = "Début", Value = typed.TimeValue };
}
