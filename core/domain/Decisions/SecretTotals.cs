using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>
/// A secret ballot kept only who answered and what came of it. Its totals, dealt out among the seats that answered, lead to
/// its verdict again: since the seats of a secret ballot weigh the same, it doesn't matter to which. Nobody is ever shown them.
/// </summary>
internal static class SecretTotals
{
    /// <returns>Null where the totals aren't those of as many answers.</returns>
    public static IReadOnlyList<Vote>? Dealt(Outcome outcome, IReadOnlyList<Elector> electors, IReadOnlyList<Vote> marks)
    {
        var voting = electors.Where(e => e.Decides).Select(e => e.Seat).ToHashSet();
        var counted = marks.Where(m => voting.Contains(m.Seat)).ToList();
        var others = marks.Except(counted).ToList();
        var weight = Math.Max(1, electors.FirstOrDefault(e => e.Decides)?.Weight ?? 1);
        var (given, apart) = (Given(outcome, weight), Apart(outcome.Consultative));
        return given.Count == counted.Count && apart.Count <= others.Count
            ? [.. Deal(counted, given), .. Deal(others, apart)]
            : null;
    }

    private static List<(Choice Choice, int? Option)> Given(Outcome outcome, int weight) =>
    [
        .. outcome.Options is { } options
            ? options.SelectMany((o, place) => Enumerable.Repeat((Choice.Option, (int?)place), o.Weight / weight))
            : [
                .. Enumerable.Repeat((Choice.For, (int?)null), outcome.ForWeight / weight),
                .. Enumerable.Repeat((Choice.Against, (int?)null), outcome.AgainstWeight / weight),
            ],
        .. Enumerable.Repeat((Choice.Abstain, (int?)null), outcome.AbstainWeight / weight),
    ];

    private static List<(Choice Choice, int? Option)> Apart(ConsultativeVoices? voices) => voices is null ? [] :
    [
        .. voices.Options is { } options
            ? options.SelectMany((o, place) => Enumerable.Repeat((Choice.Option, (int?)place), o.Weight))
            : [
                .. Enumerable.Repeat((Choice.For, (int?)null), voices.For), .. Enumerable.Repeat((Choice.Against, (int?)null), voices.Against),
            ],
        .. Enumerable.Repeat((Choice.Abstain, (int?)null), voices.Abstain),
    ];

    private static IEnumerable<Vote> Deal(IEnumerable<Vote> marks, IEnumerable<(Choice Choice, int? Option)> given) =>
        marks.Zip(given, (mark, answer) => mark with { Choice = answer.Choice, Option = answer.Option });
}
