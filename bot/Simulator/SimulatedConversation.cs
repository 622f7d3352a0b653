using System.Runtime.CompilerServices;
using Concertation.Microsoft365.Connector;

namespace ConcertationBot.Simulator;

/// <summary>A message as it stands now. Version: 1 when sent, one more at each update.</summary>
public sealed record SimulatedMessage(string Id, int Version, Activity Activity, DateTimeOffset At, bool FromBot);

/// <summary>A message came or changed. Sequence: 1, 2, 3 … within the conversation.</summary>
public sealed record SimulatedChange(long Sequence, SimulatedMessage Message);

/// <summary>One conversation: its messages, every change to them, and the rate its bot writes at.</summary>
public sealed class SimulatedConversation(string id)
{
    // msteams-docs, "Rate limit for bots", limits per conversation; reads are allowed twice as many.
    private static readonly (int Requests, double Seconds)[] Limits = [(7, 1), (8, 2), (60, 30), (1800, 3600)];

    private readonly Lock _lock = new();
    private readonly List<SimulatedMessage> _messages = [];
    private readonly List<SimulatedChange> _changes = [];
    private readonly List<DateTimeOffset> _sends = [];
    private readonly List<DateTimeOffset> _reads = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    /// <summary>The messages in the order they were sent, as they stand now.</summary>
    public IReadOnlyList<SimulatedMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>All changes after the given sequence, those to come included; ends only when cancelled.</summary>
    public async IAsyncEnumerable<SimulatedChange> Changes(
        long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            List<SimulatedChange> news;
            Task more;
            lock (_lock)
            {
                news = [.. _changes.Skip((int)after)];
                more = _changed.Task;
            }

            foreach (var change in news)
            {
                yield return change;
            }

            after += news.Count;
            await more.WaitAsync(cancel);
        }
    }

    /// <summary>Adds a message.</summary>
    public void Add(SimulatedMessage message)
    {
        lock (_lock)
        {
            _messages.Add(message);
            Tell(message);
        }
    }

    /// <summary>Replaces a message's content; false when there is none by that id.</summary>
    public bool Replace(string messageId, Func<Activity, Activity> change)
    {
        lock (_lock)
        {
            var at = _messages.FindIndex(message => string.Equals(message.Id, messageId, StringComparison.Ordinal));
            if (at < 0)
            {
                return false;
            }

            var old = _messages[at];
            _messages[at] = old with { Version = old.Version + 1, Activity = change(old.Activity) };
            Tell(_messages[at]);
            return true;
        }
    }

    /// <summary>Counts a request; false when it is one too many.</summary>
    public bool WithinRate(bool reading, DateTimeOffset now)
    {
        lock (_lock)
        {
            var (past, times) = reading ? (_reads, 2) : (_sends, 1);
            past.RemoveAll(moment => (now - moment).TotalSeconds > Limits[^1].Seconds);
            foreach (var (requests, seconds) in Limits)
            {
                if (past.Count(moment => (now - moment).TotalSeconds < seconds) >= requests * times)
                {
                    return false;
                }
            }

            past.Add(now);
            return true;
        }
    }

    private void Tell(SimulatedMessage message)
    {
        _changes.Add(new SimulatedChange(_changes.Count + 1, message));
        var told = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        told.SetResult();
    }
}
