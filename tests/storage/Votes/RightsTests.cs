using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Kit;
using static Concertation.Storage.Tests.Votes.VotingTable;

namespace Concertation.Storage.Tests.Votes;

/// <summary>Déports and proxies in a ballot's own partition, beside casts and closings.</summary>
public partial class RightsTests
{
    private static readonly BallotId Ballot = new("b1");

    [Fact]
    public async Task A_recused_seat_is_out_of_voters_and_quorum_and_its_vote_goes()
    {
        using var table = await Of(6, TableRules.Usual with { Quorum = new Quorum(50, 50) });
        await table.OpenOne();
        Granted(await table.Cast(0, Choice.For, "o0"));
        Granted(await table.Cast(1, Choice.Against, "o1"));

        var recused = Granted(await table.Recuse.Handle(Member(1), Ballot, Seat(1), default));

        recused.Ballot.ShouldSatisfyAllConditions(b => b.Seats.ShouldBe(4), b => b.Recused.ShouldBe(1));
        Refused(await table.Cast(1, Choice.For, "o2")).ShouldBeOfType<BallotRefusal.Recused>();
        (await table.Ballots.Answered(Pays, Ballot, default)).ShouldBe(1);
        Granted(await table.Cast(2, Choice.For, "o3")).Seen.Answered.ShouldBe(2);
        var outcome = await Count(table);
        (outcome.Seats, outcome.Answered, outcome.QuorumNeeded, outcome.ForWeight, outcome.AgainstWeight, outcome.Electorate, outcome.Recused)
            .ShouldBe((4, 2, 2, 2, 0, 4, 1));
        outcome.Colleges.Select(c => (c.College, c.Seats, c.Needed)).ShouldBe([("Sanitaire", 3, 2), ("Social", 1, 1)]);
    }

    [Fact]
    public async Task Declared_twice_a_recusal_is_one_and_only_the_seat_or_the_pilote_declares_it()
    {
        using var table = await Of(6);
        await table.OpenOne();

        Refused(await table.Recuse.Handle(Member(0), Ballot, Seat(1), default)).ShouldBeOfType<BallotRefusal.NotYourSeat>();
        Refused(await table.Recuse.Handle(Pilot, Ballot, Seat(77), default)).ShouldBeOfType<BallotRefusal.NotAVotingSeat>();
        Granted(await table.Recuse.Handle(Pilot, Ballot, Seat(1), default)).Changed.ShouldBeTrue();
        Granted(await table.Recuse.Handle(Member(1), Ballot, Seat(1), default)).Changed.ShouldBeFalse();
        (await table.Ballots.Electors(Pays, Ballot, default)).Single(e => e.Recused is not null).Recused!.ByName.ShouldBe("La pilote");

        table.Clock.Advance(TimeSpan.FromHours(81));
        Refused(await table.Recuse.Handle(Pilot, Ballot, Seat(2), default)).ShouldBeOfType<BallotRefusal.Closed>();
    }

    [Fact]
    public async Task A_recusal_taken_back_puts_the_seat_into_voters_and_quorum_and_it_answers_anew()
    {
        using var table = await Of(6);
        await table.OpenOne();
        Granted(await table.Cast(1, Choice.Against, "o1"));
        Granted(await Give(table, 2, 1));
        Granted(await table.Recuse.Handle(Member(1), Ballot, Seat(1), default));

        Refused(await table.TakeBack.Handle(Member(0), Ballot, Seat(1), default)).ShouldBeOfType<BallotRefusal.NotYourSeat>();
        Granted(await table.TakeBack.Handle(Member(1), Ballot, Seat(1), default)).Ballot
            .ShouldSatisfyAllConditions(b => b.Seats.ShouldBe(5), b => b.Recused.ShouldBe(0));
        Granted(await table.TakeBack.Handle(Member(1), Ballot, Seat(1), default)).Changed.ShouldBeFalse();

        var seat = (await Seats(table)).Single(s => s.Seat == Seat(1));
        (seat.Recused, seat.Holds, seat.TakenBack!.Single().By).ShouldBe((null, null, Member(1).Id));
        (await table.Ballots.Votes(Pays, Ballot, default)).ShouldBeEmpty("the answer that the déport took out stays out");
        Granted(await table.Cast(1, Choice.For, "o2")).Seen.Answered.ShouldBe(1);
        var outcome = await Count(table);
        (outcome.Seats, outcome.Answered, outcome.ForWeight, outcome.AgainstWeight, outcome.Recused).ShouldBe((5, 1, 1, 0, null));

        // Again, and again taken back: each is kept.
        Granted(await table.Recuse.Handle(Pilot, Ballot, Seat(1), default)).Changed.ShouldBeTrue();
        Refusal(await table.TakeBack.Handle(Member(1), Ballot, Seat(1), default)).ShouldBe(RightsObstacle.NotedByConvener);
        Granted(await table.TakeBack.Handle(Pilot, Ballot, Seat(1), default)).Changed.ShouldBeTrue();
        (await Seats(table)).Single(s => s.Seat == Seat(1)).TakenBack!.Select(b => (b.Recusal.Own, b.ByName))
            .ShouldBe([(true, "Titulaire 1"), (false, "La pilote")]);
        Granted(await table.Recuse.Handle(Member(1), Ballot, Seat(1), default));
        Granted(await table.Close.Handle(Pilot, Ballot, default));
        Refused(await table.TakeBack.Handle(Member(1), Ballot, Seat(1), default)).ShouldBeOfType<BallotRefusal.Closed>();
    }

