using System.Globalization;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Votes;
using Choice = Concertation.Domain.Votes.Choice;

namespace ConcertationBot.Votes;

/// <summary>An answer as a card's click or a page's form gives it; whether the ballot takes it is the use case's word.</summary>
/// <param name="Option">Of a choice among options; null when none was chosen or it can't be one.</param>
internal sealed record AnswerTyped(Choice Choice, int? Option, DateOnly? Until)
{
    /// <summary>Null when no answer was chosen.</summary>
    /// <param name="choice">The name of a <see cref="Choice"/>; of a page's option with its place: "Option:2"; in a secret ballot a code of <see cref="SecretAnswers"/>.</param>
    /// <param name="until">yyyy-MM-dd.</param>
    public static AnswerTyped? Read(string? choice, string? option, string? until)
    {
        if (choice?.Split(':', 2) is [nameof(Choice.Option), var place])
        {
            (choice, option) = (nameof(Choice.Option), place);
        }

        if (SecretAnswers.Read(choice) is { } secret)
        {
            return new(secret.Choice, secret.Option, null);
        }

        return choice switch
        {
            nameof(Choice.For) or nameof(Choice.Against) or nameof(Choice.Abstain) or nameof(Choice.Concern) =>
                new(Enum.Parse<Choice>(choice), null, null),
            nameof(Choice.Reserve) => new(Choice.Reserve, null, DayOf(until)),
            nameof(Choice.Option) => new(
                Choice.Option, int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, null),
            _ => null,
        };
    }

    /// <summary>That answer is the one asked for.</summary>
    public bool Is(Vote vote) => vote.Choice == Choice && vote.Option == Option && vote.ReserveUntil == Until;

    private static DateOnly? DayOf(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
}
