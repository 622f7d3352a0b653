using System.Text;
using System.Xml;
using Concertation.Domain;

namespace Concertation.Documents.Word;

/// <summary>What people wrote, made fit for a run of text: no character that XML forbids, no mark that turns the direction.</summary>
internal static class PlainWords
{
    /// <summary>The paragraphs of a text; none when it is blank.</summary>
    public static IReadOnlyList<string> Paragraphs(string? text) =>
        [.. (text ?? "").Split(['\r', '\n', '\v', '\f', '\u0085', '\u2028', '\u2029']).Select(Line).Where(l => l.Length > 0)];

    /// <summary>The text on one line, trimmed.</summary>
    public static string Line(string? text)
    {
        var kept = new StringBuilder();
        var typed = text ?? "";
        for (var i = 0; i < typed.Length; i++)
        {
            var character = typed[i];
            if (i + 1 < typed.Length && char.IsSurrogatePair(character, typed[i + 1]))
            {
                kept.Append(character).Append(typed[++i]);
            }
            else if (char.IsWhiteSpace(character) && character is not ('\u00a0' or '\u202f'))
            {
                kept.Append(' ');
            }
            else if (XmlConvert.IsXmlChar(character) && !char.IsControl(character) && !OneLine.TurnsDirection(character))
            {
                kept.Append(character);
            }
        }

        return kept.ToString().Trim();
    }
}
