using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Tables;
using ConcertationBot.Tests.Kit;
using ConcertationBot.Tests.Kit.Guessing;
using static Concertation.Storage.Tests.Votes.VotingTable;

namespace Concertation.Storage.Tests.Votes;

/// <summary>The pool itself: what opens it, what it gives away to the key's holder, what can't be secret.</summary>
public class SecretPoolTests
{
    private static readonly BallotId Id = new("b1");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_last_pool_opened_with_the_key_tells_the_order_of_answers_only_where_it_is_not_shuffled(bool shuffled)
    {
        var reader = new OpenPools(SecretTable.Master, shuffled);
        var (right, all) = (0, 0);
        for (var round = 0; round < 12; round++)
        {
            using var table = await SecretTable.Of(17, answers: shuffled ? null : reader);
            var ballot = await table.OpenOne(proposal: SecretTable.Secret);
            var given = new List<Choice>();
            for (var seat = 0; seat < 16; seat++)
            {
                // As many for as against, so that pairing them by chance gives half of them right.
                given.Add(seat % 2 == 0 ? SecretTable.Either() : given[^1] == Choice.For ? Choice.Against : Choice.For);
                Granted(await table.Cast(seat, given[seat], $"o{seat}"));
            }

            var gate = (await table.Ballots.Gates(Pays, Id, default)).ShouldHaveSingleItem();
            var places = reader.Places(ballot, 0, gate.Pool!);
            right += given.Zip(places, (choice, place) => place == (choice == Choice.For ? 1 : 2)).Count(same => same);
            all += 16;
        }

        if (shuffled)
        {
            ((double)right).ShouldBeLessThan(Guesser.MostByChance(all));
            ((double)right).ShouldBeGreaterThan(all - Guesser.MostByChance(all));
        }
        else
        {
            right.ShouldBe(all);
        }
    }

    [Fact]
    public async Task Whoever_holds_the_key_reads_the_pools_by_the_words_of_the_record_alone()
    {
        var byTheWords = new OpenPools(SecretTable.Master, shuffled: true);
        using var table = await SecretTable.Of(9);
        var ballot = await table.OpenOne(proposal: SecretTable.Secret);
        Granted(await table.Cast(0, Choice.For, "o1"));
        Granted(await table.Cast(1, Choice.Abstain, "o2"));

        var gate = (await table.Ballots.Gates(Pays, Id, default)).ShouldHaveSingleItem();

        gate.Pool!.Key.ShouldBe(byTheWords.Key);
        byTheWords.Open(ballot, 0, gate.Pool).ShouldBe([new(Choice.For), new(Choice.Abstain)]);
        table.Answers.Open(ballot, 0, byTheWords.Add(ballot, 0, gate.Pool, new(Choice.Against))!)
            .ShouldBe([new(Choice.For), new(Choice.Against), new(Choice.Abstain)]);
    }

    [Fact]
    public async Task A_pool_changed_or_moved_to_another_gate_or_ballot_is_not_opened()
    {
        using var table = await SecretTable.Of(9);
        var ballot = await table.OpenOne(proposal: SecretTable.Secret);
        var pool = table.Answers.Add(ballot, 0, table.Answers.Empty(ballot, 0, 8), new(Choice.For))!;

        for (var i = 0; i < pool.Bytes.Length; i++)
        {
            var changed = pool.Bytes.ToArray();
            changed[i] ^= 1;
            Should.Throw<SealBrokenException>(() => table.Answers.Open(ballot, 0, pool with { Bytes = changed }));
        }

        Should.Throw<SealBrokenException>(() => table.Answers.Open(ballot, 1, pool));
        Should.Throw<SealBrokenException>(() => table.Answers.Open(ballot with { Id = new("b2") }, 0, pool));
        Should.Throw<SealBrokenException>(() => table.Answers.Open(ballot with { Territory = new("autre") }, 0, pool));
        Should.Throw<SealBrokenException>(() => table.Answers.Open(ballot, 0, pool with { Bytes = pool.Bytes[..20] }));
    }

    [Fact]
    public async Task Pools_are_as_long_whatever_is_in_them_and_never_twice_the_same()
    {
        using var table = await SecretTable.Of(9);
        var ballot = await table.OpenOne(proposal: SecretTable.Secret);
        var empty = table.Answers.Empty(ballot, 0, 8);
        var pools = new List<SealedPool> { empty, table.Answers.Empty(ballot, 0, 8) };
        foreach (var choice in (Choice[])[Choice.For, Choice.For, Choice.Against, Choice.Abstain])
        {
            pools.Add(table.Answers.Add(ballot, 0, pools[^1], new(choice))!);
        }

        pools.ShouldAllBe(p => p.Bytes.Length == empty.Bytes.Length);
        pools.Select(p => Convert.ToHexString(p.Bytes.Span)).Distinct().Count().ShouldBe(pools.Count);
    }

