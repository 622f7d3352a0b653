using Concertation.Domain.Agendas;
using Concertation.Domain.Decisions;
using Concertation.Domain.Directories;
using Concertation.Domain.Documents;
using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Meetings;
using Concertation.Domain.Minutes;
using Concertation.Domain.Notices;
using Concertation.Domain.Polls;
using Concertation.Domain.Retention;
using Concertation.Domain.Roadmap;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Storage.Decisions;
using Concertation.Storage.Directories;
using Concertation.Storage.Documents;
using Concertation.Storage.Dysfunctions;
using Concertation.Storage.Notices;
using Concertation.Storage.Polls;
using Concertation.Storage.Retention;
using Concertation.Storage.Roadmap;
using Concertation.Storage.Schedules;
using Concertation.Storage.Sessions;
using Concertation.Storage.Tables;
using Concertation.Storage.Votes;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Storage;

/// <summary>One store per capability, over the row seam.</summary>
public static class Stores
{
    public static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton<IRosters, RosterStore>()
        .AddSingleton<ITerritoryRecords, TerritoryRecordStore>()
        .AddSingleton<IYearPlans, YearPlanStore>()
        .AddSingleton<IOutbox, Outbox>()
        .AddSingleton<ScheduleTurns>()
        .AddSingleton<INotices, NoticeStore>()
        .AddSingleton<IChatAddresses, ChatAddressStore>()
        .AddSingleton<ISessions, SessionStore>()
        .AddSingleton<IAgendas, AgendaStore>()
        .AddSingleton<IMeetings, MeetingStore>()
        .AddSingleton<IMinutes, MinutesStore>()
        .AddSingleton<IDatePolls, DatePollStore>()
        .AddSingleton<ICalendarEntries, CalendarEntryStore>()
        .AddSingleton<IFeedLinks, FeedLinkStore>()
        .AddSingleton<IDysfunctions, DysfunctionStore>().AddSingleton<IReportLists, ReportLists>()
        .AddSingleton<IObservatories, ObservatoryStore>()
        .AddSingleton<IClusters, ClusterStore>()
        .AddSingleton<ILessons, LessonStore>()
        .AddSingleton<IReportLinks, ReportLinkStore>().AddSingleton<IReportDrafts, ReportDraftStore>()
        .AddSingleton<IDocuments, DocumentStore>()
        .AddSingleton<IDirectory, DirectoryStore>()
        .AddSingleton<IRoadmaps, RoadmapStore>()
        .AddSingleton<ISealedAnswers, SealedAnswers>()
        .AddSingleton<IBallots, BallotStore>()
        .AddSingleton<IBallotPosts, BallotPostStore>()
        .AddSingleton<IAftermaths, AftermathStore>()
        .AddSingleton<IRegister, RegisterStore>()
        .AddSingleton<IRegisterRecords, RegisterRecords>()
        .AddSingleton<IEscalations, EscalationStore>()
        .AddRetention();

    /// <summary>How the rows of each table are purged, exported and erased.</summary>
    private static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<RecordKeeper, ChatKeeper>().AddSingleton<RecordKeeper>(_ => new RegisterKeeper(Partitions.Decisions))
        .AddSingleton<RecordKeeper, DocumentKeeper>().AddSingleton<RecordKeeper, ReportKeeper>().AddSingleton<RecordKeeper, NoticeKeeper>()
        .AddSingleton<RecordKeeper>(_ => new RegisterKeeper(Partitions.Roadmap)).AddSingleton<RecordKeeper, RosterKeeper>()
        .AddSingleton<RecordKeeper, SessionKeeper>().AddSingleton<RecordKeeper, VoteKeeper>()
        .AddSingleton<StoredRecords>().AddSingleton<IOldRecords>(p => p.GetRequiredService<StoredRecords>())
        .AddSingleton<IPersonalRecords>(p => p.GetRequiredService<StoredRecords>())
        .AddSingleton<SweepStore>().AddSingleton<ISweeps>(p => p.GetRequiredService<SweepStore>())
        .AddSingleton<IPurgeProofs>(p => p.GetRequiredService<SweepStore>())
        .AddSingleton<IStorageTraces, FileTraces>();
}
