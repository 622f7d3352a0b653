using Concertation.Microsoft365.Connector;
using ConcertationBot.Turns;

namespace ConcertationBot.Channel;

/// <summary>Hands an authenticated, well-formed activity to the turns, once.</summary>
public sealed class TurnDispatch(ITurns turns, TurnLog log)
{
    private const string CardAction = "adaptiveCard/action";

    /// <summary>The HTTP answer. Types the bot doesn't know are taken note of: 200.</summary>
    public Task<InvokeAnswer> Handle(Activity activity, CancellationToken cancel) => activity.Type switch
    {
        ActivityTypes.Message => Once(activity, () => turns.Message(activity, cancel), cancel),
        ActivityTypes.Invoke => Invoke(activity, cancel),
        ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate =>
            Once(activity, () => turns.Roster(activity, cancel), cancel),
        ActivityTypes.Event => Once(activity, () => turns.Event(activity, cancel), cancel),
        ActivityTypes.MessageReaction => Once(activity, () => turns.Reaction(activity, cancel), cancel),
        _ => Task.FromResult(InvokeAnswer.Empty),
    };

    private async Task<InvokeAnswer> Once(Activity activity, Func<Task> turn, CancellationToken cancel)
    {
        if (turns.RecordsItself(activity))
        {
            await turn();
        }
        else
        {
            await log.Once(activity, turn, cancel);
        }

        return InvokeAnswer.Empty;
    }

    private async Task<InvokeAnswer> Invoke(Activity activity, CancellationToken cancel)
    {
        var answer = Repeated(activity);
        await Once(activity, async () => answer = await turns.Invoke(activity, cancel), cancel);
        return answer;
    }

    // A card action wants an answer of its kind even when there is nothing new to show.
    private static InvokeAnswer Repeated(Activity activity) =>
        string.Equals(activity.Name, CardAction, StringComparison.Ordinal)
            ? InvokeAnswer.Text("C’est déjà pris en compte.")
            : InvokeAnswer.Empty;
}
