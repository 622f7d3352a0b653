using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Notices;
using Concertation.Work.Notices;
using Concertation.Work.Roadmap;

namespace Concertation.Work.Dysfunctions;

/// <summary>A report came in: the pilote and the deputies learn of it, or those who handle what concerns the porteur.</summary>
public sealed class TellReportReceived(
    IDysfunctions dysfunctions, ReportOnRoadmap roadmap, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.DysfunctionReceived;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await dysfunctions.Get(run.Aggregate.Territory, DysfunctionRef.From(run.Aggregate.Id), cancel) is not { } report)
        {
            return;
        }

        await roadmap.Follow(report.Value, cancel);
        await TellHandlers.Of(run, report.Value, notices, clock, cancel);
    }
}

/// <summary>A reporter answered, reworded or withdrew a report: the roadmap follows, the pilote and the deputies learn of it.</summary>
public sealed class TellReportToldMore(
    IDysfunctions dysfunctions, ReportOnRoadmap roadmap, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.DysfunctionToldMore;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await dysfunctions.Get(run.Aggregate.Territory, DysfunctionRef.From(run.Aggregate.Id), cancel) is { } report)
        {
            await roadmap.Follow(report.Value, cancel);
            await TellHandlers.Of(run, report.Value, notices, clock, cancel);
        }
    }
}

/// <summary>The pilote asks something about a report: its reporter is told, unless anonymous.</summary>
public sealed class TellReportAsked(IDysfunctions dysfunctions, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.DysfunctionAsked;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await dysfunctions.Get(run.Aggregate.Territory, DysfunctionRef.From(run.Aggregate.Id), cancel) is { Value.ReachesReporter: true } report)
        {
            await notices.Create([Notify.Of(run.Aggregate, run.Effect, report.Value.Reporter, null, clock.GetUtcNow())], cancel);
        }
    }
}

/// <summary>Those who handle reports.</summary>
internal static class TellHandlers
{
    public static Task Of(EffectRun run, Dysfunction report, INotices notices, TimeProvider clock, CancellationToken cancel)
    {
        var told = run.Roster.HandlersOf(report);
        return notices.Create([.. told.Select(p => Notify.Of(run.Aggregate, run.Effect, p, null, clock.GetUtcNow()))], cancel);
    }
}

/// <summary>A report changed: the roadmap follows, what it teaches is learnt, and its reporter is told if it is news.</summary>
public sealed class TellReportChanged(
    IDysfunctions dysfunctions, ReportOnRoadmap roadmap, LearnFromReport learn, FollowCluster clusters, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.DysfunctionChanged;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await dysfunctions.Get(run.Aggregate.Territory, DysfunctionRef.From(run.Aggregate.Id), cancel) is { } report)
        {
            await learn.Handle(report.Value, cancel);
            await TellReporter.Of(run, report.Value, roadmap, clusters, notices, clock, cancel);
        }
    }
}

/// <summary>A decision was taken on a report's agenda item: its reporter is told (rule 9).</summary>
public sealed class TellReportDecided(
    IDysfunctions dysfunctions, ReportOnRoadmap roadmap, FollowCluster clusters, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.DysfunctionDecided;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await dysfunctions.Get(run.Aggregate.Territory, DysfunctionRef.From(run.Aggregate.Id), cancel) is { } report)
        {
            await TellReporter.Of(run, report.Value, roadmap, clusters, notices, clock, cancel);
        }
    }
}

/// <summary>What both kinds of change lead to.</summary>
internal static class TellReporter
{
    public static async Task Of(
        EffectRun run, Dysfunction report, ReportOnRoadmap roadmap, FollowCluster clusters, INotices notices, TimeProvider clock,
        CancellationToken cancel)
    {
        await roadmap.Follow(report, cancel);
        await clusters.Handle(report, cancel);
        if (report.ReachesReporter && DysfunctionNews.IsNews(report, DysfunctionNews.Place(run.Effect.Detail)))
        {
            await notices.Create(
                [Notify.Of(run.Aggregate, run.Effect, report.Reporter, null, clock.GetUtcNow())], cancel);
        }
    }
}
