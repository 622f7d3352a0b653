using System.Text.Json;
using Concertation.Microsoft365.Connector;
using ConcertationBot.Turns;

namespace ConcertationBot.Documents;

/// <summary>
/// A file that somebody attached in the personal chat: Teams puts it into the sender's OneDrive and gives an address that
/// opens it for a short while, without a token. Client-controlled until checked.
/// Source: msteams-docs, "Send and receive files through the bot", and FileDownloadInfo of the Teams SDK.
/// </summary>
/// <param name="Name">As the sender calls it.</param>
/// <param name="DownloadUrl">Null when it isn't an address.</param>
public sealed record IncomingFile(string Name, Uri? DownloadUrl)
{
    public const string ContentType = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>The files of a message; its text comes as an attachment too and is none.</summary>
    public static IReadOnlyList<IncomingFile> Of(Activity activity) =>
        [.. (activity.Attachments ?? []).Where(a => a.ContentType == ContentType).Select(Of)];

    /// <summary>Whether a picture was pasted into the message itself.</summary>
    public static bool HasInlineImage(Activity activity) =>
        (activity.Attachments ?? []).Any(a => a.ContentType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true);

    private static IncomingFile Of(Attachment attachment) => new(
        attachment.Name ?? "",
        attachment.Content is { ValueKind: JsonValueKind.Object } content
        && content.TryGetProperty("downloadUrl", out var url) && Uri.TryCreate(url.TextOrNull(), UriKind.Absolute, out var address)
            ? address
            : null);
}
