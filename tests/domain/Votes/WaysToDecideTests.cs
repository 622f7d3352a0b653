using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Tests.Votes;

/// <summary>The edges of each way to decide, one table a way; fourteen seats of one voice unless said otherwise.</summary>
public class WaysToDecideTests
{
    private static readonly DateTimeOffset At = new(2027, 10, 14, 9, 30, 0, TimeSpan.Zero);

    public static TheoryData<Majority> Ballots =>
    [
        Majority.Simple, Majority.Absolute, Majority.TwoThirds, Majority.ThreeQuarters, Majority.FourFifths,
        Majority.Unanimity, Majority.Consent, Majority.Opinion, Majority.Options,
    ];

    [Theory, MemberData(nameof(Ballots))]
    public void Where_all_abstain_nothing_is_adopted_and_the_chair_has_nothing_to_decide(Majority way)
    {
        var outcome = Count(Ballot(way, tie: TieRule.ChairDecides), Answers((Choice.Abstain, 14)));

        (outcome.Verdict, outcome.Answered, outcome.AbstainWeight).ShouldBe((Verdict.Rejected, 14, 14));
        outcome.Chosen.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Ballots))]
    public void Where_nobody_votes_nothing_is_adopted_and_a_quorum_is_missed(Majority way)
    {
        Count(Ballot(way, tie: TieRule.ChairDecides), []).Verdict.ShouldBe(Verdict.Rejected);
        Count(Ballot(way, new Quorum(1, 0)), []).Verdict.ShouldBe(Verdict.QuorumMissed);
        Count(Ballot(way, new Quorum(0, 1)), []).Verdict.ShouldBe(Verdict.QuorumMissed);
        Count(Ballot(way, new Quorum(100, 100)) with { SecondCall = true }, []).Verdict.ShouldBe(Verdict.Rejected);
    }

    [Theory, MemberData(nameof(Ballots))]
    public void Without_a_quorum_one_voice_is_enough_except_for_an_absolute_majority(Majority way) =>
        Count(Ballot(way), Answers((way == Majority.Options ? Choice.Option : Choice.For, 1)))
            .Verdict.ShouldBe(way == Majority.Absolute ? Verdict.Rejected : Verdict.Adopted);

    [Theory, MemberData(nameof(Ballots))]
    public void One_seat_more_than_the_quorum_asks_for_is_what_it_takes(Majority way)
    {
        Count(Ballot(way, new Quorum(50, 0)), Answers((Choice.Abstain, 6))).Verdict.ShouldBe(Verdict.QuorumMissed);
        Count(Ballot(way, new Quorum(50, 0)), Answers((Choice.Abstain, 7))).Verdict.ShouldBe(Verdict.Rejected);
    }

    [Theory, MemberData(nameof(Ballots))]
    public void A_ballot_without_electors_decides_nothing(Majority way) =>
        VoteRules.Count(Ballot(way), [], Answers((Choice.For, 3)), At).Verdict.ShouldBe(Verdict.Rejected);

    /// <summary>Exactly at the threshold, and one voice from it on either side where there is one.</summary>
    [Theory]
    [InlineData(Majority.Simple, 7, 6, Verdict.Adopted)]
    [InlineData(Majority.Simple, 6, 7, Verdict.Rejected)]
    [InlineData(Majority.Absolute, 7, 0, Verdict.Rejected)]
    [InlineData(Majority.Absolute, 8, 6, Verdict.Adopted)]
    [InlineData(Majority.TwoThirds, 8, 4, Verdict.Adopted)]
    [InlineData(Majority.TwoThirds, 7, 4, Verdict.Rejected)]
    [InlineData(Majority.ThreeQuarters, 9, 3, Verdict.Adopted)]
    [InlineData(Majority.ThreeQuarters, 8, 3, Verdict.Rejected)]
    [InlineData(Majority.FourFifths, 8, 2, Verdict.Adopted)]
    [InlineData(Majority.FourFifths, 9, 3, Verdict.Rejected)]
    [InlineData(Majority.Unanimity, 13, 0, Verdict.Adopted)]
    [InlineData(Majority.Unanimity, 13, 1, Verdict.Rejected)]
    [InlineData(Majority.Consent, 13, 0, Verdict.Adopted)]
    [InlineData(Majority.Consent, 13, 1, Verdict.Rejected)]
    [InlineData(Majority.Opinion, 7, 6, Verdict.Adopted)]
    [InlineData(Majority.Opinion, 6, 7, Verdict.Rejected)]
    public void The_threshold_is_where_the_rule_puts_it(Majority way, int yes, int no, Verdict verdict)
    {
        var outcome = Count(Ballot(way), Answers((Choice.For, yes), (Choice.Against, no)));

        outcome.Verdict.ShouldBe(verdict);
        (verdict == Verdict.Adopted).ShouldBe(
            outcome.Strict ? outcome.ForWeight > outcome.Threshold : outcome.ForWeight >= outcome.Threshold);
    }

    /// <summary>Even voices: rejected, or the chair's; only where one voice more would have turned it.</summary>
    [Theory]
    [InlineData(Majority.Simple, 5, true)]
    [InlineData(Majority.Absolute, 7, true)]
    [InlineData(Majority.Absolute, 5, false)]
    [InlineData(Majority.TwoThirds, 5, false)]
    [InlineData(Majority.ThreeQuarters, 5, false)]
    [InlineData(Majority.FourFifths, 5, false)]
    [InlineData(Majority.Unanimity, 5, false)]
    [InlineData(Majority.Consent, 5, false)]
    [InlineData(Majority.Opinion, 5, false)]
    public void Even_voices_are_the_chairs_only_where_the_table_and_the_rule_say_so(Majority way, int each, bool chairs)
    {
        var answers = Answers((Choice.For, each), (Choice.Against, each));

        Count(Ballot(way), answers).Verdict.ShouldBe(Verdict.Rejected);
        Count(Ballot(way, tie: TieRule.ChairDecides), answers).Verdict.ShouldBe(chairs ? Verdict.AwaitsChair : Verdict.Rejected);
    }

    [Fact]
    public void An_opinion_with_even_voices_is_divided()
    {
        Count(Ballot(Majority.Opinion), Answers((Choice.For, 3), (Choice.Against, 3))).IsDivided.ShouldBeTrue();
        Count(Ballot(Majority.Opinion), Answers((Choice.For, 3), (Choice.Against, 4))).IsDivided.ShouldBeFalse();
        Count(Ballot(Majority.Simple), Answers((Choice.For, 3), (Choice.Against, 3))).IsDivided.ShouldBeFalse();
    }

    [Fact]
    public void A_vote_under_reserve_counts_as_for_and_is_stated()
    {
        var outcome = Count(Ballot(Majority.Simple), Answers((Choice.Reserve, 4), (Choice.For, 1), (Choice.Against, 4)));

        (outcome.Verdict, outcome.ForWeight, outcome.UnderReserve).ShouldBe((Verdict.Adopted, 5, 4));
        Count(Ballot(Majority.Simple), Answers((Choice.For, 1))).UnderReserve.ShouldBeNull();
    }

    [Fact]
    public void A_concern_is_no_objection_and_is_stated()
    {
        var outcome = Count(Ballot(Majority.Consent), Answers((Choice.Concern, 3), (Choice.For, 2), (Choice.Abstain, 4)));

        (outcome.Verdict, outcome.ForWeight, outcome.Concerns).ShouldBe((Verdict.Adopted, 5, 3));
        Count(Ballot(Majority.Consent), Answers((Choice.For, 2))).Concerns.ShouldBe(0);
        Count(Ballot(Majority.Simple), Answers((Choice.For, 2))).Concerns.ShouldBeNull();
        // Concerns alone consent, too; the objection of the smallest seat stops the heaviest.
        Count(Ballot(Majority.Consent), Answers((Choice.Concern, 1))).Verdict.ShouldBe(Verdict.Adopted);
        VoteRules.Count(
            Ballot(Majority.Consent), Electors(2, heavy: 1000), Answers((Choice.For, 1), (Choice.Against, 1)), At).Verdict.ShouldBe(Verdict.Rejected);
    }

    [Theory]
    [InlineData(new[] { 5, 3, 1 }, 0, Verdict.Adopted)]
    [InlineData(new[] { 1, 3, 5 }, 2, Verdict.Adopted)]
    [InlineData(new[] { 3, 3, 1 }, null, Verdict.Rejected)]
    [InlineData(new[] { 4, 4, 4 }, null, Verdict.Rejected)]
    [InlineData(new[] { 0, 1, 0 }, 1, Verdict.Adopted)]
    [InlineData(new[] { 0, 0, 0 }, null, Verdict.Rejected)]
    public void Of_several_options_the_one_that_leads_alone_is_chosen(int[] voices, int? chosen, Verdict verdict)
    {
        var outcome = Count(Ballot(Majority.Options), Chosen(voices));

        (outcome.Verdict, outcome.Chosen).ShouldBe((verdict, chosen));
        outcome.Options!.Select(o => o.Weight).ShouldBe(voices);
        (outcome.ForWeight + outcome.AgainstWeight).ShouldBe(voices.Sum());
    }

    [Fact]
    public void The_chair_chooses_among_the_options_that_lead_and_no_other()
    {
        var even = Count(Ballot(Majority.Options, tie: TieRule.ChairDecides), Chosen([3, 1, 3]));

        even.Verdict.ShouldBe(Verdict.AwaitsChair);
        VoteRules.Leading(even).ShouldBe([0, 2]);
        foreach (var voice in new ChairVoice[] { new(null, 1), new(null, 3), new(null, -1), new(true), new(false), new(null) })
        {
            VoteRules.ByChair(even, voice).ShouldBeNull(voice.ToString());
        }

        var decided = VoteRules.ByChair(even, new(null, 2)).ShouldNotBeNull();
        (decided.Verdict, decided.Chosen, decided.ByChair).ShouldBe((Verdict.Adopted, 2, true));
        VoteRules.ByChair(decided, new(null, 0)).ShouldBeNull();
    }

    [Fact]
    public void An_option_that_is_not_on_the_list_counts_for_the_quorum_only()
    {
        var outcome = Count(Ballot(Majority.Options), [.. Chosen([1, 0, 0]), Vote(5, Choice.Option) with { Option = 7 }]);

        (outcome.Answered, outcome.Chosen, outcome.ForWeight, outcome.AgainstWeight).ShouldBe((2, 0, 1, 0));
    }

    /// <summary>Seat 0 has four voices, the thirteen others one each: it answers the first answer given.</summary>
    [Theory]
    [InlineData(Majority.Simple, 1, 3, Verdict.Adopted)]
    [InlineData(Majority.Simple, 1, 4, Verdict.Rejected)]
    [InlineData(Majority.Absolute, 5, 9, Verdict.Rejected)]
    [InlineData(Majority.Absolute, 6, 8, Verdict.Adopted)]
    [InlineData(Majority.TwoThirds, 1, 2, Verdict.Adopted)]
    [InlineData(Majority.TwoThirds, 1, 3, Verdict.Rejected)]
    [InlineData(Majority.ThreeQuarters, 3, 2, Verdict.Adopted)]
    [InlineData(Majority.ThreeQuarters, 2, 2, Verdict.Rejected)]
    [InlineData(Majority.FourFifths, 1, 1, Verdict.Adopted)]
    [InlineData(Majority.FourFifths, 1, 2, Verdict.Rejected)]
    [InlineData(Majority.Opinion, 1, 4, Verdict.Rejected)]
    public void Weights_decide_and_not_seats(Majority way, int yes, int no, Verdict verdict)
    {
        var outcome = VoteRules.Count(Ballot(way), Electors(14, heavy: 4), Answers((Choice.For, yes), (Choice.Against, no)), At);

        (outcome.Verdict, outcome.Electorate, outcome.ForWeight, outcome.Answered).ShouldBe((verdict, 17, yes + 3, yes + no));
    }

    [Theory, MemberData(nameof(Ballots))]
    public void The_same_votes_give_the_same_outcome_in_whatever_order(Majority way)
    {
        var answers = way == Majority.Options ? Chosen([3, 2, 4]) : Answers((Choice.For, 5), (Choice.Against, 3), (Choice.Abstain, 2));

        var (one, other) = (Count(Ballot(way), answers), Count(Ballot(way), [.. Enumerable.Reverse(answers)]));

        (one with { Colleges = [], Options = null }).ShouldBe(other with { Colleges = [], Options = null });
        one.Options.ShouldBe(other.Options);
        one.Colleges.ShouldBe(other.Colleges);
    }

    [Fact]
    public void A_consensus_is_no_ballots_way() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Count(Ballot(Majority.Consensus), []));

    /// <summary>Of fourteen seats, those that attend; the quorum a table asks for; what a consensus then gives.</summary>
    [Theory]
    [InlineData(0, 0, 0, false, Verdict.QuorumMissed, 1)]
    [InlineData(1, 0, 0, false, Verdict.Adopted, 1)]
    [InlineData(6, 50, 0, false, Verdict.QuorumMissed, 7)]
    [InlineData(7, 50, 0, false, Verdict.Adopted, 7)]
    [InlineData(14, 100, 100, false, Verdict.Adopted, 14)]
    [InlineData(7, 50, 50, false, Verdict.QuorumMissed, 7)]
    [InlineData(8, 50, 50, false, Verdict.Adopted, 7)]
    [InlineData(1, 100, 100, true, Verdict.Adopted, 0)]
    [InlineData(0, 100, 100, true, Verdict.QuorumMissed, 0)]
    public void A_consensus_has_those_who_attend_for_its_quorum(
        int there, int overall, int perCollege, bool secondCall, Verdict verdict, int needed)
    {
        var outcome = ConsensusRules.Found(
            Electors(14), Seats(there), new Quorum(overall, perCollege), secondCall, "  Une réserve. ", At);

        (outcome.Verdict, outcome.Answered, outcome.QuorumNeeded, outcome.Reserves).ShouldBe((verdict, there, needed, "Une réserve."));
        (outcome.ForWeight, outcome.AgainstWeight, outcome.Majority).ShouldBe((there, 0, Majority.Consensus));
    }

    [Fact]
    public void Who_attends_without_a_voting_seat_makes_no_consensus()
    {
        var strangers = new HashSet<SeatId> { new("invite"), new("s99") };

        ConsensusRules.Found(Electors(14), strangers, Quorum.None, false, null, At).Verdict.ShouldBe(Verdict.QuorumMissed);
        ConsensusRules.Found([], strangers, Quorum.None, true, " ", At).Verdict.ShouldBe(Verdict.QuorumMissed);
    }

    private static Outcome Count(Ballot ballot, IReadOnlyList<Vote> votes) => VoteRules.Count(ballot, Electors(14), votes, At);

    private static Ballot Ballot(Majority way, Quorum? quorum = null, TieRule tie = TieRule.Rejected) => new(
        new("b"), new("t"), new("tct"), SessionFormat.Plenary, null, null, null, "Titre", "Texte", way, quorum ?? Quorum.None, tie,
        false, BallotState.Closed, new("p"), "P", At, null, null, At, 14, 14, null, null,
        new("TCT", "TCT", null, null, false, "Europe/Paris"),
        way == Majority.Options ? new BallotForm(Options: ["Lannec", "Kermodel", "Plouézec"]) : null);

    private static List<Elector> Electors(int seats, int heavy = 1) =>
        [.. Enumerable.Range(0, seats).Select(i => new Elector(
            new($"s{i}"), $"Structure {i}", new(i % 2 == 0 ? "a" : "b"), i % 2 == 0 ? "A" : "B", i == 0 ? heavy : 1))];

    private static HashSet<SeatId> Seats(int count) => [.. Enumerable.Range(0, count).Select(i => new SeatId($"s{i}"))];

    private static List<Vote> Answers(params (Choice Choice, int Seats)[] answers) =>
        [.. answers.SelectMany(a => Enumerable.Repeat(a.Choice, a.Seats)).Select((choice, i) => Vote(i, choice))];

    private static List<Vote> Chosen(int[] voices) =>
        [.. voices.SelectMany((count, option) => Enumerable.Repeat(option, count)).Select((option, i) => Vote(i, Choice.Option) with { Option = option })];

    private static Vote Vote(int seat, Choice choice) => new(
        new($"s{seat}"), choice, null, new("p"), "P", At, Way.Chat, new($"o{seat}"), Option: choice == Choice.Option ? 0 : null);
}
