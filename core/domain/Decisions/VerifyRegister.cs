using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>
/// Rechecks registers from what is stored: every chain, that each decision says what its ballot says, that electorate and
/// votes are those that were sealed, and that the votes, counted again, give the recorded outcome.
/// </summary>
public sealed class VerifyRegister(IRegisterRecords records, IOutbox outbox, ISealedAnswers answers)
{
    /// <summary>All registers of a territory: of its tables, and of those that are no more.</summary>
    public async Task<IReadOnlyList<RegisterCheck>> Handle(Roster roster, CancellationToken cancel)
    {
        var (territory, escalations) = (roster.Territory.Id, new CheckedEscalations(records, outbox));
        var ballots = new List<ReadBallot>();
        foreach (var listed in await records.Ballots(territory, cancel))
        {
            var read = await records.Ballot(territory, listed.Id, cancel);
            ballots.Add(new(listed, read, read.Ballot?.Table ?? listed.Table ?? roster.Tables[0].Id));
        }

        var checks = new List<RegisterCheck>();
        foreach (var table in roster.Tables.Select(t => t.Id).Concat(ballots.Select(b => b.Table)).Distinct())
        {
            var register = await records.Register(territory, table, cancel);
            var own = ballots.Where(b => b.Table == table).ToList();
            checks.Add(await Check(roster, table, register, own, escalations, cancel));
        }

        return checks;
    }

    /// <param name="Table">Whose register it belongs to; where that can't be told, the first one's.</param>
    private sealed record ReadBallot(BallotListing Listed, BallotReading Read, TableId Table);

    private async Task<RegisterCheck> Check(
        Roster roster, TableId table, RegisterReading register, IReadOnlyList<ReadBallot> ballots, CheckedEscalations escalations,
        CancellationToken cancel)
    {
        var (territory, counts) = (roster.Territory.Id, new Counts());
        var chain = RegisterChain.InOrder(register.Decisions);
        var tableShort = roster.TableOf(table)?.Short ?? (chain.Count > 0 ? chain[0].TableShort : table.Value);
        var found = OfChain(register, chain)
            ?? await OfEntries(register, chain, ballots.Select(b => b.Listed.Id).ToHashSet(), counts, territory, cancel)
            ?? await OfBallots(register, ballots, counts, cancel)
            ?? await escalations.Of(tableShort, register, cancel)
            ?? await escalations.To(territory, table, cancel)
            ?? await NotSubmitted(roster, table, register, ballots, escalations, cancel);
        return new(
            territory, table, tableShort, register.Decisions.Count, register.Carences.Count, counts.Recounted, counts.Opened,
            [.. chain.Select(d => d.Hash)], register.Carences, found);
    }

    private sealed class Counts
    {
        public int Recounted { get; set; }

        public int Opened { get; set; }
    }

    private async Task<RegisterBreak?> OfEntries(
        RegisterReading register, IReadOnlyList<Decision> chain, HashSet<BallotId> listed, Counts counts, TerritoryId territory,
        CancellationToken cancel)
    {
        foreach (var decision in chain)
        {
            if (CountedVotes.Check(decision, await records.Ballot(territory, decision.Ballot, cancel)) is { } differs)
            {
                return differs;
            }

            counts.Recounted += CountedVotes.Recounts(decision.Outcome) ? 1 : 0;
        }

        foreach (var carence in register.Carences)
        {
            if (CountedVotes.Check(carence, await records.Ballot(territory, carence.Ballot, cancel)) is { } differs)
            {
                return differs;
            }

            counts.Recounted += CountedVotes.Recounts(carence.Outcome) ? 1 : 0;
        }

        return chain.Select(d => (d.Ballot, d.Title)).Concat(register.Carences.Select(c => (c.Ballot, c.Title)))
            .Where(e => !listed.Contains(e.Ballot)).Select(e => new RegisterBreak.NotListed(e.Ballot, e.Title)).FirstOrDefault();
    }

    private static RegisterBreak? OfChain(RegisterReading register, IReadOnlyList<Decision> chain)
    {
        if (register.Damaged is { } damaged)
        {
            return new RegisterBreak.Damaged(damaged, null, null);
        }

        return RegisterChain.Verify(register.Decisions) switch
        {
            ChainCheck.Altered altered => new RegisterBreak.Altered(altered.Number),
            ChainCheck.Broken broken => new RegisterBreak.OutOfChain(broken.Number),
            _ => Stands(register, chain) ? null : new RegisterBreak.Missing(chain.Count == 0 ? null : chain[^1].Number),
        };
    }