    [Fact]
    public async Task What_was_taken_back_in_a_ballot_isn_t_followed_into_it_again()
    {
        using var table = await Of(6);
        await table.Sessions.Create(Session("se", SessionFormat.Plenary), [], default);
        var (session, item) = (new SessionId("se"), new ItemId("p1"));
        await table.Meetings.Recuse(Withdrawn(session, item, 4), default);
        await table.OpenOne(proposal: Proposal(session, item));

        Granted(await table.TakeBack.Handle(Pilot, Ballot, Seat(4), default)).Ballot.Seats.ShouldBe(5);
        await table.Follow.Run(Pays, session, default);
        Granted(await table.Cast(4, Choice.For, "o4"));

        await table.Meetings.TakeRecusalBack(Pays, session, item, Seat(4), default);
        await table.Meetings.TakeRecusalBack(Pays, session, item, Seat(4), default);
        (await table.Meetings.Of(Pays, session, default)).Recusals.ShouldBeEmpty();
        // Said anew for the session, it is followed again.
        var later = Withdrawn(session, item, 4);
        await table.Meetings.Recuse(later with { Recusal = later.Recusal with { At = table.Clock.GetUtcNow().AddHours(1) } }, default);
        await table.Follow.Run(Pays, session, default);
        Refused(await table.Cast(4, Choice.For, "o5")).ShouldBeOfType<BallotRefusal.Recused>();
    }

    [Fact]
    public async Task A_consultative_voice_is_counted_apart()
    {
        using var table = await Of(4);
        await table.OpenOne();
        Granted(await table.Cast(0, Choice.For, "o0"));
        // Seat 3 is the consultative one.
        var heard = Granted(await table.Cast(3, Choice.Against, "o3"));

        heard.Seen.Answered.ShouldBe(1);
        var outcome = await Count(table);
        (outcome.Verdict, outcome.Seats, outcome.Answered, outcome.AgainstWeight).ShouldBe((Verdict.Adopted, 3, 1, 0));
        outcome.Consultative.ShouldBe(new ConsultativeVoices(1, 0, 1, 0));
        Refusal(await Give(table, 3, 0)).ShouldBe(RightsObstacle.NoSuchHolder);
        Refusal(await Give(table, 0, 3)).ShouldBe(RightsObstacle.NoSuchHolder);
    }

