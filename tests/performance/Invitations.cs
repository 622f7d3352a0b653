using System.Diagnostics;
using ConcertationBot.Simulator;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Performance;

/// <summary>One plenary invited: how long it took, what the limits force, and what it asked of storage.</summary>
/// <param name="Least">50 requests a second leave no less for the requests that were needed, first ones at once.</param>
internal sealed record InvitedPlenary(
    int Seats, bool Known, TimeSpan Took, TimeSpan Least, int Requests, int OverTheLimit, int Unknown, int Repeated, double CallsPerSeat)
{
    public double Ratio => Took / Least;
}

/// <summary>
/// A plenary's invitations against a Teams that allows 50 requests a second and fails one call in twenty: throttled with
/// Retry-After, refused with 503, done but answered 500, cut off.
/// </summary>
internal static class Invitations
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<bool> Run(CancellationToken cancel)
    {
        var seen = new List<InvitedPlenary>();
        // The first warms the code up and is shown for its storage alone.
        foreach (var (seats, known) in ((int, bool)[])[(100, true), (300, true), (300, false), (500, true)])
        {
            cancel.ThrowIfCancellationRequested();
            seen.Add(await Invite(seats, known));
        }

        return Report.Invitations(seen);
    }

    private static async Task<InvitedPlenary> Invite(int seats, bool known)
    {
        await using var plenary = await Plenary.Start(seats, TimeProvider.System);
        await plenary.Meet(everybody: known);
        plenary.Teams.Weather.LimitsTenant = true;
        plenary.Teams.Weather.Of = OneInTwenty;
        plenary.Rows.Reset();
        var since = Stopwatch.GetTimestamp();
        var session = await plenary.Convene();
        await plenary.Settled(session, Patience);
        var took = Stopwatch.GetElapsedTime(since);
        var requests = plenary.Teams.Weather.Requests;
        return new InvitedPlenary(
            seats, known, took, TimeSpan.FromSeconds((requests - 1) / 50), requests, plenary.Teams.Weather.OverTheLimit,
            plenary.Teams.Weather.UnknownOutcomes, plenary.InvitationsSeen().Sum(times => Math.Max(0, times - 1)), Calls(plenary) / (double)seats);
    }

    private static int Calls(Plenary plenary) => plenary.Rows.Calls.Count(call =>
        call.Contains(WideTable.Territory.Value, StringComparison.Ordinal)
        // The measurement's own look at how far it is.
        && !call.StartsWith("query Notices", StringComparison.Ordinal));

    private static Trouble? OneInTwenty(int request) => (request % 20, request / 20 % 4) switch
    {
        (19, 0) => new Trouble.Throttled(TimeSpan.FromSeconds(1)),
        (19, 1) => new Trouble.Failing(503),
        (19, 2) => new Trouble.Failing(500, Accepted: true),
        (19, _) => new Trouble.Dropped(),
        _ => null,
    };
}
