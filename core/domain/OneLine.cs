using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Concertation.Domain;

/// <summary>What was typed into a field of one line: places, titles, names.</summary>
public static class OneLine
{
    /// <summary>
    /// The words on one line, trimmed: line ends and other control characters become spaces, marks that turn the writing
    /// direction go. A title that brings its own lines could pass for paragraphs of the letter it stands in.
    /// </summary>
    public static string Of(string? typed)
    {
        var kept = new StringBuilder(typed?.Length ?? 0);
        foreach (var character in typed ?? "")
        {
            if (TurnsDirection(character) || character is '\u200B' or '\u2060')
            {
                continue;
            }

            var shown = char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character;
            if (shown != ' ' || (kept.Length > 0 && kept[^1] != ' '))
            {
                kept.Append(shown);
            }
        }

        return kept.ToString().Trim();
    }

    /// <summary>Whether nothing in it can be seen: blanks, and marks without a shape of their own, such as U+200B.</summary>
    public static bool IsBlank([NotNullWhen(false)] string? typed) => typed is null || typed.All(
        character => char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control);

    /// <summary>Whether it is an invisible mark that changes the direction in which the text around it is read, or a stray byte-order mark.</summary>
    public static bool TurnsDirection(char character) =>
        character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C' or '\uFEFF';
}
