using Concertation.Domain.Decisions;
using Concertation.Storage;
using Concertation.Storage.Sqlite;
using Concertation.Work.Decisions;
using ConcertationBot.Import;

namespace ConcertationBot.Decisions;

/// <summary>The storage a command about the register reads, as the web application's settings name it.</summary>
internal static class RegisterStorage
{
    /// <summary>
    /// Runs the work on it. Exit 2, said: a setting is wrong, no data is there, or the storage fails; 1: the data can't be read
    /// any more.
    /// </summary>
    public static async Task<int> With(TextWriter error, Func<IServiceProvider, Task<int>> work, CancellationToken cancel)
    {
        try
        {
            var settings = ImportCommand.Settings();
            var options = StorageOptions.From(settings);
            if (options.Kind == StorageKind.Sqlite && !File.Exists(Path.Combine(options.Folder, SqliteFile.FileName)))
            {
                await error.WriteLineAsync(VerifyTexts.NoData(options.Folder));
                return 2;
            }

            var services = new ServiceCollection();
            services.AddStorage(settings, makesKeys: false).AddStores().AddSingleton<VerifyRegister>().AddSignedHeads(settings, options.Folder);
            await using var provider = services.BuildServiceProvider();
            return await work(provider);
        }
        catch (WrongSettingException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return 2;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // The host's edge: a failing storage is one thing, changed bytes are another.
            var outage = e is Azure.RequestFailedException or IOException or UnauthorizedAccessException or HttpRequestException
                || (e is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: not (11 or 26) });
            await error.WriteLineAsync(outage ? VerifyTexts.Outage(e.Message) : VerifyTexts.Unreadable(e.Message));
            return outage ? 2 : 1;
        }
    }
}
