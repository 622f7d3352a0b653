using System.Collections.Concurrent;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Turns;

namespace ConcertationBot.Tests.Channel;

/// <summary>Turns that write down what reached them and do what the test says.</summary>
public sealed class RecordingTurns : ITurns
{
    public ConcurrentQueue<Activity> Messages { get; } = new();
    public ConcurrentQueue<Activity> Invokes { get; } = new();
    public ConcurrentQueue<Activity> Rosters { get; } = new();
    public ConcurrentQueue<Activity> Reactions { get; } = new();

    public Task Event(Activity activity, CancellationToken cancel) => Task.CompletedTask;

    public Func<Activity, Task> OnMessage { get; set; } = _ => Task.CompletedTask;

    public Func<Activity, InvokeAnswer> OnInvoke { get; set; } = activity =>
        activity.Name == "adaptiveCard/action" ? InvokeAnswer.Text("Bien reçu.") : InvokeAnswer.NotImplemented;

    public Func<Activity, bool> RecordsItself { get; set; } = _ => false;

    bool ITurns.RecordsItself(Activity activity) => RecordsItself(activity);

    public async Task Message(Activity activity, CancellationToken cancel)
    {
        Messages.Enqueue(activity);
        await OnMessage(activity);
    }

    public Task<InvokeAnswer> Invoke(Activity activity, CancellationToken cancel)
    {
        Invokes.Enqueue(activity);
        return Task.FromResult(OnInvoke(activity));
    }

    public Task Roster(Activity activity, CancellationToken cancel)
    {
        Rosters.Enqueue(activity);
        return Task.CompletedTask;
    }

    public Task Reaction(Activity activity, CancellationToken cancel)
    {
        Reactions.Enqueue(activity);
        return Task.CompletedTask;
    }
}
