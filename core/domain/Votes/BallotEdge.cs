using Concertation.Domain.Notices;

namespace Concertation.Domain.Votes;

/// <summary>What casting does where a ballot ends.</summary>
public sealed class BallotEdge(CloseBallot close, IRelay relay)
{
    /// <summary>
    /// Before an answer is refused because time is up, the closing is stored: whoever was told « closed » must not see the
    /// ballot open again by an extension that was under way. True when it was extended in time: it takes answers.
    /// </summary>
    public async Task<bool> StillOpen(Ballot ballot, CancellationToken cancel) =>
        ballot.State == BallotState.Open
        && await close.WhenDue(ballot.Territory, ballot.Id, cancel) is Ruling<Ballot>.Granted { Value.State: BallotState.Open };

    /// <summary>
    /// After an answer is stored, off the turn: the ballot is looked at where its end, or its card in a group, may follow
    /// from it. Each answer looks after it was stored, so that of two last ones at least the later sees both.
    /// </summary>
    /// <param name="answered">As this cast saw it: answers behind other gates may have come since, one for each of them.</param>
    public void Answered(Ballot ballot, int answered, bool first)
    {
        if (first && (ballot.Form.InGroup || (ballot.Form.ClosesWhenAll && answered + ballot.Gates >= ballot.Seats)))
        {
            relay.Nudge(ballot.Aggregate);
        }
    }
}
