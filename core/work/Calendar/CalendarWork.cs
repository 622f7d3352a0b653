using Concertation.Domain.Polls;
using Concertation.Domain.Sessions;
using Concertation.Work.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Concertation.Work.Calendar;

/// <summary>Sessions in Outlook calendars, and what people answer there.</summary>
internal static class CalendarWork
{
    /// <summary>
    /// Registered before those who tell people, so that the calendar has its moment before the invitations, and before the
    /// polls, which show what calendars say of their dates.
    /// </summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services) => services
        .AddSingleton<NoteCalendarReplies>().AddSingleton<OutlookReach>()
        .AddSingleton<TellCalendarRefusal>().AddSingleton<INoticeContent, CalendarRefusedNotice>()
        .AddSingleton<CalendarQueue>().AddSingleton<KeepCalendar>().AddSingleton<CalendarHeadStart>().AddSingleton<ReadCalendarReplies>()
        .AddSingleton<IFreeBusy, OutlookFreeBusy>()
        .AddSingleton<FeedSecrets>().AddSingleton<FeedLinks>().AddSingleton<TableFeed>()
        .AddSingleton<IEffectHandler, PutConvenedInCalendar>()
        .AddSingleton<IEffectHandler, PutMovedInCalendar>()
        .AddSingleton<IEffectHandler, PutCancelledInCalendar>();
}
