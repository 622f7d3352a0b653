using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Graph;
using Concertation.Storage.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concertation.Work.Calendar;

/// <summary>
/// On one machine, keeps Outlook and the sessions together: what waits on the calendar's queue. An entry that can't be
/// written is tried again until its session is over.
/// </summary>
public sealed partial class CalendarLoop(
    IQueueStore queue, CalendarQueue entries, KeepCalendar keep, GraphCalendar graph,
    ILogger<CalendarLoop> log) : BackgroundService
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Visibility = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (graph.IsConfigured && !stoppingToken.IsCancellationRequested)
        {
            if (await DrainOnce(stoppingToken) == 0)
            {
                // The pause is about this machine's load, not about the territory's time: a moved clock must not stop it.
                await Task.Delay(Pause, TimeProvider.System, stoppingToken);
            }
        }
    }

    private async Task<int> DrainOnce(CancellationToken stopping)
    {
        try
        {
            var messages = await queue.Receive(CalendarQueue.Name, AtOnce, Visibility, stopping);
            await Task.WhenAll(messages.Select(m => Take(m, stopping)));
            return messages.Count;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            QueueFailed(e);
            return 0;
        }
    }

    private async Task Take(QueueMessage message, CancellationToken stopping)
    {
        if (LookAtEntry.Read(message.Body) is not { } wanted)
        {
            await queue.Poison(CalendarQueue.Name, message, stopping);
            return;
        }

        var (territory, session) = (TerritoryId.From(wanted.Territory), SessionId.From(wanted.Session));
        try
        {
            if (await keep.Run(territory, session, stopping) is CalendarStep.Later later)
            {
                await entries.AnnounceAt(territory, session, later.At, stopping);
            }

            await queue.Delete(CalendarQueue.Name, message, stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The queue's message comes back by itself.
            EntryFailed(e, wanted.Session);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The calendar's queue could not be read")]
    private partial void QueueFailed(Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "The calendar entry of {Session} failed; it stays on the queue")]
    private partial void EntryFailed(Exception e, string session);
}
