using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>
/// Revokes the personal links that a seat was sent for a ballot, and has another sent. The moment stands with the elector,
/// which every cast reads: a vote costs no further read. A link ends with its person's mandate without this.
/// </summary>
public sealed class RenewLinks(IBallots ballots, IRosters rosters, IRelay relay, TimeProvider clock)
{
    /// <param name="operation">Names the act: repeated, it revokes and writes once.</param>
    public async Task<Ruling<Elector>> Handle(
        Actor actor, BallotId id, SeatId seat, OperationId operation, CancellationToken cancel)
    {
        var found = await Convener.Find(ballots, rosters, actor, id, cancel);
        if (found is not Ruling<Versioned<Ballot>>.Granted { Value.Value: var ballot })
        {
            return ((Ruling<Versioned<Ballot>>.Refused)found).Why;
        }

        var now = clock.GetUtcNow();
        if (ballot.IsOver(now))
        {
            return ballot.State switch
            {
                BallotState.Withdrawn => new BallotRefusal.Withdrawn(ballot),
                BallotState.Open or BallotState.Closed => new BallotRefusal.Closed(ballot),
                _ => new BallotRefusal.NotOpen(ballot.State),
            };
        }

        // Links say when they were made to the millisecond: the one made next must not be older than this.
        var since = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        await relay.Announce(ballot.Aggregate, cancel);
        var effect = new Effect($"link-{operation}", EffectKind.BallotLinkRenewed, id.Value, seat.Value);
        if (await ballots.RenewLinks(ballot.Territory, id, seat, since, [effect], cancel) is not { } elector)
        {
            return new BallotRefusal.NotAVotingSeat();
        }

        relay.Nudge(ballot.Aggregate);
        return elector;
    }
}
