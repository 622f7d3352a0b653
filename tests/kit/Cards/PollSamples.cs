using Concertation.Domain;
using Concertation.Domain.Polls;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Polls;
using Concertation.Microsoft365.Sessions;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;
using Tables = Concertation.Domain.Tables;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards of polls of dates, among them six dates on the largest table.</summary>
internal static class PollSamples
{
    private static readonly IReadOnlyList<AgendaRow> Items =
        [new(AgendaItemKind.Decision, Typed("Sorties du vendredi"), 30, null), new(AgendaItemKind.Discussion, Typed("Hébergement temporaire"), 45, null)];

    private static readonly DatePoll Open = new(
        new("d1"), Roster.Territory.Id, Tct.Id, SessionFormat.Plenary, TimeSpan.FromHours(2), Typed("Salle du conseil"), true, null,
        Items, SessionTexts.FollowUp, Slots(3), new DateOnly(2027, 10, 18), Pilot.Id, Now);

    private static readonly DatePoll Six = Open with { Slots = Slots(6) };

    private static readonly DatePoll Chosen = Open with { State = PollState.Chosen, Chosen = new("c2"), EndedBy = Pilot.Id };

    private static readonly DatePoll Withdrawn = Open with { State = PollState.Withdrawn, EndedBy = Pilot.Id };

    private static readonly PollInputs Empty = PollInputs.Of(
        new(Roster.Territory.Id, "f1", null, null, WhenInputs.Nothing, [], null), [], null);

    private static readonly PollInputs Filled = PollInputs.Of(
        Empty.Session with
        {
            Table = Tct.Id.Value, Format = ConveneInputs.Plenary,
            When = new(null, null, "2 h", Typed("Salle du conseil"), true, "https://teams.example/reunion"),
            Agenda = [.. Enumerable.Range(1, ConveneInputs.Rows).Select(_ => new AgendaInput("decision", Typed("Sorties du vendredi"), "30", "c1"))],
        },
        [.. Enumerable.Range(14, 6).Select(day => new SlotInput($"2027-10-{day}", "09:30"))], "2027-10-12");

    private static readonly IReadOnlyList<Axis> Axes = RoadmapSamples.Axes(12);

    private static readonly PollAnswer Answer = new(
        Open.Id, HospitalSeat.Id, [new(new("c1"), Availability.Yes), new(new("c2"), Availability.IfNeeded), new(new("c3"), Availability.No)],
        Doctor.Id, Doctor.Name, Now, Way.Chat, new("o1"));

