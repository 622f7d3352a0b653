using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Concertation.Storage.Sqlite;

/// <summary>One connection to the file, for one thread at a time.</summary>
internal sealed class SqliteLink : IDisposable
{
    private readonly sqlite3 link;
    private readonly List<Statement> statements = [];

    static SqliteLink() => Batteries_V2.Init();

    public SqliteLink(string path)
    {
        const int flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        var code = raw.sqlite3_open_v2(path, out link, flags, vfs: null);
        if (code != raw.SQLITE_OK)
        {
            var failure = Failure(link, code);
            link.Dispose();
            throw failure;
        }

        _ = raw.sqlite3_extended_result_codes(link, 1);
        // Another process that closes the file locks it for a moment, even against readers.
        _ = raw.sqlite3_busy_timeout(link, 10_000);
    }

    /// <summary>The statement lives as long as the connection.</summary>
    public Statement Prepare(string sql)
    {
        var code = raw.sqlite3_prepare_v3(link, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared);
        if (code != raw.SQLITE_OK)
        {
            throw Failure(link, code);
        }

        var statement = new Statement(link, prepared);
        statements.Add(statement);
        return statement;
    }

    /// <summary>Runs statements separated by semicolons; their rows are dropped.</summary>
    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(link, sql);
        if (code != raw.SQLITE_OK)
        {
            throw Failure(link, code);
        }
    }

    /// <summary>The one number a PRAGMA answers.</summary>
    public long Number(string pragma)
    {
        using var statement = Prepare(pragma);
        statements.Remove(statement);
        return statement.Step() ? statement.Number(0) : throw new InvalidDataException($"No answer to {pragma}.");
    }

    public void TryExecute(string sql) => _ = raw.sqlite3_exec(link, sql);

    public void Dispose()
    {
        foreach (var statement in statements)
        {
            statement.Dispose();
        }

        link.Dispose();
    }

    public static SqliteException Failure(sqlite3 link, int code) =>
        new($"SQLite error {code}: {raw.sqlite3_errmsg(link).utf8_to_string()}", code & 0xFF, code);
}
