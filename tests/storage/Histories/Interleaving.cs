namespace Concertation.Storage.Tests.Histories;

/// <summary>What was to happen to a call of the store didn't: nobody can tell whether it was carried out.</summary>
internal sealed class ConnectionLostException() : IOException("the answer of the store never came");

/// <summary>
/// Runs many tasks on one thread, a call of the store at a time, in an order that a seed gives. A call waits until it is
/// drawn; what runs between two calls runs alone. The same seed gives the same history, whatever the store.
/// </summary>
internal sealed class Interleaving(Random random, Faults faults) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Then, object? With)> ready = new();
    private readonly List<Call> waiting = [];
    private int moment;

    /// <summary>Carried out when a call has been drawn, with the number of calls so far.</summary>
    public Action<int> Between { get; set; } = _ => { };

    public int Calls { get; private set; }

    /// <summary>A moment of the history, later than all those before.</summary>
    public int Now() => ++moment;

    public override void Post(SendOrPostCallback d, object? state) => ready.Enqueue((d, state));

    /// <summary>Waits for its turn, then carries the call out; faults may take the answer, or the call itself.</summary>
    public Task<T> Turn<T>(Life life, Func<Task<T>> call, bool changes)
    {
        var answer = new TaskCompletionSource<T>();
        T result = default!;
        waiting.Add(new Call(
            life, changes,
            () => result = Task.Run(call).GetAwaiter().GetResult(),
            lost =>
            {
                if (lost)
                {
                    answer.SetException(new ConnectionLostException());
                }
                else
                {
                    answer.SetResult(result);
                }
            }));
        return answer.Task;
    }

    /// <summary>Lets others go on for a while.</summary>
    public Task Pause(Life life) => Turn(life, () => Task.FromResult(true), changes: false);

    /// <summary>The process of that life dies: of its calls under way some were carried out, and nobody hears of any.</summary>
    public void Kill(Life life)
    {
        foreach (var call in waiting.Where(c => c.Life == life).ToList())
        {
            waiting.Remove(call);
            if (call.Changes && random.Next(2) == 0)
            {
                call.CarryOut();
            }
        }

        life.End();
    }

    /// <summary>Runs until nothing waits any more; rethrows what a task threw.</summary>
    public void Run(params IReadOnlyList<Func<Task>> starts)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            List<Task> tasks = [.. starts.Select(start => start())];
            Drain();
            while (waiting.Count > 0)
            {
                Draw();
                Drain();
                Between(++Calls);
                Drain();
            }

            foreach (var task in tasks.Where(t => t.IsCompleted))
            {
                task.GetAwaiter().GetResult();
            }

            tasks.ShouldAllBe(t => t.IsCompleted, "a task waits for something that never comes");
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    private void Draw()
    {
        var at = random.Next(waiting.Count);
        var call = waiting[at];
        waiting.RemoveAt(at);
        var fault = call.Life.Sound ? Fault.None : faults.Draw(random);
        if (fault != Fault.Before)
        {
            call.CarryOut();
        }

        call.Answer(fault != Fault.None);
    }

    private void Drain()
    {
        while (ready.TryDequeue(out var next))
        {
            next.Then(next.With);
        }
    }

    private sealed record Call(Life Life, bool Changes, Action CarryOut, Action<bool> Answer);
}

/// <summary>One life of a process: from its start to its being killed.</summary>
/// <param name="Sound">Nothing happens to its calls: for what checks the history afterwards.</param>
internal sealed record Life(int Process, bool Sound = false)
{
    private readonly TaskCompletionSource ended = new();

    public Task Ended => ended.Task;

    public void End() => ended.TrySetResult();
}

/// <summary>What becomes of a call: lost before it was carried out, or its answer lost after.</summary>
internal enum Fault { None, Before, After }

/// <param name="Permille">How many calls of a thousand meet one.</param>
internal sealed record Faults(int Permille)
{
    public Fault Draw(Random random) => random.Next(1000) >= Permille ? Fault.None : random.Next(2) == 0 ? Fault.Before : Fault.After;
}
