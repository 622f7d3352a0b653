namespace Concertation.Storage.Sqlite;

/// <summary>A connection that only reads, with its statements.</summary>
internal sealed class ReadLink : IDisposable
{
    private readonly SqliteLink link;

    public ReadLink(string path)
    {
        link = new SqliteLink(path);
        link.Execute("PRAGMA query_only = 1");
        Get = link.Prepare("SELECT version, properties FROM rows WHERE tbl = ?1 AND part = ?2 AND key = ?3");
        Query = link.Prepare(
            "SELECT key, version, properties FROM rows "
            + "WHERE tbl = ?1 AND part = ?2 AND key >= ?3 AND key < ?4 ORDER BY key");
        Scan = link.Prepare(
            "SELECT part, key, version, properties FROM rows WHERE tbl = ?1 AND (part, key) > (?2, ?3) ORDER BY part, key LIMIT ?4");
        AnyVisible = link.Prepare("SELECT 1 FROM messages WHERE queue = ?1 AND visible <= ?2 LIMIT 1");
    }

    /// <summary>(table, partition, key) gives version, properties.</summary>
    public Statement Get { get; }

    /// <summary>(table, partition, from, to) gives key, version, properties.</summary>
    public Statement Query { get; }

    /// <summary>(table, partition, key, most) gives part, key, version, properties of what comes after.</summary>
    public Statement Scan { get; }

    /// <summary>(queue, now) gives a row when a message waits.</summary>
    public Statement AnyVisible { get; }

    public void Dispose() => link.Dispose();
}
