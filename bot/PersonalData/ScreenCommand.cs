using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concertation.Domain.PersonalData;

namespace ConcertationBot.PersonalData;

/// <summary>
/// <c>screen</c>: reads one message per line (UTF-8) and says of each what identifies somebody, as one line of JSON. It
/// stores nothing and opens no data. Exit 0: every line answered.
/// </summary>
public static class ScreenCommand
{
    public static Command Create()
    {
        var command = new Command("screen", "Lit un message par ligne et dit, en JSON, ce qui y désigne une personne (docs/personal-data.md).");
        command.SetAction(async (parsed, cancel) =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            var output = parsed.InvocationConfiguration.Output;
            while (await input.ReadLineAsync(cancel) is { } line)
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(Screened.Of(line), ScreenJson.Readable.Screened));
            }

            await output.FlushAsync(cancel);
            return 0;
        });
        return command;
    }
}

/// <param name="Start">In Unicode code points from the line's beginning, as is <paramref name="End"/>, which is past the last.</param>
internal sealed record ScreenedSpan(int Start, int End, PersonalDataKind Kind);

/// <param name="Suggestion">The line with neutral words; null when nothing identifies or no wording can be proposed.</param>
internal sealed record Screened(bool Identifying, IReadOnlyList<ScreenedSpan> Spans, string? Suggestion)
{
    public static Screened Of(string line)
    {
        var found = PersonalDataGuard.Find(line);
        return new Screened(
            found.Count > 0,
            [.. found.Select(f => new ScreenedSpan(CodePoints(line, f.Start), CodePoints(line, f.Start + f.Length), f.Kind))],
            NeutralWording.Of(line));
    }

    private static int CodePoints(string line, int to)
    {
        var count = 0;
        for (var at = 0; at < to; at++)
        {
            count += char.IsLowSurrogate(line[at]) && at > 0 && char.IsHighSurrogate(line[at - 1]) ? 0 : 1;
        }

        return count;
    }
}

/// <summary>Names in camel case, letters with accents as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Screened))]
internal sealed partial class ScreenJson : JsonSerializerContext
{
    public static ScreenJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<PersonalDataKind>(JsonNamingPolicy.CamelCase) },
    });
}
