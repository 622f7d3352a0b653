using System.Diagnostics;
using System.Globalization;

namespace ConcertationBot.Performance;

/// <summary>
/// One processor for the bot that is measured, another for who asks: both bots get the same, and neither pays for the
/// questions. Where there is no taskset or only one processor, all share what there is.
/// </summary>
internal static class Pinning
{
    public const int Bots = 0;
    private const int Ours = 1;

    public static bool Possible { get; } = Environment.ProcessorCount > 1 && Taskset() is not null;

    /// <summary>The command, run on one processor.</summary>
    public static IReadOnlyList<string> Command(int processor, IReadOnlyList<string> command) =>
        Possible ? [Taskset()!, "-c", Text(processor), .. command] : command;

    /// <summary>Moves this process to its own processor, all its threads.</summary>
    public static async Task MoveAway(CancellationToken cancel)
    {
        if (Possible)
        {
            var start = new ProcessStartInfo(Taskset()!, ["-a", "-c", "-p", Text(Ours), Text(Environment.ProcessId)])
            {
                UseShellExecute = false, RedirectStandardOutput = true,
            };
            using var moving = Process.Start(start)!;
            await moving.StandardOutput.ReadToEndAsync(cancel);
            await moving.WaitForExitAsync(cancel);
        }
    }

    private static string? Taskset() => new[] { "/usr/bin/taskset", "/bin/taskset" }.FirstOrDefault(File.Exists);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
