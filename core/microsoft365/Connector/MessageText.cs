using System.Net;
using System.Text;

namespace Concertation.Microsoft365.Connector;

/// <summary>
/// What somebody wrote in a Teams message, out of its HTML. Who is mentioned or quoted is left out: those are people's
/// names, whatever they look like. Source: MicrosoftDocs/msteams-docs, "Create and send the dialog" (messagePayload).
/// </summary>
public static class MessageText
{
    private const string Somebody = "quelqu’un";

    private static readonly string[] Breaks = ["p", "/p", "div", "/div", "br", "br/", "li", "/li", "tr", "/tr", "blockquote", "/blockquote"];

    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            if (html[at] != '<' || html.IndexOf('>', at) is not (> 0 and var end))
            {
                text.Append(html[at++]);
                continue;
            }

            var tag = html.AsSpan(at + 1, end - at - 1);
            at = end + 1;
            var name = tag[..Math.Max(0, tag.IndexOf(' ') is >= 0 and var space ? space : tag.Length)].ToString().ToLowerInvariant();
            if (NamesSomebody(name, tag))
            {
                text.Append(Somebody);
                at = html.IndexOf($"</{name}>", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var close ? close : at;
            }
            else if (Breaks.Contains(name))
            {
                text.Append('\n');
            }
        }

        return WebUtility.HtmlDecode(text.ToString()).Trim();
    }

    private static bool NamesSomebody(string name, ReadOnlySpan<char> tag) =>
        name == "at" || (name == "strong" && tag.Contains("itemprop=\"mri\"", StringComparison.OrdinalIgnoreCase));
}
