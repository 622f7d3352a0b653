using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Concertation.Storage.Sqlite;

/// <summary>
/// One thread writes for everybody: it takes the file's lock, then all that waits, and makes one COMMIT of it, so that
/// many callers share one wait for the disk. Nobody is answered before that COMMIT has returned.
/// </summary>
/// <remarks>
/// A thread of its own, because waiting for the disk on a pool thread would stall the turns on a machine with two cores.
/// </remarks>
internal sealed class GroupCommit : IDisposable
{
    // Twice a request's patience: longer, and the caller is gone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim arrived = new(0);
    private readonly WriteLink link;
    private readonly LogFolding log;
    private readonly Thread thread;
    private List<IWork> waiting = [];
    private List<IWork> taken = [];
    private bool closed;
    private long commits;

    public GroupCommit(string path)
    {
        link = new WriteLink(path);
        log = new LogFolding(path);
        thread = new Thread(Run) { Name = "SQLite writer", IsBackground = true };
        thread.Start();
    }

    public long Commits => Volatile.Read(ref commits);

    public Task<T> Add<T>(Func<WriteLink, T> work, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancel);
        }

        var item = new Work<T>(work, cancel);
        bool first;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            waiting.Add(item);
            first = waiting.Count == 1;
        }

        if (first)
        {
            arrived.Release();
        }

        return item.Answer.Task;
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (closed)
            {
                return;
            }

            closed = true;
        }

        arrived.Release();
        thread.Join();
        log.Dispose();
        link.Dispose();
        arrived.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            arrived.Wait();
            bool anything;
            lock (gate)
            {
                anything = waiting.Count > 0;
                if (!anything && closed)
                {
                    return;
                }
            }

            if (anything)
            {
                WriteOnce();
            }
        }
    }

    private void WriteOnce()
    {
        try
        {
            BeginOnceTheLockIsFree();
            Take();
            foreach (var work in taken)
            {
                work.Do(link);
            }

            link.Commit();
            Volatile.Write(ref commits, commits + 1);
            log.Committed();
        }
        // The edge of this thread: whatever went wrong belongs to those who wait, and the next group is tried anew.
        catch (Exception e)
        {
            Fail(e);
            return;
        }

        foreach (var work in taken)
        {
            work.Complete();
        }

        taken.Clear();
    }

    // SQLite's own busy handler sleeps up to 100 ms between two tries, and a busy process would starve a quiet one.
    private void BeginOnceTheLockIsFree()
    {
        if (link.TryBegin())
        {
            return;
        }

        using var pause = new ManualResetEventSlim();
        var since = Stopwatch.GetTimestamp();
        while (!link.TryBegin())
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new SqliteException("Another process has kept the file locked for too long.", raw.SQLITE_BUSY);
            }

            pause.Wait(TimeSpan.FromMilliseconds(1));
        }
    }

    private void Take()
    {
        lock (gate)
        {
            (taken, waiting) = (waiting, taken);
        }
    }

    private void Fail(Exception reason)
    {
        if (taken.Count == 0)
        {
            Take();
        }

        link.Rollback();
        foreach (var work in taken)
        {
            work.Fail(reason);
        }

        taken.Clear();
    }

    private interface IWork
    {
        void Do(WriteLink link);

        void Complete();

        void Fail(Exception reason);
    }

    private sealed class Work<T>(Func<WriteLink, T> work, CancellationToken cancel) : IWork
    {
        private T? result;
        private bool cancelled;

        public TaskCompletionSource<T> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Do(WriteLink link)
        {
            if (cancel.IsCancellationRequested)
            {
                cancelled = true;
                return;
            }

            result = work(link);
        }

        public void Complete()
        {
            if (cancelled)
            {
                Answer.SetCanceled(cancel);
            }
            else
            {
                Answer.SetResult(result!);
            }
        }

        public void Fail(Exception reason) => Answer.SetException(reason);
    }
}
