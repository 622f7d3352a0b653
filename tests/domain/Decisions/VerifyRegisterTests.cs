using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Tests.Decisions;

/// <summary>What rechecking says of outcomes that aren't simply counted.</summary>
public class VerifyRegisterTests
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Elector[] Electors = [.. Enumerable.Range(1, 4).Select(i => new Elector(new($"s{i}"), $"Structure {i}", new("c"), "Collège", 1))];

    [Fact]
    public async Task A_tie_that_the_chair_decided_is_recounted_as_a_tie()
    {
        var read = Closed(Ballot() with { Tie = TieRule.ChairDecides }, Choice.For, Choice.For, Choice.Against, Choice.Against);
        var outcome = VoteRules.ByChair(read.Ballot!.Outcome!, new ChairVoice(true))!;

        (await Check(With(read, outcome))).Break.ShouldBeNull();
        (await Check(With(read, outcome with { ForWeight = 3 }))).Break.ShouldBeOfType<RegisterBreak.OutcomeDiffers>();
    }

    [Fact]
    public async Task An_option_that_the_chair_chose_is_recounted_as_undecided()
    {
        var ballot = Ballot() with { Majority = Majority.Options, Tie = TieRule.ChairDecides, Held = new BallotForm(Options: ["Lannec", "Kermodel"]) };
        var read = Closed(ballot, [.. Enumerable.Range(0, 4).Select(i => Given(i, Choice.Option) with { Option = i % 2 })]);

        var check = await Check(With(read, VoteRules.ByChair(read.Ballot!.Outcome!, new ChairVoice(null, 1))!));

        check.Break.ShouldBeNull();
        check.Recounted.ShouldBe(1);
    }

    [Fact]
    public async Task A_secret_ballot_is_rechecked_from_its_totals_and_its_participation()
    {
        var ballot = Ballot() with { Held = new BallotForm(Secrecy.Secret) };
        var counted = Closed(ballot, Choice.For, Choice.For, Choice.Against, Choice.Abstain);
        // What is kept of each seat is that it answered.
        Vote[] marks = [.. counted.Votes.Select(v => v with { Choice = Choice.Abstain })];
        var read = counted with { Votes = marks, Trace = marks };

        (await Check(read)).Break.ShouldBeNull();
        (await Check(read with { Votes = marks[..3], Trace = marks[..3] })).Break.ShouldBeOfType<RegisterBreak.OutcomeDiffers>();
        (await Check(With(read, read.Ballot!.Outcome! with { AgainstWeight = 2, AbstainWeight = 0 }))).Break.ShouldBeOfType<RegisterBreak.OutcomeDiffers>();
        (await Check(With(read, read.Ballot.Outcome! with { Verdict = Verdict.Rejected }))).Break.ShouldBeOfType<RegisterBreak.OutcomeDiffers>();
    }

    [Fact]
    public async Task With_the_key_a_secret_ballots_answers_are_as_many_as_its_marks_each_a_choice_and_together_its_outcome()
    {
        var counted = Closed(Ballot() with { Held = new BallotForm(Secrecy.Secret) }, Choice.For, Choice.For, Choice.Against, Choice.Abstain);
        Vote[] marks = [.. counted.Votes.Select(v => v with { Choice = Choice.Sealed })];
        var read = counted with { Votes = marks, Trace = marks };
        async Task<RegisterCheck> Opening(params Choice[] given) =>
            await CheckWith(new Sealed([.. given.Select(c => new SealedAnswer(c, c == Choice.Option ? 0 : null))]), read);

        var whole = await Opening(Choice.Against, Choice.For, Choice.Abstain, Choice.For);

        (whole.Break, whole.Opened).ShouldBe((null, 1));
        (await CheckWith(new Sealed(null), read)).Opened.ShouldBe(0);
        (await Opening(Choice.For, Choice.For, Choice.Against)).Break.ShouldBeOfType<RegisterBreak.AnswersDiffer>();
        (await Opening(Choice.For, Choice.For, Choice.Against, Choice.Against)).Break.ShouldBeOfType<RegisterBreak.AnswersDiffer>();
        (await Opening(Choice.For, Choice.For, Choice.Against, Choice.Option)).Break.ShouldBeOfType<RegisterBreak.AnswersDiffer>();
    }

    [Fact]
    public async Task An_outcome_written_anew_with_its_seals_is_not_that_of_the_votes()
    {
        var read = Closed(Ballot(), Choice.Against, Choice.Against, Choice.For);

        (await Check(read)).Break.ShouldBeNull();
        (await Check(With(read, read.Ballot!.Outcome! with { Verdict = Verdict.Adopted, ForWeight = 2, AgainstWeight = 1, Threshold = 1 })))
            .Break.ShouldBe(new RegisterBreak.OutcomeDiffers(new(2027, 1)));
    }

    [Fact]
    public async Task What_was_counted_stands_in_the_register_unless_its_recording_is_under_way()
    {
        var read = Closed(Ballot(), Choice.For);

        (await Check(read, recorded: false)).Break.ShouldBe(new RegisterBreak.NotRecorded(new("b1")));
        (await Check(read, recorded: false, new Effect("decided", EffectKind.DecisionTaken, "b1"))).Break.ShouldBeNull();
    }

    [Fact]
    public async Task A_standing_vote_that_was_never_given_is_found_in_an_open_ballot_too()
    {
        var read = Closed(Ballot(), Choice.For) with { Ballot = Ballot() with { State = BallotState.Open } };

        (await Check(read with { Votes = [Given(0, Choice.Against)] }, recorded: false)).Break
            .ShouldBe(new RegisterBreak.StandingVoteDiffers(new("b1"), "Titre", "Structure 1"));
    }

    private static Ballot Ballot() => new(
        new("b1"), new("t"), new("tct"), SessionFormat.Plenary, null, null, null, "Titre", "Texte", Majority.Simple, Quorum.None,
        TieRule.Rejected, false, BallotState.Closed, new("p"), "P", At, new("p"), At, At, 4, 1, null, null,
        new("Table", "TCT", null, null, false, "Europe/Paris"));

    private static Vote Given(int seat, Choice choice) =>
        new(Electors[seat].Seat, choice, null, new("p"), "P", At, Way.Chat, new($"o{seat}"));

    private static BallotReading Closed(Ballot ballot, params Choice[] choices) =>
        Closed(ballot, [.. choices.Select((choice, seat) => Given(seat, choice))]);

    private static BallotReading Closed(Ballot ballot, Vote[] votes) =>
        new(
            ballot with { Outcome = VoteRules.Count(ballot, Electors, votes, At) }, Electors, votes, votes,
            [new GateReading(0, Open: false, votes.Length, ballot.IsSecret ? new SealedPool(new byte[1], "k") : null, [.. Electors.Select(e => e.Seat)])],
            votes.ToDictionary(v => v.Operation, v => v.Seat), Aftermath.None, null);

    private static BallotReading With(BallotReading read, Outcome outcome) => read with { Ballot = read.Ballot! with { Outcome = outcome } };

    private static Task<RegisterCheck> Check(BallotReading read, bool recorded = true, params Effect[] waiting) =>
        CheckWith(new Sealed(null), read, recorded, waiting);

    private static async Task<RegisterCheck> CheckWith(Sealed answers, BallotReading read, bool recorded = true, params Effect[] waiting)
    {
        var ballot = read.Ballot!;
        Decision[] decisions = recorded
            ? [Decision.Of(ballot, ballot.Outcome!, new DecisionGrounds(
                "Table", null, null, null, BallotHeld.Of(ballot), null, [], Digest.Of(BallotTexts.Electorate(read.Electors), read.Electors.Count),
                Votes: Digest.Of(BallotTexts.Votes(read.Votes), read.Votes.Count)), new(2027, 1), RegisterChain.Start)]
            : [];
        var register = new RegisterReading(
            decisions, [], recorded ? new RegisterStand(new Dictionary<int, int> { [2027] = 1 }, decisions[0].Hash) : null,
            decisions.ToDictionary(d => d.Ballot, d => d.Number), new Dictionary<BallotId, EscalationStanding>(), null);
        var roster = new Roster(
            new Territory(new("t"), "T", "Europe/Paris", Vocabulary.Maia, null, new("p"), []), [], [], [], [], new Dictionary<SeatId, Mandate>());
        return (await new VerifyRegister(new Kept(register, read), new Waits(waiting), answers).Handle(roster, default)).ShouldHaveSingleItem();
    }

    private sealed class Kept(RegisterReading register, BallotReading ballot) : IRegisterRecords
    {
        public Task<RegisterReading> Register(TerritoryId territory, TableId table, CancellationToken cancel) => Task.FromResult(register);

        public Task<BallotReading> Ballot(TerritoryId territory, BallotId id, CancellationToken cancel) => Task.FromResult(ballot);

        public Task<IReadOnlyList<BallotListing>> Ballots(TerritoryId territory, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<BallotListing>>([new(ballot.Ballot!.Id, ballot.Ballot.Table, null)]);

        public Task<EscalationsReading> Escalations(TerritoryId territory, CancellationToken cancel) =>
            Task.FromResult(new EscalationsReading(new Dictionary<EscalationId, Escalation>(), null));
    }

    private sealed class Waits(IReadOnlyList<Effect> waiting) : IOutbox
    {
        public Task<IReadOnlyList<Effect>> Waiting(Aggregate aggregate, CancellationToken cancel) => Task.FromResult(waiting);

        public Task Remove(Aggregate aggregate, Effect effect, CancellationToken cancel) => Task.CompletedTask;
    }

    /// <param name="given">What its pools hold; null where the key isn't at hand.</param>
    private sealed class Sealed(IReadOnlyList<SealedAnswer>? given) : ISealedAnswers
    {
        public string? Key => given is null ? null : "k";

        public SealedPool Empty(Ballot ballot, int gate, int places) => throw new NotSupportedException();

        public SealedPool? Add(Ballot ballot, int gate, SealedPool pool, SealedAnswer answer) => throw new NotSupportedException();

        public IReadOnlyList<SealedAnswer> Open(Ballot ballot, int gate, SealedPool pool) => given!;
    }
}
