using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Dysfunctions;

namespace Concertation.Work.Dysfunctions;

/// <summary>Gathers what the cards about a report show beside it: axes, and the sessions that may speak of it.</summary>
public sealed class DysfunctionViews(
    IRoadmaps roadmaps, ISessions sessions, IRegister register, IEscalations escalations, SuggestForReport suggest, FindAlike find, TimeProvider clock)
{
    public async Task<ReportShown> Of(Dysfunction report, Roster roster, CancellationToken cancel) =>
        await Of(report, roster, report.Axis is null ? [] : await AxesOf(roster, report.Reference.Year, cancel), cancel);

    private async Task<ReportShown> Of(Dysfunction report, Roster roster, IReadOnlyList<Axis> axes, CancellationToken cancel)
    {
        var session = report.Session is { } id ? await sessions.Get(roster.Territory.Id, id, cancel) : null;
        return new ReportShown(report, roster, axes.FirstOrDefault(a => a.Id == report.Axis), session?.Value, await Standing(report, cancel));
    }

    private async Task<EscalationStanding?> Standing(Dysfunction report, CancellationToken cancel)
    {
        if (report.Decisions is not [.., { Adopted: true } last])
        {
            return null;
        }

        return await register.Of(report.Territory, last.Table, last.Number, cancel) is { } decision
            ? await escalations.StandingOf(report.Territory, last.Table, decision.Ballot, cancel)
            : null;
    }

    /// <summary>The axes of a year's roadmap; none when the year has no roadmap.</summary>
    public async Task<IReadOnlyList<Axis>> AxesOf(Roster roster, int year, CancellationToken cancel) =>
        (await roadmaps.Plan(roster.Territory.Id, year, cancel))?.Axes ?? [];

    /// <summary>What a report that stands alone seems to be another case of.</summary>
    public async Task<IReadOnlyList<Alike>> AlikeTo(Dysfunction report, Roster roster, CancellationToken cancel) =>
        report.Cluster is null && GroupReports.MayJoin(report) ? await find.Of(report, roster, cancel) : [];

    /// <summary>The year it is in the territory.</summary>
    public int Year(Roster roster) => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), roster.Zone).Year;

    /// <param name="done">True when the notice says what has just been done.</param>
    public async Task<AdaptiveCard> ForPilot(
        Dysfunction report, Roster roster, CancellationToken cancel, FormNotice? notice = null, bool done = false)
    {
        if (report.Settled)
        {
            return PilotReportCard.Of(await Of(report, roster, cancel), [], [], notice, done);
        }

        var alike = AlikeTo(report, roster, cancel);
        var axes = await AxesOf(roster, report.Reference.Year, cancel);
        var shown = Of(report, roster, axes, cancel);
        var suggested = suggest.Handle(report.ToldInAll, report.Territory, report.Reference.Year, axes, cancel);
        var coming = (await sessions.All(roster.Territory.Id, cancel)).Where(s => s.IsOpen(clock.GetUtcNow())).OrderBy(s => s.Start).ToList();
        return PilotReportCard.Of(await shown, axes, coming, notice, done, await suggested, await alike);
    }
}
