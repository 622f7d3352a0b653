using Concertation.Domain.Notices;
using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>Ends the voting: by the convener's act, or because its time has come. Counting follows as an effect.</summary>
public sealed class CloseBallot(IBallots ballots, IRosters rosters, IRelay relay, TimeProvider clock)
{
    private const int MostTries = 100;

    public async Task<Ruling<Ballot>> Handle(Actor actor, BallotId id, CancellationToken cancel)
    {
        var found = await Convener.Find(ballots, rosters, actor, id, cancel);
        if (found is not Ruling<Versioned<Ballot>>.Granted { Value: var ballot })
        {
            return ((Ruling<Versioned<Ballot>>.Refused)found).Why;
        }

        // Its closing time becomes now: casts that start from here on are refused, so that the gates come to rest.
        for (var tries = 0; ballot.Value.State == BallotState.Open && tries < MostTries; tries++)
        {
            var now = clock.GetUtcNow();
            await relay.Announce(ballot.Value.Aggregate, cancel);
            if (ballot.Value.ClosesAt <= now
                || await ballots.Save(ballot.With(ballot.Value with { ClosesAt = now }), [], cancel))
            {
                return await WhenDue(actor.Territory, id, cancel);
            }

            ballot = (await ballots.Get(actor.Territory, id, cancel))!;
        }

        return Standing(ballot.Value);
    }

    /// <summary>Closes it when its time has come; a ballot that isn't due or isn't open is left as it is.</summary>
    public async Task<Ruling<Ballot>> WhenDue(TerritoryId territory, BallotId id, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await ballots.Get(territory, id, cancel) is not { } ballot)
            {
                return new BallotRefusal.NotFound();
            }

            if (ballot.Value.State != BallotState.Open || ballot.Value.ClosesAt > clock.GetUtcNow())
            {
                return Standing(ballot.Value);
            }

            var closed = ballot.Value with { State = BallotState.Closed };
            await relay.Announce(closed.Aggregate, cancel);
            if (await ballots.Shut(ballot.With(closed), [new Effect("closed", EffectKind.BallotClosed, id.Value)], cancel))
            {
                relay.Nudge(closed.Aggregate);
                return closed;
            }
        }

        return new BallotRefusal.Busy();
    }

    /// <summary>Closes it when every voting seat has answered and it is to close then; else it is left as it is.</summary>
    public async Task<Ruling<Ballot>> WhenAllAnswered(TerritoryId territory, BallotId id, CancellationToken cancel)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await ballots.Get(territory, id, cancel) is not { } ballot)
            {
                return new BallotRefusal.NotFound();
            }

            if (ballot.Value is not { State: BallotState.Open, Form.ClosesWhenAll: true } || !await AllAnswered(ballot.Value, cancel))
            {
                return Standing(ballot.Value);
            }

            var now = clock.GetUtcNow();
            await relay.Announce(ballot.Value.Aggregate, cancel);
            if (ballot.Value.ClosesAt <= now
                || await ballots.Save(ballot.With(ballot.Value with { ClosesAt = now }), [], cancel))
            {
                return await WhenDue(territory, id, cancel);
            }
        }

        return new BallotRefusal.Busy();
    }

    /// <summary>Whether an open ballot still waits for answers: closed now, it would be cut short.</summary>
    public async Task<bool> IsEarly(Ballot ballot, CancellationToken cancel) =>
        !ballot.IsOver(clock.GetUtcNow()) && !await AllAnswered(ballot, cancel);

    /// <summary>The gates' count is cheap and says no most of the time; whose answers they are, only the answers say.</summary>
    private async Task<bool> AllAnswered(Ballot ballot, CancellationToken cancel)
    {
        if (await ballots.Answered(ballot.Territory, ballot.Id, cancel) < ballot.Seats)
        {
            return false;
        }

        var answered = (await ballots.Votes(ballot.Territory, ballot.Id, cancel)).Select(v => v.Seat).ToHashSet();
        return (await ballots.Electors(ballot.Territory, ballot.Id, cancel))
            .Where(e => e.Decides).All(e => answered.Contains(e.Seat));
    }

    private static Ruling<Ballot> Standing(Ballot ballot) => ballot.State switch
    {
        BallotState.Open or BallotState.Closed => ballot,
        BallotState.Withdrawn => new BallotRefusal.Withdrawn(ballot),
        _ => new BallotRefusal.NotOpen(ballot.State),
    };
}
