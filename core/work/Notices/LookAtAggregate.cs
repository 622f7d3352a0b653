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
    private readonly Dictionary<EffectKind, IEffectHandler> _handlers = handlers.ToDictionary(h => h.Kind);
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

        foreach (var effect in await outbox.Waiting(aggregate, cancel))
        {
            if (_handlers.TryGetValue(effect.Kind, out var handler))
            {
                await handler.Handle(new(aggregate, effect, roster), cancel);
            }

            await outbox.Remove(aggregate, effect, cancel);
        }

        await send.Run(aggregate, roster, cancel);
    }
}
