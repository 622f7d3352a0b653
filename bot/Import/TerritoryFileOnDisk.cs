using Concertation.Documents.Territories;
using Concertation.Domain.Tables;

namespace ConcertationBot.Import;

/// <summary>A territory file that a command was given, and what it holds.</summary>
internal sealed record TerritoryFileOnDisk(TerritoryContent Content, byte[] Bytes)
{
    /// <summary>Null, with everything that is wrong said, when the file can't be taken in.</summary>
    /// <param name="refused">What follows the errors, with their number.</param>
    public static async Task<TerritoryFileOnDisk?> Read(
        FileInfo file, TimeProvider time, TextWriter error, Func<int, string> refused, CancellationToken cancel)
    {
        byte[] bytes;
        try
        {
            await using var stream = file.OpenRead();
            bytes = new byte[Math.Min(stream.Length, TerritoryFileReader.MaxBytes + 1)];
            await stream.ReadExactlyAsync(bytes, cancel);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(ImportTexts.NotThere(file.ToString()));
            return null;
        }

        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        switch (TerritoryFileReader.Read(bytes, today))
        {
            case TerritoryFile.Valid valid:
                return new TerritoryFileOnDisk(valid.Content, bytes);
            case TerritoryFile.Refused wrong:
                foreach (var one in wrong.Errors)
                {
                    await error.WriteLineAsync(one.ToString());
                }

                await error.WriteLineAsync(refused(wrong.Errors.Count));
                return null;
            default:
                throw new InvalidOperationException("a file is valid or refused");
        }
    }
}
