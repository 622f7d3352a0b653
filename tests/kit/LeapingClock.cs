namespace ConcertationBot.Tests.Kit;

/// <summary>
/// A clock that doesn't wait: a timer up to <paramref name="leap"/> away fires at once and takes the time with it;
/// a longer one (a deadline) never fires. What was waited for is in <see cref="Waits"/>.
/// </summary>
public sealed class LeapingClock(TimeSpan leap) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 10, 14, 9, 30, 0, TimeSpan.Zero);

    /// <summary>The waits, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan by)
    {
        lock (_lock)
        {
            _now += by;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime > leap)
        {
            return new Timer();
        }

        lock (_lock)
        {
            _waits.Add(dueTime);
            _now += dueTime;
        }

        // Not on this call's stack: the one who asked hasn't got its timer yet.
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
