namespace ConcertationBot.Simulator;

/// <summary>
/// What Teams puts a bot through: 50 requests a second for an app in a tenant (msteams-docs, "Rate limit for bots"), and
/// requests that go wrong. Counts what the bot must be able to answer for.
/// </summary>
public sealed class SimulatedWeather(TimeProvider clock)
{
    private const int RequestsPerSecond = 50;

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _lastSecond = new();
    private int _requests;
    private int _throttled;
    private int _unknown;

    /// <summary>Whether the tenant's limit is kept to. Off unless asked for: a test's clock may stand still.</summary>
    public bool LimitsTenant { get; set; }

    /// <summary>What goes wrong with the request of that number, from 1; null for nothing.</summary>
    public Func<int, Trouble?> Of { get; set; } = _ => null;

    /// <summary>Requests that came, those refused included.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Requests refused because too many came in a second.</summary>
    public int OverTheLimit => Volatile.Read(ref _throttled);

    /// <summary>Requests after which the bot can't know whether it was done.</summary>
    public int UnknownOutcomes => Volatile.Read(ref _unknown);

    /// <summary>The trouble of the request that just came, after <paramref name="planned"/>.</summary>
    public Trouble? Next(Trouble? planned)
    {
        var number = Interlocked.Increment(ref _requests);
        if (LimitsTenant && IsOneTooMany())
        {
            Interlocked.Increment(ref _throttled);
            return new Trouble.Throttled(TimeSpan.FromSeconds(1));
        }

        var trouble = planned ?? Of(number);
        if (trouble is Trouble.Failing { Status: >= 500 } or Trouble.Dropped)
        {
            Interlocked.Increment(ref _unknown);
        }

        return trouble;
    }

    private bool IsOneTooMany()
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            while (_lastSecond.TryPeek(out var first) && now - first >= TimeSpan.FromSeconds(1))
            {
                _lastSecond.Dequeue();
            }

            if (_lastSecond.Count >= RequestsPerSecond)
            {
                return true;
            }

            _lastSecond.Enqueue(now);
            return false;
        }
    }
}
