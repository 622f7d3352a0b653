using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Tests.Votes;

public class VoteRulesTests
{
    private static readonly DateTimeOffset At = new(2027, 10, 14, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(8, 3, 1, Verdict.Adopted)]
    [InlineData(4, 3, 7, Verdict.Adopted)]
    [InlineData(1, 0, 0, Verdict.Adopted)]
    [InlineData(3, 3, 0, Verdict.Rejected)]
    [InlineData(0, 0, 5, Verdict.Rejected)]
    [InlineData(0, 0, 0, Verdict.Rejected)]
    [InlineData(2, 3, 0, Verdict.Rejected)]
    public void Simple_majority_needs_more_for_than_against(int yes, int no, int abstain, Verdict verdict) =>
        Count(Majority.Simple, 14, yes, no, abstain).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(14, 7, 0, Verdict.Rejected)]
    [InlineData(14, 8, 6, Verdict.Adopted)]
    [InlineData(13, 7, 0, Verdict.Adopted)]
    [InlineData(13, 6, 0, Verdict.Rejected)]
    public void Absolute_majority_needs_more_than_half_of_the_whole_electorate(int seats, int yes, int no, Verdict verdict) =>
        Count(Majority.Absolute, seats, yes, no, 0).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(Majority.TwoThirds, 2, 1, Verdict.Adopted)]
    [InlineData(Majority.TwoThirds, 4, 3, Verdict.Rejected)]
    [InlineData(Majority.TwoThirds, 5, 3, Verdict.Rejected)]
    [InlineData(Majority.TwoThirds, 6, 3, Verdict.Adopted)]
    [InlineData(Majority.TwoThirds, 0, 0, Verdict.Rejected)]
    [InlineData(Majority.ThreeQuarters, 3, 1, Verdict.Adopted)]
    [InlineData(Majority.ThreeQuarters, 8, 3, Verdict.Rejected)]
    [InlineData(Majority.FourFifths, 4, 1, Verdict.Adopted)]
    [InlineData(Majority.FourFifths, 7, 2, Verdict.Rejected)]
    [InlineData(Majority.FourFifths, 8, 2, Verdict.Adopted)]
    public void A_qualified_majority_is_a_share_of_the_voices_expressed(Majority majority, int yes, int no, Verdict verdict) =>
        Count(majority, 14, yes, no, 3).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(1, 0, 13, Verdict.Adopted)]
    [InlineData(13, 1, 0, Verdict.Rejected)]
    [InlineData(0, 0, 14, Verdict.Rejected)]
    public void Unanimity_is_nobody_against_and_somebody_for(int yes, int no, int abstain, Verdict verdict) =>
        Count(Majority.Unanimity, 14, yes, no, abstain).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData(14, 50, 7)]
    [InlineData(13, 50, 7)]
    [InlineData(14, 0, 0)]
    [InlineData(14, 100, 14)]
    [InlineData(14, 1, 1)]
    [InlineData(3, 67, 3)]
    [InlineData(100, 33, 33)]
    public void Seats_needed_are_rounded_up(int seats, int percent, int needed) =>
        VoteRules.Needed(seats, percent).ShouldBe(needed);

    [Theory]
    [InlineData(6, Verdict.QuorumMissed)]
    [InlineData(7, Verdict.Adopted)]
    public void Abstentions_count_for_the_quorum(int answered, Verdict verdict)
    {
        var outcome = Count(Majority.Simple, 14, 1, 0, answered - 1, new Quorum(50, 0));

        outcome.Verdict.ShouldBe(verdict);
        outcome.QuorumNeeded.ShouldBe(7);
        outcome.Answered.ShouldBe(answered);
    }

    [Fact]
    public void Each_college_has_its_own_quorum()
    {
        // Seats 0 to 3 answer: all of college "a" (0, 2, 4 …) would need 4 of 7, and has 2.
        var outcome = Count(Majority.Simple, 14, 4, 0, 0, new Quorum(0, 50));

        outcome.Verdict.ShouldBe(Verdict.QuorumMissed);
        outcome.Colleges.ShouldBe([new CollegeTurnout("A", 7, 2, 4), new CollegeTurnout("B", 7, 2, 4)]);
        Count(Majority.Simple, 14, 8, 0, 0, new Quorum(0, 50)).Verdict.ShouldBe(Verdict.Adopted);
    }

    [Fact]
    public void A_second_convocation_needs_no_quorum()
    {
        var ballot = Ballot(Majority.Simple, new Quorum(100, 100), TieRule.Rejected) with { SecondCall = true };

        var outcome = VoteRules.Count(ballot, Electors(14), Votes(1, 0, 0), At);

        outcome.Verdict.ShouldBe(Verdict.Adopted);
        outcome.QuorumNeeded.ShouldBe(0);
        outcome.Colleges.ShouldAllBe(c => c.Needed == 0);
    }

    [Fact]
    public void A_tie_goes_to_the_chair_where_the_table_says_so()
    {
        var ballot = Ballot(Majority.Simple, Quorum.None, TieRule.ChairDecides);

        VoteRules.Count(ballot, Electors(14), Votes(3, 3, 2), At).Verdict.ShouldBe(Verdict.AwaitsChair);
        VoteRules.Count(ballot, Electors(14), Votes(2, 3, 2), At).Verdict.ShouldBe(Verdict.Rejected);
        VoteRules.Count(ballot, Electors(14), Votes(0, 0, 9), At).Verdict.ShouldBe(Verdict.Rejected);
    }

    [Fact]
    public void Half_and_half_of_everyone_is_the_one_tie_of_an_absolute_majority()
    {
        var ballot = Ballot(Majority.Absolute, Quorum.None, TieRule.ChairDecides);

        VoteRules.Count(ballot, Electors(14), Votes(7, 7, 0), At).Verdict.ShouldBe(Verdict.AwaitsChair);
        VoteRules.Count(ballot, Electors(14), Votes(6, 6, 2), At).Verdict.ShouldBe(Verdict.Rejected);
    }

    [Fact]
    public void Weights_count_for_the_majority_and_seats_for_the_quorum()
    {
        var electors = Electors(4).Select((e, i) => e with { Weight = i == 0 ? 5 : 1 }).ToList();

        // Seat 0 (weight 5) is for, the three others against.
        var outcome = VoteRules.Count(
            Ballot(Majority.Simple, new Quorum(100, 0), TieRule.Rejected), electors, Votes(1, 3, 0), At);

        outcome.Verdict.ShouldBe(Verdict.Adopted);
        (outcome.ForWeight, outcome.AgainstWeight, outcome.Electorate, outcome.Answered).ShouldBe((5, 3, 8, 4));
    }

    [Fact]
    public void The_vote_of_a_seat_that_is_no_elector_does_not_count()
    {
        var outcome = VoteRules.Count(
            Ballot(Majority.Simple, Quorum.None, TieRule.Rejected), Electors(2), Votes(1, 4, 0), At);

        (outcome.ForWeight, outcome.AgainstWeight, outcome.Answered).ShouldBe((1, 1, 2));
        outcome.Verdict.ShouldBe(Verdict.Rejected);
    }

    [Theory]
    [InlineData(Majority.Simple, 3, true)]
    [InlineData(Majority.Absolute, 7, true)]
    [InlineData(Majority.TwoThirds, 8, false)]
    [InlineData(Majority.ThreeQuarters, 9, false)]
    [InlineData(Majority.FourFifths, 9, false)]
    [InlineData(Majority.Unanimity, 11, false)]
    public void The_threshold_is_stated(Majority majority, int threshold, bool strict)
    {
        var outcome = Count(majority, 14, 8, 3, 1);

        (outcome.Threshold, outcome.Strict).ShouldBe((threshold, strict));
    }

    private static Outcome Count(Majority majority, int seats, int yes, int no, int abstain, Quorum? quorum = null) =>
        VoteRules.Count(
            Ballot(majority, quorum ?? Quorum.None, TieRule.Rejected), Electors(seats), Votes(yes, no, abstain), At);

    private static Ballot Ballot(Majority majority, Quorum quorum, TieRule tie) => new(
        new("b"), new("t"), new("tct"), SessionFormat.Plenary, null, null, null, "Titre", "Texte", majority, quorum, tie,
        false, BallotState.Closed, new("p"), "P", At, null, null, At, 14, 14, null, null,
        new("TCT", "TCT", null, null, false, "Europe/Paris"));

    private static List<Elector> Electors(int seats) =>
        [.. Enumerable.Range(0, seats).Select(i => new Elector(
            new($"s{i}"), $"Structure {i}", new(i % 2 == 0 ? "a" : "b"), i % 2 == 0 ? "A" : "B", 1))];

    private static List<Vote> Votes(int yes, int no, int abstain) =>
        [.. Enumerable.Repeat(Choice.For, yes).Concat(Enumerable.Repeat(Choice.Against, no))
            .Concat(Enumerable.Repeat(Choice.Abstain, abstain))
            .Select((choice, i) => new Vote(new($"s{i}"), choice, null, new("p"), "P", At, Way.Chat, new($"o{i}")))];
}
