using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Work.Notices;

/// <summary>
/// Carries out one kind of effect. May be called again for the same effect, after a crash or by two processes at once:
/// it must leave the same state however often it runs.
/// </summary>
public interface IEffectHandler
{
    EffectKind Kind { get; }

    Task Handle(EffectRun run, CancellationToken cancel);
}

public sealed record EffectRun(Aggregate Aggregate, Effect Effect, Roster Roster);

/// <summary>What an aggregate needs done by the clock, before its effects are relayed: a ballot whose time has come.</summary>
public interface IUpkeep
{
    AggregateKind Kind { get; }

    Task Run(Aggregate aggregate, Roster roster, CancellationToken cancel);
}
