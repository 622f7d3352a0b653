using System.Text.Json;
using ConcertationBot.Tests.Kit;

namespace ConcertationBot.Tests.Calendar;

/// <summary>Reads calendar files as other people's calendars do: by ical.js, run by node.</summary>
internal static class IcalReader
{
    /// <summary>What it found in the text.</summary>
    public static async Task<ReadCalendar> Read(string text) => (await Read([text]))[0];

    /// <summary>The same for several, by one process.</summary>
    public static async Task<IReadOnlyList<ReadCalendar>> Read(IReadOnlyList<string> texts)
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < texts.Count; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.Path, $"{i:D4}.ics"), texts[i]);
        }

        await using var node = NodeProcess.Start(
            Path.Combine(Repository.Root, "tests", "bot", "Calendar", "read.mjs"), [Repository.NodeModule(""), folder.Path]);
        await node.WaitForOutput("\nend", TimeSpan.FromMinutes(1));
        return [.. node.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line != "end")
            .Select(line => JsonSerializer.Deserialize<ReadCalendar>(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], JsonSerializerOptions.Web)!)];
    }
}

/// <param name="Longest">Octets of the longest line.</param>
internal sealed record ReadCalendar(
    string Product, string Version, string Method, string? Name, string? Refresh, IReadOnlyList<string> Zones,
    IReadOnlyList<ReadEvent> Events, int Longest, bool BareLineEnds, bool EndsWithLineEnd)
{
    public ReadEvent Event => Events.ShouldHaveSingleItem();
}

internal sealed record ReadEvent(
    string Uid, int Sequence, DateTimeOffset Stamp, DateTimeOffset Start, string StartZone, string StartLocal, DateTimeOffset End,
    int Minutes, string Summary, string? Description, string? Location, string? Url, ReadPerson? Organizer,
    IReadOnlyList<ReadPerson> Attendees, string Status, string Transparency, string? Class);

internal sealed record ReadPerson(string Mail, string? Name, string? Role, string? Status, string? Rsvp);
