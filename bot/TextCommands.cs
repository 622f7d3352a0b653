using System.Collections.Frozen;
using Concertation.Microsoft365.Help;
using ConcertationBot.Language;
using ConcertationBot.Turns;

namespace ConcertationBot;

/// <summary>A row of the table of text commands.</summary>
/// <param name="Title">On the button that offers it.</param>
/// <param name="Example">How one says it.</param>
public sealed record TextCommand(IntentKind Intent, Type Handler, string Title, string Example)
{
    public HelpEntry Entry => new(Title, Intent.ToString(), Example);
}

/// <summary>The only table of what people can write to the bot.</summary>
public static class TextCommands
{
    public static IReadOnlyList<TextCommand> All { get; } =
    [
        Command<HelpCommand>(IntentKind.Help, "Aide", "aide"),
    ];

    private static readonly FrozenDictionary<IntentKind, TextCommand> ByIntent = All.ToFrozenDictionary(c => c.Intent);

    /// <summary>The command of an intent; help where none stands.</summary>
    public static TextCommand Of(IntentKind intent) => ByIntent.GetValueOrDefault(intent) ?? ByIntent[IntentKind.Help];

    public static IServiceCollection AddTextCommands(this IServiceCollection services)
    {
        foreach (var handler in All.Select(c => c.Handler).Distinct())
        {
            services.AddSingleton(handler);
        }

        return services;
    }

    private static TextCommand Command<THandler>(IntentKind intent, string title, string example)
        where THandler : class, ITextCommand => new(intent, typeof(THandler), title, example);
}
