using System.Diagnostics;

namespace ConcertationBot.Demo;

/// <summary>Plays steps one after the other and prints each with what was checked, or with what went wrong.</summary>
internal sealed class Playbill(TextWriter output, CancellationToken stop)
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(30);

    private readonly List<string> _failures = [];

    public int Steps { get; private set; }

    public IReadOnlyList<string> Failures => _failures;

    public Task Act(string title) => output.WriteLineAsync($"\n{Plain.Set(title)}");

    /// <param name="play">Gives what was checked, in French.</param>
    /// <returns>Whether it held; a step that needs it can then be told apart.</returns>
    public async Task<bool> Step(string title, Func<Task<string>> play)
    {
        stop.ThrowIfCancellationRequested();
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

    public Task End() => output.WriteLineAsync(Plain.Set(
        $"\ndemo: {Plain.Number(Steps)} étapes, {Plain.Number(_failures.Count)} {(_failures.Count < 2 ? "échec" : "échecs")}"));

    private async Task<(bool Failed, string Words)> Reason(Func<Task<string>> play)
    {
        try
        {
            return (false, await play().WaitAsync(LongestStep, TimeProvider.System, stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (StepFailedException failed)
        {
            return (true, failed.Message);
        }
        // The edge of the demo: whatever went wrong is a failed step, and the next ones are played.
        catch (Exception unexpected) when (unexpected is not OutOfMemoryException)
        {
            var where = new StackTrace(unexpected, fNeedFileInfo: false).GetFrame(0)?.GetMethod()?.DeclaringType?.Name;
            return (true, $"inattendu, {unexpected.GetType().Name} ({where}) : {unexpected.Message}");
        }
    }
}
