using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Sessions;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;
using Tables = Concertation.Domain.Tables;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards of sessions, among them the longest agenda on the largest table.</summary>
internal static class SessionSamples
{
    private static readonly string LongTitle = string.Concat(Enumerable.Repeat(Typed("Sorties d’hospitalisation "), 8))[..SessionLimits.ItemTitle];

    private static readonly Session Convened = new(
        new("s1"), Roster.Territory.Id, Tct.Id, SessionFormat.Plenary, Now.AddDays(30), TimeSpan.FromHours(2), Typed("Salle du conseil"),
        true, "https://teams.example/reunion", [Item(1, "Suivi des décisions"), Item(2, Typed("Sorties du vendredi"))],
        SessionState.Convened, 0, Pilot.Id, Now, null, null);

    private static readonly Session Moved = Convened with { Sequence = 1, DatedIn = 1, MovedFrom = Now.AddDays(20) };

    private static readonly Session Full = Convened with
    {
        Agenda = [.. Enumerable.Range(1, SessionLimits.Items).Select(i => Item(i, LongTitle))],
    };

    private static readonly Tables.Roster Large = Enlarged();

    public static Tables.Roster LargeRoster => Large;

    /// <summary>A session to come, for the samples of what surrounds it.</summary>
    public static Session Coming => Convened with
    {
        Agenda = [new(ItemId.FollowUp, AgendaItemKind.Information, SessionTexts.FollowUp, 10, null, [], false), .. Convened.Agenda],
    };

    /// <summary>The same with as many items as an agenda takes, each as long as a title gets.</summary>
    public static Session FullAgenda => Full;

    private static readonly Reply Present = new(
        Convened.Id, HospitalSeat.Id, ReplyKind.Present, null, Doctor.Id, Doctor.Name, Now, Way.Chat);

    private static readonly Reply Represented = Present with { Kind = ReplyKind.Represented, RepresentedBy = Typed("ma cadre") };

    private static readonly ConveneInputs Empty = new(
        Roster.Territory.Id, "f1", null, null, WhenInputs.Nothing, [], null);

    private static readonly ConveneInputs Filled = Empty with
    {
        Table = Tct.Id.Value, Format = ConveneInputs.Plenary,
        When = new WhenInputs("2027-10-14", "09:30", "2 h", Typed("Salle du conseil"), true, "https://teams.example/reunion"),
        Agenda = [.. Enumerable.Range(1, ConveneInputs.Rows).Select(_ => new AgendaInput("decision", LongTitle, "30", "c1"))],
    };

