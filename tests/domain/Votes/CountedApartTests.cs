using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Tests.Votes;

/// <summary>Consultative voices and déports beside the arithmetic of the voting seats.</summary>
public class CountedApartTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Consultative_voices_neither_make_a_quorum_nor_a_majority()
    {
        var outcome = Count(new Quorum(50, 0), [Seat("a"), Seat("b"), Seat("c"), Heard("x"), Heard("y")], ["a"], against: ["x", "y"]);

        (outcome.Verdict, outcome.Seats, outcome.Answered, outcome.QuorumNeeded, outcome.AgainstWeight).ShouldBe((Verdict.QuorumMissed, 3, 1, 2, 0));
        outcome.Consultative.ShouldBe(new ConsultativeVoices(2, 0, 2, 0));
        Count(Quorum.None, [Seat("a")], ["a"]).Consultative.ShouldBeNull();
    }

    [Fact]
    public void Who_withdrew_is_in_no_figure_but_its_own()
    {
        var outcome = Count(new Quorum(50, 50), [Seat("a"), Seat("b"), Out(Seat("c", weight: 9)), Out(Heard("x"))], ["a", "c"], against: ["x"]);

        (outcome.Verdict, outcome.Seats, outcome.QuorumNeeded, outcome.Electorate, outcome.ForWeight, outcome.Recused)
            .ShouldBe((Verdict.Adopted, 2, 1, 2, 1, 1));
        outcome.Colleges.ShouldHaveSingleItem().ShouldBe(new CollegeTurnout("Sanitaire", 2, 1, 1));
        outcome.Consultative.ShouldBeNull();
        Count(Quorum.None, [Seat("a")], ["a"]).Recused.ShouldBeNull();
    }

    [Fact]
    public void When_every_seat_withdrew_nothing_is_adopted() =>
        Count(new Quorum(50, 50), [Out(Seat("a"))], ["a"]).ShouldSatisfyAllConditions(
            o => o.Verdict.ShouldBe(Verdict.Rejected), o => o.Seats.ShouldBe(0), o => o.Recused.ShouldBe(1));

    private static Outcome Count(Quorum quorum, Elector[] seats, string[] yes, string[]? against = null) => VoteRules.Count(
        new Ballot(
            new("b1"), new("pays"), new("tct"), SessionFormat.Plenary, null, null, null, "Titre", "Texte", Majority.Simple, quorum, TieRule.Rejected,
            false, BallotState.Closed, new("p"), "P", At, null, At, At, seats.Count(s => s.Decides), 1, null, null,
            new("Table", "TCT", null, null, false, "Europe/Paris")),
        seats, [.. yes.Select(s => Vote(s, Choice.For)), .. (against ?? []).Select(s => Vote(s, Choice.Against))], At);

    private static Vote Vote(string seat, Choice choice) => new(new(seat), choice, null, new("p"), "P", At, Way.Chat, new($"o-{seat}"));

    private static Elector Seat(string id, int weight = 1) => new(new(id), id, new("sanitaire"), "Sanitaire", weight);

    private static Elector Heard(string id) => Seat(id) with { Voice = Voice.Consultative };

    private static Elector Out(Elector seat) => seat with { Recused = new Recusal(seat.Seat, seat.Structure, new("p"), "P", At, Way.Chat, seat.Voice) };
}
