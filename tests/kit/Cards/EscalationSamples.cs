using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>Decisions that another table validates.</summary>
internal static class EscalationSamples
{
    private static readonly DateTimeOffset At = SampleTerritory.Now;
    private static readonly Ballot Open = VoteSamples.Open;

    private static readonly Escalation On = new(
        EscalationId.Of(Open.Territory, Open.Id), Open.Territory, new("tcs"), Typed("Table de concertation stratégique"), "TCS",
        new SubmittedDecision(
            Open.Territory, Open.Table, Typed("Table de concertation tactique"), "TCT", new(2027, 3), Open.Id, Open.Axis, Typed("Sorties d’hospitalisation"),
            false, Open.Title, Open.Text, Typed("Une place est tenue libre le vendredi."),
            new Outcome(Verdict.Adopted, 14, 12, 7, [], 8, 3, 1, 14, Majority.Simple, 3, true, At) { UnderReserve = 1 }, At, [],
            [new(SampleTerritory.Hospital.Name, Typed("Sous réserve du conseil de surveillance"), new DateOnly(2027, 11, 15))]),
        At, new DateOnly(2028, 1, 12),
        [
            new(EscalationState.Waiting, At),
            new(EscalationState.OnAgenda, At, Session: new("s2"), SessionAt: At.AddDays(21)),
        ]);

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("escalations.to-answer", () => Seen(On, answers: true)),
        new("escalations.ask-validate", () => Ask(new(EscalationAct.Validate))),
        new("escalations.ask-refuse", () => Ask(new(EscalationAct.Refuse), EscalationTexts.Fault(EscalationFault.WordsMissing))),
        new("escalations.ask-return", () => Ask(new(EscalationAct.Return, Typed("Quel coût ?"), new DateOnly(2028, 1, 15)))),
        new("escalations.late", () => Seen(On with { Late = true }, answers: true)),
        new("escalations.rejected", () => Seen(On with { Rejection = "TCS 2027-002" }, answers: true)),
        new("escalations.returned", () => Seen(Goes(new(
            EscalationState.Returned, At, SampleTerritory.Doctor.Id, SampleTerritory.Doctor.Name, Words: Typed("Quel coût, et qui le porte ?"),
            Until: new DateOnly(2028, 1, 15))), replies: true)),
        new("escalations.validated", () => Seen(
            Goes(new(EscalationState.Validated, At, SampleTerritory.Doctor.Id, SampleTerritory.Doctor.Name, Ruling: "TCS 2027-001", As: ConvenesAs.CoConvener)),
            news: EscalationTexts.Validated)),
        new("escalations.refused-brief", () => Seen(
            Goes(new(EscalationState.Refused, At, Words: Typed("Le budget de 2028 ne le permet pas."))), brief: true)),
        new("escalations.list", () => EscalationListCard.Of(
            Open.Territory, [On, On with { Late = true }, Goes(new(EscalationState.Validated, At))], SampleTerritory.Roster.Zone)),
    ];

    private static Escalation Goes(EscalationStep step) => On with { Steps = [.. On.Steps, step] };

    private static AdaptiveCard Ask(EscalationTyped typed, string? problem = null) =>
        EscalationAskCard.Of(new(On, Open.Territory, SampleTerritory.Roster.Zone, MayAnswer: true, MayReply: false, Brief: false, []), typed, problem);

    private static AdaptiveCard Seen(
        Escalation escalation, bool answers = false, bool replies = false, bool brief = false, string? news = null, string? problem = null) =>
        EscalationCard.Of(new(escalation, Open.Territory, SampleTerritory.Roster.Zone, answers, replies, brief, []), news, problem);
}
