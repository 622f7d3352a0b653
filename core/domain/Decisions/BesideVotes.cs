using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>
/// Whether what stands beside a ballot's votes follows from them: the gates they came through, the acts done, and what came
/// after. Gates and acts come to rest when voting ends, and are compared from then on.
/// </summary>
internal static class BesideVotes
{
    /// <returns>The key of the first row that doesn't; null where all do.</returns>
    public static string? Odd(Ballot ballot, BallotReading read) =>
        (ballot.State is BallotState.Closed or BallotState.Withdrawn ? OddGate(ballot, read) ?? OddTurn(read) : null) ?? OddAfter(ballot, read);

    public static string Gate(int number) => $"gate|{number:D2}";

    private static string? OddGate(Ballot ballot, BallotReading read)
    {
        var (gates, deciding) = (read.Gates.OrderBy(g => g.Number).ToList(), read.Electors.Where(e => e.Decides).Select(e => e.Seat).ToHashSet());
        var answered = read.Votes.Select(v => v.Seat).Where(deciding.Contains).ToHashSet();
        for (var number = 0; number < Math.Max(ballot.Gates, gates.Count); number++)
        {
            // Nobody goes through a consensus's gate, and nobody shuts it.
            if (number >= ballot.Gates || number >= gates.Count || gates[number] is not { } gate || gate.Number != number
                || gate.Open != (ballot.Majority == Majority.Consensus) || gate.Answered != gate.Seats.Count(answered.Contains)
                || gate.Pool is null == ballot.IsSecret || gate.Pool?.Key != gates[0].Pool?.Key)
            {
                return Gate(number);
            }
        }

        return null;
    }

    private static string? OddTurn(BallotReading read)
    {
        var given = read.Trace.ToDictionary(v => v.Operation, v => v.Seat);
        var odd = read.Turns.Where(t => !given.TryGetValue(t.Key, out var seat) || seat != t.Value).Select(t => t.Key)
            .Concat(given.Keys.Where(o => !read.Turns.ContainsKey(o))).ToList();
        return odd is [var first, ..] ? $"turn|{first}" : null;
    }

    /// <summary>What people said of a decision: that there is one to say it of, and a reserve to answer.</summary>
    private static string? OddAfter(Ballot ballot, BallotReading read)
    {
        var adopted = ballot is { Outcome.Verdict: Verdict.Adopted, Majority: not Majority.Opinion };
        bool Own(TerritoryId territory, BallotId id) => territory == ballot.Territory && id == ballot.Id;
        return read.After.Read.Where(r => !adopted || !Own(r.Territory, r.Ballot)).Select(r => $"after|read|{r.Person}")
            .Concat(read.After.Reserves.Where(r => !Own(r.Territory, r.Ballot) || !IsReserve(r, read)).Select(r => $"after|reserve|{r.Seat}"))
            .Concat(read.After.Review is { } review && !(adopted && Own(review.Territory, review.Ballot)) ? ["after|review"] : [])
            .FirstOrDefault();
    }

    private static bool IsReserve(ReserveAnswer answer, BallotReading read) =>
        read.Votes.Any(v => v.Seat == answer.Seat && v.Choice == Choice.Reserve)
        && read.Electors.Any(e => e.Seat == answer.Seat && e.Structure == answer.Structure);
}
