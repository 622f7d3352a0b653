using Concertation.Domain;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Minutes;
using Concertation.Microsoft365.Papers;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards of minutes, the longest ones among them.</summary>
internal static class MinutesSamples
{
    private static readonly Uri Word = new("https://concertation.example/lien/" + new string('x', 300));

    private static readonly Session Held = SessionSamples.Coming;

    private static readonly SessionMinutes Draft = new(
        Held.Id, Roster.Territory.Id, Tct.Id, MinutesState.Draft, 1, Pilot.Id, Pilot.Name, Held.End);

    private static readonly SessionMinutes Circulated = Draft with
    {
        State = MinutesState.Circulated, CirculatedVersion = 1, CirculatedAt = Held.End.AddDays(2), SilentUntil = Held.End.AddDays(17),
    };

    private static readonly SessionMinutes Valid = Circulated with
    {
        State = MinutesState.Validated, ValidatedAt = Held.End.AddDays(17), Validated = ValidatedBy.Silence, Sha256 = new string('a', 64), Paper = "d1",
    };

    private static readonly Amendment Asked = new(
        new("0123456789abcdef0123456789abcdef"), Roster.Territory.Id, Held.Id, null, Typed("Le SSIAD a aussi parlé des tournées du soir"), Doctor.Id, Doctor.Name,
        Hospital.Name, Now, Way.Link);

    private static readonly Outcome Adopted = new(
        Verdict.Adopted, 14, 9, 7, [], 8, 1, 0, 14, Concertation.Domain.Tables.Majority.Simple, 1, Strict: true, Held.Start.AddHours(1));

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("minutes.draft", () => MinutesCards.Of(View(Draft, Text(3)))),
        new("minutes.late-empty", () => MinutesCards.Of(View(Draft, Text(1) with { Seats = [] }) with { Now = Held.End.AddDays(20) }, problem: MinutesTexts.NotOurs)),
        new("minutes.corrected", () => MinutesCards.Of(View(Circulated with { State = MinutesState.Draft, Version = 2 }, Text(3)), "J’ai repris vos corrections.")),
        new("minutes.amend-sent", () => MinutesCards.AmendSent(Held, Tct, Roster.Zone, Typed("Ajouter que la pharmacie sera consultée"))),
        new("minutes.long", () => MinutesCards.Of(View(Circulated with { Version = 2 }, Text(20)) with { Amendments = [Asked, Asked, Asked, Asked] })),
        new("minutes.received", () => MinutesCards.Of(View(Circulated, Text(3)) with { Convenes = false, Attended = true })),
        new("minutes.valid", () => MinutesCards.Of(View(Valid, Text(3)))),
        new("minutes.amend", () => MinutesCards.Amend(View(Circulated, Text(20)), Typed("Le SSIAD"), "Écrivez ce que vous demandez, ou pourquoi.")),
        new("minutes.proposed", () => MinutesCards.Proposed(Held, Tct, Roster.Zone, Asked)),
        new("minutes.refuse", () => MinutesCards.Refuse(Held, Tct, Asked, Typed("Déjà dit"), "Ce texte peut désigner quelqu’un.")),
        new("minutes.accepted", () => MinutesCards.Answered(Held, Tct, Roster.Zone, Asked with { State = AmendmentState.Accepted })),
        new("minutes.refused", () => MinutesCards.Answered(Held, Tct, Roster.Zone, Asked with { State = AmendmentState.Refused, Reason = Typed("Déjà dit") })),
        new("minutes.late", () => LatePaperCard.Of(EffectKind.MinutesDue, Held, Tct, Roster.Zone)),
        new("agenda.due", () => LatePaperCard.Of(EffectKind.AgendaDue, Held, Tct, Roster.Zone)),
    ];

    private static MinutesView View(SessionMinutes minutes, MinutesText text) => new(
        Held, Tct, Roster, minutes, text, [], Held.End.AddDays(3), Convenes: true, Attended: false, Word);

    private static MinutesText Text(int points) => new(
        Held.Start, Held.End,
        [
            new(HospitalSeat.Id, Health.Name, Hospital.Name, Doctor.Name, RollState.Present, PresenceMode.Remote, null, Held.Start.AddMinutes(20), null, Consultative: false),
            new(NursingSeat.Id, Health.Name, Nursing.Name, Nurse.Name, RollState.ByProxy, null, Hospital.Name, null, null, Consultative: false),
        ],
        [], new AttendanceQuorum(14, 8, 1, 7, [], SecondCall: false),
        [
            .. Enumerable.Range(0, points).Select(i => new MinutesPoint(
                new($"p{i}"), AgendaItemKind.Decision, Typed("Sorties du vendredi"), InCamera: i == 2,
                [Typed("Le CLIC présente le bilan des sorties d’hospitalisation du trimestre."), .. i == 0 ? Array.Empty<string>() : [new string('m', 1500)]],
                i == 1 ? [new PointDecision(new("b1"), "TCT", new(2027, 3), Typed("Ouvrir une cellule"), Typed("Ouvrir une cellule de sortie"), Adopted)] : [],
                i == 1 ? [Typed("SSIAD de l’Exemple")] : null)),
        ],
        [new MinutesTask("a1", null, Typed("Rédiger la fiche de liaison"), Typed("CCAS"), new DateOnly(2027, 12, 15), null, null)], Held.Start.AddDays(60));
}
