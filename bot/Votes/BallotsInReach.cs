using Concertation.Domain;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Votes;

namespace ConcertationBot.Votes;

/// <summary>The ballots a person may see, and what they may do with each (rules 1 and 2).</summary>
public sealed class BallotsInReach(IBallots ballots, TimeProvider clock)
{
    public async Task<IReadOnlyList<ListedBallot>> Of(Actor actor, Roster roster, CancellationToken cancel)
    {
        if (actor.Person is null)
        {
            return [];
        }

        var recent = await ballots.Recent(actor.Territory, cancel);
        return [.. (await Task.WhenAll(recent.Select(b => Of(b, actor, roster, cancel)))).OfType<ListedBallot>()];
    }

    /// <summary>Open ballots that the person may close or withdraw.</summary>
    public async Task<IReadOnlyList<Ballot>> Convened(Actor actor, Roster roster, CancellationToken cancel) =>
    [
        .. (await Of(actor, roster, cancel))
            .Where(l => l.Convenes && !l.Ballot.IsOver(clock.GetUtcNow())).Select(l => l.Ballot),
    ];

    private async Task<ListedBallot?> Of(Ballot ballot, Actor actor, Roster roster, CancellationToken cancel)
    {
        if (roster.TableOf(ballot.Table) is not { } table)
        {
            return null;
        }

        var convenes = roster.MayConvene(actor.Id, table);
        var mine = roster.SeatsOf(actor.Id).Where(s => s.Table.Id == table.Id).Select(s => s.Seat.Id).ToHashSet();
        if (ballot.State is BallotState.Suggested or BallotState.Preparing or BallotState.Declined)
        {
            return convenes || ballot.ProposedBy == actor.Id ? new ListedBallot(ballot, [], convenes) : null;
        }

        // A decision taken in the open is the whole table's; what a restricted session left undecided is its own (rule 2).
        if (ballot is { State: BallotState.Closed, Labels.InCamera: false }
            && (ballot.Format == SessionFormat.Plenary || ballot.Outcome?.Verdict is Verdict.Adopted or Verdict.Rejected))
        {
            return convenes || mine.Count > 0 ? new ListedBallot(ballot, [], convenes) : null;
        }

        var seats = mine.Count == 0
            ? []
            : (await ballots.Electors(ballot.Territory, ballot.Id, cancel)).Where(e => mine.Contains(e.Seat))
                .Select(e => (e.Seat, e.Structure)).ToList();
        return convenes || seats.Count > 0 ? new ListedBallot(ballot, seats, convenes) : null;
    }
}
