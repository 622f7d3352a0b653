namespace Concertation.Storage.Sqlite;

/// <summary>
/// Folds the log into the file now and then, on a thread and connection of its own: writers go on meanwhile, where a
/// COMMIT that folded the log itself would have its callers wait for that too.
/// </summary>
internal sealed class LogFolding : IDisposable
{
    /// <summary>Commits from one folding to the next: a few thousand pages under load.</summary>
    private const int Often = 400;

    private readonly SemaphoreSlim asked = new(0, 1);
    private readonly SqliteLink link;
    private readonly Thread thread;
    private int commits;
    private volatile bool closed;

    public LogFolding(string path)
    {
        link = new SqliteLink(path);
        link.Execute("PRAGMA synchronous = FULL");
        thread = new Thread(Run) { Name = "SQLite log", IsBackground = true };
        thread.Start();
    }

    /// <summary>Notes a commit. For one thread.</summary>
    public void Committed()
    {
        if (++commits % Often == 0 && asked.CurrentCount == 0)
        {
            asked.Release();
        }
    }

    public void Dispose()
    {
        closed = true;
        if (asked.CurrentCount == 0)
        {
            asked.Release();
        }

        thread.Join();
        link.Dispose();
        asked.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            asked.Wait();
            if (closed)
            {
                return;
            }

            // As much as readers allow. Should it fail, the log only grows until the next one, or until the writer
            // folds it itself.
            link.TryExecute("PRAGMA wal_checkpoint(PASSIVE)");
        }
    }
}
