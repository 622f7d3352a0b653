using Concertation.Work.Calendar;
using Concertation.Work.Decisions;
using Concertation.Work.Directories;
using Concertation.Work.Dysfunctions;
using Concertation.Work.Retention;
using Concertation.Work.Schedules;
using Concertation.Work.Sessions;
using Concertation.Work.Votes;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work;

/// <summary>Something done again and again by the clock. Must leave the same state however often it runs.</summary>
public interface IScheduled
{
    Task Run(CancellationToken cancel);
}

/// <summary>A row of the schedule.</summary>
/// <param name="Name">For ever: under it the turn is kept.</param>
/// <param name="Runs">The class that does it, an <see cref="IScheduled"/>.</param>
public sealed record ScheduleEntry(string Name, string What, TimeSpan Every, Type Runs);

/// <summary>The only table of what the clock asks for. What is due at a time of its own goes through the queue instead.</summary>
public static class Schedule
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    public static IReadOnlyList<ScheduleEntry> All { get; } =
    [
        Entry<ConvenePlannedSessions>("convene-planned", "Convoke planned sessions when their agenda is due", Quarter),
        Entry<RemindOfSessions>("session-reminders", "Remind seats without an answer, 7 and 2 days before", Quarter),
        Entry<WarnOfAgendas>("agenda-due", "Tell the pilote of an agenda that should have gone out", Quarter),
        Entry<WarnOfMinutes>("minutes-due", "Remind the pilote of minutes, 3 and 7 days after the session", Quarter),
        Entry<LookAtCompleteBallots>("complete-ballots", "Close ballots that close once everybody has answered", TimeSpan.FromMinutes(5)),
        Entry<WatchEscalations>("escalations", "Keep submitted decisions on an agenda, and say which wait too long", Quarter),
        Entry<ForgetOldDrafts>("report-drafts", "Forget drafts of reports that were never sent", TimeSpan.FromHours(1)),
        Entry<WatchHearings>("structure-answers", "Remind structures of what they were asked about reports, on their last day", Quarter),
        Entry<SignHeads>("register-heads", "Sign how far each register goes, once a day", TimeSpan.FromHours(1)),
        Entry<AskToConfirmEntries>("directory-confirmations", "Ask each structure, once a year, whether its entry of the directory is still true", TimeSpan.FromHours(1)),
        Entry<CountReportsDaily>("observatory", "Count the reports of this year and the last, once a day", TimeSpan.FromDays(1)),
        Entry<PurgeDaily>("retention", "Purge what its time is over for, once a day", Quarter),
        Entry<TakeCalendarReplies>("calendar-replies", "Take in what was answered in calendars", TimeSpan.FromMinutes(5)),
    ];

    internal static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        foreach (var entry in All)
        {
            services.AddSingleton(entry.Runs);
        }

        return services.AddSingleton<SessionsOfAll>().AddSingleton<RunSchedule>();
    }

    private static ScheduleEntry Entry<TRuns>(string name, string what, TimeSpan every) where TRuns : class, IScheduled =>
        new(name, what, every, typeof(TRuns));
}
