using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Rows;
using static Concertation.Storage.Tests.Votes.VotingTable;

namespace Concertation.Storage.Tests.Votes;

public class OpeningTests
{
    [Fact]
    public async Task A_table_of_more_seats_than_a_transaction_holds_votes_all_the_same()
    {
        using var table = await Of(251);
        var ballot = await table.OpenOne();

        (ballot.Seats, ballot.Gates).ShouldBe((250, 64));
        (await table.Ballots.Electors(Pays, ballot.Id, default)).Count(e => e.Decides).ShouldBe(250);
        Granted(await table.Cast(249, Choice.For, "o1")).Seen.Answered.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task An_opening_that_broke_off_is_repeated_without_a_trace(int commits)
    {
        using var table = await Of(201);
        var whole = table.Rows;
        table.Use(new BreaksOff(whole, commits));
        await Should.ThrowAsync<IOException>(() => table.OpenOne());
        table.Use(whole);

        (await table.Ballots.Get(Pays, new("b1"), default)).ShouldBeNull();
        (await table.Ballots.Recent(Pays, default)).ShouldBeEmpty();
        Refused(await table.Cast(0, Choice.For, "o1")).ShouldBeOfType<BallotRefusal.NotFound>();
        (await table.OpenOne()).Seats.ShouldBe(200);
        (await table.Ballots.Electors(Pays, new("b1"), default)).Count.ShouldBe(201);
        (await table.Ballots.Recent(Pays, default)).ShouldHaveSingleItem().State.ShouldBe(BallotState.Open);
    }

    [Fact]
    public async Task The_same_opening_again_opens_nothing_twice_and_keeps_the_votes()
    {
        using var table = await Of(5);
        await table.OpenOne();
        Granted(await table.Cast(0, Choice.For, "o1"));

        (await table.OpenOne()).State.ShouldBe(BallotState.Open);

        Granted(await table.Cast(1, Choice.For, "o2")).Seen.Answered.ShouldBe(2);
        (await table.Ballots.Recent(Pays, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_restricted_session_has_the_named_deliberative_seats_vote()
    {
        using var table = await Of(8, restricted: 3);
        await table.Sessions.Create(Session("r1", SessionFormat.Restricted), [], default);

        var ballot = await table.OpenOne(proposal: Proposal(new SessionId("r1"), new ItemId("p1")));

        (ballot.Seats, ballot.Axis!.Value.Value, ballot.Labels.Item).ShouldBe((3, "c1", "Place"));
        Granted(await table.Cast(2, Choice.For, "o1"));
        Refused(await table.Cast(3, Choice.For, "o2")).ShouldBeOfType<BallotRefusal.NotAVotingSeat>();
    }

    [Fact]
    public async Task A_second_convocation_frees_of_quorum_only_what_was_on_the_first_agenda()
    {
        var rules = TableRules.Usual with { Quorum = new Quorum(50, 0) };
        using var table = await Of(8, rules);
        await table.Sessions.Create(Session("f1", SessionFormat.Plenary), [], default);
        await table.Sessions.Create(Session("f2", SessionFormat.Plenary, new SessionId("f1"), "PLACE"), [], default);
        await table.Sessions.Create(Session("f3", SessionFormat.Plenary, new SessionId("f1"), "Autre"), [], default);

        (await table.OpenOne("b1", Proposal(new SessionId("f1"), new ItemId("p1")))).SecondCall.ShouldBeFalse();
        (await table.OpenOne("b2", Proposal(new SessionId("f2"), new ItemId("p1")))).SecondCall.ShouldBeTrue();
        (await table.OpenOne("b3", Proposal(new SessionId("f3"), new ItemId("p1")))).SecondCall.ShouldBeFalse();
        (await table.OpenOne("b4", Proposal(new SessionId("f2")))).SecondCall.ShouldBeFalse();
    }

    [Fact]
    public async Task What_does_not_belong_together_is_refused()
    {
        using var table = await Of(8);
        await table.Sessions.Create(Session("f1", SessionFormat.Plenary), [], default);
        await table.Sessions.Create(Session("x1", SessionFormat.Plenary) with { State = SessionState.Cancelled }, [], default);
        var now = table.Clock.GetUtcNow();
        async Task<BallotRefusal> Refusal(Proposal proposal) =>
            Refused(await table.Open.Handle(Pilot, new("bad"), proposal, default));

        (await Refusal(Proposal() with { Table = new("other") })).ShouldBeOfType<BallotRefusal.NoSuchTable>();
        (await Refusal(Proposal(new SessionId("none")))).ShouldBeOfType<BallotRefusal.NoSuchSession>();
        (await Refusal(Proposal(new SessionId("x1")))).ShouldBeOfType<BallotRefusal.NoSuchSession>();
        (await Refusal(Proposal(new SessionId("f1"), new ItemId("p9")))).ShouldBeOfType<BallotRefusal.NoSuchItem>();
        (await Refusal(Proposal(item: new ItemId("p1")))).ShouldBeOfType<BallotRefusal.NoSuchItem>();
        (await Refusal(Proposal(axis: new("c9")))).ShouldBeOfType<BallotRefusal.NoSuchAxis>();
        (await Refusal(Proposal() with { Title = " " })).ShouldBe(new BallotRefusal.TextMissing(BallotText.Title));
        (await Refusal(Proposal() with { Title = new string('t', 121) })).ShouldBe(new BallotRefusal.TextTooLong(BallotText.Title, 120));
        (await Refusal(Proposal() with { Text = new string('t', 4001) })).ShouldBe(new BallotRefusal.TextTooLong(BallotText.Text, 4000));
        (await Refusal(Proposal() with { ClosesAt = now })).ShouldBeOfType<BallotRefusal.ClosesTooSoon>();
        (await Refusal(Proposal() with { ClosesAt = now.AddDays(60).AddSeconds(1) })).ShouldBe(new BallotRefusal.ClosesTooLate(60));
        Refused(await table.Open.Handle(Member(0), new("bad"), Proposal(), default)).ShouldBeOfType<BallotRefusal.NotConvener>();
        (await table.Ballots.Recent(Pays, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_suggestion_opens_when_the_pilote_takes_it_up()
    {
        using var table = await Of(5);
        Granted(await table.Suggest.Handle(Member(1), new("g1"), Proposal(), default)).State.ShouldBe(BallotState.Suggested);

        Refused(await table.Cast(0, Choice.For, "o1", ballot: "g1")).ShouldBeOfType<BallotRefusal.NotOpen>();
        Refused(await table.Accept.Handle(Member(1), new("g1"), null, false, default)).ShouldBeOfType<BallotRefusal.NotConvener>();
        var opened = Granted(await table.Accept.Handle(Pilot, new("g1"), table.Clock.GetUtcNow().AddHours(2), false, default));

        (opened.State, opened.ProposedBy.Value, opened.OpenedBy!.Value.Value).ShouldBe((BallotState.Open, "h1", "pilote"));
        Granted(await table.Cast(0, Choice.For, "o2", ballot: "g1"));
        Refused(await table.Decline.Handle(Pilot, new("g1"), default)).ShouldBeOfType<BallotRefusal.NoLongerSuggested>();
        (await table.Ballots.Recent(Pays, default)).ShouldHaveSingleItem().State.ShouldBe(BallotState.Open);
    }

    [Fact]
    public async Task A_stranger_to_the_table_suggests_nothing()
    {
        using var table = await Of(5);
        var partner = Member(0) with { Id = new("entra-x"), Person = null };

        Refused(await table.Suggest.Handle(partner, new("g1"), Proposal(), default)).ShouldBeOfType<BallotRefusal.NotMember>();
    }

    [Fact]
    public async Task A_table_without_deliberative_seat_opens_no_ballot()
    {
        using var table = await Of(8, restricted: 0);
        await table.Sessions.Create(Session("r1", SessionFormat.Restricted), [], default);

        Refused(await table.Open.Handle(Pilot, new("b1"), Proposal(new SessionId("r1")), default))
            .ShouldBeOfType<BallotRefusal.NoVotingSeat>();
    }

    /// <summary>A process that dies after so many commits.</summary>
    private sealed class BreaksOff(IRowStore store, int after) : IRowStore
    {
        private int commits;

        public Task<Row?> Get(RowAddress address, CancellationToken cancel) => store.Get(address, cancel);

        public IAsyncEnumerable<Row> Query(string table, string partition, RowRange range, CancellationToken cancel) =>
            store.Query(table, partition, range, cancel);

        public Task<CommitOutcome> Commit(
            string table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancel) =>
            ++commits >= after ? throw new IOException("cut") : store.Commit(table, partition, changes, cancel);
    }
}
