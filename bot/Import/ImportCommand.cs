using System.CommandLine;
using Concertation.Domain.Tables;
using Concertation.Storage;

namespace ConcertationBot.Import;

/// <summary>
/// <c>import FILE</c>: takes a territory file in. Exit 0: done, or nothing to change; 1: the file is wrong and nothing
/// was changed; 2: a setting is wrong, or the storage failed and running it again finishes the work.
/// </summary>
public static class ImportCommand
{
    /// <param name="configure">Runs last over the services; for tests.</param>
    public static Command Create(Action<IServiceCollection>? configure = null)
    {
        var file = new Argument<FileInfo>("FICHIER") { Description = "Le fichier du territoire (docs/territory-file.md)." };
        var command = new Command("import", "Importe un fichier de territoire dans le stockage.") { file };
        command.SetAction((parsed, cancel) => Run(
            parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error,
            configure, cancel));
        return command;
    }

    private static async Task<int> Run(
        FileInfo file, TextWriter output, TextWriter error, Action<IServiceCollection>? configure,
        CancellationToken cancel)
    {
        var services = new ServiceCollection();
        try
        {
            services.AddStorage(Settings()).AddStores().AddSingleton<ImportTerritory>();
        }
        catch (WrongSettingException wrongSetting)
        {
            await error.WriteLineAsync(ImportTexts.WrongSetting(wrongSetting.Message));
            return 2;
        }

        configure?.Invoke(services);
        await using var provider = services.BuildServiceProvider();
        var time = provider.GetRequiredService<TimeProvider>();
        var read = await TerritoryFileOnDisk.Read(file, time, error, errors => ImportTexts.Refused(file.ToString(), errors), cancel);
        if (read is not { Content: var content })
        {
            return 1;
        }

        try
        {
            var changes = await provider.GetRequiredService<ImportTerritory>().Run(content, cancel);
            await Report(output, content, changes);
            return 0;
        }
        catch (Exception outage) when (outage is not OperationCanceledException)
        {
            // The host's edge: whatever the storage threw, say it and how to go on.
            await error.WriteLineAsync(ImportTexts.Outage(outage.Message));
            return 2;
        }
    }

    /// <summary>The same settings as the web application: appsettings.json, then environment variables.</summary>
    internal static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    private static async Task Report(
        TextWriter output, TerritoryContent content, IReadOnlyList<TerritoryChange> changes)
    {
        if (changes.Count == 0)
        {
            await output.WriteLineAsync(ImportTexts.NothingToChange);
            return;
        }

        await output.WriteLineAsync(ImportTexts.Imported(content.Territory.Name));
        foreach (var line in ImportTexts.Changes(changes))
        {
            await output.WriteLineAsync($"  {line}");
        }
    }
}
