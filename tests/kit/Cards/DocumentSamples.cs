using Concertation.Domain;
using Concertation.Domain.Documents;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.PersonalData;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Directories;
using Concertation.Microsoft365.Documents;
using Concertation.Microsoft365.Minutes;
using Concertation.Microsoft365.Sessions;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards of documents, among them an agenda where every item carries as many as it can.</summary>
internal static class DocumentSamples
{
    private static readonly Document Report = Of("a", "Bilan des sorties du vendredi, premier semestre.pdf", DocumentKind.Pdf, 1_480_000);

    private static readonly Document Typed1 = Of("b", Typed("Note de cadrage") + ".docx", DocumentKind.Word, 32_000) with { Version = 2, Previous = new("c") };

    private static readonly Session Session = new(
        new("s1"), Roster.Territory.Id, Tct.Id, SessionFormat.Restricted, Now.AddDays(30), TimeSpan.FromHours(2), "Salle du conseil", false, null,
        [Item(0, "Suivi des décisions précédentes"), Item(1, Typed("Sorties du vendredi"), Report.Id, Typed1.Id)], SessionState.Convened, 0, Pilot.Id, Now,
        null, null);

    private static readonly IReadOnlyList<Document> Many =
        [.. Enumerable.Range(0, 200).Select(i => Of($"d{i}", $"{new string('m', 100)} {i}.pdf", DocumentKind.Pdf, 25_000_000))];

    private static readonly Session Full = Session with
    {
        Agenda = [.. Enumerable.Range(0, 20).Select(i => Item(i, new string('n', 200), [.. Many.Skip(i * 10).Take(10).Select(d => d.Id)]))],
    };

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("documents.received", () => FileCard.Ask(Roster, [Report], [], JoinCard.Offer([Report], [Session], Roster))),
        new("documents.received-directory", () => FileCard.Ask(
            Roster, [Report], [], [.. DirectoryKeepingCards.Offer(Roster.Territory, [Report])])),
        new("documents.received-minutes", () => FileCard.Ask(
            Roster, [Report], [], [.. MinutesCards.Correction(Session, Tct, Roster.Zone, Report.Id), .. JoinCard.Offer([Report], [Session], Roster)])),
        new("documents.received-several", () => FileCard.Ask(
            Roster, [Report, Typed1],
            [
                new(Typed("outil.exe"), DocumentTexts.Refusal(new DocumentRefusal.NotThisKind(RefusedKind.Program))),
                new("photo.jpg", DocumentTexts.Refusal(new DocumentRefusal.Mislabelled("jpg", DocumentKind.Png))),
            ],
            JoinCard.Offer([Report, Typed1], [.. Enumerable.Range(0, 30).Select(i => Session with { Id = new($"s{i}") })], Roster))),
        new("documents.refused", () => FileCard.Ask(
            Roster, [], [new(Typed("Situation"), DocumentTexts.Refusal(new DocumentRefusal.NameIdentifies([PersonalDataKind.Name, PersonalDataKind.Phone])))], [])),
        new("documents.nowhere", () => FileCard.Ask(Roster, [Report], [], JoinCard.Offer([Report], [], Roster))),
        new("documents.item", () => JoinCard.Ask([Report], Full, Tct, Roster, DocumentTexts.ChooseItem)),
        new("documents.joined", () => JoinCard.Done(Session, Session.Agenda[1], Tct, Roster.Zone, Papers([Report, Typed1]), removed: false)),
        new("documents.joined-many", () => JoinCard.Done(Full, Full.Agenda[0], Tct, Roster.Zone, Papers(Many), removed: false)),
        new("documents.removed", () => JoinCard.Done(Session, Session.Agenda[0], Tct, Roster.Zone, Papers([]), removed: true)),
        new("documents.convocation", () => ConvocationCard.Of(new SeatView(Session, Tct, HospitalSeat, null, Roster, Papers([Report, Typed1])))),
        new("documents.convocation-many", () => ConvocationCard.Of(new SeatView(Full, Tct, HospitalSeat, null, Roster, Papers(Many)))),
        new("documents.convened", () => ConvenedCard.Of(
            Attendance.Of(Session, Tct, Roster, []), Roster, open: true, null, null, Papers([Report, Typed1]))),
        new("documents.convened-many", () => ConvenedCard.Of(Attendance.Of(Full, Tct, Roster, []), Roster, open: true, null, null, Papers(Many))),
    ];

    // As long as personal links are.
    private static Uri Link(string id) => new($"https://concertation.example/lien/{id}{new string('x', 360)}");

    private static SessionPapers Papers(IReadOnlyList<Document> documents) =>
        new([.. documents.Select(d => new DocumentLink(d, Link(d.Id.Value)))], Link("all"));

    private static AgendaItem Item(int number, string title, params DocumentId[] documents) => new(
        new($"p{number}"), AgendaItemKind.Decision, title, 30, null, [], InCamera: false, Documents: documents);

    private static Document Of(string id, string name, DocumentKind kind, long size) => new(
        new(id), Roster.Territory.Id, name, kind, size, new string('a', 64), Pilot.Id, Pilot.Name, Now);
}
