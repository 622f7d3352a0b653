using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concertation.Documents.Territories;
using Concertation.Domain.Dysfunctions;
using ConcertationBot.Import;

namespace ConcertationBot.Dysfunctions;

/// <summary>
/// <c>suggest FILE</c>: reads one report per line (UTF-8) and says of each, as one line of JSON, under which axes of the
/// territory file's roadmap it would be filed. It stores nothing and opens no data. Exit 0: every line answered; 2: the
/// file is wrong or has no roadmap.
/// </summary>
public static class SuggestCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FICHIER") { Description = "Le fichier du territoire (docs/territory-file.md)." };
        var command = new Command("suggest", "Lit une remontée par ligne et propose, en JSON, des axes de la feuille de route (docs/suggestion.md).") { file };
        command.SetAction((parsed, cancel) => Run(
            parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> Run(FileInfo file, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var read = await TerritoryFileOnDisk.Read(
            file, TimeProvider.System, error, errors => ImportTexts.NothingSuggested(file.ToString(), errors), cancel);
        if (read is null)
        {
            return 2;
        }

        if (read.Content.Plan is not { Axes: { Count: > 0 } axes })
        {
            await error.WriteLineAsync(ImportTexts.NoAxes(file.ToString()));
            return 2;
        }

        var codes = axes.Zip(TerritoryFileReader.PrintedCodes(read.Bytes))
            .ToDictionary(pair => pair.First.Id.Value, pair => pair.Second, StringComparer.Ordinal);
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        while (await input.ReadLineAsync(cancel) is { } line)
        {
            var answer = new SuggestedAxes([.. AxisSuggestion.For(line, axes, Lessons.None).Select(m => new SuggestedAxis(codes[m.Code], m.Score))]);
            await output.WriteLineAsync(JsonSerializer.Serialize(answer, SuggestJson.Readable.SuggestedAxes));
        }

        await output.FlushAsync(cancel);
        return 0;
    }
}

/// <param name="Code">As the file prints it.</param>
internal sealed record SuggestedAxis(string Code, double Score);

/// <param name="Axes">Best first.</param>
internal sealed record SuggestedAxes(IReadOnlyList<SuggestedAxis> Axes);

/// <summary>Names in camel case, letters with accents as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SuggestedAxes))]
internal sealed partial class SuggestJson : JsonSerializerContext
{
    public static SuggestJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
