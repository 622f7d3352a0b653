using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Concertation.Storage.Sqlite;

/// <summary>
/// A statement prepared once and run many times by one thread at a time. It speaks to SQLite directly: on the way of
/// each vote, an ADO.NET command and reader would cost more than the statement itself.
/// </summary>
internal sealed class Statement(sqlite3 link, sqlite3_stmt statement) : IDisposable
{
    public Statement Bind(int index, ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(statement, index, bytes));
        return this;
    }

    public Statement Bind(int index, long number)
    {
        Check(raw.sqlite3_bind_int64(statement, index, number));
        return this;
    }

    public Statement Bind(int index, string text)
    {
        Check(raw.sqlite3_bind_text(statement, index, text));
        return this;
    }

    /// <summary>True when there is a row to read; after false or an error the statement is ready to run again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        Reset();
        return code == raw.SQLITE_DONE ? false : throw SqliteLink.Failure(link, code);
    }

    /// <summary>Runs a statement that gives no rows; true when it changed something.</summary>
    public bool Run()
    {
        while (Step())
        {
            // PRAGMAs answer with a row nobody asked for.
        }

        return raw.sqlite3_changes(link) > 0;
    }

    /// <summary>Like <see cref="Run"/>, but false when another connection holds the lock.</summary>
    public bool TryRun()
    {
        var code = raw.sqlite3_step(statement);
        Reset();
        return code == raw.SQLITE_DONE
            || ((code & 0xFF) is raw.SQLITE_BUSY ? false : throw SqliteLink.Failure(link, code));
    }

    /// <summary>Ends the read, so that the log can be folded into the file behind it.</summary>
    public void Reset() => _ = raw.sqlite3_reset(statement);

    /// <summary>Valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw SqliteLink.Failure(link, code);
        }
    }
}
