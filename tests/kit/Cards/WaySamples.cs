using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Votes;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.VoteSamples;
using Choice = Concertation.Domain.Votes.Choice;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>Ballots and decisions by their way to decide.</summary>
internal static class WaySamples
{
    private static readonly Ballot Chooses = Open with
    {
        Majority = Majority.Options, Title = Typed("Lieu de la permanence"), Text = Typed("La permanence se tient :"),
        Held = new(Options: [Typed("À Lannec"), Typed("À Kermodel, un jeudi sur deux"), "À Plouézec"]),
    };

    private static readonly Ballot Consents = Open with { Majority = Majority.Consent };

    private static readonly Ballot SecondRound = Consents with
    {
        Id = new("b2"), Held = new(Round: 2, Follows: Open.Id, Amended: Typed("Le week-end est prévu.")),
        Carried = new(Typed("Convention de 2025, article 4"), Typed("Une place est tenue libre."), Hospital.Seat, new DateOnly(2028, 6, 1), Escalates: true),
        Labels = Open.Labels with { Carrier = Typed(Hospital.Structure) },
    };

    private static readonly Vote Reserve = Own with
    {
        Choice = Choice.Reserve, Reason = Typed("Sous réserve de mon CA"), ReserveUntil = new DateOnly(2027, 11, 12),
    };

