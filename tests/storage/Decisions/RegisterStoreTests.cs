using Concertation.Domain.Decisions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Decisions;
using Concertation.Storage.Sqlite;
using ConcertationBot.Tests.Kit;

namespace Concertation.Storage.Tests.Decisions;

public sealed class RegisterStoreTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;
    private readonly RegisterStore register;

    public RegisterStoreTests()
    {
        file = SqliteFile.Open(folder.Path);
        register = new RegisterStore(new SqliteRowStore(file));
    }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Decisions_recorded_at_once_are_numbered_without_gaps_in_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => Record($"b{i}", 2026 + (i % 2)))));

        var decisions = await register.Of(new("t"), new("tct"), default);
        RegisterChain.Verify(decisions).ShouldBe(new ChainCheck.Intact(24));
        decisions.Where(d => d.Number.Year == 2026).Select(d => d.Number.Number).ShouldBe(Enumerable.Range(1, 12).Reverse());
        decisions[0].Number.ShouldBe(new DecisionNumber(2027, 12));
    }

    [Fact]
    public async Task The_same_ballot_again_gives_the_decision_already_there()
    {
        var first = await Record("b1", 2026);
        await Record("b2", 2026);

        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Record("b1", 2026))));

        again.ShouldAllBe(d => d.Hash == first.Hash);
        (await register.Of(new("t"), new("tct"), default)).Count.ShouldBe(2);
        (await register.Of(new("t"), new("tct"), new BallotId("b1"), default))!.Number.ShouldBe(new DecisionNumber(2026, 1));
        (await register.Of(new("t"), new("tct"), new BallotId("b9"), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_carence_is_kept_beside_the_register_without_a_number()
    {
        var carence = new Carence(
            new("t"), new("tct"), new("b1"), null, "Titre", false, SessionFormat.Plenary, Outcome(Verdict.QuorumMissed), At);
        await register.Keep(carence, default);
        await register.Keep(carence, default);

        (await register.Carences(new("t"), new("tct"), default)).ShouldHaveSingleItem().Title.ShouldBe("Titre");
        (await register.Of(new("t"), new("tct"), default)).ShouldBeEmpty();
        (await Record("b2", 2026)).Number.Number.ShouldBe(1);
    }

    private Task<Decision> Record(string ballot, int year) => register.Record(
        new("t"), new("tct"), new(ballot), year,
        (number, previous) => RegisterChain.Seal(new Decision(
            new("t"), new("tct"), "TCT", number, new(ballot), null, null, null, SessionFormat.Plenary, false, "Titre",
            "Texte", Outcome(Verdict.Adopted), At, null, previous, "")),
        default);

    private static Outcome Outcome(Verdict verdict) => new(
        verdict, 3, 2, 0, [new CollegeTurnout("Sanitaire", 3, 2, 0)], 2, 0, 0, 3, Majority.Simple, 0, true, At);
}
