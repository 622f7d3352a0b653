namespace ConcertationBot.Demo;

/// <summary>The demo's time: begins on a Monday morning, runs like any clock, and leaps when told. Timers stay real.</summary>
internal sealed class DemoClock : TimeProvider
{
    private static readonly DateTimeOffset Begin = new(2027, 9, 6, 7, 0, 0, TimeSpan.Zero);

    private readonly long _started = System.GetTimestamp();
    private long _ahead;

    public override DateTimeOffset GetUtcNow() =>
        Begin + System.GetElapsedTime(_started) + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public void Leap(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
