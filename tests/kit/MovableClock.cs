namespace ConcertationBot.Tests.Kit;

/// <summary>A clock that stands still until a test moves it. Timers still run on the real one.</summary>
public sealed class MovableClock : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);
}
