using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>The arithmetic of rule 7, in whole numbers only: a share is never rounded in anyone's favour.</summary>
public static class VoteRules
{
    /// <summary>
    /// What the standing votes give. Votes of seats that are not electors don't count; consultative ones are counted apart. The same votes always give the
    /// same outcome, so that settling may be repeated.
    /// </summary>
    public static Outcome Count(
        Ballot ballot, IReadOnlyList<Elector> electorate, IReadOnlyList<Vote> votes, DateTimeOffset at)
    {
        var electors = electorate.Where(e => e.Decides).ToList();
        var quorum = ballot.SecondCall ? Quorum.None : ballot.Quorum;
        var answers = votes.GroupBy(v => v.Seat).ToDictionary(g => g.Key, g => g.Last());
        var outcome = new Outcome(
            Verdict.QuorumMissed, electors.Count, electors.Count(e => answers.ContainsKey(e.Seat)),
            Needed(electors.Count, quorum.Overall), Colleges(electors, answers, quorum),
            Weight(electors, answers, IsFor), Weight(electors, answers, v => v.Choice == Choice.Against),
            Weight(electors, answers, v => v.Choice == Choice.Abstain), electors.Sum(e => e.Weight), ballot.Majority, 0,
            Strict: false, at, SecondCall: ballot.SecondCall)
        {
            Concerns = ballot.Majority == Majority.Consent ? Seats(electors, answers, Choice.Concern) : null,
            UnderReserve = Seats(electors, answers, Choice.Reserve) is > 0 and var seats ? seats : null,
        };
        outcome = WithThreshold(ballot.Majority == Majority.Options ? WithOptions(outcome, ballot, electors, answers) : outcome);
        outcome = CountedApart.Of(outcome, ballot, electorate, votes);
        return outcome.QuorumReached ? Decided(outcome, ballot.Tie) : ballot.IsSecret ? Uncounted(outcome) : outcome;
    }

    /// <summary>
    /// A secret ballot without its quorum says how many took part, and nothing of what they answered: nothing is decided
    /// that would ask for it, and few answers give each other away.
    /// </summary>
    public static Outcome Uncounted(Outcome outcome) => outcome with
    {
        ForWeight = 0, AgainstWeight = 0, AbstainWeight = 0, Threshold = 0, Strict = false, Options = null, Consultative = null,
        Concerns = null, UnderReserve = null,
    };

    /// <summary>Seats needed for a share in percent, rounded up: 50 % of 13 seats is 7.</summary>
    public static int Needed(int seats, int percent) => (int)(((long)seats * percent + 99) / 100);

    /// <summary>The options with the most voices, by their place in the list: several when they are even, none where nobody chose.</summary>
    public static IReadOnlyList<int> Leading(Outcome outcome)
    {
        var options = outcome.Options ?? [];
        var most = options.Select(o => o.Weight).DefaultIfEmpty().Max();
        return most == 0 ? [] : [.. Enumerable.Range(0, options.Count).Where(i => options[i].Weight == most)];
    }

    /// <summary>
    /// The chair's voice on an outcome that waits for it: among options, one of those that lead; elsewhere adopted, or not.
    /// Null when it isn't the chair's to say.
    /// </summary>
    public static Outcome? ByChair(Outcome outcome, ChairVoice voice) => outcome.Verdict != Verdict.AwaitsChair ? null
        : outcome.Majority == Majority.Options
            ? voice.Option is { } option && Leading(outcome).Contains(option)
                ? outcome with { Verdict = Verdict.Adopted, ByChair = true, Chosen = option }
                : null
        : voice.Adopt is { } adopt
            ? outcome with { Verdict = adopt ? Verdict.Adopted : Verdict.Rejected, ByChair = true }
            : null;

    private static bool IsFor(Vote vote) => vote.Choice is Choice.For or Choice.Reserve or Choice.Concern;

