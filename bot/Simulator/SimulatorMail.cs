using Concertation.Documents.Mail;

namespace ConcertationBot.Simulator;

/// <summary>A letter in the folder; the page reads the rest out of the file itself.</summary>
internal sealed record ShownLetter(string File, DateTimeOffset At);

/// <summary>The mail of one address, out of the folder the bot writes it to.</summary>
internal sealed class SimulatorMail(MailFolder folder)
{
    public IReadOnlyList<ShownLetter> To(string address) => !Directory.Exists(folder.Path)
        ? []
        : [.. new DirectoryInfo(folder.Path).GetFiles("*.eml")
            .Where(f => HeadersOf(f).Any(h => h.StartsWith("To:", StringComparison.OrdinalIgnoreCase)
                && h.Contains(address, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(f => f.LastWriteTimeUtc)
            .Select(f => new ShownLetter(f.Name, new DateTimeOffset(f.LastWriteTimeUtc, TimeSpan.Zero)))];

    /// <summary>The file's path; null for a name that isn't a letter of the folder.</summary>
    public string? Find(string file)
    {
        var path = Path.Combine(folder.Path, Path.GetFileName(file));
        return file.EndsWith(".eml", StringComparison.Ordinal) && File.Exists(path) ? path : null;
    }

    // A long header goes on in lines that begin with a space (RFC 5322, 2.2.3): a name with an accent makes it long.
    private static string[] HeadersOf(FileInfo file) => string.Join('\n', File.ReadLines(file.FullName).TakeWhile(line => line.Length > 0))
        .Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n');
}

internal static class SimulatorMailEndpoints
{
    public static void MapSimulatorMail(this WebApplication app)
    {
        var mail = app.Services.GetRequiredService<SimulatorMail>();
        app.MapGet("/simulator/mail", (string to) => Results.Json(mail.To(to), SimulatorJson.Default.IReadOnlyListShownLetter));
        app.MapGet("/simulator/mail/{file}", (string file) => mail.Find(file) is { } path
            ? Results.File(path, "message/rfc822")
            : Results.NotFound());
    }
}
