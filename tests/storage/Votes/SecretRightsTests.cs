using Concertation.Domain.Votes;
using static Concertation.Storage.Tests.Votes.VotingTable;

namespace Concertation.Storage.Tests.Votes;

/// <summary>Déports, proxies and consultative voices in a secret ballot: the pool stays whole, the answers apart.</summary>
public class SecretRightsTests
{
    private static readonly BallotId Id = new("b1");

    [Fact]
    public async Task A_deport_leaves_the_pool_as_it_is_and_who_has_answered_stays_in()
    {
        using var table = await SecretTable.Of(9);
        await table.OpenOne(proposal: SecretTable.Secret);
        Granted(await table.Cast(0, Choice.Against, "o0"));

        Granted(await table.Recuse.Handle(Member(1), Id, new("s1"), default)).Changed.ShouldBeTrue();
        Refused(await table.Recuse.Handle(Member(0), Id, new("s0"), default))
            .ShouldBeOfType<BallotRefusal.NotThisRight>().Why.ShouldBe(RightsObstacle.Sealed);
        Refused(await table.Cast(1, Choice.For, "o1")).ShouldBeOfType<BallotRefusal.Recused>();
        Granted(await table.Cast(2, Choice.For, "o2"));

        var outcome = await table.Settle(Id);
        (outcome.ForWeight, outcome.AgainstWeight, outcome.Answered, outcome.Seats, outcome.Recused).ShouldBe((1, 1, 2, 7, 1));
    }

    [Fact]
    public async Task An_answer_by_proxy_marks_for_whom_and_is_counted_once()
    {
        using var table = await SecretTable.Of(9);
        await table.OpenOne(proposal: SecretTable.Secret);
        Granted(await table.Proxy.Handle(Member(1), Id, new("s1"), new("s0"), default));

        var done = Granted(await table.Cast(1, Choice.For, "by-proxy", entraId: "e0"));
        Granted(await table.Cast(0, Choice.Against, "own"));

        (done.Seen.Own!.ProxyOf, done.Seen.Own.Choice).ShouldBe((new("s0"), Choice.Sealed));
        Refused(await table.Cast(1, Choice.Against, "again", entraId: "e0")).ShouldBeOfType<BallotRefusal.SecretIsFinal>();
        var outcome = await table.Settle(Id);
        (outcome.ForWeight, outcome.AgainstWeight, outcome.Answered).ShouldBe((1, 1, 2));
    }

    [Fact]
    public async Task A_consultative_answer_is_sealed_with_the_others_and_counted_apart()
    {
        using var table = await SecretTable.Of(9);
        await table.OpenOne(proposal: SecretTable.Secret);
        Granted(await table.Cast(8, Choice.Against, "consultative"));
        Granted(await table.Cast(0, Choice.For, "o0"));
        Granted(await table.Cast(1, Choice.For, "o1"));

        var outcome = await table.Settle(Id);

        (outcome.ForWeight, outcome.AgainstWeight, outcome.Answered).ShouldBe((2, 0, 2));
        (outcome.Consultative!.For, outcome.Consultative.Against).ShouldBe((0, 1));
    }
}
