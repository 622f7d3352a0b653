using System.Globalization;
using System.Text;

namespace Concertation.Domain.PersonalData;

/// <summary>
/// A text in small letters without accents, every digit an ASCII digit and every white space a space, invisible
/// characters left out; each character knows where it stood.
/// </summary>
internal sealed class FoldedText
{
    internal const char RightToLeft = '\u202E';
    private const char EndOfDirection = '\u202C';

    private readonly char[] _plain;
    private readonly int[] _at;
    private readonly string _text;

    public FoldedText(string text, bool asShown = true)
    {
        _text = text;
        var plain = new List<char>(text.Length);
        var at = new List<int>(text.Length);
        foreach (var i in asShown ? AsShown(text) : Enumerable.Range(0, text.Length))
        {
            if (Fold(text[i]) is not '\0' and var c)
            {
                plain.Add(c);
                at.Add(i);
            }
        }

        _plain = [.. plain];
        _at = [.. at];
    }

    public int Length => _plain.Length;

    /// <summary>How many times a character was looked at: what a hostile text could make grow faster than itself.</summary>
    public long Looks { get; private set; }

    /// <summary>The folded character, or a line feed outside the text.</summary>
    public char this[int at]
    {
        get
        {
            Looks++;
            return (uint)at < (uint)_plain.Length ? _plain[at] : '\n';
        }
    }

    public bool IsDigit(int at) => char.IsAsciiDigit(this[at]);

    public bool IsLetter(int at) => char.IsLetter(this[at]);

    public bool IsUpper(int at) => at >= 0 && at < _at.Length && char.IsUpper(_text[_at[at]]);

    /// <summary>True when the letter carried an accent, composed or not.</summary>
    public bool HasAccent(int at) =>
        at >= 0 && at < _at.Length
        && (char.ToLowerInvariant(_text[_at[at]]) != _plain[at]
            || (_at[at] + 1 < _text.Length
                && CharUnicodeInfo.GetUnicodeCategory(_text[_at[at] + 1]) == UnicodeCategory.NonSpacingMark));

    public bool StartsWith(int at, string word)
    {
        Looks += word.Length;
        return at >= 0 && at + word.Length <= _plain.Length && _plain.AsSpan(at, word.Length).SequenceEqual(word);
    }

    public string Slice(int from, int to) => new(_plain, from, to - from);

    /// <summary>The same piece as it was written.</summary>
    public string Written(int from, int to)
    {
        var (start, end) = Place(from, to);
        return _text[start..end];
    }

    public PersonalDataFinding Finding(PersonalDataKind kind, int from, int to)
    {
        var (start, end) = Place(from, to);
        return new(kind, start, end - start);
    }

    private (int Start, int End) Place(int from, int to) =>
        (Math.Min(_at[from], _at[to - 1]), Math.Max(_at[from], _at[to - 1]) + 1);

    // « \u202EdnaruD emM » is shown as « Mme Durand », and so it is read.
    private static IEnumerable<int> AsShown(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != RightToLeft)
            {
                yield return at;
                continue;
            }

            var end = text.IndexOf(EndOfDirection, at);
            end = end < 0 ? text.Length : end;
            for (var back = end - 1; back > at; back--)
            {
                yield return back;
            }

            at = end - 1;
        }
    }

    /// <summary>Its runs of letters and digits.</summary>
    public IEnumerable<string> Words()
    {
        for (var at = 0; at < Length; at++)
        {
            var from = at;
            while (at < Length && char.IsLetterOrDigit(_plain[at]))
            {
                at++;
            }

            if (at > from)
            {
                yield return Slice(from, at);
            }
        }
    }

    private static char Fold(char c)
    {
        if (c < 128)
        {
            return char.IsWhiteSpace(c) && c != '\n' ? ' ' : char.ToLowerInvariant(c);
        }

        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate => '\0',
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)char.GetNumericValue(c)),
            UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter =>
                char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormKD)[0]),
            _ => c is '’' or '‘' ? '\'' : c is '＠' ? '@' : c,
        };
    }
}
