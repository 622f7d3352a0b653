using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Concertation.Storage.Sqlite;

/// <summary>
/// The tables of the file. Rows lie in key order in one tree, so that a partition is read in one stretch. The counter
/// gives ETags and receipts: it only grows, so that a row deleted and made again never shows an old ETag.
/// </summary>
internal static class SqliteSchema
{
    private const int Version = 1;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS rows (
            tbl BLOB NOT NULL, part BLOB NOT NULL, key BLOB NOT NULL,
            version INTEGER NOT NULL, properties BLOB NOT NULL,
            PRIMARY KEY (tbl, part, key)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, visible INTEGER NOT NULL,
            receipt INTEGER NOT NULL, dequeues INTEGER NOT NULL, body TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS visible_messages ON messages (queue, visible, id);
        CREATE TABLE IF NOT EXISTS counter (id INTEGER PRIMARY KEY CHECK (id = 1), value INTEGER NOT NULL);
        INSERT OR IGNORE INTO counter VALUES (1, 0);
        """;

    /// <summary>Makes the file ready. Two processes may do so at the same moment.</summary>
    public static void Prepare(string path)
    {
        using var link = new SqliteLink(path);
        TurnOnTheLog(link);
        var found = link.Number("PRAGMA user_version");
        if (found == Version)
        {
            return;
        }

        if (found > Version)
        {
            throw new WrongSettingException(
                $"Le fichier {path} vient d’une version plus récente (format {found} ; celle-ci connaît le format "
                + $"{Version}). Lancez cette version-là, ou donnez un autre dossier dans Storage:Folder.");
        }

        link.Execute($"BEGIN IMMEDIATE; {Tables} PRAGMA user_version = {Version}; COMMIT");
    }

    /// <summary>Opens and asks a database in memory: loads SQLite and compiles what a first read needs.</summary>
    public static void Rehearse()
    {
        using var link = new SqliteLink(":memory:");
        link.Execute(Tables);
        var find = link.Prepare("SELECT key, version, properties FROM rows WHERE tbl = ?1 AND part = ?2");
        find.Bind(1, KeyBytes.Of("-")).Bind(2, KeyBytes.Of("-")).Step();
    }

    // While another process turns it on too, SQLite answers "locked" without heeding busy_timeout.
    private static void TurnOnTheLog(SqliteLink link)
    {
        using var pause = new ManualResetEventSlim();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                link.Execute("PRAGMA journal_mode = WAL");
                return;
            }
            catch (SqliteException e) when (attempt < 500 && e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
            {
                pause.Wait(TimeSpan.FromMilliseconds(10));
            }
        }
    }
}
