using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Votes;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards of ballots and decisions.</summary>
internal static class VoteSamples
{
    internal static readonly DateTimeOffset Now = SampleTerritory.Now;
    private static readonly string Long = string.Concat(Enumerable.Repeat(Typed("Une place d’hébergement temporaire, sous 48 h. "), 70))[..4000];

    internal static readonly Ballot Open = new(
        new("b1"), SampleTerritory.Roster.Territory.Id, SampleTerritory.Tct.Id, SessionFormat.Plenary, new SessionId("s1"), new ItemId("p1"),
        new("c1"), Typed("Réserver une place d’urgence"), Typed("La table demande une place d’urgence à l’hébergement temporaire."),
        Majority.Simple, new Quorum(50, 50), TieRule.ChairDecides, false, BallotState.Open, SampleTerritory.Doctor.Id,
        SampleTerritory.Doctor.Name, Now, SampleTerritory.Pilot.Id, Now, Now.AddDays(3), 14, 14, null, null,
        new(SampleTerritory.Tct.Name, "TCT", Typed("Sorties d’hospitalisation"), Typed("Sorties"), false, "Europe/Paris"));

    internal static readonly Elector Hospital = new(
        SampleTerritory.HospitalSeat.Id, SampleTerritory.Hospital.Name, SampleTerritory.Health.Id, SampleTerritory.Health.Name, 2);

    internal static readonly Elector Nursing = new(
        SampleTerritory.NursingSeat.Id, SampleTerritory.Nursing.Name, SampleTerritory.Health.Id, SampleTerritory.Health.Name, 1);

    internal static readonly Vote Own = new(
        Hospital.Seat, Choice.For, Typed("Les sorties du vendredi en dépendent"), SampleTerritory.Doctor.Id,
        SampleTerritory.Doctor.Name, Now.AddHours(1), Way.Chat, new("o1"));

    private static readonly Ballot Withdrawn = Open with
    {
        State = BallotState.Withdrawn, WithdrawReason = Typed("À reformuler après la séance"),
    };

    private static readonly Ballot Suggestion = Open with { State = BallotState.Suggested, ClosesAt = null };

    internal static readonly IReadOnlyList<CountedAnswer> Answers = [new(Hospital, Own), new(Nursing, null)];

