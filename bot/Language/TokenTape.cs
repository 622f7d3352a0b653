namespace ConcertationBot.Language;

/// <summary>The tokens of a message while dates are read off it; what one reader took, no other takes again.</summary>
internal sealed class TokenTape(FrenchText text)
{
    private readonly IReadOnlyList<Token> _tokens = text.Tokens;
    private readonly bool[] _taken = new bool[text.Tokens.Count];

    public int Count => _tokens.Count;

    /// <summary>The plain spelling, empty outside the message.</summary>
    public string Plain(int at) => at >= 0 && at < Count ? _tokens[at].Plain : "";

    public bool Is(int at, string plain) => string.Equals(Plain(at), plain, StringComparison.Ordinal);

    public bool IsAny(int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(at, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of a number, or -1.</summary>
    public int Number(int at) => at >= 0 && at < Count ? _tokens[at].Number : -1;

    public int Digits(int at) => at >= 0 && at < Count && _tokens[at].Kind == TokenKind.Number ? _tokens[at].Plain.Length : 0;

    public bool IsWord(int at) => at >= 0 && at < Count && _tokens[at].Kind == TokenKind.Word;

    /// <summary>True when nothing stands between this token and the one before.</summary>
    public bool Glued(int at) => at > 0 && at < Count && _tokens[at].Glued;

    public bool Taken(int at) => at >= 0 && at < Count && _taken[at];

    public void Take(int from, int to) => Array.Fill(_taken, value: true, from, to - from);

    public Span Span(int from, int to) => _tokens[from].Span.With(_tokens[to - 1].Span);

    /// <summary>True when the tokens from here on are these, hyphens apart.</summary>
    public bool Follows(int at, out int end, params ReadOnlySpan<string> words)
    {
        end = at;
        foreach (var word in words)
        {
            if (Is(end, "-") && !string.Equals(word, "-", StringComparison.Ordinal))
            {
                end++;
            }

            if (!Is(end, word))
            {
                return false;
            }

            end++;
        }

        return true;
    }
}
