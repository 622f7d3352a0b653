using Concertation.Domain;
using Concertation.Domain.Notices;
using Concertation.Domain.Sessions;
using Concertation.Microsoft365.Graph;
using Concertation.Work.Notices;
using Microsoft.Extensions.Logging;

namespace Concertation.Work.Calendar;

/// <summary>
/// A session convened, moved or cancelled goes into the calendar, before people are told of it: a Teams meeting's address
/// then stands in the invitations. They wait for it a moment and no longer; what wasn't done by then follows from the queue.
/// </summary>
public sealed partial class CalendarHeadStart(
    CalendarQueue queue, KeepCalendar keep, GraphCalendar graph, TimeProvider clock, ILogger<CalendarHeadStart> log)
{
    /// <summary>The longest that people's invitations wait for Outlook.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(4);

    /// <summary>Who didn't answer in time isn't waited for again at once.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    private long _notBefore;

    public async Task Run(TerritoryId territory, SessionId session, CancellationToken cancel)
    {
        if (!graph.IsConfigured)
        {
            return;
        }

        await queue.Announce(territory, session, cancel);
        if (clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _notBefore))
        {
            return;
        }

        var step = Try(territory, session, cancel);
        // Of this machine's patience, not of the territory's time.
        var first = await Task.WhenAny(step, Task.Delay(Moment, TimeProvider.System, cancel));
        if (first != step || !await step)
        {
            Interlocked.Exchange(ref _notBefore, (clock.GetUtcNow() + Apart).UtcTicks);
        }
    }

    /// <summary>True when it is settled. Never throws: the message on the queue stands for what failed.</summary>
    private async Task<bool> Try(TerritoryId territory, SessionId session, CancellationToken cancel)
    {
        try
        {
            return await keep.Run(territory, session, cancel) is CalendarStep.Settled;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            Failed(e, session.Value);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The calendar entry of {Session} could not be brought up to date; it stays on the queue")]
    private partial void Failed(Exception e, string session);
}

public sealed class PutConvenedInCalendar(CalendarHeadStart start) : IEffectHandler
{
    public EffectKind Kind => EffectKind.SessionConvened;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        start.Run(run.Aggregate.Territory, SessionId.From(run.Aggregate.Id), cancel);
}

public sealed class PutMovedInCalendar(CalendarHeadStart start) : IEffectHandler
{
    public EffectKind Kind => EffectKind.SessionMoved;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        start.Run(run.Aggregate.Territory, SessionId.From(run.Aggregate.Id), cancel);
}

public sealed class PutCancelledInCalendar(CalendarHeadStart start) : IEffectHandler
{
    public EffectKind Kind => EffectKind.SessionCancelled;

    public Task Handle(EffectRun run, CancellationToken cancel) =>
        start.Run(run.Aggregate.Territory, SessionId.From(run.Aggregate.Id), cancel);
}
