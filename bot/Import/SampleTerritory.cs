using Concertation.Documents.Territories;
using Concertation.Domain.Tables;

namespace ConcertationBot.Import;

/// <summary>The invented territories of samples/, which travel inside the program.</summary>
public static class SampleTerritory
{
    /// <summary>Pays de Kervelen: three tables, 14 seats on the tactical one, the roadmap of a year.</summary>
    public static TerritoryContent Kervelen => Read("pays-de-kervelen.json");

    /// <summary>Bassin de Saint-Exemple, of a DAC: one small table.</summary>
    public static TerritoryContent SaintExemple => Read("bassin-de-saint-exemple.json");

    /// <summary>Takes Pays de Kervelen in, its roadmap moved to the clock's year. Repeatable.</summary>
    public static async Task<TerritoryContent> Load(IServiceProvider services, CancellationToken cancel)
    {
        var year = services.GetRequiredService<TimeProvider>().GetUtcNow().Year;
        var sample = Kervelen.InYear(year);
        await services.GetRequiredService<ImportTerritory>().Run(sample, cancel);
        await SampleDirectory.Load(services, sample.Territory, cancel);
        return sample;
    }

    private static TerritoryContent Read(string file)
    {
        using var stream = typeof(SampleTerritory).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not in the program");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return TerritoryFileReader.Read(content, DateOnly.MaxValue) switch
        {
            TerritoryFile.Valid valid => valid.Content,
            TerritoryFile.Refused refused => throw new InvalidOperationException($"{file}: {refused.Errors[0]}"),
            _ => throw new InvalidOperationException(file),
        };
    }
}

/// <summary>Development only: an empty storage gets the sample, so that the first start shows something.</summary>
internal sealed class LoadSampleWhenEmpty(IServiceProvider services, IRosters rosters) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await rosters.All(cancellationToken) is [])
        {
            await SampleTerritory.Load(services, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
