using Concertation.Domain;
using Concertation.Domain.Tables;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>A territory whose every name tries to be markup, for samples of cards.</summary>
public static class SampleTerritory
{
    /// <summary>11 October 2027, 10:00 in Paris.</summary>
    public static DateTimeOffset Now { get; } = new(2027, 10, 11, 8, 0, 0, TimeSpan.Zero);

    public static Person Pilot { get; } = new(new("pilote"), Typed("Solenn Riou"), "solenn.riou@pays.example", "00000000-0000-0000-0000-00000000000a");

    public static Person Doctor { get; } = new(new("docteur"), Typed("Dr Yann Le Bihan"), "yann.lebihan@ch.example", "00000000-0000-0000-0000-00000000000b");

    public static Person Nurse { get; } = new(new("infirmiere"), Typed("Maëlle Quéré"), "maelle.quere@ssiad.example", null);

    public static Structure Hospital { get; } = new(new("ch"), Typed("CH de Kervélen"));

    public static Structure Nursing { get; } = new(new("ssiad"), Typed("SSIAD de la Côte"));

    public static College Health { get; } = new(new("sanitaire"), Typed("sanitaire"));

    public static Seat HospitalSeat { get; } = new(new("tct-ch"), Hospital.Id, Health.Id, Voice.Deliberative, 1, Restricted: true);

    public static Seat NursingSeat { get; } = new(new("tct-ssiad"), Nursing.Id, Health.Id, Voice.Deliberative, 1, Restricted: false);

    public static Table Tct { get; } = new(
        new("tct"), Typed("Table tactique du Pays de Kervélen"), "TCT", TableKind.Tactical, [Health.Id],
        [HospitalSeat, NursingSeat], [], TableRules.Usual);

    public static Roster Roster { get; } = new(
        new Territory(new("pays-de-kervelen"), Typed("Pays de Kervélen"), "Europe/Paris", Vocabulary.Maia, null, Pilot.Id, []),
        [Hospital, Nursing], [Health], [Pilot, Doctor, Nurse], [Tct],
        new Dictionary<SeatId, Mandate>
        {
            [HospitalSeat.Id] = new(HospitalSeat.Id, Doctor, null, new DateOnly(2027, 1, 1), null, null),
            [NursingSeat.Id] = new(NursingSeat.Id, Nurse, null, new DateOnly(2027, 1, 1), null, null),
        });
}