    internal static readonly ProposeOffer Offer = new(
        SettingTexts.Usual([SampleTerritory.Tct]), [new("hospital", Typed("Hôpital de Kervelen"))], MayEscalate: true);

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("votes.open", () => VoteCard.Of(Seen(Open, null), Now, "29:docteur")),
        new("votes.answered", () => VoteCard.Of(Seen(Open, Own), Now)),
        new("votes.answered-by-holder", () => VoteCard.Of(Seen(Open, Own with { By = new("autre") }), Now)),
        new("votes.long", () => VoteCard.Of(Seen(Open with { Text = Long }, Own with { Reason = Long[..1000] }), Now)),
        new("votes.closing", () => VoteCard.Of(Seen(Open with { State = BallotState.Closed }, Own), Now.AddDays(3))),
        new("votes.counted", () => VoteCard.Of(Seen(Counted(Verdict.Adopted), Own), Now.AddDays(4))),
        new("votes.withdrawn", () => ManageCard.Withdrawn(Withdrawn)),
        new("votes.manage", () => ManageCard.Of(Open, 5, Now)),
        new("votes.manage-counted", () => ManageCard.Of(Counted(Verdict.Rejected), 12, Now.AddDays(4))),
        new("votes.ask-close", () => ManageCard.AskClose(Open, 9, Now)),
        new("votes.ask-withdraw", () => ManageCard.AskWithdraw(Open)),
        new("votes.ask-withdraw-again", () => ManageCard.AskWithdraw(
            Open, Typed("Non"), VoteTexts.Refusal(new BallotRefusal.PersonalData(BallotText.Reason)))),
        new("votes.tie", () => ManageCard.Tie(Counted(Verdict.AwaitsChair), Outcome(Verdict.AwaitsChair))),
        new("votes.propose", () => ProposeCard.Of(
            Open.Territory, convenes: true, Subjects(2), [new("c1", Typed("C1 — Sorties d’hospitalisation"))], new ProposeFields("f1"), Offer)),
        new("votes.propose-again", () => ProposeCard.Of(
            Open.Territory, convenes: true, Subjects(40), [new("c1", Typed("C1 — Sorties d’hospitalisation"))],
            new ProposeFields(
                "f1", "tct~s1~p1", "c1", Typed("Réserver une place"), Typed("La table demande une place."), new DateOnly(2027, 10, 14),
                new TimeOnly(18, 0), new ProposeMore(nameof(Majority.Options), Typed("Lannec") + "\nKermodel", Escalates: true)),
            Offer,
            VoteTexts.Refusal(new BallotRefusal.ClosesTooLate(60)))),
        new("votes.suggest", () => ProposeCard.Of(
            Open.Territory, convenes: false, Subjects(1), [], new ProposeFields("f1", Text: Typed("Une place d’urgence")), Offer)),
        new("votes.suggested", () => SuggestionCard.Of(Suggestion, Now.AddDays(3), solicited: [])),
        new("votes.suggested-again", () => SuggestionCard.Of(
            Suggestion, Now.AddDays(90), VoteTexts.Refusal(new BallotRefusal.ClosesTooLate(60)))),
        new("votes.sent", () => SuggestionCard.Sent(Suggestion)),
        new("votes.left-aside", () => SuggestionCard.LeftAside(Suggestion)),
        new("votes.declined", () => SuggestionCard.Declined(Suggestion)),
        new("votes.list", () => BallotListCard.Of(Open.Territory, Listed, mayPropose: true, Now)),
        new("votes.list-empty", () => BallotListCard.Of(Open.Territory, [], mayPropose: false, Now)),
        new("votes.which", () => BallotListCard.Which([Open, Open with { Id = new("b2") }], VoteVerbs.AskClose, "Quel vote faut-il clore\u00a0?")),
        .. FollowVoteSamples.Of(Open, Hospital, Nursing, Own),
        new("decisions.adopted", () => OutcomeCard.Of(Counted(Verdict.Adopted), Outcome(Verdict.Adopted), Decision(3), Answers)),
        new("decisions.submitted", () => OutcomeCard.Of(
            Counted(Verdict.Adopted), Outcome(Verdict.Adopted), Decision(3), Answers,
            standing: new(new("e-1"), Open.Territory, "TCS", 1, EscalationState.Waiting, Now))),
        new("decisions.rejected", () => OutcomeCard.Of(Counted(Verdict.Rejected), Outcome(Verdict.Rejected), Decision(4), [])),
        new("decisions.sixty-answers", () => OutcomeCard.Of(
            Counted(Verdict.Adopted), Outcome(Verdict.Adopted), Decision(3),
            [.. Enumerable.Repeat(new CountedAnswer(Hospital, Own with { Reason = Long[..1000] }), 80)])),
        new("decisions.answers", () => OutcomeCard.Answers(
            Counted(Verdict.Adopted), [.. Enumerable.Repeat(new CountedAnswer(Hospital, Own with { Reason = Long[..1000] }), 80)], 10)),
        new("decisions.carence", () => OutcomeCard.Carence(
            Counted(Verdict.QuorumMissed), Outcome(Verdict.QuorumMissed), Answers)),
        new("decisions.register", () => RegisterCard.Of(
            Open.Territory, [new(SampleTerritory.Tct, [.. Enumerable.Range(1, 20).Reverse().Select(Decision)], [Carence])],
            SampleTerritory.Roster.Zone)),
        new("decisions.registers", () => RegisterCard.Of(
            Open.Territory,
            [
                new(SampleTerritory.Tct, [Decision(2), Decision(1)], []),
                new(SampleTerritory.Tct with { Id = new("tcs"), Short = "TCS" }, [Decision(1)], []),
            ],
            SampleTerritory.Roster.Zone)),
        new("decisions.none", () => RegisterCard.Of(
            Open.Territory, [new(SampleTerritory.Tct, [], [])], SampleTerritory.Roster.Zone)),
    ];

    private static IReadOnlyList<ListedBallot> Listed =>
    [
        new(Open, [(Hospital.Seat, Hospital.Structure)], Convenes: true),
        new(Open with { Id = new("b2") }, [(Hospital.Seat, Hospital.Structure), (Nursing.Seat, Nursing.Structure)], Convenes: false),
        new(Suggestion with { Id = new("b3") }, [], Convenes: true),
        .. Enumerable.Range(4, 12).Select(i => new ListedBallot(
            Counted(Verdict.Adopted) with { Id = new($"b{i}") }, [], Convenes: false)),
    ];

    private static Carence Carence => new(
        Open.Territory, Open.Table, Open.Id, Open.Session, Open.Title, false, Open.Format, Outcome(Verdict.QuorumMissed),
        Now.AddDays(3));

    internal static SeatBallot Seen(Ballot ballot, Vote? own) => new(ballot, Hospital, own, 5, SampleTerritory.Doctor.Id);

    private static List<ProposalSubject> Subjects(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new ProposalSubject($"tct~s{i}~p1", Typed($"TCT, séance plénière — point {i}")))];

    internal static Ballot Counted(Verdict verdict) => Open with { State = BallotState.Closed, Outcome = Outcome(verdict) };

    internal static Outcome Outcome(Verdict verdict) => new(
        verdict, 14, verdict == Verdict.QuorumMissed ? 5 : 12, 7,
        [new(SampleTerritory.Health.Name, 14, verdict == Verdict.QuorumMissed ? 5 : 12, 7)],
        verdict == Verdict.Adopted ? 8 : 4, verdict == Verdict.AwaitsChair ? 4 : 3, 1, 14, Majority.Simple, 3, true, Now.AddDays(3));

    internal static Decision Decision(int number) => RegisterChain.Seal(new Decision(
        Open.Territory, Open.Table, "TCT", new(2027, number), Open.Id, Open.Session, Open.Item, Open.Axis, Open.Format, false,
        Open.Title, Open.Text, Outcome(number % 2 == 0 ? Verdict.Rejected : Verdict.Adopted), Now.AddDays(3), null,
        RegisterChain.Start, ""));
}
