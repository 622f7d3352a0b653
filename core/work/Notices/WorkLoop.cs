using Concertation.Domain.Notices;
using Concertation.Storage.Queues;
using Concertation.Work.Schedules;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concertation.Work.Notices;

/// <summary>
/// On one machine, runs inside the bot's process what the queue and the clock ask for: nudges at once, the queue and the
/// schedule every half second. What fails stays on the queue and is tried again, five times, then is set apart.
/// </summary>
public sealed partial class WorkLoop(
    Relay relay, LookAtAggregate look, IQueueStore queue, RunSchedule schedule, TimeProvider clock, ILogger<WorkLoop> log)
    : BackgroundService
{
    private const int Tries = 5;
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // A plenary's three hundred invitations must not hold up the result of somebody's vote.
    private const int AggregatesAtOnce = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(FollowNudges(stoppingToken), FollowQueue(stoppingToken), FollowClock(stoppingToken));

    private Task FollowNudges(CancellationToken stopping) => Parallel.ForEachAsync(
        relay.Nudges.ReadAllAsync(stopping),
        new ParallelOptions { MaxDegreeOfParallelism = AggregatesAtOnce, CancellationToken = stopping },
        async (aggregate, stop) =>
        {
            relay.Taken(aggregate);
            await Look(aggregate, stop);
        });

    private async Task FollowClock(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            schedule.Start(stopping);
            await Task.Delay(Pause, TimeProvider.System, stopping);
        }
    }

    private async Task FollowQueue(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            if (await DrainOnce(stopping) == 0)
            {
                // The pause is about this machine's load, not about the territory's time: a moved clock must not stop it.
                await Task.Delay(Pause, TimeProvider.System, stopping);
            }
        }
    }

    /// <summary>How many messages were taken.</summary>
    internal async Task<int> DrainOnce(CancellationToken stopping)
    {
        try
        {
            var messages = await queue.Receive(Relay.Queue, 16, Visibility, stopping);
            foreach (var message in messages)
            {
                await Take(message, stopping);
            }

            return messages.Count;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            QueueFailed(e);
            return 0;
        }
    }

    private async Task Take(QueueMessage message, CancellationToken stopping)
    {
        if (LookAt.Read(message.Body) is not { } wanted || message.DequeueCount > Tries)
        {
            SetApart(message.Id, message.DequeueCount);
            await queue.Poison(Relay.Queue, message, stopping);
        }
        else if (wanted.NotBefore is { } due && due > clock.GetUtcNow())
        {
            await relay.AnnounceAt(wanted.Aggregate, due, stopping);
            await queue.Delete(Relay.Queue, message, stopping);
        }
        else if (await Look(wanted.Aggregate, stopping))
        {
            await queue.Delete(Relay.Queue, message, stopping);
        }
    }

    /// <summary>False when it failed: the queue's message comes back by itself.</summary>
    private async Task<bool> Look(Aggregate aggregate, CancellationToken stopping)
    {
        try
        {
            await look.Run(aggregate, stopping);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            LookFailed(e, aggregate.Kind, aggregate.Id);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking at {Kind} {Id} failed; it stays on the queue")]
    private partial void LookFailed(Exception e, AggregateKind kind, string id);

    [LoggerMessage(Level = LogLevel.Error, Message = "The queue could not be read")]
    private partial void QueueFailed(Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} was set apart after {Count} tries")]
    private partial void SetApart(string id, int count);
}
