using System.Collections.Concurrent;

namespace Concertation.Microsoft365.Connector;

/// <summary>
/// Waits rather than exceed Teams' rate limits: per conversation 7 sends in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in
/// 1 h; roster reads twice that; 50 requests a second for a tenant. One process's own pace: what several processes
/// send together is caught by the 429s. Source: msteams-docs, "Rate limit for bots".
/// </summary>
public sealed class Pace(TimeProvider clock)
{
    /// <summary>(requests, in how long) for sends and updates to one conversation.</summary>
    public static IReadOnlyList<(int Requests, TimeSpan Window)> Sends { get; } =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1800, TimeSpan.FromHours(1)),
    ];

    /// <summary>The same for reads of one conversation's roster.</summary>
    public static IReadOnlyList<(int Requests, TimeSpan Window)> Reads { get; } =
        [.. Sends.Select(limit => (limit.Requests * 2, limit.Window))];

    private static readonly IReadOnlyList<(int Requests, TimeSpan Window)> OfTenant = [(50, TimeSpan.FromSeconds(1))];

    // Requests travel unevenly: keep this much more than the window between the first and the one too many.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    private const int SweepEvery = 1024;

    private readonly ConcurrentDictionary<string, Windows> _windows = new(StringComparer.Ordinal);
    private int _turns;

    /// <summary>
    /// Waits for a send's turn. False, at once, when that would take longer than <paramref name="patience"/>.
    /// </summary>
    public Task<bool> ToSend(
        string? tenant, string? conversation, TimeSpan patience, CancellationToken cancel) =>
        Wait(tenant, conversation is null ? null : "send " + conversation, Sends, patience, cancel);

    /// <summary>Waits for a roster read's turn; as <see cref="ToSend"/>.</summary>
    public Task<bool> ToRead(
        string? tenant, string conversation, TimeSpan patience, CancellationToken cancel) =>
        Wait(tenant, "read " + conversation, Reads, patience, cancel);

    private async Task<bool> Wait(
        string? tenant,
        string? conversation,
        IReadOnlyList<(int Requests, TimeSpan Window)> limits,
        TimeSpan patience,
        CancellationToken cancel)
    {
        if (Interlocked.Increment(ref _turns) % SweepEvery == 0)
        {
            Sweep();
        }

        return (conversation is null || await Reserve(conversation, limits, patience, cancel))
            && await Reserve("tenant " + tenant, OfTenant, patience, cancel);
    }

    private async Task<bool> Reserve(
        string key,
        IReadOnlyList<(int Requests, TimeSpan Window)> limits,
        TimeSpan patience,
        CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (_windows.GetOrAdd(key, _ => new Windows(limits)).Reserve(now, patience) is not { } turn)
        {
            return false;
        }

        if (turn > now)
        {
            await Task.Delay(turn - now, clock, cancel);
        }

        return true;
    }

    private void Sweep()
    {
        var idle = clock.GetUtcNow() - TimeSpan.FromHours(1);
        foreach (var (key, windows) in _windows)
        {
            if (windows.IdleSince(idle))
            {
                _windows.TryRemove(key, out _);
            }
        }
    }

    /// <summary>The turns given out, in order, as far back as the longest window reaches.</summary>
    private sealed class Windows(IReadOnlyList<(int Requests, TimeSpan Window)> limits)
    {
        private readonly Lock _lock = new();
        private readonly List<DateTimeOffset> _turns = [];

        public DateTimeOffset? Reserve(DateTimeOffset now, TimeSpan patience)
        {
            lock (_lock)
            {
                Forget(now - limits[^1].Window - Margin);
                var turn = _turns.Count > 0 && _turns[^1] > now ? _turns[^1] : now;
                foreach (var (requests, window) in limits)
                {
                    if (_turns.Count >= requests && _turns[^requests] + window + Margin is var free && free > turn)
                    {
                        turn = free;
                    }
                }

                if (turn - now > patience)
                {
                    return null;
                }

                _turns.Add(turn);
                return turn;
            }
        }

        public bool IdleSince(DateTimeOffset moment)
        {
            lock (_lock)
            {
                return _turns.Count == 0 || _turns[^1] < moment;
            }
        }

        private void Forget(DateTimeOffset before)
        {
            var gone = 0;
            while (gone < _turns.Count && _turns[gone] < before)
            {
                gone++;
            }

            _turns.RemoveRange(0, gone);
        }
    }
}
