using System.Collections.Concurrent;

namespace Concertation.Storage.Sqlite;

/// <summary>
/// The one file of a machine, <c>concertation.db</c>, with its rows and queues. Readers never wait for the writer
/// (WAL); a write is acknowledged once it is on the disk. Several processes may have it open.
/// </summary>
public sealed class SqliteFile : IDisposable, IAsyncDisposable
{
    public const string FileName = "concertation.db";

    private readonly ConcurrentBag<ReadLink> idle = [];
    private readonly GroupCommit writer;
    private bool closed;

    private SqliteFile(string path)
    {
        Path = path;
        writer = new GroupCommit(path);
    }

    public string Path { get; }

    /// <summary>COMMITs that this instance has waited for the disk with.</summary>
    public long Commits => writer.Commits;

    /// <summary>Opens the file in the folder; makes both where there are none.</summary>
    /// <exception cref="WrongSettingException">The folder can't be made, or a newer version wrote the file.</exception>
    public static SqliteFile Open(string folder)
    {
        Make(folder);
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, FileName));
        SqliteSchema.Prepare(path);
        return new SqliteFile(path);
    }

    /// <summary>
    /// Runs the work inside the next COMMIT, alone on the writer's connection, and answers once that COMMIT is durable.
    /// When it fails, whether the work took place is unknown. A cancelled token is heeded until the work has begun.
    /// </summary>
    internal Task<T> Write<T>(Func<WriteLink, T> work, CancellationToken cancel) => writer.Add(work, cancel);

    /// <summary>A connection for one read; give it back with <see cref="Return"/>.</summary>
    internal ReadLink Rent()
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref closed), this);
        return idle.TryTake(out var link) ? link : new ReadLink(Path);
    }

    internal void Return(ReadLink link)
    {
        idle.Add(link);
        if (Volatile.Read(ref closed))
        {
            CloseIdle();
        }
    }

    /// <summary>Finishes what was asked for, then closes.</summary>
    public void Dispose()
    {
        Volatile.Write(ref closed, true);
        writer.Dispose();
        CloseIdle();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    // What people wrote is nobody else's on this machine.
    private static void Make(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException(
                $"Le dossier « {folder} » ne peut pas être créé. Donnez dans Storage:Folder un dossier où ce programme peut écrire.");
        }
    }

    /// <summary>
    /// Folds the log into the file and empties it: pages as they were before a deletion stand in neither. Where another
    /// process reads at that moment, the log is emptied by a later one.
    /// </summary>
    internal void EmptyLog()
    {
        using var link = new SqliteLink(Path);
        link.Execute("PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>Writes the whole file anew, without what was let go of; writers wait meanwhile.</summary>
    internal void Compact()
    {
        using (var link = new SqliteLink(Path))
        {
            link.Execute("PRAGMA synchronous = FULL; VACUUM");
        }

        EmptyLog();
    }

    private void CloseIdle()
    {
        while (idle.TryTake(out var link))
        {
            link.Dispose();
        }
    }
}
