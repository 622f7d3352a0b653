using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ConcertationBot.Demo;

/// <summary>A letter as a mail program shows it, out of its .eml file.</summary>
internal sealed record Letter(string To, string Subject, string Text, string? Html, string? Calendar, string? CalendarMethod)
{
    /// <summary>The personal link it carries.</summary>
    public Uri Link => Eml.PersonalLink().Match(Text) is { Success: true } found
        ? new Uri(found.Value)
        : throw new StepFailedException($"le courriel « {Subject} » n’a pas de lien personnel");

    /// <summary>Nothing to answer, nothing to click.</summary>
    public bool HasLink => Eml.PersonalLink().IsMatch(Text);
}

/// <summary>The folder where one machine's mail is written.</summary>
internal sealed class Mailbox(string folder)
{
    private readonly Dictionary<string, (DateTime At, Letter Letter)> _read = new(StringComparer.Ordinal);

    /// <summary>The letters to an address, newest first.</summary>
    public IEnumerable<Letter> To(string address) =>
        All().Where(l => l.To.Contains($"<{address}>", StringComparison.OrdinalIgnoreCase) || Plain.Same(l.To, address));

    public IReadOnlyList<Letter> All()
    {
        var files = Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles("*.eml") : [];
        foreach (var file in files.Where(f => !_read.TryGetValue(f.Name, out var known) || known.At != f.LastWriteTimeUtc))
        {
            _read[file.Name] = (file.LastWriteTimeUtc, Eml.Read(File.ReadAllText(file.FullName)));
        }

        return [.. _read.Values.OrderByDescending(r => r.At).Select(r => r.Letter)];
    }
}

/// <summary>Reads the .eml files that the framework's SmtpClient writes: MIME parts (RFC 2045), encoded headers (RFC 2047).</summary>
internal static partial class Eml
{
    private sealed record Part(Dictionary<string, string> Headers, string Body)
    {
        public string Header(string name) => Headers.GetValueOrDefault(name, "");

        public string Type => Header("content-type");
    }

    public static Letter Read(string file)
    {
        var letter = PartOf(file.ReplaceLineEndings("\n"));
        var leaves = Leaves(letter).ToList();
        var calendar = leaves.FirstOrDefault(p => Is(p, "text/calendar"));
        return new Letter(
            Decoded(letter.Header("to")), Decoded(letter.Header("subject")),
            leaves.FirstOrDefault(p => Is(p, "text/plain")) is { } text ? Content(text) : "",
            leaves.FirstOrDefault(p => Is(p, "text/html")) is { } html ? Content(html) : null,
            calendar is null ? null : Content(calendar),
            calendar is null ? null : Parameter(calendar.Type, "method"));
    }

    private static bool Is(Part part, string type) => part.Type.StartsWith(type, StringComparison.OrdinalIgnoreCase);

    private static Part PartOf(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (text, "") : (text[..end], text[(end + 2)..]);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folding().Replace(head, " ").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }

        return new Part(headers, body);
    }

    private static IEnumerable<Part> Leaves(Part part) => Parameter(part.Type, "boundary") is { } boundary
        ? part.Body.Split($"--{boundary}", StringSplitOptions.None).Skip(1)
            .Where(p => !p.StartsWith("--", StringComparison.Ordinal))
            .SelectMany(p => Leaves(PartOf(p.TrimStart('\n'))))
        : [part];

    private static string? Parameter(string type, string name) =>
        Regex.Match(type, $@"\b{name}=(?:""(?<v>[^""]*)""|(?<v>[^;\s]+))", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)) is { Success: true } found
            ? found.Groups["v"].Value
            : null;

    private static string Content(Part part) => part.Header("content-transfer-encoding").ToLowerInvariant() switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(part.Body.ReplaceLineEndings(""))),
        "quoted-printable" => Quoted(part.Body.Replace("=\n", "", StringComparison.Ordinal)),
        _ => part.Body,
    };

    private static string Decoded(string header) =>
        EncodedWord().Replace(BetweenEncoded().Replace(header, "?==?"), found => found.Groups["how"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(found.Groups["text"].Value))
            : Quoted(found.Groups["text"].Value.Replace('_', ' ')));

    private static string Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var coded))
            {
                bytes.Add(coded);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[i]]));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"https?://\S+/lien/[\w-]+", RegexOptions.None, 1_000)]
    internal static partial Regex PersonalLink();

    [GeneratedRegex(@"\n[ \t]+", RegexOptions.None, 1_000)]
    private static partial Regex Folding();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, 1_000)]
    private static partial Regex BetweenEncoded();

    [GeneratedRegex(@"=\?utf-8\?(?<how>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex EncodedWord();
}
