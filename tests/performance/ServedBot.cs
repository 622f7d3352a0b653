using System.Diagnostics;
using System.Net;
using System.Text;

namespace ConcertationBot.Performance;

internal delegate bool IsRight(int vote, ReadOnlySpan<byte> body);

/// <summary>A bot in a process of its own, on a port of 127.0.0.1; it ends with this object.</summary>
internal sealed class ServedBot : IAsyncDisposable
{
    private const int MostOutput = 20_000;

    private readonly Process process;
    private readonly StringBuilder output = new();

    /// <param name="processor">The one processor it may run on; null for all.</param>
    public ServedBot(
        string name, IReadOnlyList<string> command, int port, int? processor, Dictionary<string, string> settings)
    {
        (Name, Address) = (name, new IPEndPoint(IPAddress.Loopback, port));
        var line = processor is { } one ? Pinning.Command(one, command) : command;
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            WorkingDirectory = Path.GetTempPath(), UseShellExecute = false, RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, written) => Keep(written.Data);
        process.ErrorDataReceived += (_, written) => Keep(written.Data);
        Started = Stopwatch.GetTimestamp();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Name { get; }

    public IPEndPoint Address { get; }

    /// <summary>Whether a body is what the vote of that number deserves; anything else ends the measurement.</summary>
    public required IsRight IsRight { get; init; }

    /// <summary>The moment before the process was started, as <see cref="Stopwatch"/> counts.</summary>
    public long Started { get; }

    /// <summary>Processor time it has used, in its own code and in the system's on its behalf.</summary>
    public TimeSpan Cpu => Seen().TotalProcessorTime;

    /// <summary>Resident memory in bytes.</summary>
    public long Memory => Seen().WorkingSet64;

    /// <summary>Throws when the answer to that vote isn't the one it deserves.</summary>
    public void Judge(int vote, Answer answer)
    {
        if (answer.Status != 200 || !IsRight(vote, answer.Body.Span))
        {
            throw new InvalidOperationException(
                $"{Name} answered {answer.Status}: {Encoding.UTF8.GetString(answer.Body.Span)}\n{Output()}");
        }
    }

    /// <summary>Fails when the process is gone; says what it wrote.</summary>
    public void MustRun()
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"{Name} ended with {process.ExitCode}. It wrote:\n{Output()}");
        }
    }

    public string Output()
    {
        lock (output)
        {
            return output.ToString();
        }
    }

    /// <summary>Kills it: nothing it promised may depend on a proper end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private Process Seen()
    {
        process.Refresh();
        return process;
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            if (output.Length < MostOutput)
            {
                output.AppendLine(line);
            }
        }
    }
}