    private static List<CollegeTurnout> Colleges(
        IReadOnlyList<Elector> electors, Dictionary<SeatId, Vote> answers, Quorum quorum) =>
        [.. electors.GroupBy(e => (e.College, e.CollegeName)).OrderBy(g => g.Key.College.Value, StringComparer.Ordinal)
            .Select(college => new CollegeTurnout(
                college.Key.CollegeName, college.Count(), college.Count(e => answers.ContainsKey(e.Seat)),
                Needed(college.Count(), quorum.PerCollege)))];

    private static int Weight(IReadOnlyList<Elector> electors, Dictionary<SeatId, Vote> answers, Func<Vote, bool> counts) =>
        electors.Where(e => answers.TryGetValue(e.Seat, out var answer) && counts(answer)).Sum(e => e.Weight);

    private static int Seats(IReadOnlyList<Elector> electors, Dictionary<SeatId, Vote> answers, Choice choice) =>
        electors.Count(e => answers.TryGetValue(e.Seat, out var answer) && answer.Choice == choice);

    /// <summary>"For" are then the voices of the option that leads, "against" those of all others.</summary>
    private static Outcome WithOptions(
        Outcome outcome, Ballot ballot, IReadOnlyList<Elector> electors, Dictionary<SeatId, Vote> answers)
    {
        List<OptionVoices> options =
        [
            .. (ballot.Form.Options ?? []).Select((option, i) => new OptionVoices(
                option, Weight(electors, answers, v => v.Choice == Choice.Option && v.Option == i))),
        ];
        var most = options.Select(o => o.Weight).DefaultIfEmpty().Max();
        return outcome with { Options = options, ForWeight = most, AgainstWeight = options.Sum(o => o.Weight) - most };
    }

    private static Outcome WithThreshold(Outcome outcome)
    {
        var (threshold, strict) = outcome.Majority switch
        {
            Majority.Simple or Majority.Opinion => (outcome.AgainstWeight, true),
            Majority.Absolute => (outcome.Electorate / 2, true),
            Majority.TwoThirds => (Share(outcome, 2, 3), false),
            Majority.ThreeQuarters => (Share(outcome, 3, 4), false),
            Majority.FourFifths => (Share(outcome, 4, 5), false),
            // Nobody against, somebody for: all the voices expressed, and at least one.
            Majority.Unanimity or Majority.Consent => (Share(outcome, 1, 1), false),
            Majority.Options => (outcome.Options!.Select(o => o.Weight).OrderDescending().ElementAtOrDefault(1), true),
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

    private static Outcome Decided(Outcome outcome, TieRule tie)
    {
        var passes = outcome.Strict ? outcome.ForWeight > outcome.Threshold : outcome.ForWeight >= outcome.Threshold;
        return outcome with
        {
            Verdict = passes ? Verdict.Adopted
                : IsTie(outcome) && tie == TieRule.ChairDecides ? Verdict.AwaitsChair
                : Verdict.Rejected,
            Chosen = passes && outcome.Majority == Majority.Options ? Leading(outcome)[0] : null,
        };
    }

    /// <summary>
    /// Even voices that one more would have turned. Nobody for and nobody against is no tie; nor is a divided opinion,
    /// which says just that.
    /// </summary>
    private static bool IsTie(Outcome outcome) => outcome.ForWeight > 0 && outcome.Majority switch
    {
        Majority.Simple => outcome.ForWeight == outcome.AgainstWeight,
        Majority.Absolute => outcome.ForWeight == outcome.AgainstWeight && 2L * outcome.ForWeight == outcome.Electorate,
        Majority.Options => outcome.ForWeight == outcome.Threshold,
        _ => false,
    };
}

/// <summary>What the chair says on even voices.</summary>
/// <param name="Adopt">Whether the proposal is adopted; null where options are.</param>
/// <param name="Option">Which of the options that lead is chosen, by its place in the list; null elsewhere.</param>
public sealed record ChairVoice(bool? Adopt, int? Option = null);
