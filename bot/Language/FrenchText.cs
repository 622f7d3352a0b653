using System.Globalization;
using System.Text;

namespace ConcertationBot.Language;

/// <summary>A stretch of the original message: first character included, <see cref="End"/> excluded.</summary>
public readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;

    public bool Touches(Span other) => Start < other.End && other.Start < End;

    /// <summary>The shortest stretch that holds both.</summary>
    public Span With(Span other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}

/// <summary>What a token is made of.</summary>
public enum TokenKind
{
    Word,
    Number,
    Mark,
}

/// <summary>
/// One word (an emoji is one too), number or mark. <see cref="Plain"/> is lower case without accents; <see cref="Span"/> points into the
/// original; <see cref="Glued"/> says that nothing stands between it and the token before (« 9h30 »).
/// </summary>
public sealed record Token(string Plain, TokenKind Kind, Span Span, bool Glued)
{
    /// <summary>The value of a number of at most nine digits, otherwise -1.</summary>
    public int Number { get; } = Kind == TokenKind.Number && Plain.Length <= 9
        ? int.Parse(Plain, NumberStyles.None, CultureInfo.InvariantCulture)
        : -1;

    public bool Is(string plain) => string.Equals(Plain, plain, StringComparison.Ordinal);
}

/// <summary>
/// A message cut into tokens that know where they stood. Mentions of the bot are dropped, apostrophes and hyphens
/// separate words, text speak is opened, and everything past <see cref="Longest"/> characters is left unread.
/// </summary>
public sealed class FrenchText
{
    /// <summary>How much of a message is read: a command is short, and a long story shows what it is early.</summary>
    public const int Longest = 8_000;

    private FrenchText(string original, IReadOnlyList<Token> tokens)
    {
        Original = original;
        Tokens = tokens;
        Words = [.. tokens.Where(token => token.Kind != TokenKind.Mark)];
    }

    public string Original { get; }

    /// <summary>Words, numbers and marks in order.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The same without the marks.</summary>
    public IReadOnlyList<Token> Words { get; }

    /// <summary>Words and numbers separated by one space: « C’est l’été ! » gives « c est l ete ».</summary>
    public string Plain => string.Join(' ', Words.Select(word => word.Plain));

    public string Written(Span span) => Original[span.Start..span.End];

    public static FrenchText Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>();
        var plain = new StringBuilder();
        var limit = Math.Min(text.Length, Longest);
        var at = 0;
        while (at < limit)
        {
            var skipped = Skipped(text, at, limit);
            if (skipped > 0)
            {
                at += skipped;
                continue;
            }

            var start = at;
            var kind = KindOf(text, at);
            plain.Clear();
            do
            {
                Fold(text, at, plain);
                at += char.IsSurrogatePair(text, at) ? 2 : 1;
            }
            while (at < limit && kind != TokenKind.Mark && !Separates(text, at) && Continues(text, at, kind));
            if (plain.Length > 0)
            {
                var glued = tokens.Count > 0 && tokens[^1].Span.End == start;
                tokens.AddRange(TextSpeak.Opened(new Token(plain.ToString(), kind, new Span(start, Math.Min(at, text.Length)), glued)));
            }
        }

        return new FrenchText(text, tokens);
    }

    /// <summary>Lower case, without accents, ligatures opened: what two spellings of one word have in common.</summary>
    public static string Fold(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var plain = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
        {
            Fold(word, at, plain);
        }

        return plain.ToString();
    }

    // How many characters here say nothing: white space, apostrophes, a mention of the bot, other tags, &nbsp;.
    private static int Skipped(string text, int at, int limit)
    {
        if (Separates(text, at))
        {
            return 1;
        }

        var rest = text.AsSpan(at, limit - at);
        if (rest.StartsWith("&nbsp;", StringComparison.OrdinalIgnoreCase))
        {
            return 6;
        }

        if (rest[0] != '<')
        {
            return 0;
        }

        if (rest.StartsWith("<at", StringComparison.OrdinalIgnoreCase))
        {
            var close = rest.IndexOf("</at>", StringComparison.OrdinalIgnoreCase);
            if (close > 0)
            {
                return close + 5;
            }
        }

        var end = rest.IndexOf('>');
        var tag = end is > 1 and < 40 && (char.IsAsciiLetter(rest[1]) || rest[1] == '/');
        return tag ? end + 1 : 1;
    }

    private static bool Separates(string text, int at) =>
        char.IsWhiteSpace(text[at]) || char.IsControl(text[at]) || text[at] is '\'' or '’' or '‘' or 'ʼ' or '´'
            ? text[at] != '\n'
            : CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.Format;

    private static TokenKind KindOf(string text, int at) =>
        char.IsAsciiDigit(text[at]) ? TokenKind.Number
        : char.IsLetter(text, at) || CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.OtherSymbol
            ? TokenKind.Word
            : TokenKind.Mark;

    private static bool Continues(string text, int at, TokenKind kind) =>
        kind == TokenKind.Number
            ? char.IsAsciiDigit(text[at])
            : char.IsLetter(text, at)
                || CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.NonSpacingMark;

    private static void Fold(string text, int at, StringBuilder plain)
    {
        var c = text[at];
        if (c < 128)
        {
            plain.Append(char.ToLowerInvariant(c));
            return;
        }

        if (char.IsSurrogate(c))
        {
            if (char.IsSurrogatePair(text, at))
            {
                plain.Append(text, at, 2);
            }

            return;
        }

        switch (char.ToLowerInvariant(c))
        {
            case 'œ': plain.Append("oe"); return;
            case 'æ': plain.Append("ae"); return;
            case '–' or '—' or '‑': plain.Append('-'); return;
            case '…': plain.Append('.'); return;
        }

        foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(part));
            }
        }
    }
}