    /// <summary>The head names the last decision, and each ballot's pointer its own.</summary>
    private static bool Stands(RegisterReading register, IReadOnlyList<Decision> chain)
    {
        var last = chain.GroupBy(d => d.Number.Year).ToDictionary(g => g.Key, g => g.Max(d => d.Number.Number));
        return (register.Stand?.LastHash ?? RegisterChain.Start) == (chain.Count == 0 ? RegisterChain.Start : chain[^1].Hash)
            && (register.Stand?.LastNumbers ?? new Dictionary<int, int>()).OrderBy(n => n.Key).SequenceEqual(last.OrderBy(n => n.Key))
            && register.Pointers.Count == chain.Count
            && chain.All(d => register.Pointers.TryGetValue(d.Ballot, out var number) && number == d.Number);
    }

    /// <summary>Each ballot fits in itself, and whatever was counted stands in the register, unless its recording is still under way.</summary>
    private async Task<RegisterBreak?> OfBallots(
        RegisterReading register, IReadOnlyList<ReadBallot> ballots, Counts counts, CancellationToken cancel)
    {
        foreach (var (listed, read, _) in ballots)
        {
            if (OfBallot(listed, read, counts) is { } odd)
            {
                return odd;
            }

            if (read.Ballot is { } ballot && !IsRecorded(register, ballot) && await outbox.Waiting(ballot.Aggregate, cancel) is [])
            {
                return new RegisterBreak.NotRecorded(ballot.Id);
            }
        }

        return null;
    }

    private RegisterBreak? OfBallot(BallotListing listed, BallotReading read, Counts counts)
    {
        if (read.Damaged is { } damaged)
        {
            return new RegisterBreak.Damaged(damaged, null, listed.Id);
        }

        if (listed.Damaged is { } line)
        {
            return new RegisterBreak.Damaged(line, null, null);
        }

        if (read.Ballot is not { } ballot)
        {
            // Seats are written before the ballot itself, which may never come to be; nothing else is.
            return read.Gates.Count + read.Votes.Count + read.Trace.Count + read.Turns.Count == 0
                ? null
                : new RegisterBreak.Damaged(new("head"), null, listed.Id);
        }

        if (CountedVotes.Check(ballot, read) is { } odd)
        {
            return odd;
        }

        if (BesideVotes.Odd(ballot, read) is { } row)
        {
            return new RegisterBreak.RowDiffers(ballot.Id, ballot.Title, new(row));
        }

        var differs = OpenedAnswers.Check(ballot, read, answers, out var opened);
        counts.Opened += opened ? 1 : 0;
        return differs;
    }

    private static bool IsRecorded(RegisterReading register, Ballot ballot) => ballot.Outcome?.Verdict switch
    {
        Verdict.Adopted or Verdict.Rejected => register.Pointers.ContainsKey(ballot.Id),
        Verdict.QuorumMissed => register.Carences.Any(c => c.Ballot == ballot.Id),
        _ => true,
    };

    /// <summary>What was to be submitted to another table of the territory was.</summary>
    private async Task<RegisterBreak?> NotSubmitted(
        Roster roster, TableId table, RegisterReading register, IReadOnlyList<ReadBallot> ballots, CheckedEscalations escalations,
        CancellationToken cancel)
    {
        if (roster.TableOf(table)?.Rules.Escalation is not { } rule || rule.Territory != roster.Territory.Id || roster.TableOf(rule.Table) is null)
        {
            return null;
        }

        foreach (var ballot in ballots.Select(b => b.Read.Ballot).OfType<Ballot>().Where(b => b.Terms.Escalates))
        {
            if (register.Decisions.FirstOrDefault(d => d.Ballot == ballot.Id) is { Adopted: true } decision
                && !register.Standings.ContainsKey(ballot.Id) && !await escalations.Has(rule.Territory, ballot, cancel) && await outbox.Waiting(ballot.Aggregate, cancel) is [])
            {
                return new RegisterBreak.EscalationDiffers(decision.TableShort, decision.Number, EscalationPart.Missing);
            }
        }

        return null;
    }
}
