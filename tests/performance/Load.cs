using System.Diagnostics;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Performance;

/// <summary>What one bot did in one round.</summary>
/// <param name="Cpu">Processor seconds for 1,000 turns.</param>
/// <param name="Memory">Resident bytes at the round's end.</param>
internal sealed record Round(int Turns, double PerSecond, TimeSpan Median, TimeSpan NinetyNinth, double Cpu, long Memory);

/// <summary>Puts votes to a bot over so many connections, each waiting for its answer before it asks again.</summary>
internal sealed class Load(ServedBot bot, string token, Votes votes)
{
    // Far above what a round reaches: only a bound.
    private const int MostTurns = 500_000;

    public async Task<Round> Run(int connections, TimeSpan length, CancellationToken cancel)
    {
        var before = bot.Cpu;
        var began = Stopwatch.GetTimestamp();
        var end = began + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var taken = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskUntil(end, MostTurns / connections, cancel), cancel)));
        var elapsed = Stopwatch.GetElapsedTime(began);
        var cpu = bot.Cpu - before;
        bot.MustRun();
        var all = taken.SelectMany(some => some).Order().ToArray();
        return new Round(
            all.Length, all.Length / elapsed.TotalSeconds, At(all, 0.50), At(all, 0.99),
            1000 * cpu.TotalSeconds / all.Length, bot.Memory);
    }

    /// <summary>So many voters, each answering once at a moment of its own; its wait begins with its question.</summary>
    /// <param name="draw">Gives the moments: the same for both bots.</param>
    public async Task<Round> Arrive(int voters, TimeSpan within, int draw, CancellationToken cancel)
    {
        var random = new Random(draw);
        var moments = Enumerable.Range(0, voters).Select(_ => random.NextDouble() * within).ToList();
        var before = bot.Cpu;
        var began = Stopwatch.GetTimestamp();
        var all = (await Task.WhenAll(moments.Select(moment => Ask(began, moment, cancel)))).Order().ToArray();
        var elapsed = Stopwatch.GetElapsedTime(began);
        bot.MustRun();
        return new Round(
            all.Length, all.Length / elapsed.TotalSeconds, At(all, 0.50), At(all, 0.99),
            1000 * (bot.Cpu - before).TotalSeconds / all.Length, bot.Memory);
    }

    private async Task<long> Ask(long began, TimeSpan moment, CancellationToken cancel)
    {
        using var connection = new Connection(bot.Address, token);
        await connection.Open(cancel);
        var number = votes.Next();
        var body = VoteTurn.Body(Votes.Turn(number));
        var wait = moment - Stopwatch.GetElapsedTime(began);
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, cancel);
        var asked = Stopwatch.GetTimestamp();
        var answer = await connection.Post(body, cancel);
        var took = Stopwatch.GetTimestamp() - asked;
        bot.Judge(number, answer);
        votes.Acknowledge([number]);
        return took;
    }

    private async Task<List<long>> AskUntil(long end, int most, CancellationToken cancel)
    {
        var (times, numbers) = (new List<long>(), new List<int>());
        using var connection = new Connection(bot.Address, token);
        await connection.Open(cancel);
        while (times.Count < most && Stopwatch.GetTimestamp() < end)
        {
            var number = votes.Next();
            var body = VoteTurn.Body(Votes.Turn(number));
            var asked = Stopwatch.GetTimestamp();
            var answer = await connection.Post(body, cancel);
            times.Add(Stopwatch.GetTimestamp() - asked);
            bot.Judge(number, answer);
            numbers.Add(number);
        }

        votes.Acknowledge(numbers);
        return times;
    }

    private static TimeSpan At(long[] sorted, double share) =>
        Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))]);
}
