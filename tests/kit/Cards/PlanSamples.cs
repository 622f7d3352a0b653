using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Notices;
using Concertation.Microsoft365.Sessions;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards of reminders and of a table's year, among them those of a plenary of 300 seats.</summary>
internal static class PlanSamples
{
    private static readonly Session Planned = new(
        new("s1"), Roster.Territory.Id, Tct.Id, SessionFormat.Plenary, Now.AddDays(200), TimeSpan.FromHours(2), Typed("Salle du conseil"),
        true, null, [new(ItemId.FollowUp, AgendaItemKind.Information, SessionTexts.FollowUp, 10, null, [], false)],
        SessionState.Planned, 0, Pilot.Id, Now, null, null);

    private static readonly IReadOnlyList<Session> Year =
        [.. Enumerable.Range(0, PlanYear.Most).Select(i => Planned with { Id = new($"s{i}"), Start = Planned.Start.AddDays(30 * i) })];

    private static readonly PlanInputs Rows = new(
        Roster.Territory.Id, "f1", Tct.Id.Value, "2028", "monthly", WhenInputs.Nothing with { Duration = "2 h", Place = Typed("Salle du conseil") },
        [.. Enumerable.Range(1, PlanYear.Most).Select(m => new PlanRowInput(m % 3 != 0, ConveneInputs.Plenary, $"2028-{m:00}-12", "09:30"))]);

    private static readonly Attendance Waiting = Attendance.Of(Planned with { State = SessionState.Convened }, Tct, Roster, []);

    private static readonly IReadOnlyList<SeatToRemind> Seats =
        [.. Enumerable.Range(0, 300).Select(i => new SeatToRemind(HospitalSeat, Doctor with { Id = new($"membre-{i}") }, i % 4, i % 7 == 0))];

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("sessions.remind", () => ReminderCard.Confirm(
            new ReminderLook(Waiting, [new(HospitalSeat, Doctor, 3, false), new(HospitalSeat, Nurse, 0, false)], new DateOnly(2027, 12, 7)), Roster, HospitalSeat.College, null)),
        new("sessions.remind-300", () => ReminderCard.Confirm(new ReminderLook(Waiting, Seats, null), Roster, null, Now)),
        new("sessions.remind-nobody", () => ReminderCard.Confirm(new ReminderLook(Waiting, [], null), Roster, null, null)),
        new("sessions.planform-empty", () => PlanYearCard.Form(new(Rows with { Rows = [], Table = null }, Roster.Territory.Name, [Tct], [2027, 2028], []))),
        new("sessions.planform", () => PlanYearCard.Form(new(Rows, Roster.Territory.Name, [Tct], [2027, 2028], []))),
        new("sessions.planform-wrong", () => PlanYearCard.Form(new(
            Rows, Roster.Territory.Name, [Tct], [2027, 2028],
            [new(ConveneField.Time, ConveneFault.Overlaps, 2) { At = new TimeOnly(9, 30) }, new(ConveneField.Day, ConveneFault.InThePast, 3)]))),
        new("sessions.planned", () => PlanYearCard.Planned(Tct, Year, Roster, again: false)),
        new("sessions.planned-told", () => PlanYearCard.Told(Tct, Year, Roster)),
        new("sessions.planned-one", () => PlanYearCard.One(Planned, Tct, Roster, null, [])),
        new("sessions.planned-seat", () => ConvocationCard.Of(new SeatView(Planned, Tct, HospitalSeat, null, Roster), open: false)),
        new("sessions.reminder", () => ConvocationCard.Of(
            new SeatView(Planned with { State = SessionState.Convened }, Tct, HospitalSeat, null, Roster), way: ConvocationWay.Reminder)),
        new("sessions.substitute", () => ConvocationCard.Of(
            new SeatView(Planned with { State = SessionState.Convened }, Tct, HospitalSeat, null, Roster), way: ConvocationWay.Substitute)),
        new("notices.trouble-300", () => DeliveryCard.Of(
            Roster, EffectKind.SessionConvened,
            [.. Seats.Select(s => Trouble(s.Person.Id))])),
    ];

    private static Notice Trouble(Concertation.Domain.PersonId person) => new(
        $"n.{person}", Roster.Territory.Id, new Aggregate(AggregateKind.Session, Roster.Territory.Id, "s1"), EffectKind.SessionConvened, null,
        person, HospitalSeat.Id, NoticeState.Failed, Road.Chat, 1, 0, "MessageWritesBlocked", null, Now, Now);
}
