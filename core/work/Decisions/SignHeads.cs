using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Microsoft.Extensions.Logging;

namespace Concertation.Work.Decisions;

/// <summary>
/// Once a day (UTC), signs how far every register goes. A register whose chain is broken isn't signed: that it was once whole
/// stays shown by the days before.
/// </summary>
public sealed partial class SignHeads(
    IRosters rosters, IRegister register, SignedHeads heads, RegisterKey key, TimeProvider clock, ILogger<SignHeads> log) : IScheduled
{
    public async Task Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        if (heads.HasDay(day))
        {
            return;
        }

        var lines = new List<RegisterHeadLine>();
        foreach (var territory in await rosters.All(cancel))
        {
            var tables = (await rosters.Get(territory.Id, cancel))?.Tables ?? [];
            foreach (var table in tables)
            {
                if (await Of(territory, table, cancel) is { } line)
                {
                    lines.Add(line);
                }
            }
        }

        if (lines.Count > 0)
        {
            using var pair = key.Private();
            heads.Keep(day, now, lines, pair);
        }
    }

    private async Task<RegisterHeadLine?> Of(Territory territory, Table table, CancellationToken cancel)
    {
        var decisions = await register.Of(territory.Id, table.Id, cancel);
        if (RegisterChain.Verify(decisions) is not ChainCheck.Intact)
        {
            Broken(territory.Id.Value, table.Id.Value);
            return null;
        }

        var carences = (await register.Carences(territory.Id, table.Id, cancel)).OrderBy(c => c.At).ThenBy(c => c.Ballot.Value, StringComparer.Ordinal)
            .Select(c => new RegisterHeadCarence(c.Ballot.Value, RegisterChain.Canonical(c).Sha256())).ToList();
        return decisions.Count + carences.Count == 0
            ? null
            : new(
                territory.Id.Value, table.Id.Value, decisions.Count,
                decisions.Count == 0 ? RegisterChain.Start : RegisterChain.InOrder(decisions)[^1].Hash, carences);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The register of {Table} in {Territory} is broken and wasn't signed; verify tells where")]
    private partial void Broken(string territory, string table);
}
