using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Work.Notices;

/// <summary>
/// Looks at one aggregate: does what the clock asks of it, carries out its waiting effects, sends its waiting notices.
/// Looking twice does no harm; looking at nothing costs two partition reads.
/// </summary>
public sealed class LookAtAggregate(
    IRosters rosters, IOutbox outbox, SendNotices send, IEnumerable<IEffectHandler> handlers, IEnumerable<IUpkeep> upkeep)
{
    private readonly ILookup<EffectKind, IEffectHandler> _handlers = handlers.ToLookup(h => h.Kind);
    private readonly ILookup<AggregateKind, IUpkeep> _upkeep = upkeep.ToLookup(u => u.Kind);

    public async Task Run(Aggregate aggregate, CancellationToken cancel)
    {
        if (await rosters.Get(aggregate.Territory, cancel) is not { } roster)
        {
            return;
        }

        foreach (var task in _upkeep[aggregate.Kind])
        {
            await task.Run(aggregate, roster, cancel);
        }

        var failures = new List<Exception>();
        foreach (var effect in await outbox.Waiting(aggregate, cancel))
        {
            await CarryOut(new(aggregate, effect, roster), failures, cancel);
        }

        await send.Run(aggregate, roster, cancel);
        if (failures.Count > 0)
        {
            // The effects that failed are still in the outbox: whoever asked for this look asks again.
            throw new AggregateException(failures);
        }
    }

    /// <summary>An effect that fails stays in the outbox and holds up no other.</summary>
    private async Task CarryOut(EffectRun run, List<Exception> failures, CancellationToken cancel)
    {
        try
        {
            foreach (var handler in _handlers[run.Effect.Kind])
            {
                await handler.Handle(run, cancel);
            }

            await outbox.Remove(run.Aggregate, run.Effect, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            failures.Add(e);
        }
    }
}