    [Fact]
    public async Task The_holder_votes_for_the_giver_and_the_vote_says_so()
    {
        using var table = await Of(6);
        await table.OpenOne();
        Granted(await Give(table, 1, 0));

        Refused(await table.Cast(1, Choice.Against, "own")).ShouldBe(new BallotRefusal.GivenAway("Structure 0"));
        Refused(await table.Cast(1, Choice.For, "other", "e2")).ShouldBeOfType<BallotRefusal.NotYourSeat>();
        Granted(await table.Cast(0, Choice.Against, "o0")).Seen.Elector.Holds.ShouldBe([new HeldProxy(Seat(1), "Structure 1")]);
        var cast = Granted(await table.Cast(1, Choice.For, "o1", "e0"));
        (cast.Seen.Through, cast.Seen.Own!.ProxyOf, cast.Seen.Own.ByName).ShouldBe((Seat(0), Seat(0), "Titulaire 0"));
        // The substitute of the holder's seat may as well: the last answer stands.
        Granted(await table.Cast(1, Choice.Abstain, "o2", "f0")).Seen.Own!.ByName.ShouldBe("Suppléant 0");

        Refusal(await Give(table, 1, null)).ShouldBe(RightsObstacle.Used);
        Refusal(await Give(table, 1, 2)).ShouldBe(RightsObstacle.HasAnswered);
        var outcome = await Count(table);
        (outcome.Answered, outcome.AgainstWeight, outcome.AbstainWeight).ShouldBe((2, 1, 1));
    }

    [Fact]
    public async Task A_proxy_is_taken_back_until_it_has_served_and_then_the_giver_votes()
    {
        using var table = await Of(6);
        await table.OpenOne();
        Granted(await Give(table, 1, 0));
        Granted(await Give(table, 1, 0)).Changed.ShouldBeFalse();

        Granted(await Give(table, 1, null));

        Refused(await table.Cast(1, Choice.For, "o1", "e0")).ShouldBeOfType<BallotRefusal.NotYourSeat>();
        Granted(await table.Cast(1, Choice.For, "o2")).Seen.Own!.ProxyOf.ShouldBeNull();
        Refusal(await Give(table, 1, 0)).ShouldBe(RightsObstacle.HasAnswered);
        (await Seats(table)).ShouldAllBe(s => s.Proxy == null && s.Holds == null);
    }

    [Fact]
    public async Task What_a_forger_asks_of_a_proxy_is_refused()
    {
        using var table = await Of(8);
        await table.OpenOne();

        Refusal(await Give(table, 1, 1)).ShouldBe(RightsObstacle.NoSuchHolder);
        Refusal(await Give(table, 1, 99)).ShouldBe(RightsObstacle.NoSuchHolder);
        Refused(await table.Proxy.Handle(Pilot, Ballot, Seat(1), Seat(0), default)).ShouldBeOfType<BallotRefusal.NotYourSeat>();
        Refused(await table.Proxy.Handle(Member(2), Ballot, Seat(1), Seat(2), default)).ShouldBeOfType<BallotRefusal.NotYourSeat>();
        Granted(await table.Recuse.Handle(Member(3), Ballot, Seat(3), default));
        Refusal(await Give(table, 1, 3)).ShouldBe(RightsObstacle.NoSuchHolder);
        Refused(await Give(table, 3, 1)).ShouldBeOfType<BallotRefusal.Recused>();

        Granted(await Give(table, 1, 0));
        Refusal(await Give(table, 2, 0)).ShouldBe(RightsObstacle.Full);
        Refusal(await Give(table, 2, 1)).ShouldBe(RightsObstacle.HolderAway);
        Refusal(await Give(table, 0, 2)).ShouldBe(RightsObstacle.HoldsOthers);

        Granted(await table.Close.Handle(Pilot, Ballot, default));
        Refused(await Give(table, 4, 5)).ShouldBeOfType<BallotRefusal.Closed>();
        Refused(await Give(table, 1, null)).ShouldBeOfType<BallotRefusal.Closed>();
        Refused(await table.Recuse.Handle(Pilot, Ballot, Seat(4), default)).ShouldBeOfType<BallotRefusal.Closed>();
    }

    [Fact]
    public async Task A_holder_who_withdraws_leaves_its_givers_their_own_voice()
    {
        using var table = await Of(6);
        await table.OpenOne();
        Granted(await Give(table, 1, 0));
        Granted(await table.Cast(1, Choice.For, "o1", "e0"));

        Granted(await table.Recuse.Handle(Member(0), Ballot, Seat(0), default));

        (await table.Ballots.Votes(Pays, Ballot, default)).ShouldBeEmpty();
        (await table.Ballots.Answered(Pays, Ballot, default)).ShouldBe(0);
        Refused(await table.Cast(1, Choice.For, "o2", "e0")).ShouldBeOfType<BallotRefusal.NotYourSeat>();
        Granted(await table.Cast(1, Choice.Against, "o3"));
    }

