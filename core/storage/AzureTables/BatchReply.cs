using System.Globalization;
using System.Text.Json;

namespace Concertation.Storage.AzureTables;

/// <summary>One answer inside a batch's answer. A batch that failed holds one, of the change that failed.</summary>
internal sealed record BatchReply(int Status, string? ETag, string Body)
{
    public static IReadOnlyList<BatchReply> Parse(string multipart)
    {
        var replies = new List<BatchReply>();
        using var lines = new StringReader(multipart);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                var status = int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture);
                replies.Add(new BatchReply(status, ReadETag(lines), ReadBody(lines)));
            }
        }

        return replies;
    }

    private static string? ReadETag(StringReader lines)
    {
        string? etag = null;
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            if (header.StartsWith("ETag:", StringComparison.OrdinalIgnoreCase))
            {
                etag = header[5..].Trim();
            }
        }

        return etag;
    }

    // Bodies here are one-line JSON or nothing, and end at the next boundary.
    private static string ReadBody(StringReader lines)
    {
        var body = "";
        while (lines.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
        {
            body += line;
        }

        return body;
    }
}

/// <summary>
/// The service's error: a code, and in a batch the position of the change it is about, which stands before its message
/// ("1:The specified entity already exists").
/// </summary>
internal readonly record struct ServiceError(string Code, int? Index)
{
    public static ServiceError Parse(string body)
    {
        if (!body.AsSpan().TrimStart().StartsWith("{"))
        {
            return default;
        }

        using var json = JsonDocument.Parse(body);
        if (!json.RootElement.TryGetProperty("odata.error", out var error))
        {
            return default;
        }

        var message = error.TryGetProperty("message", out var text) ? text.GetProperty("value").GetString() ?? "" : "";
        int? index = message.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && int.TryParse(message.AsSpan(0, colon), CultureInfo.InvariantCulture, out var position)
                ? position
                : null;
        return new(error.GetProperty("code").GetString() ?? "", index);
    }
}
