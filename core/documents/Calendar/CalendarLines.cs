using System.Text;

namespace Concertation.Documents.Calendar;

/// <summary>Content lines of RFC 5545 §3.1: escaped, folded at 75 octets without cutting a character, ended by CR LF.</summary>
internal sealed class CalendarLines
{
    private const int OctetsPerLine = 75;
    private readonly StringBuilder text = new();

    /// <summary>A line whose value is already in the form its property asks for.</summary>
    public void Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetsPerLine)
            {
                // A folded line goes on after one space, which counts.
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    /// <summary>A line of TEXT (§3.3.11).</summary>
    public void AddText(string name, string value) => Add(name, Escaped(value));

    /// <summary>";NAME=value", quoted; RFC 6868 writes what quotes can't hold.</summary>
    public static string Parameter(string name, string value)
    {
        var plain = WithoutControls(value.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' '))
            .Replace("^", "^^", StringComparison.Ordinal).Replace("\"", "^'", StringComparison.Ordinal);
        return plain.Any(c => c is ':' or ';' or ',' or '^' or ' ') ? $";{name}=\"{plain}\"" : $";{name}={plain}";
    }

    public static string WithoutControls(string value) =>
        string.Concat(value.Where(c => !char.IsControl(c)));

    public override string ToString() => text.ToString();

    private static string Escaped(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            _ = c switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\n' or '\r' => escaped.Append("\\n"),
                '\t' => escaped.Append(' '),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