    private static readonly Tables.Roster Large = SessionSamples.Enlarged();

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("polls.form-empty", () => PollFormCard.Form(Empty, View([]))),
        new("polls.form-filled", () => PollFormCard.Form(Filled, View([], Typed("« CTA » peut désigner plusieurs instances")))),
        new("polls.form-wrong", () => PollFormCard.Form(Filled, View(
            [
                new(ConveneField.Table, ConveneFault.TableUnknown), new(ConveneField.Day, ConveneFault.InThePast, 1),
                new(ConveneField.Day, ConveneFault.SlotTwice, 3), new(ConveneField.Time, ConveneFault.NoSuchHour, 6),
                new(ConveneField.ReplyBy, ConveneFault.ReplyByTooLate), new(ConveneField.Agenda, ConveneFault.ItemMinutesWrong, 2),
            ]))),
        new("polls.confirm", () => PollFormCard.Confirm(Filled, Plan, [new ConveneWarning.SeatsVacant(2)], Roster, [(Doctor.Name, 3)])),
        new("polls.ask", () => PollAnswerCard.Of(Seat(Open, null), Now)),
        new("polls.ask-six", () => PollAnswerCard.Of(Seat(Six, null), Now)),
        new("polls.answered", () => PollAnswerCard.Of(Seat(Open, Answer), Now)),
        new("polls.unnoted", () => PollAnswerCard.Of(Seat(Open, null), Now, PollTexts.SaysNothing)),
        new("polls.one-past", () => PollAnswerCard.Of(Seat(Open, Answer), Open.Slots[0].Start.AddMinutes(1))),
        new("polls.all-past", () => PollAnswerCard.Of(Seat(Open, Answer), Open.LastEnd)),
        new("polls.chosen", () => PollAnswerCard.Of(Seat(Chosen, Answer), Now)),
        new("polls.withdrawn", () => PollAnswerCard.Of(Seat(Withdrawn, null), Now)),
        new("polls.board", () => PollBoardCard.Of(Board(Open, Roster, 50, [Answer], true), Roster, Now, PollTexts.Opened(2), watcher: "29:pilote")),
        new("polls.board-silent", () => PollBoardCard.Of(Board(Open, Roster, 0, [], false), Roster, Now)),
        new("polls.board-past", () => PollBoardCard.Of(
            Board(Open, Roster, 100, [Answer], false, Open.Slots[0].Start), Roster, Open.Slots[0].Start, problem: SessionTexts.Fault(ConveneFault.InThePast))),
        new("polls.board-large", () => PollBoardCard.Of(Board(Six, Large, 50, LargeAnswers, true), Large, Now)),
        new("polls.board-chosen", () => PollBoardCard.Of(Board(Chosen, Roster, 50, [Answer], false), Roster, Now)),
        new("polls.board-withdrawn", () => PollBoardCard.Of(Board(Withdrawn, Roster, 50, [], false), Roster, Now, PollTexts.WithdrawnNow)),
        new("polls.askwithdraw", () => PollBoardCard.AskWithdraw(Board(Open, Roster, 50, [Answer], false), Roster)),
        new("polls.list", () => SessionListCard.Of(Roster.Territory, [], Roster.Zone, mayConvene: true, [(Open, Tct), (Six, Tct)])),
    ];

    private static PollPlan Plan => new(
        new SessionPlan(Tct, SessionFormat.Plenary, Six.Slots[0].Start, Six.Duration, Six.Place, true, null, [
            new(new("p0"), AgendaItemKind.Information, SessionTexts.FollowUp, 10, null, [], false),
            new(new("p1"), AgendaItemKind.Decision, Typed("Sorties du vendredi"), 30, null, [], false)]),
        Six.Slots, Six.ReplyBy);

    private static IReadOnlyList<PollAnswer> LargeAnswers =>
        [.. Large.Tables[0].Seats.Where((_, i) => i % 3 != 0).Select((seat, i) => Answer with
        {
            Seat = seat.Id, Slots = [.. Six.Slots.Select((s, n) => new SlotAnswer(s.Id, (Availability)((i + n) % 3)))],
        })];

    private static IReadOnlyList<Slot> Slots(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Slot(new($"c{i + 1}"), Now.AddDays(14 + (2 * i))))];

    private static ConveneFormView View(IReadOnlyList<ConveneProblem> problems, string? hint = null) =>
        new(Empty.Session, Roster.Territory.Name, [Tct], Axes, problems, hint);

    private static SeatPoll Seat(DatePoll poll, PollAnswer? answer) => new(poll, Tct, HospitalSeat, answer, Roster);

    private static PollBoard Board(
        DatePoll poll, Tables.Roster roster, int quorum, IReadOnlyList<PollAnswer> answers, bool calendars, DateTimeOffset? now = null)
    {
        var table = roster.Tables[0] with { Rules = roster.Tables[0].Rules with { Quorum = new(quorum, 0) } };
        var shown = calendars
            ? poll.Slots.ToDictionary(s => (Nurse.Id, s.Id), s => s.Id.Value == "c1" ? Concertation.Domain.Polls.CalendarState.Busy : Concertation.Domain.Polls.CalendarState.Tentative)
            : NoCalendars.Nothing;
        return PollBoard.Of(new(new(poll, "1"), answers), table, roster, shown, now ?? Now);
    }
}
