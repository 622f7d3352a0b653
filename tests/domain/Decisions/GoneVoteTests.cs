using Concertation.Domain.Decisions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Tests.Decisions;

/// <summary>A vote that stands no more, though it was given, is missed; also of a ballot that is still open.</summary>
public class GoneVoteTests
{
    private static readonly DateTimeOffset At = new(2027, 10, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly Elector Seat = new(new("s1"), "Hôpital", new("a"), "Sanitaire", 1);
    private static readonly Elector Holder = new(new("s2"), "Clinique", new("a"), "Sanitaire", 1);
    private static readonly Vote Given = new(new("s1"), Choice.Against, null, new("h1"), "Titulaire", At, Way.Chat, new("o1"));

    [Fact]
    public void A_given_vote_that_does_not_stand_is_named() =>
        Check([Seat], [], [Given]).ShouldBeOfType<RegisterBreak.StandingVoteDiffers>();

    [Fact]
    public void What_stands_fits() => Check([Seat], [Given], [Given]).ShouldBeNull();

    [Fact]
    public void A_deport_takes_the_seats_own_vote_and_those_its_people_gave_for_another()
    {
        Check([Seat with { Recused = Out("s1") }], [], [Given]).ShouldBeNull();
        Check([Seat, Holder with { Recused = Out("s2") }], [], [Given with { ProxyOf = new("s2") }]).ShouldBeNull();
        Check([Seat, Holder], [], [Given with { ProxyOf = new("s2") }]).ShouldNotBeNull();
    }

    [Fact]
    public void A_deport_taken_back_explains_the_answers_before_it_and_none_after()
    {
        var back = Seat with { TakenBack = [new(Out("s1"), new("h1"), "Titulaire", At.AddHours(2), Way.Chat)] };
        Check([back], [], [Given]).ShouldBeNull();
        Check([back], [], [Given with { At = At.AddHours(3) }]).ShouldBeOfType<RegisterBreak.StandingVoteDiffers>();
    }

    private static Recusal Out(string seat) => new(new(seat), "Hôpital", new("h1"), "Titulaire", At, Way.Chat);

    private static RegisterBreak? Check(IReadOnlyList<Elector> electors, IReadOnlyList<Vote> votes, IReadOnlyList<Vote> trace)
    {
        var ballot = Ballot(Majority.Simple, Quorum.None, TieRule.Rejected);
        return CountedVotes.Check(ballot, new BallotReading(ballot, electors, votes, trace, [], new Dictionary<OperationId, SeatId>(), Aftermath.None, null));
    }

    private static Ballot Ballot(Majority majority, Quorum quorum, TieRule tie) => new(
        new("b"), new("t"), new("tct"), SessionFormat.Plenary, null, null, null, "Titre", "Texte", majority, quorum, tie,
        false, BallotState.Closed, new("p"), "P", At, null, null, At, 14, 14, null, null,
        new("TCT", "TCT", null, null, false, "Europe/Paris"));
}
