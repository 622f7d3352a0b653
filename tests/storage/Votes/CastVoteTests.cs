using Concertation.Domain.Tables;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Kit;
using static Concertation.Storage.Tests.Votes.VotingTable;

namespace Concertation.Storage.Tests.Votes;

public class CastVoteTests
{
    [Fact]
    public async Task A_vote_takes_two_waits_whatever_the_number_of_voters()
    {
        using var table = await Of(80);
        await table.OpenOne();
        var counting = new CountingRowStore(table.Rows);
        table.Use(counting);

        for (var seat = 0; seat < 3; seat++)
        {
            counting.Reset();
            Granted(await table.Cast(seat, Choice.For, $"o{seat}"));

            counting.SequentialWaits.ShouldBe(2);
            counting.Calls.Count(c => c.StartsWith("commit", StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task The_last_answer_counts_and_every_answer_is_kept()
    {
        using var table = await Of(5);
        await table.OpenOne();

        Granted(await table.Cast(0, Choice.For, "o1")).Seen.Answered.ShouldBe(1);
        table.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = Granted(await table.Cast(0, Choice.Against, "o2"));

        second.Seen.Answered.ShouldBe(1);
        second.Replaced!.Choice.ShouldBe(Choice.For);
        var votes = await table.Ballots.Votes(Pays, new("b1"), default);
        votes.ShouldHaveSingleItem().Choice.ShouldBe(Choice.Against);
        var history = new List<string>();
        await foreach (var row in table.Rows.Query(
            "Votes", $"{Pays}|b1", Concertation.Storage.Rows.RowRange.StartingWith("cast|s0|"), default))
        {
            history.Add(row.Key);
        }

        history.Select(k => k.Split('.')[^1]).ShouldBe(["o1", "o2"]);
    }

    [Fact]
    public async Task A_substitute_may_answer_after_the_holder_and_it_shows_who_did()
    {
        using var table = await Of(5);
        await table.OpenOne();
        Granted(await table.Cast(0, Choice.For, "o1"));

        var done = Granted(await table.Cast(0, Choice.Abstain, "o2", entraId: "f0"));

        done.Replaced!.ByName.ShouldBe("Titulaire 0");
        done.Seen.Own!.ByName.ShouldBe("Suppléant 0");
        Granted(await table.Show.Handle(Pays, new("b1"), new("s0"), "e0", null, default)).Own!.By.Value.ShouldBe("d0");
    }

    [Fact]
    public async Task The_same_act_again_counts_once_even_after_a_later_answer()
    {
        using var table = await Of(5);
        await table.OpenOne();
        Granted(await table.Cast(0, Choice.For, "o1"));

        Granted(await table.Cast(0, Choice.For, "o1")).Repeated.ShouldBeTrue();
        Granted(await table.Cast(0, Choice.Against, "o2"));
        var late = Granted(await table.Cast(0, Choice.For, "o1"));

        late.Repeated.ShouldBeTrue();
        late.Seen.Own!.Choice.ShouldBe(Choice.Against);
        late.Seen.Answered.ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_holder_and_the_substitute_of_today_answer_for_a_seat()
    {
        using var table = await Of(5, restricted: 2);
        await table.OpenOne();
        await table.Sessions.Create(Session("se", SessionFormat.Restricted), [], default);
        await table.OpenOne("b2", Proposal(new("se")));

        Refused(await table.Cast(0, Choice.For, "o1", entraId: "e1")).ShouldBeOfType<BallotRefusal.NotYourSeat>();
        Refused(await table.Cast(0, Choice.For, "o2", entraId: "nobody")).ShouldBeOfType<BallotRefusal.UnknownVoter>();
        Refused(await table.Cast(4, Choice.For, "o3", ballot: "b2")).ShouldBeOfType<BallotRefusal.NotAVotingSeat>();
        Refused(await table.Cast(99, Choice.For, "o4", entraId: "e0")).ShouldBeOfType<BallotRefusal.NotYourSeat>();
        Refused(await table.Cast(0, Choice.For, "o5", ballot: "other")).ShouldBeOfType<BallotRefusal.NotFound>();
        (await table.Ballots.Votes(Pays, new("b1"), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mandate_that_ended_meanwhile_no_longer_votes()
    {
        using var table = await Of(5);
        await table.OpenOne();
        await new Concertation.Storage.Tables.TerritoryRecordStore(table.Rows).Revise(
            Pays,
            before => before! with
            {
                Mandates = [.. before.Mandates.Select(m => m.Seat.Value == "s1" ? m with { Holder = before.Mandates[3].Holder } : m)],
            },
            default);

        Refused(await table.Cast(1, Choice.For, "o1")).ShouldBeOfType<BallotRefusal.NotYourSeat>();
        Granted(await table.Cast(1, Choice.For, "o2", entraId: "e3"));
    }

    [Fact]
    public async Task After_the_closing_time_a_vote_is_refused_and_the_refusal_carries_the_closing_out()
    {
        using var table = await Of(5);
        var ballot = await table.OpenOne();
        Granted(await table.Cast(0, Choice.For, "o1"));
        table.Clock.Advance(ballot.ClosesAt!.Value - table.Clock.GetUtcNow());

        Refused(await table.Cast(1, Choice.For, "o2")).ShouldBeOfType<BallotRefusal.Closed>();
        Granted(await table.Cast(0, Choice.For, "o1")).Repeated.ShouldBeTrue();
        (await table.Ballots.Get(Pays, ballot.Id, default))!.Value.State.ShouldBe(BallotState.Closed);
        Granted(await table.Close.WhenDue(Pays, ballot.Id, default)).State.ShouldBe(BallotState.Closed);
        (await table.Ballots.Votes(Pays, ballot.Id, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_withdrawn_ballot_takes_no_vote()
    {
        using var table = await Of(5);
        await table.OpenOne();
        Granted(await table.Withdraw.Handle(Pilot, new("b1"), "À retravailler", default)).State.ShouldBe(BallotState.Withdrawn);

        Refused(await table.Cast(0, Choice.For, "o1")).ShouldBeOfType<BallotRefusal.Withdrawn>();
        Refused(await table.Close.Handle(Pilot, new("b1"), default)).ShouldBeOfType<BallotRefusal.Withdrawn>();
    }

    [Fact]
    public async Task A_reason_too_long_is_refused_and_a_blank_one_is_none()
    {
        using var table = await Of(5);
        await table.OpenOne();

        Refused(await table.Cast(0, Choice.For, "o1", reason: new string('a', 1001)))
            .ShouldBe(new BallotRefusal.TextTooLong(BallotText.Reason, 1000));
        Refused(await table.Cast(0, Choice.For, "o3", reason: "Appelez le 06 12 34 56 78"))
            .ShouldBe(new BallotRefusal.PersonalData(BallotText.Reason));
        Granted(await table.Cast(0, Choice.For, "o2", reason: "  ")).Seen.Own!.Reason.ShouldBeNull();
    }

    [Fact]
    public async Task Seats_behind_one_gate_that_vote_at_the_same_instant_are_all_counted()
    {
        using var table = await Of(4);
        await table.OpenOne();

        // Three seats and as many gates, twelve casts at once: several go through the same gate.
        var casts = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            Task.Run(() => table.Cast(i % 3, (Choice)(i % 3), $"o{i}", entraId: $"e{i % 3}"))));

        casts.ShouldAllBe(c => c is Ruling<CastDone>.Granted);
        (await table.Ballots.Votes(Pays, new("b1"), default)).Count.ShouldBe(3);
        var context = await table.Ballots.ReadForCast(Pays, new("b1"), new("s0"), "e0", default);
        context.Gate!.AnsweredInAll.ShouldBe(3);
    }
}
