using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Tests.Sessions;

/// <summary>A small territory: a TCT of three seats in two colleges, two of them in the restricted list.</summary>
internal static class SampleTable
{
    public static readonly TerritoryId Territory = new("pays-de-lan");
    public static readonly TableId Tct = new("tct");
    public static readonly SeatId Hospital = new("hopital");
    public static readonly SeatId Nursing = new("ssiad");
    public static readonly SeatId Carers = new("aidants");

    // 1 September 2027, 10:00 in Paris.
    public static readonly DateTimeOffset Now = new(2027, 9, 1, 8, 0, 0, TimeSpan.Zero);

    public static readonly Actor Pilot = Of("pilote");
    public static readonly Actor Doctor = Of("docteur");
    public static readonly Actor Substitute = Of("cadre");
    public static readonly Actor Nurse = Of("infirmiere");
    public static readonly Actor CoConvener = Of("co-animatrice");

    public static Roster Who { get; } = Build();

    public static Table TctTable => Who.Tables[0];

    public static ConveneForm Form { get; } = new(
        Tct, SessionFormat.Plenary, When(new DateOnly(2027, 10, 14), new TimeOnly(9, 30), TimeSpan.FromHours(2)),
        [new AgendaRow(AgendaItemKind.Decision, "Sorties du vendredi", 30, null)], "Suivi des décisions précédentes");

    public static SessionTime When(DateOnly? day, TimeOnly? time, TimeSpan? duration, string? place = "Mairie") =>
        new(day, time, duration, place, Online: false, OnlineUrl: null);

    public static Session Convened { get; } = new(
        new SessionId("s-1"), Territory, Tct, SessionFormat.Plenary, new DateTimeOffset(2027, 10, 14, 7, 30, 0, TimeSpan.Zero),
        TimeSpan.FromHours(2), "Mairie", false, null,
        ConveneRules.Check(Form, Who, Pilot, Now).Plan!.Agenda, SessionState.Convened, 0, Pilot.Id, Now, null, null);

    private static Actor Of(string id) => new(Territory, new PersonId(id), id, null, Way.Chat, new Person(new PersonId(id), id, null, null));

    private static Roster Build()
    {
        CollegeId health = new("sanitaire"), users = new("usagers");
        StructureId structure = new("structure");
        Seat SeatOf(SeatId id, CollegeId college, bool restricted) => new(id, structure, college, Voice.Deliberative, 1, restricted);
        var table = new Table(
            Tct, "Table tactique", "TCT", TableKind.Tactical, [health, users],
            [SeatOf(Carers, users, false), SeatOf(Hospital, health, true), SeatOf(Nursing, health, true)],
            [CoConvener.Id], new TableRules(Quorum.None, Majority.Simple, TieRule.Rejected, 168));
        var mandates = new Dictionary<SeatId, Mandate>
        {
            [Hospital] = new(Hospital, Doctor.Person!, Substitute.Person, new DateOnly(2027, 1, 1), null, null),
            [Nursing] = new(Nursing, Nurse.Person!, null, new DateOnly(2027, 1, 1), null, null),
        };
        return new Roster(
            new Territory(Territory, "Pays de Lan", "Europe/Paris", Vocabulary.Maia, null, Pilot.Id, []),
            [new Structure(structure, "Structure")], [new College(health, "Sanitaire"), new College(users, "Usagers")],
            [Doctor.Person!, Substitute.Person!, Nurse.Person!, Pilot.Person!], [table], mandates);
    }
}
