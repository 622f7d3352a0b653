using System.Diagnostics;
using Concertation.Domain;
using Concertation.Domain.Tables;
using ConcertationBot.Import;
using ConcertationBot.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace ConcertationBot.Tests.Import;

/// <summary>The command as people type it: a process of its own, its two streams and its exit code.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "pays-de-kervelen.json");

    private readonly TemporaryFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    [Fact]
    public async Task It_says_what_it_changed_and_the_second_time_that_nothing_is_left_to_change()
    {
        var first = await Import(Sample);
        first.Code.ShouldBe(0, first.Error);
        first.Error.ShouldBeEmpty();
        foreach (var line in new[]
        {
            "Territoire « Pays de Kervelen » :", "territoire ajouté", "16 structures ajoutées", "7 collèges ajoutés",
            "32 personnes ajoutées", "3 tables ajoutées", "28 sièges ajoutés", "28 mandats commencés", "7 axes ajoutés",
        })
        {
            first.Lines.ShouldContain(line);
        }

        var second = await Import(Sample);
        (second.Code, second.Output.Trim(), second.Error).ShouldBe((0, "Rien à changer.", ""));
    }

    [Fact]
    public async Task A_changed_representative_ends_one_mandate_and_starts_one()
    {
        await Import(Sample);
        var changed = Write((await File.ReadAllTextAsync(Sample)).Replace(
            "\"holder\": \"yann-kerimagin\", \"substitute\": \"soizic-lanpapier\"", "\"holder\": \"soizic-lanpapier\"",
            StringComparison.Ordinal));

        var result = await Import(changed);

        result.Lines.Skip(1).ShouldBe(["1 mandat terminé", "1 mandat commencé"]);
        await using var bot = await BotHost.Start("Development", folder: Data);
        var territory = new TerritoryId("pays-de-kervelen");
        var record = await bot.Services.GetRequiredService<ITerritoryRecords>().Get(territory, default);
        record!.Ended.ShouldHaveSingleItem().Holder.Name.ShouldBe("Yann Kerimagin");
    }

    [Fact]
    public async Task A_wrong_file_changes_nothing_and_every_error_is_on_the_error_stream()
    {
        await Import(Sample);
        var wrong = Write((await File.ReadAllTextAsync(Sample))
            .Replace("Pays de Kervelen\"", "Pays de Kervelen renommé\"", StringComparison.Ordinal)
            .Replace("rozenn.pennlivre@ssiad.kervelen.example", "rozenn@", StringComparison.Ordinal)
            .Replace("\"part\": 2", "\"part\": 3", StringComparison.Ordinal));

        var result = await Import(wrong);

        result.Code.ShouldBe(1);
        result.Output.ShouldBeEmpty();
        var errors = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        errors.Length.ShouldBe(6);
        errors[0].ShouldStartWith("ligne 47, people[7].mail\u00a0: ");
        errors[^1].ShouldContain("5\u00a0erreurs");
        errors[^1].ShouldContain("rien n’a été changé");
        (await Import(Sample)).Output.Trim().ShouldBe("Rien à changer.");
    }

    [Fact]
    public async Task A_wrong_first_file_leaves_no_storage_behind()
    {
        (await Import(Write("{}"))).Code.ShouldBe(1);
        Directory.Exists(Data).ShouldBeFalse();
    }

    [Theory]
    [InlineData("absent.json")]
    [InlineData(".")]
    public async Task A_file_that_cannot_be_read_is_named(string file)
    {
        var result = await Import(file);
        result.Code.ShouldBe(1);
        result.Error.Replace('\u00a0', ' ').ShouldContain($"« {file} » n’existe pas ou ne peut pas être lu");
    }

    [Fact]
    public async Task A_wrong_setting_is_named_and_nothing_is_changed()
    {
        var result = await Import(Sample, ("Storage__Kind", "Oracle"));
        result.Code.ShouldBe(2);
        result.Error.ShouldContain("Storage:Kind");
        Directory.Exists(Data).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_storage_it_says_to_run_it_again()
    {
        await File.WriteAllTextAsync(Data, "a file where the folder should be");
        var result = await Import(Sample);
        result.Code.ShouldBe(2);
        result.Error.ShouldContain("Relancez la même commande");
        result.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Development_starts_with_the_sample_in_the_clock_s_year_and_only_when_there_is_nothing()
    {
        await using (var bot = await BotHost.Start("Development", folder: Data, configure: builder =>
            builder.Services.AddSingleton<TimeProvider>(new ClockOf(2031))))
        {
            await SampleIsThere(bot, 2031);
        }

        await using var again = await BotHost.Start("Development", folder: Data, configure: builder =>
            builder.Services.AddSingleton<TimeProvider>(new ClockOf(2032)));
        await SampleIsThere(again, 2031);
        (await again.Services.GetRequiredService<Concertation.Domain.Roadmap.IRoadmaps>()
            .Get(new("pays-de-kervelen"), 2032, default)).ShouldBeNull();

        static async Task SampleIsThere(BotHost bot, int year)
        {
            var territory = (await bot.Services.GetRequiredService<IRosters>().All(default)).ShouldHaveSingleItem();
            territory.Name.ShouldBe("Pays de Kervelen");
            var view = await bot.Services.GetRequiredService<Concertation.Domain.Roadmap.IRoadmaps>()
                .Get(territory.Id, year, default);
            view!.Plan.Axes[0].Objective.ShouldBe($"Table tactique en place fin {year} pour valider la feuille de route {year + 1}");
            view.Plan.Axes[0].ToDo[^1].When.ShouldBe($"{year}-11");
            view.Plan.Axes[3].Done[1].When.ShouldBe($"{year - 1}-09-25");
        }
    }

    [Fact]
    public void The_sample_is_the_territory_it_should_be()
    {
        var sample = SampleTerritory.Kervelen;
        var (tactical, strategic) = (sample.Tables[0], sample.Tables[1]);
        (tactical.Kind, tactical.Seats.Count, tactical.Colleges.Count, tactical.Seats.Count(s => s.Restricted))
            .ShouldBe((TableKind.Tactical, 14, 7, 6));
        tactical.Rules.Quorum.ShouldBe(new Quorum(50, 0));
        tactical.Seats.Select(s => s.College).Distinct().Count().ShouldBe(7);
        (strategic.Kind, strategic.Seats.Count).ShouldBe((TableKind.Strategic, 8));
        sample.Tables[2].Kind.ShouldBe(TableKind.LocalCoordination);
        var holders = tactical.Seats.Select(s => sample.Mandates.Single(m => m.Seat == s.Id).Holder);
        holders.Count(h => sample.People.Single(p => p.Id == h).EntraId is null).ShouldBe(7);
        sample.People.ShouldAllBe(p => p.Mail!.EndsWith(".example"));
        sample.Territory.Deputies.ShouldHaveSingleItem();
        sample.Plan!.Axes.Select(a => (a.Id.Value, a.Part)).ShouldBe(
            [("c1", 1), ("g1", 1), ("k1", 1), ("t1", 2), ("t2", 2), ("t3", 2), ("t4", 2)]);
    }

    public void Dispose() => folder.Dispose();

    private string Write(string text)
    {
        var path = Path.Combine(folder.Path, "territoire.json");
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<Result> Import(string file, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "ConcertationBot.dll"), "import", file },
        };
        foreach (var (name, value) in settings.Prepend(("Storage__Folder", "data")))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Result(process.ExitCode, await output, await error);
    }

    private sealed record Result(int Code, string Output, string Error)
    {
        public IEnumerable<string> Lines => Output.Replace('\u00a0', ' ')
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private sealed class ClockOf(int year) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(year, 3, 10, 9, 0, 0, TimeSpan.Zero);
    }
}
