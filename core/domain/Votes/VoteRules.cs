using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>The arithmetic of rule 7, in whole numbers only: a share is never rounded in anyone's favour.</summary>
public static class VoteRules
{
    /// <summary>
    /// What the standing votes give. Votes of seats that are not electors don't count. The same votes always give the
    /// same outcome, so that settling may be repeated.
    /// </summary>
    public static Outcome Count(
        Ballot ballot, IReadOnlyList<Elector> electors, IReadOnlyList<Vote> votes, DateTimeOffset at)
    {
        var quorum = ballot.SecondCall ? Quorum.None : ballot.Quorum;
        var choices = votes.GroupBy(v => v.Seat).ToDictionary(g => g.Key, g => g.Last().Choice);
        var outcome = new Outcome(
            Verdict.QuorumMissed, electors.Count, electors.Count(e => choices.ContainsKey(e.Seat)),
            Needed(electors.Count, quorum.Overall), Colleges(electors, choices, quorum),
            Weight(electors, choices, Choice.For), Weight(electors, choices, Choice.Against),
            Weight(electors, choices, Choice.Abstain), electors.Sum(e => e.Weight), ballot.Majority, 0, Strict: false, at,
            SecondCall: ballot.SecondCall);
        outcome = WithThreshold(outcome);
        return outcome.QuorumReached ? outcome with { Verdict = VerdictOf(outcome, ballot.Tie) } : outcome;
    }

    /// <summary>Seats needed for a share in percent, rounded up: 50 % of 13 seats is 7.</summary>
    public static int Needed(int seats, int percent) => (int)(((long)seats * percent + 99) / 100);

    private static List<CollegeTurnout> Colleges(
        IReadOnlyList<Elector> electors, Dictionary<SeatId, Choice> choices, Quorum quorum) =>
        [.. electors.GroupBy(e => (e.College, e.CollegeName)).OrderBy(g => g.Key.College.Value, StringComparer.Ordinal)
            .Select(college => new CollegeTurnout(
                college.Key.CollegeName, college.Count(), college.Count(e => choices.ContainsKey(e.Seat)),
                Needed(college.Count(), quorum.PerCollege)))];

    private static int Weight(IReadOnlyList<Elector> electors, Dictionary<SeatId, Choice> choices, Choice choice) =>
        electors.Where(e => choices.TryGetValue(e.Seat, out var answer) && answer == choice).Sum(e => e.Weight);

    private static Outcome WithThreshold(Outcome outcome)
    {
        var (threshold, strict) = outcome.Majority switch
        {
            Majority.Simple => (outcome.AgainstWeight, true),
            Majority.Absolute => (outcome.Electorate / 2, true),
            Majority.TwoThirds => (Share(outcome, 2, 3), false),
            Majority.ThreeQuarters => (Share(outcome, 3, 4), false),
            Majority.FourFifths => (Share(outcome, 4, 5), false),
            Majority.Unanimity => (Share(outcome, 1, 1), false),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Majority, "no majority of a ballot"),
        };
        return outcome with { Threshold = threshold, Strict = strict };
    }

    /// <summary>The least weight that is that share of for + against; at least 1, since nobody for is nobody's decision.</summary>
    private static int Share(Outcome outcome, long numerator, long denominator)
    {
        var expressed = (long)outcome.ForWeight + outcome.AgainstWeight;
        return (int)Math.Max(1, (numerator * expressed + denominator - 1) / denominator);
    }

    private static Verdict VerdictOf(Outcome outcome, TieRule tie)
    {
        var passes = outcome.Strict ? outcome.ForWeight > outcome.Threshold : outcome.ForWeight >= outcome.Threshold;
        return passes ? Verdict.Adopted
            : IsTie(outcome) && tie == TieRule.ChairDecides ? Verdict.AwaitsChair
            : Verdict.Rejected;
    }

    /// <summary>Even voices that one more would have turned. Nobody for and nobody against is no tie.</summary>
    private static bool IsTie(Outcome outcome) =>
        outcome.ForWeight == outcome.AgainstWeight && outcome.ForWeight > 0
        && (outcome.Majority == Majority.Simple
            || (outcome.Majority == Majority.Absolute && 2L * outcome.ForWeight == outcome.Electorate));
}