    private static readonly Vote Objection = Own with { Choice = Choice.Against, Reason = Typed("Rien n’est prévu le week-end") };
    private static readonly Vote Concern = Own with { Seat = Nursing.Seat, Choice = Choice.Concern, Reason = Typed("Qui la remplit ?") };

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("votes.options", () => VoteCard.Of(Seen(Chooses, null), Now)),
        new("votes.options-answered", () => VoteCard.Of(Seen(Chooses, Own with { Choice = Choice.Option, Option = 1 }), Now)),
        new("votes.options-longest", () => VoteCard.Of(Seen(Longest, null), Now)),
        new("votes.options-tie", () => ManageCard.Tie(Counted(Chooses, Chosen(3, 3, 1)), Outcome(Chooses, Chosen(3, 3, 1)))),
        new("votes.consent", () => VoteCard.Of(Seen(Consents, null), Now)),
        new("votes.consent-objection", () => VoteCard.Of(Seen(Consents, Objection), Now)),
        new("votes.consent-second-round", () => VoteCard.Of(Seen(SecondRound, null), Now)),
        new("votes.manage-second-round", () => ManageCard.Of(SecondRound, 5, Now)),
        new("votes.manage-objected", () => ManageCard.Of(Counted(Consents, [Objection, Concern]), 2, Now.AddDays(4))),
        new("votes.group-second-round", () => GroupVoteCard.Of(SecondRound, 5, Now, ["29:docteur"], [Seen(SecondRound, Own)])),
        new("votes.group-opinion", () => GroupVoteCard.Of(Open with { Majority = Majority.Opinion }, 5, Now, ["29:docteur"])),
        new("votes.amend", () => AmendCard.Of(Counted(Consents, [Objection, Concern]), Answered(Objection, Concern))),
        new("votes.amend-again", () => AmendCard.Of(
            Counted(Consents, [Objection, Concern]), Answered(Objection, Concern),
            new(Typed("Réserver une place"), Typed("Une place."), null, new DateOnly(2027, 10, 20), new TimeOnly(18, 0)),
            VoteTexts.Refusal(new BallotRefusal.NotAmended()))),
        new("votes.opinion", () => VoteCard.Of(Seen(Open with { Majority = Majority.Opinion }, null), Now)),
        new("votes.reserve", () => VoteCard.Of(Seen(Open, Reserve), Now)),
        new("votes.reserve-said", () => VoteCard.Of(
            Seen(Open, null), Now, notice: CardPieces.Notice(NoticeKind.Neutral, "Voici votre réponse, à confirmer", AnswerTexts.SaidReserve),
            said: new(new DateOnly(2027, 12, 12), Typed("Sous réserve de mon CA")))),
        new("votes.suggested-settings", () => SuggestionCard.Of(
            Chooses with { State = BallotState.Suggested, ClosesAt = null, Carried = SecondRound.Carried, Labels = SecondRound.Labels }, Now.AddDays(3))),
        new("decisions.options", () => Decided(Chooses, Chosen(2, 5, 1))),
        new("decisions.options-none", () => Decided(Chooses, Chosen(3, 3, 1))),
        new("decisions.consent-objected", () => Decided(Consents, [Objection, Concern], convenes: true)),
        new("decisions.consent-second-round", () => Decided(
            SecondRound, [Own, Concern], before: Sealed(Consents, 3, [Objection, Concern]))),
        new("decisions.reserve", () => Decided(Open, [Reserve, Own with { Seat = Nursing.Seat }])),
        new("decisions.opinion", () => Decided(Open with { Majority = Majority.Opinion }, [Own])),
        new("decisions.opinion-divided", () => Decided(Open with { Majority = Majority.Opinion }, [Own, Objection with { Seat = Nursing.Seat }])),
        new("decisions.register-ways", () => RegisterCard.Of(
            Open.Territory,
            [
                new(
                    SampleTerritory.Tct,
                    [
                        Sealed(Open with { Majority = Majority.Opinion }, 4, [Own]), Sealed(Consents, 3, [Objection]),
                        Sealed(Chooses, 2, Chosen(2, 5, 1)), Sealed(Open, 1, [Reserve]),
                    ],
                    []),
            ],
            SampleTerritory.Roster.Zone)),
    ];

    private static Ballot Longest => Chooses with
    {
        Held = new(Options: [.. Enumerable.Range(0, ProposalSettings.MostOptions).Select(i => $"{i} {new string('é', ProposalSettings.MostOption - 2)}")]),
    };

    private static SeatBallot Seen(Ballot ballot, Vote? own) => new(ballot, Hospital, own, 5, SampleTerritory.Doctor.Id);

    private static IReadOnlyList<CountedAnswer> Answered(params IReadOnlyList<Vote> votes) =>
        [.. new[] { Hospital, Nursing }.Select(e => new CountedAnswer(e, votes.FirstOrDefault(v => v.Seat == e.Seat)))];

    /// <summary>So many seats for each of three options.</summary>
    private static IReadOnlyList<Vote> Chosen(params int[] voices) =>
        [.. voices.SelectMany((count, option) => Enumerable.Repeat(option, count)).Select((option, i) => Own with
        {
            Seat = i == 0 ? Hospital.Seat : i == 1 ? Nursing.Seat : new SeatId($"s{i}"), Choice = Choice.Option, Option = option,
        })];

    /// <summary>As the rules count it, among fourteen seats of one voice.</summary>
    private static Outcome Outcome(Ballot ballot, IReadOnlyList<Vote> votes)
    {
        var electors = Enumerable.Range(0, 14).Select(i => Hospital with
        {
            Seat = i == 0 ? Hospital.Seat : i == 1 ? Nursing.Seat : new SeatId($"s{i}"), Weight = 1,
        });
        return VoteRules.Count(ballot with { Quorum = Quorum.None }, [.. electors], votes, Now.AddDays(3));
    }

    private static Ballot Counted(Ballot ballot, IReadOnlyList<Vote> votes) =>
        ballot with { State = BallotState.Closed, Outcome = Outcome(ballot, votes) };

    private static AdaptiveCard Decided(
        Ballot ballot, IReadOnlyList<Vote> votes, bool convenes = false, Decision? before = null) => OutcomeCard.Of(
        Counted(ballot, votes), Outcome(ballot with { Tie = TieRule.Rejected }, votes), Sealed(ballot with { Tie = TieRule.Rejected }, 4, votes),
        Answered(votes), convenes, before);

    private static Decision Sealed(Ballot ballot, int number, IReadOnlyList<Vote> votes) => RegisterChain.Seal(new Decision(
        ballot.Territory, ballot.Table, "TCT", new(2027, number), ballot.Id, ballot.Session, ballot.Item, ballot.Axis, ballot.Format, false,
        ballot.Title, ballot.Text, Outcome(ballot, votes), Now.AddDays(3), null, RegisterChain.Start, ""));
}
