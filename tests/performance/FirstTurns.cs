using System.Diagnostics;
using System.Net.Sockets;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Performance;

/// <summary>How long after its process was started a bot has answered its first turn.</summary>
internal static class FirstTurns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(1);

    // Above those of the rounds, which count from zero: a first turn is an act of its own in storage.
    private static int number = 1_000_000_000;

    /// <summary>True when ours is no later than the peer, by their medians.</summary>
    public static async Task<bool> Run(Stage stage, int starts, CancellationToken cancel)
    {
        var (ours, peer) = (new List<TimeSpan>(), new List<TimeSpan>());
        // One more than counted: the first brings the files into the system's cache.
        for (var start = 0; start <= starts; start++)
        {
            await Measure(stage.StartOurs(null), ours);
            await Measure(stage.StartPeer(null), peer);
        }

        return Report.Starts(ours[1..], peer[1..]);

        async Task Measure(ServedBot bot, List<TimeSpan> times)
        {
            await using (bot)
            {
                times.Add(await Answered(bot, stage.Token, cancel));
            }
        }
    }

    /// <summary>From the start of its process until its first right answer has arrived.</summary>
    public static async Task<TimeSpan> Answered(ServedBot bot, string token, CancellationToken cancel)
    {
        var vote = Interlocked.Increment(ref number);
        var body = VoteTurn.Body(Votes.Turn(vote));
        while (true)
        {
            bot.MustRun();
            using var connection = new Connection(bot.Address, token);
            try
            {
                await connection.Open(cancel);
                var answer = await connection.Post(body, cancel);
                var elapsed = Stopwatch.GetElapsedTime(bot.Started);
                bot.Judge(vote, answer);
                return elapsed;
            }
            catch (SocketException) when (Stopwatch.GetElapsedTime(bot.Started) < Patience)
            {
                await Task.Delay(Glance, cancel);
            }
        }
    }
}
