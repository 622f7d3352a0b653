using Concertation.Domain.Tables;

namespace Concertation.Domain.Votes;

/// <summary>What a consensus constaté en séance gives: those who attend are its quorum (rule 7); pure.</summary>
public static class ConsensusRules
{
    /// <param name="quorum">What the table asks for; a second convocation asks for none.</param>
    /// <param name="there">Seats that attend, or whose proxy does. Those that are no electors don't count.</param>
    /// <param name="reserves">Reserves and dissent, as they are to stand beside the decision; null or blank for none.</param>
    public static Outcome Found(
        IReadOnlyList<Elector> electors, IReadOnlySet<SeatId> there, Quorum quorum, bool secondCall, string? reserves, DateTimeOffset at)
    {
        var asked = secondCall ? Quorum.None : quorum;
        var attending = electors.Where(e => there.Contains(e.Seat)).ToList();
        var colleges = electors.GroupBy(e => (e.College, e.CollegeName)).OrderBy(g => g.Key.College.Value, StringComparer.Ordinal)
            .Select(c => new CollegeTurnout(
                c.Key.CollegeName, c.Count(), c.Count(e => there.Contains(e.Seat)), VoteRules.Needed(c.Count(), asked.PerCollege)))
            .ToList();
        // Nobody there can't agree on anything, whatever the table asks for.
        var needed = secondCall ? 0 : Math.Max(VoteRules.Needed(electors.Count, asked.Overall), 1);
        var outcome = new Outcome(
            Verdict.QuorumMissed, electors.Count, attending.Count, needed, colleges, attending.Sum(e => e.Weight), 0, 0,
            electors.Sum(e => e.Weight), Majority.Consensus, Threshold: 0, Strict: false, at, SecondCall: secondCall)
        {
            Reserves = OneLine.IsBlank(reserves) ? null : reserves.Trim(),
        };
        return attending.Count > 0 && outcome.QuorumReached ? outcome with { Verdict = Verdict.Adopted } : outcome;
    }
}
