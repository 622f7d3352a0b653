namespace ConcertationBot.Performance;

/// <summary>A whole plenary answers within ten seconds, each at a moment of its own: how long the last ones wait.</summary>
internal static class Crowd
{
    private const int Voters = 300;
    private const int AfterTheRounds = 100_000_000;
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Warmth = TimeSpan.FromSeconds(10);

    /// <summary>True when our p99 is below the peer's.</summary>
    public static async Task<bool> Run(Stage stage, int rounds, CancellationToken cancel)
    {
        await Pinning.MoveAway(cancel);
        var votes = new Votes(AfterTheRounds);
        var (of, beside) = (new List<Round>(), new List<Round>());
        await using (var ours = stage.StartOurs(Pinning.Bots))
        await using (var peer = stage.StartPeer(Pinning.Bots))
        {
            var (a, b) = (new Load(ours, stage.Token, votes), new Load(peer, stage.Token, new Votes()));
            await FirstTurns.Answered(ours, stage.Token, cancel);
            await FirstTurns.Answered(peer, stage.Token, cancel);
            await a.Run(8, Warmth, cancel);
            await b.Run(8, Warmth, cancel);
            for (var round = 0; round < rounds; round++)
            {
                of.Add(await a.Arrive(Voters, Within, round, cancel));
                beside.Add(await b.Arrive(Voters, Within, round, cancel));
            }
        }

        var met = Report.Crowd(Voters, Within, of, beside);
        await CountedVotes.Check(stage, votes);
        return met;
    }
}
