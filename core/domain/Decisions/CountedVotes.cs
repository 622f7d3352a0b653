using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>Whether an outcome is that of the votes that are stored.</summary>
internal static class CountedVotes
{
    /// <summary>Nobody votes where a consensus is found.</summary>
    public static bool Recounts(Outcome outcome) => outcome.Majority != Majority.Consensus;

    public static RegisterBreak? Check(Decision decision, BallotReading read)
    {
        var number = decision.Number;
        if (read.Damaged is { } damaged)
        {
            return new RegisterBreak.Damaged(damaged, number, decision.Ballot);
        }

        if (read.Ballot is not { } ballot)
        {
            return new RegisterBreak.NoBallot(number);
        }

        if (Decision.Of(ballot, decision.Outcome, decision.Grounds, number, decision.PreviousHash).Hash != decision.Hash
            || (decision.Grounds is { } grounds && !FitsTerms(grounds, ballot)))
        {
            return new RegisterBreak.BallotDiffers(number);
        }

        return OfSeals(decision, read)
            ?? (Same(ballot.Outcome, decision.Outcome) && Fits(ballot, decision.Outcome, read)
                ? null
                : new RegisterBreak.OutcomeDiffers(number));
    }

    public static RegisterBreak? Check(Carence carence, BallotReading read) =>
        read.Damaged is { } damaged ? new RegisterBreak.Damaged(damaged, null, carence.Ballot)
        : read.Ballot is { } ballot && ballot.Title == carence.Title && ballot.Table == carence.Table
            && Same(ballot.Outcome, carence.Outcome) && Fits(ballot, carence.Outcome, read)
            ? null
            : new RegisterBreak.CarenceDiffers(carence.Ballot, carence.Title);

    private static bool FitsTerms(DecisionGrounds grounds, Ballot ballot) =>
        grounds.Instance == ballot.Labels.Table && grounds.Item == ballot.Labels.Item && grounds.Axis == ballot.Labels.Axis
        && grounds.Held == BallotHeld.Of(ballot) && grounds.LegalBasis == ballot.Terms.LegalBasis
        && grounds.Changes == ballot.Terms.Changes && grounds.Carrier?.Seat == ballot.Terms.Carrier;

    private static RegisterBreak? OfSeals(Decision decision, BallotReading read)
    {
        if (decision.Grounds is not { } grounds)
        {
            return null;
        }

        if (grounds.Electorate != Digest.Of(BallotTexts.Electorate(read.Electors), read.Electors.Count))
        {
            return new RegisterBreak.ElectorateDiffers(decision.Number);
        }

        var sealedOnes = (grounds.Votes is null || grounds.Votes == Digest.Of(BallotTexts.Votes(read.Votes), read.Votes.Count))
            && (grounds.Trace is null || grounds.Trace == Digest.Of(BallotTexts.Trace(read.Trace), read.Trace.Count))
            && (grounds.Pools is null || grounds.Pools == Digest.Of(BallotTexts.Pools(read.Pools), read.Pools.Count));
        return sealedOnes ? null : new RegisterBreak.VotesDiffer(decision.Number, Suspect(read));
    }

    /// <summary>The structure of the seat whose standing vote isn't the last it gave, where there is just one.</summary>
    private static string? Suspect(BallotReading read)
    {
        var odd = Odd(read).Concat(read.Trace.Select(v => v.Seat).Distinct().Except(read.Votes.Select(v => v.Seat))).ToList();
        return odd is [var only] ? NameOf(only, read) : null;
    }

    /// <summary>The same of any ballot, also of one that is still open.</summary>
    public static RegisterBreak? Check(Ballot ballot, BallotReading read) => Odd(read).ToList() is [var first, ..]
        ? new RegisterBreak.StandingVoteDiffers(ballot.Id, ballot.Title, NameOf(first, read))
        : null;

    private static IEnumerable<SeatId> Odd(BallotReading read)
    {
        var last = read.Trace.GroupBy(v => v.Seat).ToDictionary(g => g.Key, g => g.MaxBy(v => v.At)!.At);
        var given = read.Trace.ToHashSet();
        return read.Votes.Where(v => !given.Contains(v) || last[v.Seat] != v.At).Select(v => v.Seat).Concat(Gone(read));
    }

    /// <summary>
    /// Seats that answered and of which no vote stands, though no déport took it out: the seat's, or that of who held its
    /// proxy. One that was taken back explains the answers given before it alone.
    /// </summary>
    private static IEnumerable<SeatId> Gone(BallotReading read)
    {
        var standing = read.Votes.Select(v => v.Seat).ToHashSet();
        var electors = read.Electors.ToDictionary(e => e.Seat);
        return read.Trace.GroupBy(v => v.Seat).Where(given => !standing.Contains(given.Key)
            && given.MaxBy(v => v.At) is { } last && !TakesOut(given.Key, last) && !(last.ProxyOf is { } holder && TakesOut(holder, last)))
            .Select(given => given.Key);

        bool TakesOut(SeatId seat, Vote vote) => electors.TryGetValue(seat, out var elector)
            && (elector.Recused is not null || elector.TakenBack?.Any(b => b.Recusal.At >= vote.At) is true);
    }

    private static string NameOf(SeatId seat, BallotReading read) =>
        read.Electors.FirstOrDefault(e => e.Seat == seat)?.Structure ?? seat.Value;

    private static bool Fits(Ballot ballot, Outcome outcome, BallotReading read)
    {
        if (!Recounts(outcome))
        {
            // Who attended was noted in the session; that the seats are as many as voted on it is all there is to count.
            var voting = read.Electors.Where(e => e.Decides).ToList();
            return outcome.Seats == voting.Count && outcome.Electorate == voting.Sum(e => e.Weight);
        }

        if (ballot.IsSecret && !outcome.QuorumReached)
        {
            // Carences of before their totals were left out still have them.
            return Same(VoteRules.Count(ballot, read.Electors, read.Votes, outcome.At), VoteRules.Uncounted(outcome))
                && (outcome == VoteRules.Uncounted(outcome) || SecretTotals.Dealt(outcome, read.Electors, read.Votes) is not null);
        }

        var votes = ballot.IsSecret ? SecretTotals.Dealt(outcome, read.Electors, read.Votes) : read.Votes;
        return votes is not null && Same(VoteRules.Count(ballot, read.Electors, votes, outcome.At), WithoutChair(outcome));
    }

    /// <summary>As it was before the chair gave its voice on even votes.</summary>
    public static Outcome WithoutChair(Outcome outcome) =>
        outcome.ByChair ? outcome with { Verdict = Verdict.AwaitsChair, ByChair = false, Chosen = null } : outcome;

    public static bool Same(Outcome? one, Outcome other) =>
        one is not null && RegisterChain.Canonical(one).Sha256() == RegisterChain.Canonical(other).Sha256();
}
