using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>
/// Counts a ballot whose gates are shut. The same rows, and for a secret ballot the same key, always give the same
/// outcome, wherever and however often it is computed.
/// </summary>
public sealed class CountBallot(IBallots ballots, ISealedAnswers answers)
{
    /// <exception cref="SealBrokenException">A secret ballot's pools can't be opened, or don't match its marks.</exception>
    public async Task<Outcome> Handle(Ballot ballot, DateTimeOffset at, CancellationToken cancel)
    {
        var electors = await ballots.Electors(ballot.Territory, ballot.Id, cancel);
        var votes = await ballots.Votes(ballot.Territory, ballot.Id, cancel);
        var turnout = VoteRules.Count(ballot, electors, votes, at);
        // Without its quorum a secret ballot's pools stay sealed: the marks say all there is to say.
        return ballot.IsSecret && turnout.QuorumReached
            ? VoteRules.Count(ballot, electors, await Dealt(ballot, electors, votes, cancel), at)
            : turnout;
    }

    /// <summary>
    /// The sealed answers, dealt out among the seats that are marked in an order that has to do with neither: since the
    /// seats of a secret ballot weigh the same, whichever seat an answer is dealt to, the count is that of the answers
    /// given, and the turnout that of the marks. Nobody must ever be shown them.
    /// </summary>
    private async Task<IReadOnlyList<Vote>> Dealt(
        Ballot ballot, IReadOnlyList<Elector> electors, IReadOnlyList<Vote> marks, CancellationToken cancel)
    {
        var given = new List<SealedAnswer>();
        foreach (var gate in await ballots.Gates(ballot.Territory, ballot.Id, cancel))
        {
            var pool = gate.Pool ?? throw new SealBrokenException($"gate {gate.Number} of secret ballot {ballot.Id} has no pool");
            given.AddRange(answers.Open(ballot, gate.Number, pool));
        }

        return Dealt(ballot, electors, marks, given);
    }

    /// <summary>The same of answers already opened.</summary>
    /// <exception cref="SealBrokenException">They aren't as many as the marks.</exception>
    internal static IReadOnlyList<Vote> Dealt(
        Ballot ballot, IReadOnlyList<Elector> electors, IReadOnlyList<Vote> marks, IReadOnlyList<SealedAnswer> given)
    {
        var consultative = electors.Where(e => e.Voice == Voice.Consultative).Select(e => e.Seat).ToHashSet();
        return
        [
            .. Deal(ballot, marks.Where(m => !consultative.Contains(m.Seat)), given.Where(a => !a.Consultative)),
            .. Deal(ballot, marks.Where(m => consultative.Contains(m.Seat)), given.Where(a => a.Consultative)),
        ];
    }

    private static IEnumerable<Vote> Deal(Ballot ballot, IEnumerable<Vote> marks, IEnumerable<SealedAnswer> given)
    {
        var seats = marks.OrderBy(m => m.Seat.Value, StringComparer.Ordinal).ToList();
        var answers = given.OrderBy(a => a.Choice).ThenBy(a => a.Option).ToList();
        return seats.Count == answers.Count
            ? seats.Zip(answers, (mark, answer) => mark with { Choice = answer.Choice, Option = answer.Option })
            : throw new SealBrokenException(
                $"secret ballot {ballot.Id} has {seats.Count} seats marked and {answers.Count} answers");
    }
}
