using System.Collections.Concurrent;
using Concertation.Storage.Schedules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Concertation.Work.Schedules;

/// <summary>
/// Runs the entries of <see cref="Schedule"/> that are due, each on its own: one that fails or takes long holds up no other
/// and has its next turn at the usual time.
/// </summary>
public sealed partial class RunSchedule(
    IServiceProvider services, ScheduleTurns turns, TimeProvider clock, ILogger<RunSchedule> log)
{
    /// <summary>A process that has just started answers people first.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _from;

    /// <summary>When this process need not look before; storage decides.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> _next = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);

    /// <summary>Starts what is due; what is still running from before is left alone. Costs nothing while nothing is due.</summary>
    public void Start(CancellationToken cancel)
    {
        _from ??= clock.GetUtcNow() + Rest;
        foreach (var entry in Schedule.All.Where(_ => _from <= clock.GetUtcNow()).Where(IsDue))
        {
            _running[entry.Name] = Run(entry, cancel);
        }
    }

    /// <summary>Waits for what was started.</summary>
    public Task Finish() => Task.WhenAll(_running.Values);

    private bool IsDue(ScheduleEntry entry) =>
        (!_running.TryGetValue(entry.Name, out var before) || before.IsCompleted)
        && (!_next.TryGetValue(entry.Name, out var next) || next <= clock.GetUtcNow() || next > clock.GetUtcNow() + entry.Every);

    private async Task Run(ScheduleEntry entry, CancellationToken cancel)
    {
        // Off the loop that looks at the clock.
        await Task.Yield();
        try
        {
            var (taken, next) = await turns.Take(entry.Name, clock.GetUtcNow(), entry.Every, cancel);
            _next[entry.Name] = next;
            if (taken)
            {
                await ((IScheduled)services.GetRequiredService(entry.Runs)).Run(cancel);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            EntryFailed(e, entry.Name);
        }
        catch (OperationCanceledException)
        {
            // The process stops; the next one goes on.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Entry {Name} of the schedule failed; it has its next turn as usual")]
    private partial void EntryFailed(Exception e, string name);
}
