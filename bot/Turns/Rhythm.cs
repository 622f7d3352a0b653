using System.Security.Cryptography;
using System.Text;

namespace ConcertationBot.Turns;

/// <summary>What somebody who goes on and on gets.</summary>
public enum Tempo { Fine, JustTooMuch, TooMuch }

/// <summary>
/// How often somebody may do something. In memory only, and never under the name they are known by: a hash with a salt of
/// this process, which is gone with it.
/// </summary>
public sealed class Rhythm(int most, TimeSpan within, TimeProvider clock)
{
    private const int ManyAtOnce = 10_000;

    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, Turns> _turns = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private DateTimeOffset _swept;

    /// <summary>Counts one more. What is too much isn't counted; that it is too much is said once.</summary>
    public Tempo Next(string who)
    {
        var key = Convert.ToHexString(HMACSHA256.HashData(_salt, Encoding.UTF8.GetBytes(who)));
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            Forget(now);
            var turns = _turns.TryGetValue(key, out var known) ? known : _turns[key] = new Turns();
            turns.LeaveOut(now - within);
            if (turns.Times.Count < most)
            {
                turns.Times.Enqueue(now);
                turns.Told = false;
                return Tempo.Fine;
            }

            var told = turns.Told;
            turns.Told = true;
            return told ? Tempo.TooMuch : Tempo.JustTooMuch;
        }
    }

    /// <summary>Those who have stopped take no place.</summary>
    private void Forget(DateTimeOffset now)
    {
        if (_turns.Count < ManyAtOnce || now - _swept < within / 10)
        {
            return;
        }

        _swept = now;
        foreach (var (key, turns) in _turns.ToList())
        {
            turns.LeaveOut(now - within);
            if (turns.Times.Count == 0)
            {
                _turns.Remove(key);
            }
        }
    }

    private sealed class Turns
    {
        public Queue<DateTimeOffset> Times { get; } = new();

        public bool Told { get; set; }

        public void LeaveOut(DateTimeOffset until)
        {
            while (Times.TryPeek(out var first) && first <= until)
            {
                Times.Dequeue();
            }
        }
    }
}
