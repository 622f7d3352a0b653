namespace ConcertationBot.Polls;

/// <summary>What the polls' clicks and commands share.</summary>
public static class PollRegistration
{
    public static IServiceCollection AddPollTurns(this IServiceCollection services) => services
        .AddSingleton<PollClicks>()
        .AddSingleton<PollForms>()
        .AddSingleton<AnswerInWords>();
}
