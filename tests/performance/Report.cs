using System.Globalization;
using System.Runtime.InteropServices;

namespace ConcertationBot.Performance;

/// <summary>Prints figures, ratios and whether the aims are met.</summary>
internal static class Report
{
    private const double LeastTimesAsMany = 2;
    private const double MostShareOfLatency = 0.5;

    public static void Machine(Stage stage)
    {
        Line($"{DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} processors, "
            + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        Line($"ours: Production, SQLite, a ballot of {Stage.Seats} seats; peer: an echo bot on npm's botbuilder 4.23.3.");
        Line("Both check the same token against the same keys on loopback.");
    }

    /// <summary>True when both aims are met.</summary>
    public static bool Rounds(int connections, IReadOnlyList<Round> ours, IReadOnlyList<Round> peer)
    {
        Line($"");
        Line($"{connections} connections, medians of {ours.Count} rounds in turn"
            + (Pinning.Possible ? ", each bot on one processor, the questions from another" : ", processors shared"));
        Line($"{"",-24}{"ours",12}{"botbuilder",12}{"ratio",9}");
        var many = Row("turns/s", ours, peer, round => round.PerSecond, "N0");
        Row("p50 ms", ours, peer, round => round.Median.TotalMilliseconds, "N2");
        var late = Row("p99 ms", ours, peer, round => round.NinetyNinth.TotalMilliseconds, "N2");
        Row("CPU s / 1,000 turns", ours, peer, round => round.Cpu, "N3");
        Row("resident MB", ours, peer, round => round.Memory / 1048576.0, "N0");
        var fast = Aim("turns/s at least", many, LeastTimesAsMany, many >= LeastTimesAsMany);
        return Aim("p99 at most", late, MostShareOfLatency, late <= MostShareOfLatency) && fast;
    }

    public static void Found(int votes, TimeSpan elapsed) => Line(
        $"\n{votes:N0} votes acknowledged; the bot was killed; every one is in the file ({elapsed.TotalSeconds:N1} s to check).");

    /// <summary>True when ours is no later.</summary>
    public static bool Starts(IReadOnlyList<TimeSpan> ours, IReadOnlyList<TimeSpan> peer)
    {
        Line($"\nFrom process start to the first turn answered, {ours.Count} starts in turn, all processors");
        Line($"{"",-24}{"ours",12}{"botbuilder",12}{"ratio",9}");
        var ratio = Row("median ms", ours, peer, time => time.TotalMilliseconds, "N0");
        Line($"{"fastest ms",-24}{ours.Min().TotalMilliseconds,12:N0}{peer.Min().TotalMilliseconds,12:N0}");
        Line($"{"slowest ms",-24}{ours.Max().TotalMilliseconds,12:N0}{peer.Max().TotalMilliseconds,12:N0}");
        return Aim("first turn at most", ratio, 1, ratio <= 1);
    }

    public static bool Invitations(IReadOnlyList<InvitedPlenary> seen)
    {
        Line($"\nInvitations of a plenary, 50 requests a second allowed and one in twenty failing");
        Line($"{"seats",-8}{"known",8}{"took s",9}{"least s",9}{"ratio",8}{"requests",10}{"over",6}{"unknown",9}{"repeats",9}{"storage/seat",14}");
        foreach (var one in seen)
        {
            Line($"{one.Seats,-8}{(one.Known ? "yes" : "no"),8}{one.Took.TotalSeconds,9:N2}{one.Least.TotalSeconds,9:N2}{one.Ratio,8:N2}{one.Requests,10}{one.OverTheLimit,6}{one.Unknown,9}{one.Repeated,9}{one.CallsPerSeat,14:N2}");
        }

        var worst = seen.Where(one => one.Seats == 300).Max(one => one.Ratio);
        const double Most = 1.25;
        Line($"aim: 300 seats in at most {Most} x what the limits force: {(worst <= Most ? "met" : "MISSED")} ({worst:N2})");
        return worst <= Most;
    }

    /// <summary>True when our p99 is below the peer's.</summary>
    public static bool Crowd(int voters, TimeSpan within, IReadOnlyList<Round> ours, IReadOnlyList<Round> peer)
    {
        Line($"");
        Line($"{voters} voters within {within.TotalSeconds} s, medians of {ours.Count} rounds in turn; all acknowledged");
        Line($"{"",-24}{"ours",12}{"botbuilder",12}{"ratio",9}");
        Row("p50 ms", ours, peer, round => round.Median.TotalMilliseconds, "N2");
        var late = Row("p99 ms", ours, peer, round => round.NinetyNinth.TotalMilliseconds, "N2");
        Row("CPU s / 1,000 turns", ours, peer, round => round.Cpu, "N3");
        return Aim("p99 below", late, 1, late < 1);
    }

    /// <summary>True when 2,000 votes are counted within a second of their closing.</summary>
    public static bool Sizes(IReadOnlyList<SizedTable> seen)
    {
        Line($"\nCasting and closing by size of table, through the bot in this process, on SQLite");
        Line($"{"seats",-8}{"cast ms",10}{"of 14 seats",13}{"storage/cast",14}{"closed ms",12}");
        foreach (var one in seen)
        {
            Line($"{one.Seats,-8}{one.Cast.TotalMilliseconds,10:N2}{one.Cast / seen[0].Cast,13:N2}{one.CallsPerCast,14:N2}{one.Closed.TotalMilliseconds,12:N0}");
        }

        var closed = seen[^1].Closed;
        var met = closed <= TimeSpan.FromSeconds(1);
        Line($"aim: {seen[^1].Seats:N0} votes counted within 1 s of closing: {(met ? "met" : "MISSED")} ({closed.TotalSeconds:N2} s)");
        return met;
    }

    private static double Row<T>(
        string what, IReadOnlyList<T> ours, IReadOnlyList<T> peer, Func<T, double> figure, string format)
    {
        var (a, b) = (Middle(ours.Select(figure)), Middle(peer.Select(figure)));
        var (left, right) = (a.ToString(format, CultureInfo.InvariantCulture), b.ToString(format, CultureInfo.InvariantCulture));
        Line($"{what,-24}{left,12}{right,12}{a / b,9:N2}");
        return a / b;
    }

    private static bool Aim(string what, double ratio, double aim, bool met)
    {
        Line($"aim: {what} {aim} x the peer's: {(met ? "met" : "MISSED")} ({ratio:N2})");
        return met;
    }

    private static double Middle(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Line(string text) => Console.WriteLine(text);
}
