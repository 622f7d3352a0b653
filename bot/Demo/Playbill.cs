using System.Diagnostics;

namespace ConcertationBot.Demo;

/// <summary>
/// Plays steps one after the other and prints each with what was checked, or with what went wrong. After a few failures
/// the rest isn't played: it would only fail because of them.
/// </summary>
internal sealed class Playbill(TextWriter output, CancellationToken stop)
{
    private const int MostFailures = 3;
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(30);

    private readonly List<string> _failures = [];

    public int Steps { get; private set; }

    public IReadOnlyList<string> Failures => _failures;

    private bool IsOver => _failures.Count >= MostFailures;

    public Task Act(string title) => IsOver ? Task.CompletedTask : output.WriteLineAsync($"\n{Plain.Set(title)}");

    /// <param name="play">Gives what was checked, in French.</param>
    /// <returns>Whether it held; a step that needs it can then be told apart.</returns>
    public async Task<bool> Step(string title, Func<Task<string>> play)
    {
        stop.ThrowIfCancellationRequested();
        if (IsOver)
        {
            return false;
        }

        Steps++;
        var reason = await Reason(play);
        var line = Plain.Set(reason is { Failed: true }
            ? $"✗ {Plain.Number(Steps)}. {title} — {reason.Words}"
            : $"✓ {Plain.Number(Steps)}. {title} — {reason.Words}");
        await output.WriteLineAsync(line);
        if (reason.Failed)
        {
            _failures.Add(line);
        }

        return !reason.Failed;
    }

    public async Task End()
    {
        if (IsOver)
        {
            await output.WriteLineAsync(Plain.Set($"\n{Plain.Number(_failures.Count)} étapes ont échoué : la suite n’est pas jouée."));
        }

        await output.WriteLineAsync(Plain.Set(
            $"\ndemo: {Plain.Number(Steps)} {(Steps < 2 ? "étape" : "étapes")}, {Plain.Number(_failures.Count)} {(_failures.Count < 2 ? "échec" : "échecs")}"));
    }

    private async Task<(bool Failed, string Words)> Reason(Func<Task<string>> play)
    {
        try
        {
            return (false, await play().WaitAsync(LongestStep, TimeProvider.System, stop));
        }
        catch (StepFailedException failed)
        {
            return (true, failed.Message);
        }
        // The edge of the demo: whatever went wrong is a failed step, and the next ones are played.
        catch (Exception unexpected) when (!stop.IsCancellationRequested)
        {
            var where = new StackTrace(unexpected, fNeedFileInfo: false).GetFrame(0)?.GetMethod()?.DeclaringType?.Name;
            return (true, $"inattendu, {unexpected.GetType().Name} ({where}) : {unexpected.Message}");
        }
    }
}
