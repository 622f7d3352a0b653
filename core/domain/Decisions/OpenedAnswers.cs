using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>A secret ballot's sealed answers beside its marks and its outcome. What they are is told to nobody.</summary>
internal static class OpenedAnswers
{
    /// <param name="opened">Whether the key at hand is this ballot's, so that it could be checked.</param>
    public static RegisterBreak? Check(Ballot ballot, BallotReading read, ISealedAnswers answers, out bool opened)
    {
        opened = false;
        if (ballot is not { IsSecret: true, State: BallotState.Closed, Outcome: { } outcome } || answers.Key is not { } key)
        {
            return null;
        }

        var given = new List<SealedAnswer>();
        foreach (var gate in read.Gates)
        {
            if (Open(ballot, gate, answers, key) is not { } behind)
            {
                return gate.Pool!.Key == key ? Differs(ballot) : null;
            }

            if (gate.Pool!.Key != key)
            {
                // The key at hand opens what is said to be another's.
                return new RegisterBreak.RowDiffers(ballot.Id, ballot.Title, new(BesideVotes.Gate(gate.Number)));
            }

            if (behind.Count != read.Votes.Count(v => gate.Seats.Contains(v.Seat)))
            {
                return Differs(ballot);
            }

            given.AddRange(behind);
        }

        opened = true;
        return given.All(a => IsChoice(ballot, a)) && Counts(ballot, outcome, read, given) ? null : Differs(ballot);
    }

    private static RegisterBreak.AnswersDiffer Differs(Ballot ballot) => new(ballot.Id, ballot.Title);

    private static IReadOnlyList<SealedAnswer>? Open(Ballot ballot, GateReading gate, ISealedAnswers answers, string key)
    {
        try
        {
            return answers.Open(ballot, gate.Number, gate.Pool! with { Key = key });
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }

    private static bool IsChoice(Ballot ballot, SealedAnswer answer) => AnswerRules.Of(ballot).Contains(answer.Choice)
        && (answer.Choice != Choice.Option || answer.Option < ballot.Form.Options?.Count);

    private static bool Counts(Ballot ballot, Outcome outcome, BallotReading read, IReadOnlyList<SealedAnswer> given)
    {
        try
        {
            var dealt = CountBallot.Dealt(ballot, read.Electors, read.Votes, given);
            return CountedVotes.Same(
                VoteRules.Count(ballot, read.Electors, dealt, outcome.At),
                outcome.QuorumReached ? CountedVotes.WithoutChair(outcome) : VoteRules.Uncounted(outcome));
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }
}
