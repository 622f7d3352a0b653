using Concertation.Domain;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards of reports, with the longest texts their fields take.</summary>
internal static class ReportSamples
{
    private static readonly Session Coming = new(
        new("s1"), Roster.Territory.Id, Tct.Id, SessionFormat.Plenary, Now.AddDays(30), TimeSpan.FromHours(2), null, true, null,
        [new(new("p1"), AgendaItemKind.Decision, Typed("Sorties du vendredi"), 30, null, [], false)], SessionState.Convened, 0,
        Pilot.Id, Now, null, null);

    private static readonly Dysfunction Received = new Dysfunction(
        new("REM-2027-0042"), Roster.Territory.Id, new("p1"), Typed("Ewen Partenaire"), Typed("Encore une sortie le vendredi soir, sans ordonnance."),
        "vendredi soir", Typed("Kervélen"), Typed("CH, SSIAD"), null, null, null, Frequency.Often, new("c1"), null,
        DysfunctionStatus.Received, null, null, Now, [new(DysfunctionStatus.Received, Now, new("p1"), null)], [], new("o1"));

    private static readonly Dysfunction Longest = Received with
    {
        Happened = Filling(ReportField.Happened), Consequence = Filling(ReportField.Consequence), Tried = Filling(ReportField.Tried),
        Structures = Filling(ReportField.Structures), Commune = Filling(ReportField.Commune),
    };

    private static readonly Suggested Suggestions = new(
        [.. RoadmapSamples.Axes(3).Select(a => new TopicMatch(a.Id.Value, 1, [.. Enumerable.Repeat(Typed("sortie d’hospitalisation"), 3)]))],
        [.. ProblemFamilies.All.Take(3).Select(f => new TopicMatch(f, 1, [.. Enumerable.Repeat(Typed("sortie d’hospitalisation"), 3)]))]);

    private static readonly Dysfunction Qualified = Received.Becomes(DysfunctionStatus.Qualified, Now.AddDays(1), Pilot.Id) with
    {
        Family = ProblemFamilies.All[0], Gravity = Gravity.High,
    };

    private static readonly Dysfunction OnAgenda = Qualified.Becomes(DysfunctionStatus.OnAgenda, Now.AddDays(2), Pilot.Id) with
    {
        Session = Coming.Id, Item = new("p1"),
    };

    private static readonly Dysfunction Closed = Qualified.Becomes(
        DysfunctionStatus.ClosedWithoutAction, Now.AddDays(2), Pilot.Id, Typed("Relève d’une autre instance"));

    private static readonly Dysfunction Asked = Longest with
    {
        Step = CareStep.Discharge,
        Exchanges = [.. Enumerable.Range(0, 6).Select(n => new Exchange(
            n % 2 == 1 ? Pilot.Id : null, string.Concat(Enumerable.Repeat(Typed("Quel service\u00a0? "), 60))[..Exchange.Longest], Now, new($"o{n}")))],
    };

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("reports.draft-empty", () => Draft(new WrittenReport(null))),
        new("reports.draft", () => Draft(new WrittenReport(Received.Happened, Received.When, Received.Commune, Frequency: Frequency.Often, Axis: new("c1")))),
        new("reports.draft-longest", () => Draft(Written(Longest), new FormNotice("Pas encore envoyé", Typed("Retirez ce qui désigne quelqu’un.")))),
        new("reports.draft-elsewhere", () => ReportDraftCard.Of(
            Roster.Territory, new OperationId("f1"), Written(Longest), RoadmapSamples.Axes(16), elsewhere: Enum.GetValues<ElsewhereKind>())),
        new("reports.links", () => ReportLinkCard.Of(Roster.Territory, [.. Enumerable.Repeat((Tct, "https://concertation.example/signaler/kervelen_" + new string('x', 43)), 9)], Tct.Id)),
        new("reports.follow-asked", () => FollowUpCard.Of(Shown(Asked), notice: ExchangeTexts.Answered)),
        new("reports.pilot-exchanges", () => PilotReportCard.Of(Shown(Asked), RoadmapSamples.Axes(16), [Coming])),
        new("reports.cancelled", ReportDraftCard.Cancelled),
        new("reports.received", () => FollowUpCard.Received(Shown(Longest))),
        new("reports.follow-received", () => FollowUpCard.Of(Shown(Received))),
        new("reports.follow-on-agenda", () => FollowUpCard.Of(Shown(OnAgenda, Coming), news: true)),
        new("reports.follow-decided", () => FollowUpCard.Of(Shown(Decided(OnAgenda, Typed("Une place d’urgence est réservée.")), Coming), news: true)),
        new("reports.follow-in-camera", () => FollowUpCard.Of(Shown(Decided(OnAgenda, null), Coming), news: true)),
        new("reports.follow-longest", () => FollowUpCard.Of(Shown(Decided(Longest, string.Concat(Enumerable.Repeat(Typed("Une place. "), 200))[..4000])))),
        new("reports.follow-closed", () => FollowUpCard.Of(Shown(Closed), news: true)),
        new("reports.pilot-received", () => PilotReportCard.Of(Shown(Received), RoadmapSamples.Axes(7), [Coming])),
        new("reports.pilot-no-session", () => PilotReportCard.Of(Shown(Qualified), RoadmapSamples.Axes(7), [], new FormNotice("C’est enregistré"), done: true)),
        new("reports.pilot-longest", () => PilotReportCard.Of(Shown(Longest), RoadmapSamples.Axes(16), [.. Enumerable.Repeat(Coming, 12)], suggested: Suggestions)),
        new("reports.pilot-decided", () => PilotReportCard.Of(Shown(Decided(OnAgenda, Typed("Une place d’urgence."))), [], [])),
        new("reports.pilot-closed", () => PilotReportCard.Of(Shown(Closed), [], [])),
        new("reports.mine", () => MyReportsCard.Of(Roster, Page(Received, OnAgenda, Closed), Page())),
        new("reports.mine-none", () => MyReportsCard.Of(Roster, Page(), Page())),
        new("reports.mine-none-in-june", () => MyReportsCard.Of(Roster, Page(), Page(), "juin")),
        new("reports.to-qualify", () => MyReportsCard.Of(Roster, Longests, Longests)),
    ];

    private static ReportSlice Longests => new([.. Enumerable.Repeat(Longest, ReportsOf.Page)], Longest.Reference);

    private static ReportSlice Page(params IReadOnlyList<Dysfunction> reports) => new(reports, null);

    private static AdaptiveCard Draft(WrittenReport written, FormNotice? notice = null) =>
        ReportDraftCard.Of(Roster.Territory, new OperationId("f1"), written, RoadmapSamples.Axes(16), notice, Suggestions.Axes);

    private static ReportShown Shown(Dysfunction report, Session? session = null) => new(report, Roster, RoadmapSamples.Axes(1)[0], session);

    private static Dysfunction Decided(Dysfunction report, string? text) => report.Becomes(DysfunctionStatus.Decided, Now.AddDays(31), null) with
    {
        Decisions =
        [
            .. Enumerable.Range(1, 3).Select(i => new DecisionOnReport(
                Tct.Id, "TCT", new(2027, i), i != 2, text is null ? null : Typed("Place d’urgence"), text, Now.AddDays(31))),
        ],
    };

    private static WrittenReport Written(Dysfunction report) => new(
        report.Happened, report.When, report.Commune, report.Structures, report.Consequence, report.Tried, Gravity.High, Frequency.Often, report.Axis);

    private static string Filling(ReportField field) =>
        string.Concat(Enumerable.Repeat(Typed("Sortie sans ordonnance. "), 60))[..WrittenReport.LimitOf(field)];
}
