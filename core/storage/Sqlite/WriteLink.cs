namespace Concertation.Storage.Sqlite;

/// <summary>The connection that writes, with its statements. Only the thread of <see cref="GroupCommit"/> uses it.</summary>
internal sealed class WriteLink : IDisposable
{
    private readonly SqliteLink link;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement readCounter;
    private readonly Statement saveCounter;
    private long counter;
    private bool counted;

    public WriteLink(string path)
    {
        link = new SqliteLink(path);
        // FULL: the log reaches the disk before COMMIT returns. LogFolding keeps the log short; only when that falls
        // far behind does a COMMIT fold it itself.
        link.Execute("PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; "
            + "PRAGMA wal_autocheckpoint = 32000; PRAGMA journal_size_limit = 33554432; "
            // What is deleted or replaced is overwritten in the file, not only let go of (docs/retention.md).
            + "PRAGMA secure_delete = ON");
        begin = link.Prepare("BEGIN IMMEDIATE");
        commit = link.Prepare("COMMIT");
        readCounter = link.Prepare("SELECT value FROM counter WHERE id = 1");
        saveCounter = link.Prepare("UPDATE counter SET value = ?1 WHERE id = 1");
        FindRow = link.Prepare("SELECT version FROM rows WHERE tbl = ?1 AND part = ?2 AND key = ?3");
        PutRow = link.Prepare(
            "INSERT INTO rows (tbl, part, key, version, properties) VALUES (?1, ?2, ?3, ?4, ?5) "
            + "ON CONFLICT DO UPDATE SET version = ?4, properties = ?5");
        DeleteRow = link.Prepare("DELETE FROM rows WHERE tbl = ?1 AND part = ?2 AND key = ?3");
        SendMessage = link.Prepare(
            "INSERT INTO messages (queue, visible, receipt, dequeues, body) VALUES (?1, ?2, ?3, 0, ?4)");
        FindMessages = link.Prepare(
            "SELECT id, dequeues, body FROM messages WHERE queue = ?1 AND visible <= ?2 ORDER BY visible, id LIMIT ?3");
        TakeMessage = link.Prepare(
            "UPDATE messages SET visible = ?2, receipt = ?3, dequeues = dequeues + 1 WHERE id = ?1");
        DeleteMessage = link.Prepare("DELETE FROM messages WHERE id = ?1 AND queue = ?2 AND receipt = ?3");
        MoveMessage = link.Prepare(
            "UPDATE messages SET queue = ?4, visible = ?5, receipt = ?6, dequeues = 0 "
            + "WHERE id = ?1 AND queue = ?2 AND receipt = ?3");
        // From here on GroupCommit waits for the lock in its own way.
        link.Execute("PRAGMA busy_timeout = 0");
    }

    public Statement FindRow { get; }

    public Statement PutRow { get; }

    public Statement DeleteRow { get; }

    public Statement SendMessage { get; }

    public Statement FindMessages { get; }

    public Statement TakeMessage { get; }

    public Statement DeleteMessage { get; }

    public Statement MoveMessage { get; }

    /// <summary>2 (FULL) or the promise of durability does not hold.</summary>
    public long Synchronous => link.Number("PRAGMA synchronous");

    /// <summary>False when another process is writing.</summary>
    public bool TryBegin()
    {
        if (!begin.TryRun())
        {
            return false;
        }

        // Read anew each time: another process may have moved it.
        counter = readCounter.Step() ? readCounter.Number(0) : throw new InvalidDataException("The counter is gone.");
        readCounter.Reset();
        counted = false;
        return true;
    }

    /// <summary>A number never given before in this file, for an ETag or a receipt.</summary>
    public long NextVersion()
    {
        counted = true;
        return ++counter;
    }

    public void Commit()
    {
        if (counted)
        {
            saveCounter.Bind(1, counter).Run();
        }

        commit.Run();
    }

    /// <summary>Never fails: where SQLite has already rolled back by itself there is nothing to do.</summary>
    public void Rollback() => link.TryExecute("ROLLBACK");

    public void Dispose() => link.Dispose();
}
