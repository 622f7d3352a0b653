using System.Collections.Concurrent;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using static Concertation.Storage.Tests.Votes.VotingTable;

namespace Concertation.Storage.Tests.Votes;

public class ExtendingTests
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task A_ballot_is_extended_once_and_takes_answers_until_the_new_end()
    {
        using var table = await Of(6);
        var ballot = await table.OpenOne();
        var later = ballot.ClosesAt!.Value.AddDays(1);

        var extended = Granted(await table.Extend.Handle(Pilot, ballot.Id, later, default));
        (extended.ClosesAt, extended.Form.ExtendedFrom).ShouldBe((later, ballot.ClosesAt));
        // The same wish again is the same act; another end is refused.
        Granted(await table.Extend.Handle(Pilot, ballot.Id, later, default));
        Refused(await table.Extend.Handle(Pilot, ballot.Id, later.AddDays(1), default)).ShouldBeOfType<BallotRefusal.AlreadyExtended>();

        table.Clock.Advance(TimeSpan.FromHours(82));
        Granted(await table.Close.WhenDue(Pays, ballot.Id, default)).State.ShouldBe(BallotState.Open);
        Granted(await table.Cast(0, Choice.For, "o1"));
        table.Clock.Advance(TimeSpan.FromDays(1));
        Refused(await table.Cast(0, Choice.Against, "o2")).ShouldBeOfType<BallotRefusal.Closed>();
        var waiting = await new Concertation.Storage.Notices.Outbox(table.Rows).Waiting(ballot.Aggregate, default);
        waiting.Count(e => e.Id == "extended").ShouldBe(1);
    }

    [Fact]
    public async Task An_end_that_is_earlier_too_late_or_somebody_elses_wish_is_refused()
    {
        using var table = await Of(6);
        var ballot = await table.OpenOne();
        var end = ballot.ClosesAt!.Value;

        Refused(await table.Extend.Handle(Pilot, ballot.Id, end, default)).ShouldBeOfType<BallotRefusal.NotLater>();
        Refused(await table.Extend.Handle(Pilot, ballot.Id, end.AddDays(90), default)).ShouldBeOfType<BallotRefusal.ClosesTooLate>();
        Refused(await table.Extend.Handle(Member(0), ballot.Id, end.AddDays(1), default)).ShouldBeOfType<BallotRefusal.NotConvener>();
        (await table.Ballots.Get(Pays, ballot.Id, default))!.Value.ClosesAt.ShouldBe(end);
    }

    [Fact]
    public async Task After_its_end_a_ballot_is_never_extended_though_nobody_has_closed_it_yet()
    {
        using var table = await Of(6);
        var ballot = await table.OpenOne();
        table.Clock.Advance(TimeSpan.FromHours(81));

        Refused(await table.Extend.Handle(Pilot, ballot.Id, ballot.ClosesAt!.Value.AddDays(1), default)).ShouldBeOfType<BallotRefusal.Closed>();

        (await table.Ballots.Get(Pays, ballot.Id, default))!.Value.State.ShouldBe(BallotState.Closed);
    }

    /// <summary>Whoever was once told « closed » must never see an answer taken later, whoever extends meanwhile.</summary>
    [Fact]
    public async Task Extending_at_the_very_end_either_comes_before_every_refusal_or_does_not_come()
    {
        for (var round = 0; round < 12; round++)
        {
            using var table = await Of(9);
            var ballot = await table.OpenOne();
            table.Clock.Advance(ballot.ClosesAt!.Value - table.Clock.GetUtcNow() - Instant);
            var ended = new ConcurrentQueue<bool>();
            var extend = Task.Run(() => table.Extend.Handle(Pilot, ballot.Id, ballot.ClosesAt.Value.AddDays(1), default));
            var casts = Enumerable.Range(0, 6).Select(seat => Task.Run(async () =>
            {
                for (var i = 0; i < 6; i++)
                {
                    ended.Enqueue(await table.Cast(seat, Choice.For, $"o{seat}-{i}") is Ruling<CastDone>.Refused);
                }
            })).ToList();
            await Task.Delay(round % 4);
            table.Clock.Advance(Instant);
            await Task.WhenAll([extend, .. casts]);

            var head = (await table.Ballots.Get(Pays, ballot.Id, default))!.Value;
            if (ended.Contains(true))
            {
                head.State.ShouldBe(BallotState.Closed);
                (await extend).ShouldBeOfType<Ruling<Ballot>.Refused>();
                Refused(await table.Cast(0, Choice.Against, "late")).ShouldBeOfType<BallotRefusal.Closed>();
            }
            else if (await extend is Ruling<Ballot>.Granted)
            {
                head.State.ShouldBe(BallotState.Open);
                Granted(await table.Cast(0, Choice.Against, "after"));
            }
        }
    }

    [Fact]
    public async Task Closing_and_extending_at_once_leave_one_end_that_all_agree_on()
    {
        for (var round = 0; round < 12; round++)
        {
            using var table = await Of(6);
            var ballot = await table.OpenOne();

            var close = Task.Run(() => table.Close.Handle(Pilot, ballot.Id, default));
            var extend = Task.Run(() => table.Extend.Handle(Pilot, ballot.Id, ballot.ClosesAt!.Value.AddDays(1), default));
            await Task.WhenAll(close, extend);

            // The pilote's closing always ends it; an extension that was granted came before.
            var head = (await table.Ballots.Get(Pays, ballot.Id, default))!.Value;
            Granted(await close).State.ShouldBe(BallotState.Closed);
            head.State.ShouldBe(BallotState.Closed);
            (head.Form.ExtendedFrom is not null).ShouldBe(await extend is Ruling<Ballot>.Granted);
        }
    }

    [Fact]
    public async Task A_ballot_that_closes_when_all_have_answered_closes_with_the_last_and_counts_every_answer()
    {
        for (var round = 0; round < 8; round++)
        {
            using var table = await Of(13, TableRules.Usual with { Ballot = BallotRules.Usual with { ClosesWhenAll = true } });
            var ballot = await table.OpenOne();
            Granted(await table.Close.WhenAllAnswered(Pays, ballot.Id, default)).State.ShouldBe(BallotState.Open);

            // The last seat is consultative: nobody waits for it.
            await Task.WhenAll(Enumerable.Range(0, 12).Select(seat => Task.Run(async () =>
            {
                Granted(await table.Cast(seat, (Choice)(seat % 3), $"o{seat}"));
                await table.Close.WhenAllAnswered(Pays, ballot.Id, default);
            })));

            var head = (await table.Ballots.Get(Pays, ballot.Id, default))!.Value;
            (head.State, head.ClosesAt).ShouldBe((BallotState.Closed, table.Clock.GetUtcNow()));
            (await table.Ballots.Votes(Pays, ballot.Id, default)).Count.ShouldBe(12);
            Refused(await table.Cast(0, Choice.Against, "late")).ShouldBeOfType<BallotRefusal.Closed>();
            var waiting = await new Concertation.Storage.Notices.Outbox(table.Rows).Waiting(ballot.Aggregate, default);
            waiting.Count(e => e.Id == "closed").ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_ballot_that_does_not_close_so_stays_open_with_every_answer_in()
    {
        using var table = await Of(5);
        var ballot = await table.OpenOne();
        foreach (var seat in Enumerable.Range(0, 4))
        {
            Granted(await table.Cast(seat, Choice.For, $"o{seat}"));
        }

        Granted(await table.Close.WhenAllAnswered(Pays, ballot.Id, default)).State.ShouldBe(BallotState.Open);
        Granted(await table.Cast(0, Choice.Against, "mind"));
    }

    [Fact]
    public async Task Counting_again_gives_the_same_outcome_to_the_letter()
    {
        using var table = await Of(30);
        var ballot = await table.OpenOne();
        await Task.WhenAll(Enumerable.Range(0, 29).Select(seat => table.Cast(seat, (Choice)(seat % 3), $"o{seat}")));
        var closed = Granted(await table.Close.Handle(Pilot, ballot.Id, default));

        async Task<string> Count() => System.Text.Json.JsonSerializer.Serialize(VoteRules.Count(
            closed, await table.Ballots.Electors(Pays, ballot.Id, default), await table.Ballots.Votes(Pays, ballot.Id, default), closed.ClosesAt!.Value));
        (await Count()).ShouldBe(await Count());
    }
}
