using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>
/// Gives an open ballot a later end, once, and has all its electors told. Never after the end: closing and extending write
/// the same head, so that one of them wins.
/// </summary>
public sealed class ExtendBallot(IBallots ballots, IRosters rosters, CloseBallot close, IRelay relay, TimeProvider clock)
{
    private const int MostTries = 100;

    public async Task<Ruling<Ballot>> Handle(Actor actor, BallotId id, DateTimeOffset until, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var found = await Convener.Find(ballots, rosters, actor, id, cancel);
            if (found is not Ruling<Versioned<Ballot>>.Granted { Value: var ballot })
            {
                return ((Ruling<Versioned<Ballot>>.Refused)found).Why;
            }

            if (ballot.Value is { State: BallotState.Open, Form.ExtendedFrom: not null } && ballot.Value.ClosesAt == until)
            {
                return ballot.Value;
            }

            var now = clock.GetUtcNow();
            if (Refuse(ballot.Value, until, now) is { } refusal)
            {
                // Said to be over, it is: see BallotEdge.
                await close.WhenDue(actor.Territory, id, cancel);
                return refusal;
            }

            var extended = ballot.Value with
            {
                ClosesAt = until, Held = ballot.Value.Form with { ExtendedFrom = ballot.Value.ClosesAt },
            };
            await relay.Announce(extended.Aggregate, cancel);
            await relay.AnnounceAt(extended.Aggregate, until, cancel);
            await Nudges.Announce(extended, rosters, relay, now, cancel);
            if (await ballots.Save(ballot.With(extended), [new Effect("extended", EffectKind.BallotExtended, id.Value)], cancel))
            {
                relay.Nudge(extended.Aggregate);
                return extended;
            }
        }

        return new BallotRefusal.Busy();
    }

    private static BallotRefusal? Refuse(Ballot ballot, DateTimeOffset until, DateTimeOffset now) => ballot switch
    {
        { State: BallotState.Withdrawn } => new BallotRefusal.Withdrawn(ballot),
        { State: BallotState.Open or BallotState.Closed } when ballot.IsOver(now) => new BallotRefusal.Closed(ballot),
        { State: not BallotState.Open } => new BallotRefusal.NotOpen(ballot.State),
        { Form.ExtendedFrom: not null } => new BallotRefusal.AlreadyExtended(ballot),
        _ when until <= ballot.ClosesAt => new BallotRefusal.NotLater(ballot),
        _ when until > now.AddDays(BallotOpening.MostDays) => new BallotRefusal.ClosesTooLate(BallotOpening.MostDays),
        _ => null,
    };
}
