using Concertation.Domain.Documents;
using Concertation.Storage.AzureAccount;
using Concertation.Storage.AzureTables;
using Concertation.Storage.Documents;
using Concertation.Storage.Queues;
using Concertation.Storage.Rows;
using Concertation.Storage.Sqlite;
using Concertation.Storage.Votes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Concertation.Storage;

public static class StorageRegistration
{
    /// <summary>
    /// Registers <see cref="IRowStore"/> and <see cref="IQueueStore"/> as <see cref="StorageOptions"/> says. With
    /// <see cref="StorageKind.Azure"/> the rows are in Azure Tables and the queues in the folder's SQLite file, until
    /// Storage Queues come; documents' bytes are in the folder. The file is opened when first asked for, and closed with the container.
    /// </summary>
    /// <exception cref="WrongSettingException">A setting is wrong; says which and what to write.</exception>
    /// <param name="makesKeys">False where storage is only looked at.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, bool makesKeys = true)
    {
        var options = StorageOptions.From(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(SecretKey.From(configuration, options, makesKeys));
        services.AddSingleton(_ => SqliteFile.Open(options.Folder));
        services.AddSingleton<IQueueStore, SqliteQueueStore>();
        services.AddSingleton<IDocumentBytes>(_ => new FolderDocuments(Path.Combine(options.Folder, "documents")));
        if (options.Kind == StorageKind.Azure)
        {
            var account = Account(options);
            services.AddSingleton(provider => new AzureRowStore(account, provider.GetRequiredService<TimeProvider>()));
            services.AddSingleton<IRowStore>(provider => provider.GetRequiredService<AzureRowStore>());
            services.AddSingleton<IRowScan>(provider => provider.GetRequiredService<AzureRowStore>());
        }
        else
        {
            services.AddSingleton<IRowStore, SqliteRowStore>();
            services.AddSingleton<IRowScan, SqliteRowStore>();
        }

        return services;
    }

    private static StorageAccount Account(StorageOptions options)
    {
        try
        {
            return StorageAccount.Parse(options.Account!);
        }
        catch (FormatException e)
        {
            throw new WrongSettingException($"Le réglage Storage:Account ne se lit pas : {e.Message}.", e);
        }
    }
}
