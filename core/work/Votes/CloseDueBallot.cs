using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Work.Notices;

namespace Concertation.Work.Votes;

/// <summary>Closes a ballot whose time has come.</summary>
internal sealed class CloseDueBallot(CloseBallot close) : IUpkeep
{
    public AggregateKind Kind => AggregateKind.Ballot;

    public Task Run(Aggregate aggregate, Roster roster, CancellationToken cancel) =>
        close.WhenDue(aggregate.Territory, BallotId.From(aggregate.Id), cancel);
}
