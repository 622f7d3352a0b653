using Concertation.Domain.Polls;
using Concertation.Work.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Concertation.Work.Polls;

/// <summary>Everything a poll needs from its opening to its session.</summary>
internal static class PollsWork
{
    public static IServiceCollection AddPolls(this IServiceCollection services)
    {
        // Whoever brings calendars registers theirs before this.
        services.TryAddSingleton<IFreeBusy, NoCalendars>();
        return services
            .AddSingleton<OpenDatePoll>()
            .AddSingleton<AnswerDatePoll>()
            .AddSingleton<ChangePoll>()
            .AddSingleton<RemindOfPoll>()
            .AddSingleton<WithdrawDatePoll>()
            .AddSingleton<ChooseSlot>()
            .AddSingleton<IEffectHandler, TellPollOpened>().AddSingleton<INoticeContent, PollOpenedNotice>()
            .AddSingleton<IEffectHandler, RemindSilentSeats>().AddSingleton<INoticeContent, PollReminderNotice>()
            .AddSingleton<IEffectHandler, EndPoll>().AddSingleton<IEffectHandler, ShowPollEnded>().AddSingleton<INoticeContent, PollEndedNotice>();
    }
}
