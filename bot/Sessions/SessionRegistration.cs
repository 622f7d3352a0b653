using ConcertationBot.Turns;

namespace ConcertationBot.Sessions;

/// <summary>What the sessions' clicks and commands share.</summary>
public static class SessionRegistration
{
    public static IServiceCollection AddSessionTurns(this IServiceCollection services) => services
        .AddSingleton<SessionsInReach>()
        .AddSingleton<SessionClicks>()
        .AddSingleton<SessionLists>()
        .AddSingleton<ConveneForms>()
        .AddSingleton<Agendas.AgendaCards>()
        .AddSingleton<Meetings.MeetingCards>()
        .AddSingleton<Meetings.MeetingEvents>()
        .AddSingleton<Minutes.MinutesViews>()
        .AddSingleton<Minutes.CorrectedFiles>()
        .AddSingleton<PersonalSay>()
        .AddSingleton<ReminderLooks>()
        .AddSingleton<PlanYearForms>();
}
