using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Storage.Notices;
using Concertation.Storage.Polls;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Polls;

public sealed class DatePollStoreTests : IDisposable
{
    private static readonly TerritoryId Here = new("here");
    private static readonly DateTimeOffset Now = new(2027, 9, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly DatePoll Poll = new(
        new("d-1"), Here, new("tct"), SessionFormat.Restricted, TimeSpan.FromMinutes(90), "Mairie", true, "https://visio.example/1",
        [new AgendaRow(AgendaItemKind.Decision, "Sorties", 30, new AxisId("c1"))], "Suivi",
        [new Slot(new("c1"), Now.AddDays(30)), new Slot(new("c2"), Now.AddDays(32))], new DateOnly(2027, 9, 20), new("pilote"), Now);

    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;
    private readonly CountingRowStore rows;
    private readonly DatePollStore store;

    public DatePollStoreTests()
    {
        file = SqliteFile.Open(folder.Path);
        rows = new CountingRowStore(new SqliteRowStore(file), TimeSpan.Zero);
        store = new DatePollStore(rows);
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_poll_is_read_back_as_it_was_written_with_its_effect_waiting()
    {
        (await store.Create(Poll, [PollEffects.Opened(Poll)], default)).ShouldBeTrue();
        (await store.Create(Poll with { Place = "Ailleurs" }, [], default)).ShouldBeFalse();

        var back = (await store.Get(Here, Poll.Id, default))!.Value;
        (back with { Agenda = Poll.Agenda, Slots = Poll.Slots }).ShouldBe(Poll);
        back.Agenda.ShouldBe(Poll.Agenda);
        back.Slots.ShouldBe(Poll.Slots);
        (await new Outbox(rows).Waiting(PollEffects.Aggregate(Poll), default)).ShouldBe([PollEffects.Opened(Poll)]);
        (await store.Get(new("elsewhere"), Poll.Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_changes_of_one_version_one_stands()
    {
        await store.Create(Poll, [], default);
        var there = (await store.Get(Here, Poll.Id, default))!;

        var both = await Task.WhenAll(
            store.Save(there.With(there.Value with { State = PollState.Chosen, Chosen = new("c1") }), [], default),
            store.Save(there.With(there.Value with { State = PollState.Withdrawn }), [], default));

        both.Count(saved => saved).ShouldBe(1);
    }

    [Fact]
    public async Task The_list_holds_open_polls_newest_first_and_loses_those_that_ended()
    {
        var later = Poll with { Id = new("d-2"), OpenedAt = Now.AddHours(1) };
        await store.Create(Poll, [], default);
        await store.Create(later, [], default);
        (await store.Listed(Here, default)).Select(p => p.Id.Value).ShouldBe(["d-2", "d-1"]);

        await store.List(later with { State = PollState.Withdrawn }, default);
        await store.List(later with { State = PollState.Withdrawn }, default);

        (await store.Listed(Here, default)).Select(p => p.Id.Value).ShouldBe(["d-1"]);
    }

    [Fact]
    public async Task An_answer_replaces_only_the_one_it_was_made_from_and_each_is_kept()
    {
        (await store.SaveAnswer(Here, Answer("s1", "o1", 0), null, default)).ShouldBeTrue();
        (await store.SaveAnswer(Here, Answer("s1", "o2", 1), null, default)).ShouldBeFalse();
        var standing = (await store.AnswerOf(Here, Poll.Id, new("s1"), default))!;
        (await store.SaveAnswer(Here, Answer("s1", "o3", 2), standing.Version, default)).ShouldBeTrue();
        (await store.SaveAnswer(Here, Answer("s1", "o4", 3), standing.Version, default)).ShouldBeFalse();

        (await store.AnswerOf(Here, Poll.Id, new("s1"), default))!.Value.Operation.Value.ShouldBe("o3");
        (await store.AnswerHistory(Here, Poll.Id, new("s1"), default)).Select(a => a.Operation.Value).ShouldBe(["o1", "o3"]);
    }

    [Fact]
    public async Task Five_hundred_answers_are_read_with_their_poll_by_one_query_of_its_partition()
    {
        await store.Create(Poll, [PollEffects.Opened(Poll)], default);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => store.SaveAnswer(Here, Answer($"s{i}", "o1", 0), null, default)));
        rows.Reset();

        var whole = (await store.Whole(Here, Poll.Id, default))!;

        whole.Answers.Count.ShouldBe(500);
        whole.Answers[0].Slots.ShouldBe(Answer("s0", "o1", 0).Slots);
        rows.Calls.ShouldHaveSingleItem().ShouldStartWith("query Sessions/here|poll|d-1 ");
        rows.Reset();
        await store.Listed(Here, default);
        rows.Calls.ShouldHaveSingleItem().ShouldStartWith("query Sessions/here ");
    }

    private static PollAnswer Answer(string seat, string operation, int minute) => new(
        Poll.Id, new SeatId(seat), [new(new("c1"), Availability.Yes), new(new("c2"), Availability.IfNeeded)], new("someone"), "Quelqu’un",
        Now.AddMinutes(minute), Way.Link, new(operation));
}
