using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Work.Links;
using Concertation.Work.Notices;

namespace Concertation.Work.Dysfunctions;

/// <summary>A structure is asked, or reminded: whoever sits for it learns of it.</summary>
public sealed class TellStructureAsked(IClusters clusters, INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.StructureAsked;

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        if (await HearingContent.Of(run.Aggregate, run.Effect.Detail, clusters, cancel) is var (_, hearing) && hearing.Answer is null)
        {
            await notices.Create([Notify.Of(run.Aggregate, run.Effect, hearing.Contact, null, clock.GetUtcNow())], cancel);
        }
    }
}

/// <summary>A structure answered: the pilote learns what.</summary>
public sealed class TellStructureAnswered(INotices notices, TimeProvider clock) : IEffectHandler
{
    public EffectKind Kind => EffectKind.StructureAnswered;

    public Task Handle(EffectRun run, CancellationToken cancel) => notices.Create(
        [Notify.Of(run.Aggregate, run.Effect, run.Roster.Territory.Pilot, null, clock.GetUtcNow())], cancel);
}

public sealed class StructureAskedNotice(IClusters clusters, PersonalLinks links, TimeProvider clock) : INoticeContent
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    public EffectKind Kind => EffectKind.StructureAsked;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel)
    {
        if (await HearingContent.Of(notice.Aggregate, notice.Detail, clusters, cancel) is not var (cluster, hearing) || hearing.Answer is not null)
        {
            return null;
        }

        var url = links.UrlFor(new PersonalLink(
            notice.Territory, LinkPurpose.Hearing, $"{cluster.Reference}~{hearing.Structure}", new SeatId("-"), notice.Recipient, clock.GetUtcNow() + Lasts));
        return new NoticeContent(
            HearingTexts.Question(cluster, hearing, roster), new MailContent(HearingTexts.Subject(cluster), HearingTexts.Plain(cluster, hearing, url)));
    }
}

public sealed class StructureAnsweredNotice(IClusters clusters, ClusterViews views) : INoticeContent
{
    public EffectKind Kind => EffectKind.StructureAnswered;

    public async Task<NoticeContent?> Render(Notice notice, Roster roster, CancellationToken cancel) =>
        await HearingContent.Of(notice.Aggregate, notice.Detail, clusters, cancel) is var (cluster, hearing)
            ? new NoticeContent(
                ClusterCard.Of(await views.Of(cluster, roster, cancel), new FormNotice(HearingTexts.Standing(hearing)), done: true),
                new MailContent(HearingTexts.AnsweredSubject(cluster, hearing), HearingTexts.AnsweredPlain(cluster, hearing)))
            : null;
}

internal static class HearingContent
{
    public static async Task<(Cluster Cluster, Hearing Hearing)?> Of(
        Aggregate aggregate, string? structure, IClusters clusters, CancellationToken cancel) =>
        await clusters.Get(aggregate.Territory, ClusterRef.From(aggregate.Id), cancel) is { Value: var cluster }
        && cluster.HearingOf(StructureId.From(structure ?? "")) is { } hearing
            ? (cluster, hearing)
            : null;
}

/// <summary>On the last day of its delay, in working hours, a structure that hasn't answered is reminded once.</summary>
public sealed class WatchHearings(IRosters rosters, IClusters clusters, HearStructure hear, TimeProvider clock) : IScheduled
{
    private const int MostOpen = 500;

    public async Task Run(CancellationToken cancel)
    {
        foreach (var territory in await rosters.All(cancel))
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone);
            var (now, year) = (clock.GetUtcNow(), TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).Year);
            if (territory.QuietHours.IsQuiet(now, zone) || await rosters.Get(territory.Id, cancel) is not { } roster)
            {
                continue;
            }

            foreach (var cluster in await clusters.Listed(territory.Id, [year, year - 1], MostOpen, cancel))
            {
                foreach (var hearing in cluster.Hearings.Where(h => h is { Answer: null, Reminded: false }))
                {
                    await hear.Remind(roster, cluster.Reference, hearing.Structure, cancel);
                }
            }
        }
    }
}
