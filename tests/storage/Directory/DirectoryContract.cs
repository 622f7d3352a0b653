using Concertation.Domain;
using Concertation.Domain.Directories;
using Concertation.Domain.Notices;
using Concertation.Storage.Directories;
using Concertation.Storage.Notices;
using Concertation.Storage.Rows;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Directories;

/// <summary>What holds of a directory on both stores.</summary>
public abstract class DirectoryContract
{
    private static readonly DateOnly Day = new(2027, 3, 1);
    private readonly TerritoryId _here = new("t" + System.Security.Cryptography.RandomNumberGenerator.GetHexString(12, lowercase: true));

    protected abstract IRowStore Rows { get; }

    private DirectoryStore Store => new(Rows);

    [Fact]
    public async Task An_entry_is_saved_read_and_taken_off()
    {
        var entry = Entry("e1");
        (await Store.Save(entry, null, [], default)).ShouldBeTrue();
        (await Store.Save(entry, null, [], default)).ShouldBeFalse();

        var read = (await Store.Get(_here, entry.Id, default)).ShouldNotBeNull();
        read.Value.Words.SameAs(entry.Words).ShouldBeTrue();
        read.Value.ConfirmedOn.ShouldBe(Day);

        await Store.Remove(_here, entry.Id, default);
        await Store.Remove(_here, entry.Id, default);
        (await Store.All(_here, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_who_correct_the_same_entry_the_second_is_told()
    {
        await Store.Save(Entry("e1"), null, [], default);
        var read = (await Store.Get(_here, new("e1"), default))!;

        (await Store.Save(read.Value with { Asked = 1 }, read.Version, [], default)).ShouldBeTrue();
        (await Store.Save(read.Value with { Asked = 2 }, read.Version, [], default)).ShouldBeFalse();
        (await Store.Get(_here, new("e1"), default))!.Value.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Five_hundred_entries_come_in_together_and_are_read_by_one_query_without_questions_or_effects()
    {
        (await Store.SaveAll(_here, [.. Enumerable.Range(0, 500).Select(i => (Entry($"e{i}"), (string?)null))], default)).ShouldBeTrue();
        await Store.CountGap(_here, "k", "transport ?", Day, default);
        var counting = new CountingRowStore(Rows, TimeSpan.Zero);

        (await new DirectoryStore(counting).All(_here, default)).Count.ShouldBe(500);

        counting.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_question_asked_at_once_by_many_is_one_gap_with_its_count()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.CountGap(_here, "k", "transport à Kervelen", Day, default)));
        await Store.CountGap(_here, "k", "Transport A KERVELEN", Day.AddDays(3), default);
        await Store.CountGap(_here, "l", "courses", Day, default);

        var gaps = await Store.Gaps(_here, default);
        gaps.Select(g => g.Count).ShouldBe([5, 1]);
        (gaps[0].Question, gaps[0].FirstOn, gaps[0].LastOn).ShouldBe(("transport à Kervelen", Day, Day.AddDays(3)));

        await Store.CloseGap(_here, "k", default);
        (await Store.Gaps(_here, default)).ShouldHaveSingleItem().Key.ShouldBe("l");
    }

    [Fact]
    public async Task What_follows_a_change_waits_in_its_own_transaction()
    {
        var entry = Entry("e1");
        await Store.Save(entry, null, [new Effect("confirm-20270301", EffectKind.DirectoryConfirmationDue, entry.Id.Value)], default);

        (await new Outbox(Rows).Waiting(entry.Aggregate, default)).ShouldHaveSingleItem().Kind.ShouldBe(EffectKind.DirectoryConfirmationDue);
        (await new Outbox(Rows).Waiting(Entry("e2").Aggregate, default)).ShouldBeEmpty();
    }

    private DirectoryEntry Entry(string id) => new(
        new(id), _here, new EntryWords("CCAS de Kervelen", ["Portage de repas"], "Tous", Communes: ["Kervelen"], Contact: "02 61 91 12 00"), Day);
}
