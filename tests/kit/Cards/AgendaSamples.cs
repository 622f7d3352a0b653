using Concertation.Domain;
using Concertation.Domain.Agendas;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Agendas;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards about agendas, among them a full one with suggestions waiting.</summary>
internal static class AgendaSamples
{
    private static readonly Uri Word = new("https://concertation.example/lien/" + new string('x', 300));

    private static readonly Session Short = SessionSamples.Coming;

    private static readonly Session Full = SessionSamples.FullAgenda;

    private static readonly AgendaCirculation First = new(Short.Id, 1, Now, Pilot.Id, Pilot.Name, Short.Start, Short.Agenda);

    private static readonly ItemSuggestion Suggestion = new(
        new("0123456789abcdef0123456789abcdef"), Roster.Territory.Id, Short.Id, AgendaItemKind.Discussion, Typed("Sorties du vendredi"), 20, Doctor.Id, Doctor.Name, Now);

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("agenda.draft", () => AgendaCard.Of(View(Short, [], []))),
        new("agenda.late-full", () => AgendaCard.Of(View(Full, [.. Enumerable.Repeat(Suggestion, 12)], []))),
        new("agenda.circulated", () => AgendaCard.Of(View(Short, [], [First]), AgendaTexts.Circulated(First, 14))),
        new("agenda.changed", () => AgendaCard.Of(
            View(Short with { Agenda = [.. Short.Agenda.Reverse()] }, [Suggestion], [First]), problem: AgendaTexts.Problems([new(ConveneField.Agenda, ConveneFault.ItemPutToVote)]))),
        new("agenda.votes", () => AgendaCard.Of(View(Short, [], [First]) with { Ballots = Votes(Short) })),
        new("agenda.votes-full", () => AgendaCard.Of(View(Full, [.. Enumerable.Repeat(Suggestion, 12)], []) with { Ballots = Votes(Full) })),
        new("agenda.escalated", () => AgendaCard.Of(View(
            Short with { Agenda = [.. Short.Agenda, new(new("p9"), AgendaItemKind.Decision, Typed("Valider la place d’urgence"), 10, null, [], false, Escalated: new("esc-1"))] }, [], []))),
        new("agenda.over", () => AgendaCard.Of(View(Short, [], [First]) with { Open = false })),
        new("agenda.item-new", () => Form(ItemInputs.Empty("f1"), null, [])),
        new("agenda.item-wrong", () => Form(
            ItemInputs.Of(Short.Agenda[1] with { InCamera = true, Presenter = Typed("CCAS") }, 2, "f1"), Short.Agenda[1].Id,
            [new(ConveneField.Agenda, ConveneFault.ItemTitleMissing), new(ConveneField.Presenter, ConveneFault.PresenterTooLong)])),
        new("agenda.item-followup", () => Form(ItemInputs.Of(Short.Agenda[0], 1, "f1"), ItemId.FollowUp, [])),
        new("agenda.suggest", () => ItemCards.Form(Short, Tct, Roster.Zone, ItemInputs.Empty("f1", Typed("Transports"), "20"), null, [], [], suggests: true)),
        new("agenda.suggested", () => CirculatedCard.Suggested(Short, Tct, Roster.Zone, Suggestion)),
        new("agenda.accepted", () => CirculatedCard.Answered(Short, Tct, Roster.Zone, Suggestion with { State = SuggestionState.Accepted })),
        new("agenda.declined", () => CirculatedCard.Answered(
            Short, Tct, Roster.Zone, Suggestion with { State = SuggestionState.Declined, Reason = Typed("Vu à la séance de mars") })),
        new("agenda.decline", () => ItemCards.Decline(Short, Tct, Suggestion, Typed("Vu"), "Ce texte peut désigner quelqu’un.")),
        new("agenda.received", () => CirculatedCard.Of(Circulated(null))),
        new("agenda.read", () => CirculatedCard.Of(Circulated(Ack))),
        new("agenda.received-full", () => CirculatedCard.Of(Circulated(null) with { Circulation = First with { Agenda = Full.Agenda } })),
        new("agenda.readers", () => CirculatedCard.Readers(
            View(Short, [], [First]), [.. Enum.GetValues<NoticeState>().Select((state, i) => Sent(state, i))], [Ack])),
    ];

    private static Acknowledgement Ack => new(Short.Id, 1, HospitalSeat.Id, Doctor.Id, Doctor.Name, Now, Way.Link);

    private static AgendaView View(Session session, IReadOnlyList<ItemSuggestion> suggestions, IReadOnlyList<AgendaCirculation> sent) =>
        new(session, Tct, Roster, suggestions, sent, Open: true, session.Start.AddDays(-5), Word);

    private static CirculatedView Circulated(Acknowledgement? read) => new(Short, Tct, Roster, First, HospitalSeat, read, Word);

    private static Concertation.Microsoft365.Cards.AdaptiveCard Form(ItemInputs typed, ItemId? item, IReadOnlyList<ConveneProblem> problems) =>
        ItemCards.Form(Short, Tct, Roster.Zone, typed, item, RoadmapSamples.Axes(12), problems);

    private static Notice Sent(NoticeState state, int number) => new(
        $"n{number}", Roster.Territory.Id, new(AggregateKind.Session, Roster.Territory.Id, Short.Id.Value), EffectKind.AgendaCirculated, "1",
        number % 2 == 0 ? Doctor.Id : Nurse.Id, number % 2 == 0 ? HospitalSeat.Id : NursingSeat.Id, state, number % 3 == 0 ? Road.Mail : Road.Chat, 1, 0, null, null, Now, Now);

    private static IReadOnlyList<Ballot> Votes(Session session) =>
    [
        .. session.Agenda.SelectMany(item => Enum.GetValues<Verdict>().Select(VoteSamples.Counted).Append(VoteSamples.Open)
            .Select(b => b with { Session = session.Id, Item = item.Id })),
    ];
}
