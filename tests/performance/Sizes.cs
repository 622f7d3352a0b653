using System.Diagnostics;
using Concertation.Domain.Votes;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Performance;

/// <summary>One table: what a cast asks of storage and takes, and what its closing takes.</summary>
/// <param name="Cast">Median of casts one after the other, each its own commit on the disk.</param>
/// <param name="Closed">From the act of closing until the counted outcome is stored.</param>
internal sealed record SizedTable(int Seats, TimeSpan Cast, double CallsPerCast, TimeSpan Closed);

/// <summary>Casting and closing on tables of 14 to 2,000 seats, through the bot in this process, on SQLite.</summary>
internal static class Sizes
{
    private const int Measured = 400;

    public static async Task<bool> Run(CancellationToken cancel)
    {
        var seen = new List<SizedTable>();
        // The first warms the code up and isn't shown.
        foreach (var seats in (int[])[100, 14, 100, 500, 2000])
        {
            seen.Add(await Measure(seats, cancel));
        }

        return Report.Sizes([.. seen.Skip(1)]);
    }

    private static async Task<SizedTable> Measure(int seats, CancellationToken cancel)
    {
        await using var plenary = await Plenary.Start(seats, TimeProvider.System);
        var ballot = await WideTable.Open(plenary.Bot.Services, seats, Plenary.Tenant);
        var cast = plenary.Bot.Services.GetRequiredService<CastVote>();
        // Each seat answers once; then some change their answers, and those are measured.
        for (var seat = 0; seat < seats; seat++)
        {
            await Cast(cast, seat, $"first-{seat}", cancel);
        }

        plenary.Rows.Reset();
        var times = new List<TimeSpan>();
        for (var n = 0; n < Measured; n++)
        {
            var since = Stopwatch.GetTimestamp();
            await Cast(cast, n % seats, $"again-{n}", cancel);
            times.Add(Stopwatch.GetElapsedTime(since));
        }

        var calls = plenary.Rows.Calls.Count(call => call.Contains(WideTable.Ballot.Value, StringComparison.Ordinal)) / (double)Measured;
        return new SizedTable(seats, times.Order().ElementAt(Measured / 2), calls, await Close(plenary, ballot, cancel));
    }

    private static async Task Cast(CastVote cast, int seat, string operation, CancellationToken cancel)
    {
        var command = new CastCommand(
            WideTable.Territory, WideTable.Ballot, WideTable.Seat(seat), WideTable.EntraId(seat), null, (Choice)(seat % 3), null, new(operation));
        if (await cast.Handle(command, cancel) is not Ruling<CastDone>.Granted)
        {
            throw new InvalidOperationException($"seat {seat} couldn't vote");
        }
    }

    private static async Task<TimeSpan> Close(Plenary plenary, Ballot ballot, CancellationToken cancel)
    {
        var ballots = plenary.Bot.Services.GetRequiredService<IBallots>();
        var since = Stopwatch.GetTimestamp();
        await plenary.Bot.Services.GetRequiredService<CloseBallot>().Handle(WideTable.PilotActor, ballot.Id, cancel);
        while ((await ballots.Get(ballot.Territory, ballot.Id, cancel))!.Value.Outcome is not { } outcome
            || outcome.Answered != ballot.Seats)
        {
            await Task.Delay(5, cancel);
        }

        return Stopwatch.GetElapsedTime(since);
    }
}
