using Concertation.Domain.Votes;
using Concertation.Storage.Rows;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Performance;

/// <summary>Looks for every acknowledged vote in the file, once the bot has been killed.</summary>
internal static class CountedVotes
{
    /// <summary>How many votes were acknowledged and found. Throws when one isn't there.</summary>
    public static async Task<int> Check(Stage stage, Votes votes)
    {
        await using var storage = stage.OpenStorage();
        var rows = storage.GetRequiredService<IRowStore>();
        var acts = await Keys(rows, "turn|");
        var casts = (await Keys(rows, "cast|")).Select(key => key[(key.LastIndexOf('.') + 1)..]).ToHashSet(StringComparer.Ordinal);
        foreach (var number in votes.Acknowledged)
        {
            var act = VoteTurn.OperationOf(Votes.Turn(number));
            if (!acts.Contains("turn|" + act) || !casts.Contains(act))
            {
                throw new InvalidOperationException($"Vote {number} was acknowledged and isn't in the file.");
            }
        }

        var standing = await storage.GetRequiredService<IBallots>().Votes(WideTable.Territory, WideTable.Ballot, default);
        var answered = await storage.GetRequiredService<IBallots>().Answered(WideTable.Territory, WideTable.Ballot, default);
        var seats = votes.Acknowledged.Select(Votes.SeatOf).Distinct().Count();
        return standing.Count == answered && answered == seats
            ? votes.Acknowledged.Count
            : throw new InvalidOperationException($"{seats} seats voted, {standing.Count} votes stand, {answered} are counted.");
    }

    private static async Task<HashSet<string>> Keys(IRowStore rows, string kind)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in rows.Query(
            "Votes", $"{WideTable.Territory}|{WideTable.Ballot}", RowRange.StartingWith(kind), default))
        {
            keys.Add(row.Key);
        }

        return keys;
    }
}
