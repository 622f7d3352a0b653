using Concertation.Microsoft365.Connector;

namespace ConcertationBot.Turns;

/// <summary>
/// What the bot does with a turn once the channel has authenticated it, checked its shape and dropped repeats.
/// The caller is in <see cref="Activity.From"/>; <see cref="Activity.Value"/> is the client's word, nothing more.
/// </summary>
public interface ITurns
{
    /// <summary>A message, or an Action.Submit (then <see cref="Activity.Value"/> is set).</summary>
    Task Message(Activity activity, CancellationToken cancel);

    /// <summary>A request that wants an answer; an unknown name is <see cref="InvokeAnswer.NotImplemented"/>.</summary>
    Task<InvokeAnswer> Invoke(Activity activity, CancellationToken cancel);

    /// <summary>Who came and went: conversationUpdate and installationUpdate.</summary>
    Task Roster(Activity activity, CancellationToken cancel);

    /// <summary>Something that happened where the bot is, such as somebody joining a meeting.</summary>
    Task Event(Activity activity, CancellationToken cancel);

    /// <summary>A reaction to one of the bot's messages.</summary>
    Task Reaction(Activity activity, CancellationToken cancel);

    /// <summary>
    /// Whether the turn's own transaction remembers the activity's id, so that the turn log needn't: a repeat of it
    /// then reaches <see cref="Invoke"/> or <see cref="Message"/> again and must be answered without effect.
    /// </summary>
    bool RecordsItself(Activity activity) => false;
}
