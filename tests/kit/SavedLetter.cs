using System.Text;
using System.Text.RegularExpressions;

namespace ConcertationBot.Tests.Kit;

/// <summary>A letter as it lies in the folder, its parts decoded.</summary>
public sealed partial record SavedLetter(string To, string Subject, string Text, string? Html, string? Calendar)
{
    /// <summary>The personal link of the letter.</summary>
    public Uri Link => new(LinkAddress().Match(Text).Value);

    public static IReadOnlyList<SavedLetter> In(string folder) => Directory.Exists(folder)
        ? [.. new DirectoryInfo(folder).GetFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc).Select(f => Read(File.ReadAllText(f.FullName)))]
        : [];

    private static SavedLetter Read(string eml)
    {
        var (headers, body) = Split(eml);
        var parts = Parts(headers, body).ToList();
        string? Of(string type) => parts.FirstOrDefault(p => p.Type.StartsWith(type, StringComparison.OrdinalIgnoreCase)).Content;
        return new SavedLetter(
            Words(Header(headers, "To")), Words(Header(headers, "Subject")), Of("text/plain") ?? "", Of("text/html"), Of("text/calendar"));
    }

    private static IEnumerable<(string Type, string Content)> Parts(string headers, string body)
    {
        var type = Header(headers, "Content-Type");
        if (Boundary().Match(type) is { Success: true } boundary)
        {
            return body.Split("--" + boundary.Groups["b"].Value).Skip(1).Where(p => !p.StartsWith("--", StringComparison.Ordinal))
                .Select(p => Split(p.TrimStart('\r', '\n'))).SelectMany(p => Parts(p.Headers, p.Body));
        }

        var content = Header(headers, "Content-Transfer-Encoding").Equals("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(Spaces().Replace(body, "")))
            : body;
        return [(type, content)];
    }

    private static (string Headers, string Body) Split(string part)
    {
        var at = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return at < 0 ? (part, "") : (Folded().Replace(part[..at], " "), part[(at + 4)..]);
    }

    private static string Header(string headers, string name) =>
        headers.Split("\r\n").FirstOrDefault(h => h.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) is { } line
            ? line[(name.Length + 1)..].Trim()
            : "";

    // Encoded words side by side are one text (RFC 2047).
    private static string Words(string header) => EncodedWord().Replace(
        Between().Replace(header, ""), m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups["t"].Value))).Replace('\u00a0', ' ');

    [GeneratedRegex(@"https?://\S+/lien/\S+", RegexOptions.None, 1000)]
    private static partial Regex LinkAddress();

    [GeneratedRegex("boundary=\"?(?<b>[^\";]+)\"?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Folded();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<t>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)", RegexOptions.None, 1000)]
    private static partial Regex Between();
}
