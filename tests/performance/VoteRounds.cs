using System.Diagnostics;

namespace ConcertationBot.Performance;

/// <summary>Votes per second, their latency, processor time and memory, ours and the peer's in turn.</summary>
internal static class VoteRounds
{
    private static readonly int[] Connections = [8, 32];
    private static readonly TimeSpan Warmth = TimeSpan.FromSeconds(20);

    /// <summary>True when the aims are met at every number of connections.</summary>
    public static async Task<bool> Run(Stage stage, int rounds, TimeSpan length, CancellationToken cancel)
    {
        await Pinning.MoveAway(cancel);
        var votes = new Votes();
        var met = true;
        await using (var ours = stage.StartOurs(Pinning.Bots))
        await using (var peer = stage.StartPeer(Pinning.Bots))
        {
            var (a, b) = (new Load(ours, stage.Token, votes), new Load(peer, stage.Token, new Votes()));
            await FirstTurns.Answered(ours, stage.Token, cancel);
            await FirstTurns.Answered(peer, stage.Token, cancel);
            // Compiled for good and cached by then, on both sides.
            await a.Run(Connections.Max(), Warmth, cancel);
            await b.Run(Connections.Max(), Warmth, cancel);
            foreach (var connections in Connections)
            {
                var (of, beside) = (new List<Round>(), new List<Round>());
                for (var round = 0; round < rounds; round++)
                {
                    of.Add(await a.Run(connections, length, cancel));
                    beside.Add(await b.Run(connections, length, cancel));
                }

                met &= Report.Rounds(connections, of, beside);
            }
        }

        var checkedAt = Stopwatch.GetTimestamp();
        var found = await CountedVotes.Check(stage, votes);
        Report.Found(found, Stopwatch.GetElapsedTime(checkedAt));
        return met;
    }
}