    [Fact]
    public async Task Without_its_key_a_secret_ballot_takes_no_answer_and_is_counted_once_the_key_is_back()
    {
        using var table = await SecretTable.Of(9);
        var ballot = await table.OpenOne(proposal: SecretTable.Secret);
        Granted(await table.Cast(0, Choice.For, "o1"));

        (table.Answers, var right) = (SecretTable.Sealed([.. Enumerable.Repeat((byte)9, 32)]), table.Answers);
        table.Use(table.Rows);
        Refused(await table.Cast(1, Choice.For, "o2")).ShouldBe(new BallotRefusal.NotInSecret(SecretLimit.NoKey));
        await Should.ThrowAsync<SealBrokenException>(() => table.Settle(Id));
        (table.Answers, _) = (right, 0);
        table.Use(table.Rows);

        (await table.Settle(Id)).ForWeight.ShouldBe(1);
        (await table.Ballots.Votes(Pays, ballot.Id, default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mark_without_its_answer_is_not_counted_over()
    {
        using var table = await SecretTable.Of(9);
        await table.OpenOne(proposal: SecretTable.Secret);
        Granted(await table.Cast(0, Choice.For, "o1"));
        await table.Rows.Commit("Votes", $"{Pays}|b1", [new Concertation.Storage.Rows.RowChange.Delete("vote|s0", "*")], default);

        await Should.ThrowAsync<SealBrokenException>(() => table.Settle(Id));
    }

    [Fact]
    public async Task Unequal_weights_a_consent_round_and_a_missing_key_are_refused()
    {
        using var table = await SecretTable.Of(9);
        Refused(await Open(table, SecretTable.Secret with { Majority = Majority.Consent })).ShouldBe(new BallotRefusal.UnsoundSetting(ProposalSetting.SecretConsent));

        await new TerritoryRecordStore(table.Rows).Revise(
            Pays,
            before => before! with
            {
                Tables = [.. before.Tables.Select(t => t with { Seats = [.. t.Seats.Select(s => s.Id.Value == "s2" ? s with { Weight = 2 } : s)] })],
            },
            default);
        Refused(await Open(table, SecretTable.Secret)).ShouldBe(new BallotRefusal.NotInSecret(SecretLimit.Weights));
        Granted(await Open(table, VotingTable.Proposal()));

        using var keyless = await SecretTable.Of(9, answers: new Keyless());
        Refused(await Open(keyless, SecretTable.Secret)).ShouldBe(new BallotRefusal.NotInSecret(SecretLimit.NoKey));
        Granted(await Open(keyless, VotingTable.Proposal()));
    }

    [Fact]
    public async Task A_reason_or_another_kind_of_answer_is_refused_and_nothing_is_stored()
    {
        using var table = await SecretTable.Of(9);
        await table.OpenOne(proposal: SecretTable.Secret);

        Refused(await table.Cast(0, Choice.For, "o1", reason: "Parce que")).ShouldBe(new BallotRefusal.NotInSecret(SecretLimit.Reason));
        foreach (var choice in (Choice[])[Choice.Reserve, Choice.Concern, Choice.Sealed])
        {
            Refused(await table.Cast(0, choice, "o2")).ShouldBeOfType<BallotRefusal.NoSuchAnswer>();
        }

        (await table.Ballots.Answered(Pays, Id, default)).ShouldBe(0);
    }

    [Fact]
    public async Task A_secret_vote_takes_two_waits_too()
    {
        using var table = await SecretTable.Of(200);
        await table.OpenOne(proposal: SecretTable.Secret);
        var counting = new CountingRowStore(table.Rows);
        table.Use(counting);

        counting.Reset();
        Granted(await table.Cast(3, Choice.For, "o1"));

        counting.SequentialWaits.ShouldBe(2);
        counting.Calls.Count(c => c.StartsWith("commit", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static Task<Ruling<Ballot>> Open(VotingTable table, Proposal proposal) =>
        table.Open.Handle(Pilot, new($"b{proposal.GetHashCode():x}"), proposal, default);

    private sealed class Keyless : ISealedAnswers
    {
        public string? Key => null;

        public SealedPool Empty(Ballot ballot, int gate, int places) => throw new NotSupportedException();

        public SealedPool Add(Ballot ballot, int gate, SealedPool pool, SealedAnswer answer) => throw new NotSupportedException();

        public IReadOnlyList<SealedAnswer> Open(Ballot ballot, int gate, SealedPool pool) => throw new NotSupportedException();
    }
}
