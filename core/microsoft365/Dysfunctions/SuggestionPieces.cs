using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>Choices with what is suggested first, and why it is.</summary>
internal static class SuggestionPieces
{
    private const int LongestWord = 40;

    /// <summary>« Je ne sais pas »: no id is written so.</summary>
    public const string Unknown = "?";

    /// <param name="unsure">Said after what is suggested; null for a choice that offers no such way out.</param>
    public static IReadOnlyList<Choice> AxisChoices(IReadOnlyList<Axis> axes, IReadOnlyList<TopicMatch> suggested, string? unsure = null)
    {
        var choices = axes.Select(a => new Choice(ReportDraftCard.AxisLabel(a), a.Id.Value)).ToList();
        return [.. First(choices, suggested), .. unsure is null ? [] : new[] { new Choice(unsure, Unknown) }, .. Others(choices, suggested)];
    }

    public static IReadOnlyList<Choice> FamilyChoices(IReadOnlyList<TopicMatch> suggested)
    {
        var choices = ProblemFamilies.All.Select(f => new Choice(DysfunctionTexts.FamilyName(f), f)).ToList();
        return [.. First(choices, suggested), .. Others(choices, suggested)];
    }

    /// <summary>« T3, parce que : sortie, SSIAD ».</summary>
    public static IEnumerable<CardElement> WhyAxes(IReadOnlyList<Axis> axes, IReadOnlyList<TopicMatch> suggested) =>
        Why(suggested.Where(m => axes.Any(a => a.Id.Value == m.Code)), m => m.Code.ToUpperInvariant());

    public static IEnumerable<CardElement> WhyFamilies(IReadOnlyList<TopicMatch> suggested) =>
        Why(suggested, m => DysfunctionTexts.FamilyName(m.Code));

    private static IEnumerable<CardElement> Why(IEnumerable<TopicMatch> suggested, Func<TopicMatch, string> name) => suggested.Select(m =>
        Faint($"{name(m)}, parce que : {string.Join(", ", m.Because.Select(w => CardTrim.Shorten(PeoplesWords.Clean(w)!, LongestWord)))}") with { Spacing = Spacing.Small });

    private static IEnumerable<Choice> First(List<Choice> choices, IReadOnlyList<TopicMatch> suggested) =>
        suggested.SelectMany(m => choices.Where(c => c.Value == m.Code));

    private static IEnumerable<Choice> Others(List<Choice> choices, IReadOnlyList<TopicMatch> suggested) =>
        choices.Where(c => suggested.All(m => m.Code != c.Value));
}
