using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace ConcertationBot.Tests.Kit;

/// <summary>
/// A Node script that runs beside the tests. It ends with the test that started it, and by itself when the test process
/// is killed: its standard input closes then.
/// </summary>
public sealed class NodeProcess : IAsyncDisposable
{
    private const string EndWithParent =
        "data:text/javascript,process.stdin.on('error',()=>{}).on('close',()=>process.exit(1)).resume().unref?.()";

    private readonly Process process;
    private readonly StringBuilder output = new();
    private bool disposed;

    private NodeProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has written to both streams so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public bool HasExited => process.HasExited;

    /// <summary>Starts the script; see <see cref="Repository.NodeModule"/> for those of packages.</summary>
    public static NodeProcess Start(
        string script, IEnumerable<string> arguments, string? folder = null,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            WorkingDirectory = folder ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["--import", EndWithParent, script, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return new NodeProcess(start);
    }

    /// <summary>Returns once something accepts connections on 127.0.0.1 at the port.</summary>
    /// <exception cref="InvalidOperationException">The script ended, or nothing listened in time; says what it wrote.</exception>
    public Task WaitForPort(int port, TimeSpan patience) =>
        WaitUntil(async () => await Accepts(port), $"listen on {port}", patience);

    /// <summary>Returns once it has written the text.</summary>
    /// <exception cref="InvalidOperationException">The script ended, or did not in time; says what it wrote.</exception>
    public Task WaitForOutput(string text, TimeSpan patience) =>
        WaitUntil(() => Task.FromResult(Output.Contains(text, StringComparison.Ordinal)), $"write '{text}'", patience);

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task WaitUntil(Func<Task<bool>> reached, string what, TimeSpan patience)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await reached())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(since) > patience)
            {
                throw new InvalidOperationException(
                    $"'{string.Join(' ', process.StartInfo.ArgumentList.Skip(2))}' did not {what}. It wrote:\n{Output}");
            }

            await Task.Delay(50);
        }
    }

    private static async Task<bool> Accepts(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
