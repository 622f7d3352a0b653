using Concertation.Documents.Directories;
using Concertation.Domain;
using Concertation.Domain.Directories;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Directories;

namespace ConcertationBot.Import;

/// <summary>The invented directory of samples/, taken in by the road that a pilote's own file takes.</summary>
public static class SampleDirectory
{
    private const string Name = "annuaire-pays-de-kervelen.xlsx";

    /// <summary>As if each structure had confirmed its entry today, so that nobody is asked about a sample. Repeatable.</summary>
    public static async Task Load(IServiceProvider services, Territory territory, CancellationToken cancel)
    {
        var today = LocalDay.Of(services.GetRequiredService<TimeProvider>(), territory);
        var roster = await services.GetRequiredService<IRosters>().Get(territory.Id, cancel)
            ?? throw new InvalidOperationException("the sample's directory comes before its territory");
        var sheet = Read();
        var pilot = roster.PersonOf(territory.Pilot)!;
        await services.GetRequiredService<ImportDirectory>().Run(
            new Actor(territory.Id, pilot.Id, pilot.Name, null, Way.Chat, pilot), roster,
            new SheetReading.Read(sheet with { Rows = [.. sheet.Rows.Select(r => r with { ConfirmedOn = today })] }), cancel);
    }

    public static DirectorySheet Read()
    {
        using var file = Open();
        return WorkbookReader.Read(file, DirectoryTexts.Columns) is SheetReading.Read read
            ? read.Sheet
            : throw new InvalidOperationException($"{Name} can't be read");
    }

    /// <summary>The file itself.</summary>
    public static Stream Open() => typeof(SampleDirectory).Assembly.GetManifestResourceStream(Name)
        ?? throw new InvalidOperationException($"{Name} is not in the program");
}
