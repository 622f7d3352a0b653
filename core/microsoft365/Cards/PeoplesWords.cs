using System.Text;
using Concertation.Domain;

namespace Concertation.Microsoft365.Cards;

/// <summary>What people typed, made safe to show: names of tables and structures, titles, reasons, reports.</summary>
public static class PeoplesWords
{
    private const char Joiner = '\u2060';

    /// <summary>
    /// The same words without what no one meant to type: control characters, halves of surrogate pairs, marks that
    /// turn the writing direction, more than one empty line in a row. Line ends become line feeds, tabs spaces.
    /// </summary>
    public static string Clean(string? words) => CleanWithin(words).Trim();

    /// <summary>As <see cref="Clean"/>, for words within a line: the spaces around them are kept.</summary>
    public static string CleanWithin(string? words)
    {
        if (string.IsNullOrEmpty(words))
        {
            return "";
        }

        var kept = new StringBuilder(words.Length);
        var lineFeeds = 0;
        foreach (var rune in words.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // EnumerateRunes turns half a pair into U+FFFD; a U+FFFD in the text is the trace of one lost earlier.
            if (rune.Value != '\n' && (IsNoise(rune) || rune == Rune.ReplacementChar))
            {
                kept.Append(rune.Value == '\t' ? " " : "");
                continue;
            }

            lineFeeds = rune.Value == '\n' ? lineFeeds + 1 : 0;
            if (lineFeeds <= 2)
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }

    /// <summary>
    /// The words on one line, for the title of a choice or of a box to tick, which hosts read as markdown: stars and
    /// grave accents become their likes, and an invisible joiner on both sides keeps other marks from meaning anything.
    /// </summary>
    public static string AsLabel(string? words)
    {
        var kept = new StringBuilder();
        foreach (var character in Clean(words))
        {
            // « 1. » and « - » start a list at the beginning only.
            if (character is '.' or '-' or '+' && kept.Length < 10 && kept.ToString().All(char.IsAsciiDigit))
            {
                kept.Append(Joiner);
            }

            _ = character switch
            {
                '\n' => kept.Append(' '),
                '*' => kept.Append('∗'),
                '`' => kept.Append('ˋ'),
                '_' or '[' or ']' or '(' or ')' or '~' or '#' or '<' or '>' or '!' or '\\' or '&' =>
                    kept.Append(Joiner).Append(character).Append(Joiner),
                _ => kept.Append(character),
            };
        }

        return kept.ToString();
    }

    private static bool IsNoise(Rune rune) =>
        Rune.IsControl(rune) || (rune.IsBmp && OneLine.TurnsDirection((char)rune.Value));
}
