using Concertation.Domain.Notices;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Domain.Decisions;

/// <summary>
/// Rechecks registers from what is stored: every chain, that each decision says what its ballot says, that electorate and
/// votes are those that were sealed, and that the votes, counted again, give the recorded outcome.
/// </summary>
public sealed class VerifyRegister(IRegisterRecords records, IOutbox outbox)
{
    /// <summary>All registers of a territory: of its tables, and of those that are no more.</summary>
    public async Task<IReadOnlyList<RegisterCheck>> Handle(Roster roster, CancellationToken cancel)
    {
        var territory = roster.Territory.Id;
        var ballots = new List<BallotReading>();
        foreach (var id in await records.Ballots(territory, cancel))
        {
            ballots.Add(await records.Ballot(territory, id, cancel));
        }

        var tables = roster.Tables.Select(t => t.Id).Concat(ballots.Select(b => b.Ballot?.Table).OfType<TableId>()).Distinct();
        var checks = new List<RegisterCheck>();
        foreach (var table in tables)
        {
            var register = await records.Register(territory, table, cancel);
            var own = ballots.Where(b => b.Ballot?.Table == table).ToList();
            checks.Add(await Check(roster, table, register, own, cancel));
        }

        return checks;
    }

    private async Task<RegisterCheck> Check(
        Roster roster, TableId table, RegisterReading register, IReadOnlyList<BallotReading> ballots, CancellationToken cancel)
    {
        var (territory, recounted) = (roster.Territory.Id, 0);
        var chain = RegisterChain.InOrder(register.Decisions);
        RegisterCheck Found(RegisterBreak? found) => new(
            territory, table, roster.TableOf(table)?.Short ?? (chain.Count > 0 ? chain[0].TableShort : table.Value),
            register.Decisions.Count, register.Carences.Count, recounted, [.. chain.Select(d => d.Hash)], found);

        if (OfChain(register, chain) is { } broken)
        {
            return Found(broken);
        }

        foreach (var decision in chain)
        {
            var ballot = await records.Ballot(territory, decision.Ballot, cancel);
            if (CountedVotes.Check(decision, ballot) is { } differs)
            {
                return Found(differs);
            }

            recounted += CountedVotes.Recounts(decision.Outcome) ? 1 : 0;
        }

        foreach (var carence in register.Carences)
        {
            if (CountedVotes.Check(carence, await records.Ballot(territory, carence.Ballot, cancel)) is { } differs)
            {
                return Found(differs);
            }

            recounted += CountedVotes.Recounts(carence.Outcome) ? 1 : 0;
        }

        return Found(await OfBallots(register, ballots, cancel));
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

    /// <summary>Whatever was counted stands in the register, unless its recording is still under way.</summary>
    private async Task<RegisterBreak?> OfBallots(RegisterReading register, IReadOnlyList<BallotReading> ballots, CancellationToken cancel)
    {
        foreach (var read in ballots)
        {
            var ballot = read.Ballot!;
            if (read.Damaged is { } damaged)
            {
                return new RegisterBreak.Damaged(damaged, null, ballot.Id);
            }

            if (CountedVotes.Check(ballot, read) is { } odd)
            {
                return odd;
            }

            var recorded = ballot.Outcome?.Verdict switch
            {
                Verdict.Adopted or Verdict.Rejected => register.Pointers.ContainsKey(ballot.Id),
                Verdict.QuorumMissed => register.Carences.Any(c => c.Ballot == ballot.Id),
                _ => true,
            };
            if (!recorded && await outbox.Waiting(ballot.Aggregate, cancel) is [])
            {
                return new RegisterBreak.NotRecorded(ballot.Id);
            }
        }

        return null;
    }
}
