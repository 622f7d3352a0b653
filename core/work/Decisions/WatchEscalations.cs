using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;
using Concertation.Work.Notices;
using Concertation.Work.Sessions;

namespace Concertation.Work.Decisions;

/// <summary>
/// Keeps submitted decisions on an agenda as sessions come and go, and says, once, that the time to answer has passed, in
/// working hours.
/// </summary>
public sealed class WatchEscalations(
    IRosters rosters, IEscalations escalations, PlaceEscalation place, AnswerEscalation answer, TimeProvider clock) : IScheduled
{
    public async Task Run(CancellationToken cancel)
    {
        var failures = new List<Exception>();
        foreach (var territory in await rosters.All(cancel))
        {
            foreach (var escalation in (await escalations.Of(territory.Id, cancel)).Where(e => e.IsPending || e.State == EscalationState.Returned))
            {
                try
                {
                    await Look(escalation, territory, cancel);
                }
                catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
                {
                    failures.Add(e);
                }
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    private async Task Look(Escalation escalation, Territory territory, CancellationToken cancel)
    {
        await place.Handle(escalation.Territory, escalation.Id, EscalationTexts.ItemTitle, cancel);
        var (now, zone) = (clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone));
        if (!territory.QuietHours.IsQuiet(now, zone))
        {
            await answer.IsLate(escalation, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), cancel);
        }
    }
}

/// <summary>A session was convened, moved or cancelled: what waits for its table's agenda is looked at again.</summary>
internal abstract class PlaceWhenSessionsChange(IEscalations escalations, PlaceEscalation place) : IEffectHandler
{
    public abstract EffectKind Kind { get; }

    public async Task Handle(EffectRun run, CancellationToken cancel)
    {
        foreach (var escalation in (await escalations.Of(run.Aggregate.Territory, cancel)).Where(e => e.IsPending))
        {
            await place.Handle(escalation.Territory, escalation.Id, EscalationTexts.ItemTitle, cancel);
        }
    }
}

internal sealed class PlaceWhenConvened(IEscalations escalations, PlaceEscalation place) : PlaceWhenSessionsChange(escalations, place)
{
    public override EffectKind Kind => EffectKind.SessionConvened;
}

internal sealed class PlaceWhenPlanned(IEscalations escalations, PlaceEscalation place) : PlaceWhenSessionsChange(escalations, place)
{
    public override EffectKind Kind => EffectKind.SessionsPlanned;
}

internal sealed class PlaceWhenCancelled(IEscalations escalations, PlaceEscalation place) : PlaceWhenSessionsChange(escalations, place)
{
    public override EffectKind Kind => EffectKind.SessionCancelled;
}
