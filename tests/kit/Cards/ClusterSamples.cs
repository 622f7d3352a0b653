using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;
using static ConcertationBot.Tests.Kit.Cards.CardCatalogue;
using static ConcertationBot.Tests.Kit.Cards.SampleTerritory;

namespace ConcertationBot.Tests.Kit.Cards;

/// <summary>The cards of reports that are grouped, with the longest texts their fields take.</summary>
internal static class ClusterSamples
{
    private static readonly Session Coming = new(
        new("s1"), Roster.Territory.Id, Tct.Id, SessionFormat.Plenary, Now.AddDays(30), TimeSpan.FromHours(2), null, true, null,
        [new(new("p1"), AgendaItemKind.Decision, Typed("Sorties du vendredi"), 30, null, [], false)], SessionState.Convened, 0,
        Pilot.Id, Now, null, null);

    private static readonly Dysfunction Member = (new Dysfunction(
        new("REM-2027-0042"), Roster.Territory.Id, new("p1"), Typed("Ewen Partenaire"), Typed("Encore une sortie le vendredi soir, sans ordonnance."),
        "vendredi soir", Typed("Kervélen"), Nursing.Name, null, null, Gravity.High, Frequency.Often, new("c1"), null,
        DysfunctionStatus.Received, null, null, Now, [new(DysfunctionStatus.Received, Now, new("p1"), null)], [], new("o1"))
        { Cluster = ClusterRef.Of(2027, 3) }).Becomes(DysfunctionStatus.Clustered, Now, Pilot.Id);

    private static readonly Cluster New = new(
        ClusterRef.Of(2027, 3), Roster.Territory.Id, null, null, new("c1"), ProblemFamilies.All[0],
        ClusterTally.None.With(ClusterMember.Of(Member), 1), DysfunctionStatus.Clustered, null, null, Pilot.Id, Now);

    private static readonly Hearing Asked = new(Nursing.Id, Nursing.Name, Nurse.Id, Now, new DateOnly(2027, 10, 18));

    private static readonly Cluster Heard = New with
    {
        Summary = Typed("Des sorties du vendredi se font sans ordonnance."), Proposal = Typed("Annoncer la sortie la veille."),
        Hearings = [Asked with { Answer = Typed("Prévenus la veille, nous pouvons venir."), AnsweredAt = Now }],
    };

    private static readonly Cluster Longest = Heard with
    {
        Summary = Typed(new string('é', Cluster.LongestSummary - 60)), Proposal = Typed(new string('é', Cluster.LongestProposal - 60)),
        Hearings = [Asked with { Answer = Typed(new string('é', HearStructure.LongestAnswer - 60)) }],
    };

    public static IReadOnlyList<SampleCard> All { get; } =
    [
        new("clusters.new", () => ClusterCard.Of(Shown(New))),
        new("clusters.heard", () => ClusterCard.Of(Shown(Heard), new FormNotice(ClusterTexts.Kept), done: true)),
        new("clusters.to-agenda", () => ClusterCard.Of(Shown(Heard with { Hearings = [Asked] }), toAgenda: true)),
        new("clusters.on-agenda", () => ClusterCard.Of(Shown(Heard with { Status = DysfunctionStatus.OnAgenda, Session = Coming.Id, Item = new("p1") }))),
        new("clusters.no-session", () => ClusterCard.Of(Shown(Heard) with { Coming = [] }, toAgenda: true)),
        new("clusters.longest", () => ClusterCard.Of(Shown(Longest) with { Members = [.. Enumerable.Repeat(Member, ReportsOf.Page)], Next = Member.Reference })),
        new("clusters.list", () => ClusterCard.List(Roster, [.. Enumerable.Repeat(Heard, 20)])),
        new("clusters.offered", () => FollowUpCard.Received(new ReportShown(Member, Roster, null, null), Heard)),
        new("clusters.question", () => HearingTexts.Question(Heard with { Hearings = [Asked] }, Asked, Roster)),
        new("clusters.answered", () => HearingTexts.Question(Longest, Longest.Hearings[0], Roster, HearingTexts.Thanks)),
        new("clusters.report", () => PilotReportCard.Of(new ReportShown(Member, Roster, null, null), [], [Coming])),
        new("clusters.alike", () => PilotReportCard.Of(
            new ReportShown(Member with { Cluster = null }, Roster, null, null), [], [Coming],
            alike: [new Alike(Member, Heard, [Typed("sortie"), Typed("vendredi")], 1), new Alike(Member, null, [Typed("sortie")], 1)])),
    ];

    private static ClusterShown Shown(Cluster cluster) => new(
        cluster, Roster, RoadmapSamples.Axes(1)[0], cluster.Session is null ? null : Coming, [Member], null, [Coming]);
}
