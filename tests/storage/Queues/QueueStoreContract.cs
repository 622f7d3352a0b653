using Concertation.Storage.Queues;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Queues;

/// <summary>What a queue promises, on a clock that the test moves.</summary>
public abstract class QueueStoreContract
{
    private const string Queue = "relay";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected abstract IQueueStore Store { get; }

    protected MovableClock Clock { get; } = new();

    [Fact]
    public async Task A_message_sent_is_received_once_with_its_text()
    {
        await Send("Séance « plénière » 😀\r\n");
        var message = (await Receive()).ShouldHaveSingleItem();
        message.Body.ShouldBe("Séance « plénière » 😀\r\n");
        message.DequeueCount.ShouldBe(1);
        (await Receive()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_message_is_a_message()
    {
        await Send("");
        (await Receive()).ShouldHaveSingleItem().Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delayed_message_shows_when_its_time_has_come()
    {
        await Send("later", TimeSpan.FromSeconds(30));
        (await Receive()).ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromSeconds(29));
        (await Receive()).ShouldBeEmpty();
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await Receive()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_not_deleted_comes_back_with_its_count_raised_and_a_new_receipt()
    {
        await Send("again");
        var first = (await Receive()).ShouldHaveSingleItem();
        Clock.Advance(Minute);
        var second = (await Receive()).ShouldHaveSingleItem();
        second.Id.ShouldBe(first.Id);
        second.DequeueCount.ShouldBe(2);
        second.Receipt.ShouldNotBe(first.Receipt);
    }

    [Fact]
    public async Task A_deleted_message_never_comes_back()
    {
        await Send("done");
        (await Store.Delete(Queue, (await Receive())[0], default)).ShouldBeTrue();
        Clock.Advance(TimeSpan.FromDays(8));
        (await Receive()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_receiver_can_not_delete_what_another_has_taken_since()
    {
        await Send("slow");
        var late = (await Receive())[0];
        Clock.Advance(Minute);
        var current = (await Receive())[0];

        (await Store.Delete(Queue, late, default)).ShouldBeFalse();
        (await Store.Delete(Queue, current, default)).ShouldBeTrue();
        (await Store.Delete(Queue, current, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_late_receiver_can_still_delete_what_nobody_has_taken_since()
    {
        await Send("slow");
        var late = (await Receive())[0];
        Clock.Advance(Minute);
        (await Store.Delete(Queue, late, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_poisoned_message_moves_to_the_queue_beside()
    {
        await Send("bad");
        await Store.Poison(Queue, (await Receive())[0], default);

        Clock.Advance(Minute);
        (await Receive()).ShouldBeEmpty();
        (await Store.Receive("relay-poison", 32, Minute, default)).ShouldHaveSingleItem().Body.ShouldBe("bad");
    }

    [Fact]
    public async Task A_late_receiver_can_not_poison_what_another_has_taken_since()
    {
        await Send("slow");
        var late = (await Receive())[0];
        Clock.Advance(Minute);
        var current = (await Receive())[0];

        await Store.Poison(Queue, late, default);
        (await Store.Receive("relay-poison", 32, Minute, default)).ShouldBeEmpty();
        (await Store.Delete(Queue, current, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task At_most_so_many_messages_are_taken_and_the_others_left()
    {
        for (var i = 0; i < 40; i++)
        {
            await Send($"m{i}");
        }

        (await Store.Receive(Queue, 5, Minute, default)).Count.ShouldBe(5);
        (await Receive()).Count.ShouldBe(32);
        (await Receive()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Queues_are_apart()
    {
        await Send("here");
        (await Store.Receive("other", 32, Minute, default)).ShouldBeEmpty();
        var message = (await Receive())[0];
        (await Store.Delete("other", message, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_many_receivers_at_once_one_takes_a_message()
    {
        for (var i = 0; i < 50; i++)
        {
            await Send($"m{i}");
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Store.Receive(Queue, 8, Minute, default))));
        var ids = taken.SelectMany(messages => messages).Select(m => m.Id).ToList();
        ids.Count.ShouldBe(50);
        ids.Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public async Task The_longest_message_goes_through_and_one_byte_more_is_refused()
    {
        var longest = new string('é', QueueRules.MaxBodyBytes / 2);
        await Send(longest);
        (await Receive())[0].Body.ShouldBe(longest);
        await ShouldRefuse(() => Send(longest + "x"), "at most 49152 fit");
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Relay")]
    [InlineData("-relay")]
    [InlineData("relay-")]
    [InlineData("re--lay")]
    [InlineData("re_lay")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567")]
    public async Task Forbidden_names_of_queues_are_refused(string queue)
    {
        await ShouldRefuse(() => Store.Send(queue, "x", TimeSpan.Zero, default), "can't name a queue");
        await ShouldRefuse(() => Store.Receive(queue, 1, Minute, default), "can't name a queue");
    }

    [Fact]
    public async Task Delays_and_numbers_out_of_bounds_are_refused()
    {
        await ShouldRefuse(() => Send("x", TimeSpan.FromSeconds(-1)), "0 to 7 days");
        await ShouldRefuse(() => Send("x", TimeSpan.FromDays(7.1)), "0 to 7 days");
        await ShouldRefuse(() => Store.Receive(Queue, 0, Minute, default), "1 to 32");
        await ShouldRefuse(() => Store.Receive(Queue, 33, Minute, default), "1 to 32");
        await ShouldRefuse(() => Store.Receive(Queue, 1, TimeSpan.Zero, default), "1 second to 7 days");
    }

    protected Task Send(string body, TimeSpan delay = default) => Store.Send(Queue, body, delay, default);

    protected Task<IReadOnlyList<QueueMessage>> Receive() => Store.Receive(Queue, 32, Minute, default);

    private static async Task ShouldRefuse(Func<Task> call, string reason) =>
        (await Should.ThrowAsync<ArgumentException>(call)).Message.ShouldContain(reason);
}
