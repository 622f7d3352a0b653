using System.Globalization;
using System.Text.RegularExpressions;
using Concertation.Domain.Dysfunctions;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Work.Dysfunctions;
using ConcertationBot.Turns;

namespace ConcertationBot.Dysfunctions;

/// <summary>« regroupe la 42 et la 51 », « mets la 42 dans le groupe 3 ».</summary>
public sealed class GroupReportsCommand(GroupReports group, ClusterViews views, DysfunctionViews years) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var named = NamedReports.In(turn.Text, years.Year(turn.Roster));
        if (turn.Roster.IsPilot(turn.Actor) && named.Count + (turn.Reading.Slots.Cluster is null ? 0 : 1) < 2)
        {
            return Say.Only(ClusterTexts.WhichReports);
        }

        var answer = await group.Handle(turn.Actor, turn.Roster, named, turn.Reading.Slots.Cluster, turn.Operation, cancel);
        return await answer.Match<Task<IReadOnlyList<Say>>>(
            async grouped => Say.Only(ClusterCard.Of(
                await views.Of(grouped.Cluster, turn.Roster, cancel), new FormNotice("Remontées regroupées", ClusterTexts.Grouped(grouped)), done: true)),
            notPilot => Only(DysfunctionTexts.PilotOnly),
            noSuchReport => Only(ClusterTexts.NoSuchReport(noSuchReport.Reference)),
            tooFew => Only(ClusterTexts.WhichReports),
            allSettled => Only(ClusterTexts.AllSettled));
    }

    private static Task<IReadOnlyList<Say>> Only(string text) => Task.FromResult(Say.Only(text));
}

/// <summary>« sépare la 51 du groupe ».</summary>
public sealed class SeparateReportCommand(SeparateReport separate, DysfunctionViews views) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        if (NamedReports.In(turn.Text, views.Year(turn.Roster)) is not [var reference])
        {
            return Say.Only(turn.Roster.IsPilot(turn.Actor) ? ClusterTexts.WhichReport : DysfunctionTexts.PilotOnly);
        }

        return Say.Only((await separate.Handle(turn.Actor, turn.Roster, reference, cancel)).Match(
            ClusterTexts.Separated,
            notPilot => DysfunctionTexts.PilotOnly,
            noSuchReport => DysfunctionTexts.Gone,
            notGrouped => ClusterTexts.NotGrouped(notGrouped.Report),
            atTheTable => ClusterTexts.AtTheTable(atTheTable.Report)));
    }
}

/// <summary>« groupes », « groupe 3 ».</summary>
public class ClustersCommand(IClusters clusters, ClusterViews views) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        if (!turn.Roster.IsPilot(turn.Actor))
        {
            return Say.Only(DysfunctionTexts.PilotOnly);
        }

        if (turn.Reading.Slots.Cluster is { } reference)
        {
            return await clusters.Get(turn.Roster.Territory.Id, reference, cancel) is { Value: var cluster }
                ? Say.Only(Shown(await views.Of(cluster, turn.Roster, cancel)))
                : Say.Only(ClusterTexts.NoSuchCluster);
        }

        var listed = await views.Listed(turn.Roster, cancel);
        return listed.Count == 0 ? Say.Only(ClusterTexts.NoCluster) : Say.Only(ClusterCard.List(turn.Roster, listed));
    }

    protected virtual Concertation.Microsoft365.Cards.AdaptiveCard Shown(ClusterShown shown) => ClusterCard.Of(shown);
}

/// <summary>« mets le groupe 3 à l’odj »: the card with the session and the title ready, one button from done.</summary>
public sealed class ClusterOnAgendaCommand(IClusters clusters, ClusterViews views) : ClustersCommand(clusters, views)
{
    protected override Concertation.Microsoft365.Cards.AdaptiveCard Shown(ClusterShown shown) => ClusterCard.Of(shown, toAgenda: true);
}

/// <summary>The reports a message names: « la 42 et la 51 », « REM-2026-0042, 51 ». A number alone is one of this year's.</summary>
public static partial class NamedReports
{
    public static IReadOnlyList<DysfunctionRef> In(string text, int thisYear) =>
    [
        .. Named().Matches(Groups().Replace(text, " "))
            .Select(m => DysfunctionRef.Parse(string.Create(
                CultureInfo.InvariantCulture, $"REM-{(m.Groups["year"].Success ? m.Groups["year"].Value : thisYear.ToString("D4", CultureInfo.InvariantCulture))}-{m.Groups["number"].Value}")))
            .OfType<DysfunctionRef>().Distinct().Take(GroupReports.MostNamed),
    ];

    [GeneratedRegex(@"\b(grp|groupes?|regroupement)\b[\s\-n°º#:]*(20\d{2}[\s\-/]+)?\d{1,6}\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Groups();

    [GeneratedRegex(@"\b((?<year>20\d{2})\s?[\-/]\s?)?(?<number>\d{1,6})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
