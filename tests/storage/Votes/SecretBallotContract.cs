using Concertation.Domain.Votes;
using Concertation.Storage.AzureAccount;
using Concertation.Storage.AzureTables;
using Concertation.Storage.Rows;
using ConcertationBot.Tests.Kit.Guessing;
using Xunit.Abstractions;
using static Concertation.Storage.Tests.Votes.VotingTable;

namespace Concertation.Storage.Tests.Votes;

/// <summary>What holds of a secret ballot on both stores.</summary>
public abstract class SecretBallotContract(ITestOutputHelper output)
{
    /// <summary>Null: the SQLite file of the table.</summary>
    protected abstract IRowStore? Store { get; }

    private readonly string _id = "secret-" + System.Security.Cryptography.RandomNumberGenerator.GetHexString(16, lowercase: true);

    [Fact]
    public async Task The_first_answer_of_a_seat_is_final_whoever_gives_another_and_a_repeat_of_it_counts_once()
    {
        using var table = await SecretTable.Of(9, Store);
        await table.OpenOne(_id, SecretTable.Secret);

        var first = Granted(await Cast(table, 0, Choice.For, "o1"));
        var repeat = Granted(await Cast(table, 0, Choice.For, "o1"));

        first.Repeated.ShouldBeFalse();
        (first.Seen.Own!.Choice, first.Seen.Answered).ShouldBe((Choice.Sealed, 1));
        repeat.Repeated.ShouldBeTrue();
        (repeat.Seen.Own!.Choice, repeat.Seen.Answered).ShouldBe((Choice.Sealed, 1));
        var final = Refused(await Cast(table, 0, Choice.Against, "o2")).ShouldBeOfType<BallotRefusal.SecretIsFinal>();
        (final.Mark.ByName, final.Mark.Choice).ShouldBe(("Titulaire 0", Choice.Sealed));
        Refused(await Cast(table, 0, Choice.Against, "o3", entraId: "f0")).ShouldBeOfType<BallotRefusal.SecretIsFinal>();
        var outcome = await table.Settle(new(_id));
        (outcome.ForWeight, outcome.AgainstWeight, outcome.Answered).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task Devices_that_answer_at_the_same_instant_for_one_seat_give_one_answer()
    {
        using var table = await SecretTable.Of(9, Store);
        await table.OpenOne(_id, SecretTable.Secret);

        // Four seats, all behind one gate, and five devices each: every seat's own ones all say the same.
        var casts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            Cast(table, i % 4, i % 4 == 0 ? Choice.For : Choice.Against, $"o{i}"))));

        casts.Count(c => c is Ruling<CastDone>.Granted { Value.Repeated: false }).ShouldBe(4);
        casts.Where(c => c is Ruling<CastDone>.Refused).ShouldAllBe(c => Refused(c) is BallotRefusal.SecretIsFinal);
        var outcome = await table.Settle(new(_id));
        (outcome.ForWeight, outcome.AgainstWeight, outcome.AbstainWeight, outcome.Answered).ShouldBe((1, 3, 0, 4));
    }

    [Fact]
    public async Task What_is_counted_is_what_was_answered_and_counting_again_gives_the_same()
    {
        using var table = await SecretTable.Of(60, Store);
        var ballot = await table.OpenOne(_id, SecretTable.Secret);
        ballot.Gates.ShouldBe(3);
        Choice[] given = [.. Enumerable.Range(0, 50).Select(i => (Choice)(i * i % 3))];
        foreach (var (choice, seat) in given.Select((c, i) => (c, i)))
        {
            Granted(await Cast(table, seat, choice, $"o{seat}"));
        }

        var outcome = await table.Settle(new(_id));

        (outcome.ForWeight, outcome.AgainstWeight, outcome.AbstainWeight).ShouldBe((
            given.Count(c => c == Choice.For), given.Count(c => c == Choice.Against), given.Count(c => c == Choice.Abstain)));
        (await table.Settle(new(_id))).ShouldBeEquivalentTo(outcome);
        var kept = await table.Ballots.Votes(Pays, new(_id), default);
        kept.Count.ShouldBe(50);
        kept.ShouldAllBe(v => v.Choice == Choice.Sealed && v.Reason == null && v.Option == null);
        Refused(await Cast(table, 55, Choice.For, "late")).ShouldBeOfType<BallotRefusal.Closed>();
    }

    [Theory]
    [InlineData(true, true, 160)]
    [InlineData(false, true, 100)]
    [InlineData(false, false, 100)]
    public async Task Rows_seen_before_and_after_each_answer_tell_it_only_where_it_is_not_encrypted(bool encrypted, bool shuffled, int seats)
    {
        using var table = await SecretTable.Of(seats + 1, Store, encrypted ? null : new OpenPools(key: null, shuffled));
        await table.OpenOne(_id, SecretTable.Secret);
        var traces = new List<Trace>();
        var before = await Rows(table);
        for (var seat = 0; seat < seats; seat++)
        {
            var choice = SecretTable.Either();
            Granted(await Cast(table, seat, choice, $"o{seat:D4}"));
            var after = await Rows(table);
            traces.Add(new(Sight.Of(before, after), choice == Choice.For));
            before = after;
        }

        var (right, of, by) = Guesser.Try(traces);

        output.WriteLine($"{right} of {of} by « {by} »");
        if (encrypted)
        {
            ((double)right).ShouldBeLessThan(Guesser.MostByChance(of));
        }
        else
        {
            ((double)right).ShouldBeGreaterThan(Guesser.MostByChance(of));
        }
    }

    private Task<Ruling<CastDone>> Cast(VotingTable table, int seat, Choice choice, string operation, string? entraId = null) =>
        table.Cast(seat, choice, operation, entraId, _id);

    /// <summary>All that a cast can write lies in the ballot's partition; the list of ballots is read too.</summary>
    private async Task<Dictionary<string, byte[]>> Rows(VotingTable table)
    {
        var rows = await Sight.Rows(table.Rows, "Votes", $"{Pays}|{_id}");
        foreach (var (key, row) in await Sight.Rows(table.Rows, "Votes", Pays.Value))
        {
            rows.Add(key, row);
        }

        return rows;
    }
}

public sealed class SecretBallotOnSqliteTests(ITestOutputHelper output) : SecretBallotContract(output)
{
    protected override IRowStore? Store => null;
}

[Collection(nameof(AzuriteCollection))]
public sealed class SecretBallotOnAzuriteTests(AzuriteFixture azurite, ITestOutputHelper output) : SecretBallotContract(output)
{
    protected override IRowStore? Store { get; } =
        new AzureRowStore(StorageAccount.Parse(azurite.Account), TimeProvider.System);
}
