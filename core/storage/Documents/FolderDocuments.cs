using System.Buffers;
using System.Security.Cryptography;
using Concertation.Domain;
using Concertation.Domain.Documents;

namespace Concertation.Storage.Documents;

/// <summary>
/// Documents' bytes as files: "{territory}/{first two digits}/{digest}", written aside, made durable, then moved, so that a
/// file that is seen is whole. What a killed process left aside goes when the next one starts.
/// </summary>
public sealed class FolderDocuments : IDocumentBytes
{
    private const int Step = 64 * 1024;
    private readonly string _folder;
    private readonly string _aside;

    /// <param name="folder">Made when it isn't there.</param>
    public FolderDocuments(string folder)
    {
        _folder = Path.GetFullPath(folder);
        _aside = Path.Combine(_folder, "aside");
        Directory.CreateDirectory(_aside);
        foreach (var left in Directory.EnumerateFiles(_aside))
        {
            RemoveIfLeft(left);
        }
    }

    public async Task<IReceivedBytes?> Receive(TerritoryId territory, Stream from, long most, CancellationToken cancel)
    {
        var path = Path.Combine(_aside, Path.GetRandomFileName());
        // Nobody else opens it while it is written: that is how another process knows it isn't left over.
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var received = new Aside(file, path, digest => PathOf(territory, digest));
        try
        {
            if (await received.Fill(from, most, cancel))
            {
                return received;
            }
        }
        catch
        {
            await received.DisposeAsync();
            throw;
        }

        await received.DisposeAsync();
        return null;
    }

    public Task<Stream?> Open(TerritoryId territory, string sha256, CancellationToken cancel)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                PathOf(territory, sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Step,
                FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task Remove(TerritoryId territory, string sha256, CancellationToken cancel)
    {
        var path = PathOf(territory, sha256);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private string PathOf(TerritoryId territory, string sha256) =>
        IdRules.IsWellFormed(territory.Value) && sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(_folder, territory.Value, sha256[..2], sha256)
            : throw new ArgumentException("neither a territory nor a digest", nameof(sha256));

    private static void RemoveIfLeft(string path)
    {
        try
        {
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                // Opened alone: nobody writes it any more.
            }

            File.Delete(path);
        }
        catch (IOException)
        {
            // Another process is receiving it.
        }
    }

    private sealed class Aside(FileStream file, string path, Func<string, string> placeOf) : IReceivedBytes
    {
        private bool _kept;

        public long Size { get; private set; }

        public string Sha256 { get; private set; } = "";

        /// <summary>False when there is more than <paramref name="most"/>.</summary>
        public async Task<bool> Fill(Stream from, long most, CancellationToken cancel)
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = ArrayPool<byte>.Shared.Rent(Step);
            try
            {
                while (await from.ReadAsync(buffer.AsMemory(0, Step), cancel) is var read and > 0)
                {
                    Size += read;
                    if (Size > most)
                    {
                        return false;
                    }

                    digest.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }

            Sha256 = Convert.ToHexStringLower(digest.GetHashAndReset());
            return true;
        }

        public Stream Look() => new Borrowed(file);

        public async Task Keep(CancellationToken cancel)
        {
            if (_kept)
            {
                return;
            }

            file.Flush(flushToDisk: true);
            // Closed first: readers could not open a file that its writer holds.
            await file.DisposeAsync();
            var place = placeOf(Sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            try
            {
                File.Move(path, place, overwrite: false);
                _kept = true;
            }
            catch (IOException) when (File.Exists(place))
            {
                // The same bytes are there, whole: they were moved there too.
            }
        }

        public async ValueTask DisposeAsync()
        {
            await file.DisposeAsync();
            if (!_kept)
            {
                File.Delete(path);
            }
        }
    }
}
