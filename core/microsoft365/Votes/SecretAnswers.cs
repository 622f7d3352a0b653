using System.Globalization;
using Concertation.Domain.Votes;
using Choice = Concertation.Domain.Votes.Choice;

namespace Concertation.Microsoft365.Votes;

/// <summary>
/// How the answers of a secret ballot travel, from cards and pages alike: one letter or digit each, so that no length, of
/// a request in a proxy's log or of a form, tells one from another.
/// </summary>
public static class SecretAnswers
{
    /// <param name="option">Of <see cref="Choice.Option"/>, its place in the list, 0 to 9; null for the others.</param>
    public static string Code(Choice choice, int? option = null) => choice switch
    {
        Choice.For => "P",
        Choice.Against => "C",
        Choice.Abstain => "A",
        Choice.Option when option is >= 0 and <= 9 => option.Value.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(choice), "no answer of a secret ballot"),
    };

    /// <summary>Null when it is no such code.</summary>
    public static (Choice Choice, int? Option)? Read(string? code) => code switch
    {
        "P" => (Choice.For, null),
        "C" => (Choice.Against, null),
        "A" => (Choice.Abstain, null),
        [>= '0' and <= '9'] => (Choice.Option, code[0] - '0'),
        _ => null,
    };
}