    [Fact]
    public async Task A_ballot_follows_what_its_session_says_before_and_after_it_opens()
    {
        using var table = await Of(6);
        await table.Sessions.Create(Session("se", SessionFormat.Plenary), [], default);
        var (session, item) = (new SessionId("se"), new ItemId("p1"));
        await table.Meetings.Recuse(Withdrawn(session, item, 4), default);
        await table.Meetings.Recuse(Withdrawn(session, new("other"), 3), default);
        await table.Meetings.Give(Pays, Proxy(session, 1, 0), [], default);

        var ballot = await table.OpenOne(proposal: Proposal(session, item));

        (ballot.Seats, ballot.Recused).ShouldBe((4, 1));
        Granted(await table.Cast(1, Choice.For, "o1", "e0")).Seen.Own!.ProxyOf.ShouldBe(Seat(0));
        Refused(await table.Cast(4, Choice.For, "o4")).ShouldBeOfType<BallotRefusal.Recused>();

        // Given, taken back and withdrawn while it is open; the proxy that has served stands.
        await table.Meetings.TakeBack(Pays, Proxy(session, 1, 0), [], default);
        await table.Meetings.Give(Pays, Proxy(session, 2, 3), [], default);
        await table.Meetings.Recuse(Withdrawn(session, item, 0), default);
        await table.Follow.Run(Pays, session, default);
        await table.Follow.Run(Pays, session, default);

        var seats = await Seats(table);
        seats.Single(s => s.Seat == Seat(2)).Holder.ShouldBe(Seat(3));
        seats.Single(s => s.Seat == Seat(1)).Proxy.ShouldBeNull("its holder has withdrawn, and the vote with it");
        Refused(await table.Cast(0, Choice.For, "o0")).ShouldBeOfType<BallotRefusal.Recused>();
        (await table.Ballots.Answered(Pays, Ballot, default)).ShouldBe(0);

        // Taken back for this ballot, the session's proxy isn't followed into it again.
        Granted(await Give(table, 2, null));
        await table.Follow.Run(Pays, session, default);
        Granted(await table.Cast(2, Choice.For, "o2"));
    }

    [Fact]
    public async Task A_vote_by_proxy_waits_once_more_and_a_change_of_rights_adds_no_wait_to_the_others()
    {
        using var table = await Of(12);
        await table.OpenOne();
        Granted(await Give(table, 1, 0));
        var rows = new CountingRowStore(table.Rows);
        table.Use(rows);

        rows.Reset();
        Granted(await table.Cast(2, Choice.For, "o2"));
        rows.SequentialWaits.ShouldBe(2, string.Join('\n', rows.Calls));
        rows.Reset();
        Granted(await table.Cast(1, Choice.For, "o1", "e0"));
        rows.SequentialWaits.ShouldBe(3, string.Join('\n', rows.Calls));
        rows.Calls.Count(c => c.StartsWith("commit", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static ItemRecusal Withdrawn(SessionId session, ItemId item, int seat) => new(
        Pays, session, item, new Recusal(Seat(seat), $"Structure {seat}", Pilot.Id, Pilot.Name, new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), Way.Chat));

    private static Proxy Proxy(SessionId session, int from, int to) => new(
        session, Seat(from), Seat(to), 1, new($"h{from}"), $"Titulaire {from}", new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), Way.Chat);

    private static SeatId Seat(int number) => new($"s{number}");

    private static Task<Ruling<RightsChanged>> Give(VotingTable table, int from, int? to) =>
        table.Proxy.Handle(Member(from), Ballot, Seat(from), to is { } holder ? Seat(holder) : null, default);

    private static RightsObstacle Refusal(Ruling<RightsChanged> ruling) => Refused(ruling).ShouldBeOfType<BallotRefusal.NotThisRight>().Why;

    private static async Task<IReadOnlyList<Elector>> Seats(VotingTable table) => await table.Ballots.Electors(Pays, Ballot, default);

    private static async Task<Outcome> Count(VotingTable table) => VoteRules.Count(
        (await table.Ballots.Get(Pays, Ballot, default))!.Value, await Seats(table), await table.Ballots.Votes(Pays, Ballot, default), table.Clock.GetUtcNow());
}
