using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>Who votes, with which weight and by which right, and how many answers the quorum asks for.</summary>
/// <param name="Seats">Every seat as it was frozen, college by college.</param>
/// <param name="Colleges">What the quorum asks of each college; who has answered isn't told.</param>
/// <param name="Convenes">Whether the reader convenes the table.</param>
/// <param name="Own">The seats for which the reader sits.</param>
public sealed record Electorate(
    Ballot Ballot, IReadOnlyList<Elector> Seats, IReadOnlyList<CollegeTurnout> Colleges, bool Convenes, IReadOnlyList<SeatId> Own)
{
    public IEnumerable<Elector> Voting => Seats.Where(s => s.Decides);

    public int Weight => Voting.Sum(s => s.Weight);

    public IEnumerable<Elector> Consultative => Seats.Where(s => s is { Voice: Voice.Consultative, Recused: null });

    public IEnumerable<Elector> OutByRecusal => Seats.Where(s => s.Recused is not null);

    /// <summary>Seats to which <paramref name="from"/> might give its proxy.</summary>
    public IReadOnlyList<Elector> HoldersFor(SeatId from) => [.. Voting.Where(s => s.Seat != from && s.Holder is null)];
}

/// <summary>The electorate is open to everybody in it, and to who convenes (rule 2).</summary>
public sealed class ShowElectors(IBallots ballots, IRosters rosters)
{
    public async Task<Ruling<Electorate>> Handle(Actor actor, BallotId id, CancellationToken cancel)
    {
        if (await RightsOf.Find(ballots, rosters, actor, id, cancel) is not var (ballot, table, roster))
        {
            return new BallotRefusal.NotFound();
        }

        if (ballot.State is BallotState.Suggested or BallotState.Preparing or BallotState.Declined)
        {
            return new BallotRefusal.NotOpen(ballot.State);
        }

        var seats = await ballots.Electors(actor.Territory, id, cancel);
        var own = seats.Where(s => RightsOf.SitsFor(roster, actor, s.Seat)).Select(s => s.Seat).ToList();
        var convenes = actor.Person is not null && roster.MayConvene(actor.Id, table);
        return own.Count == 0 && !convenes ? new BallotRefusal.NotYourSeat() : Of(ballot, seats, convenes, own);
    }

    public static Electorate Of(Ballot ballot, IReadOnlyList<Elector> seats, bool convenes, IReadOnlyList<SeatId> own)
    {
        var asked = ballot.SecondCall ? 0 : ballot.Quorum.PerCollege;
        return new Electorate(
            ballot,
            [.. seats.OrderBy(s => s.CollegeName, StringComparer.Ordinal).ThenBy(s => s.Structure, StringComparer.Ordinal)],
            [.. seats.Where(s => s.Decides).GroupBy(s => s.CollegeName).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new CollegeTurnout(g.Key, g.Count(), 0, VoteRules.Needed(g.Count(), asked)))],
            convenes, own);
    }
}
