using ConcertationBot.Dysfunctions;

namespace ConcertationBot.Turns;

public static class TurnRegistration
{
    /// <summary>What understands turns: the two tables, who is who, and the answers.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<Actors>()
        .AddSingleton<Territories>()
        .AddSingleton<TextMessages>()
        .AddSingleton<Answers>()
        .AddSingleton<MessageRhythm>()
        .AddSingleton<MessageAction>()
        .AddSingleton<ITurns, Turns>()
        .AddCardVerbs()
        .AddTextCommands();
}