    private static readonly IReadOnlyList<Axis> Axes = RoadmapSamples.Axes(12);

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("sessions.form-empty", () => ConveneCard.Form(new(Empty, Roster.Territory.Name, [Tct], Axes, []))),
        new("sessions.form-filled", () => ConveneCard.Form(new(Filled, Roster.Territory.Name, [Tct], Axes, [], Typed("« CTA » peut désigner plusieurs instances")))),
        new("sessions.form-wrong", () => ConveneCard.Form(new(
            Filled, Roster.Territory.Name, [Tct], Axes,
            [
                new(ConveneField.Table, ConveneFault.TableUnknown), new(ConveneField.Day, ConveneFault.InThePast),
                new(ConveneField.Duration, ConveneFault.DurationZero), new(ConveneField.Agenda, ConveneFault.ItemMinutesWrong, 2),
            ]))),
        new("sessions.form-second", () => ConveneCard.Form(new(ConveneInputs.Again(Convened, "f2"), Roster.Territory.Name, [Tct], Axes, []))),
        new("sessions.confirm-second", () => ConveneCard.Confirm(ConveneInputs.Again(Full, "f2"), Plan(Full), [], Roster, [])),
        new("sessions.confirm", () => ConveneCard.Confirm(Filled, Plan(Full with { Agenda = [.. Full.Agenda.Take(ConveneInputs.Rows + 1)] }), Warnings, Roster, [(Doctor.Name, 3), (Nurse.Name, 2)])),
        new("sessions.convened", () => ConvenedCard.Of(Answers(Convened, Roster, []), Roster, open: true, SessionTexts.Convened(14), "29:pilote")),
        new("sessions.answered", () => ConvenedCard.Of(Answers(Moved, Roster, [Represented]), Roster, open: true)),
        new("sessions.large", () => ConvenedCard.Of(Answers(Full, Large, []), Large, open: true)),
        new("sessions.over", () => ConvenedCard.Of(Answers(Convened, Roster, [Present]), Roster, open: false)),
        new("sessions.over-without-quorum", () => ConvenedCard.Of(Answers(Convened, Roster, [Present]), Roster, open: false, lackedQuorum: true)),
        new("sessions.called-off", () => ConvenedCard.Of(
            Answers(Convened with { State = SessionState.Cancelled, CancelReason = Typed("Grève des transports") }, Roster, [Present]), Roster, open: true)),
        new("sessions.missing", () => ConvenedCard.Missing(Answers(Convened, Roster, []), Roster, open: true)),
        new("sessions.missing-large", () => ConvenedCard.Missing(Answers(Convened, Large, []), Large, open: true)),
        new("sessions.missing-none", () => ConvenedCard.Missing(
            Answers(Convened, Roster, [Present, Represented with { Seat = NursingSeat.Id }]), Roster, open: false)),
        new("sessions.convocation", () => ConvocationCard.Of(View(Convened, null))),
        new("sessions.convocation-polled", () => ConvocationCard.Of(View(Convened, null) with { Polled = Availability.IfNeeded })),
        new("sessions.convocation-long", () => ConvocationCard.Of(View(Full, null))),
        new("sessions.convocation-answered", () => ConvocationCard.Of(View(Convened, Present))),
        new("sessions.convocation-absent", () => ConvocationCard.Of(View(Convened, Present with { Kind = ReplyKind.Absent }))),
        new("sessions.convocation-represented", () => ConvocationCard.Of(View(Convened, Represented))),
        new("sessions.convocation-tentative", () => ConvocationCard.Of(View(Convened, Present with { Kind = ReplyKind.Tentative, Way = Way.Calendar }))),
        new("sessions.convocation-moved", () => ConvocationCard.Of(View(Moved, Present))),
        new("sessions.convocation-unnoted", () => ConvocationCard.Of(View(Convened, null), problem: SessionTexts.WhoIsMissing, typed: " ")),
        new("sessions.convocation-over", () => ConvocationCard.Of(View(Convened, Present), open: false)),
        new("sessions.convocation-second", () => ConvocationCard.Of(View(Convened with { SecondCallOf = new("s0") }, null))),
        new("sessions.cancelled", () => ConvocationCard.Cancelled(
            Convened with { State = SessionState.Cancelled, CancelReason = Typed("Grève des transports") }, Tct, Roster.Zone)),
        new("sessions.move", () => ChangeSessionCard.Move(Convened, Tct, Roster.Zone, WhenInputs.Of(Convened, Roster.Zone), [])),
        new("sessions.move-wrong", () => ChangeSessionCard.Move(
            Convened, Tct, Roster.Zone, WhenInputs.Of(Convened, Roster.Zone), [new(ConveneField.Day, ConveneFault.InThePast)])),
        new("sessions.cancel", () => ChangeSessionCard.Cancel(Convened, Tct, Roster.Zone)),
        new("sessions.cancel-wrong", () => ChangeSessionCard.Cancel(
            Convened, Tct, Roster.Zone, Typed("Trop de noms"), new(ConveneField.Reason, ConveneFault.NamesSomeone))),
        new("sessions.list", () => SessionListCard.Of(Roster.Territory, Lines(12), Roster.Zone, mayConvene: true)),
        new("sessions.list-empty", () => SessionListCard.Of(Roster.Territory, [], Roster.Zone, mayConvene: false)),
        new("sessions.which", () => SessionListCard.Which(Roster.Territory, SessionTexts.WhichSession, Lines(3), Roster.Zone, SessionVerbs.MoveForm)),
        new("sessions.which-to-answer", () => SessionListCard.WhichToAnswer(
            SessionTexts.WhichConvocation, [View(Convened, null), View(Moved, Present)], ReplyKind.Represented, Typed("ma cadre"))),
    ];

    private static ConveneWarning[] Warnings =>
        [new ConveneWarning.NeitherPlaceNorOnline(), new ConveneWarning.AgendaTooLong(600, 120), new ConveneWarning.SeatsVacant(2)];

    private static AgendaItem Item(int number, string title) => new(
        new($"p{number}"), (AgendaItemKind)(number % 3), title, 30, new("c1"), [], InCamera: number % 5 == 0);

    private static SessionPlan Plan(Session session) => new(
        Tct, session.Format, session.Start, session.Duration, session.Place, session.Online, session.OnlineUrl, session.Agenda);

    private static SeatView View(Session session, Reply? reply) => new(session, Tct, HospitalSeat, reply, Roster);

    private static Attendance Answers(Session session, Tables.Roster roster, IReadOnlyList<Reply> replies) =>
        Attendance.Of(session, roster.Tables[0], roster, replies);

    private static List<SessionLine> Lines(int count) => [.. Enumerable.Range(0, count).Select(i => new SessionLine(
        (i % 2 == 0 ? Convened : Moved) with { Id = new($"s{i}") }, Tct, i % 3 == 0 ? null : SessionTexts.Concerns([View(Convened, i % 2 == 0 ? null : Present)])))];

    /// <summary>Sixty seats, their structures' names as long as such names get.</summary>
    internal static Tables.Roster Enlarged()
    {
        var structures = Enumerable.Range(1, 60).Select(i => new Tables.Structure(
            new($"st{i}"), Typed($"Établissement public de santé mentale et de réadaptation numéro {i} du Pays de Kervélen"))).ToList();
        var seats = structures.Select((s, i) => new Tables.Seat(new($"x{i}"), s.Id, Health.Id, Tables.Voice.Deliberative, 1, Restricted: true)).ToList();
        return Roster with
        {
            Structures = [.. structures], Tables = [Tct with { Seats = seats }],
            Mandates = seats.ToDictionary(s => s.Id, s => new Tables.Mandate(s.Id, Doctor, null, new DateOnly(2027, 1, 1), null, null)),
        };
    }
}
