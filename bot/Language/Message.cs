using System.Collections.Frozen;

namespace ConcertationBot.Language;

/// <summary>What a word stands for besides itself, once tables, dates and references have been found.</summary>
[Flags]
internal enum WordRole
{
    None = 0,
    Table = 1,
    Date = 2,
    Reference = 4,
    Cluster = 8,
}

/// <summary>
/// The words of a message prepared for cues: slips mended against the vocabulary, the places where a command may
/// start (after greetings and politeness, and after each mark), and where the message ends but for thanks.
/// </summary>
internal sealed class Message
{
    // Slips are mended this far only; beyond, a message is a story, read by its exact words.
    private const int Mended = 60;

    private readonly FrozenSet<string>[] _meanings;
    private readonly WordRole[] _roles;
    private readonly bool[] _heads;

    public Message(FrenchText text, KnownWords known)
    {
        Text = text;
        Words = text.Words;
        _roles = new WordRole[Words.Count];
        _meanings = [.. Words.Select((word, at) => known.Meanings(word.Plain, at < Mended))];
        _heads = new bool[Words.Count + 1];
        MarkHeads();
        End = FindEnd();
    }

    public FrenchText Text { get; }

    public IReadOnlyList<Token> Words { get; }

    /// <summary>After the last word that isn't mere politeness.</summary>
    public int End { get; }

    public bool IsHead(int at) => _heads[at];

    /// <summary>True when the message is a greeting, thanks, or marks only.</summary>
    public bool OnlyPolite => End == 0 || Polite.Opening(this, 0) >= End;

    public bool Means(int at, string word) => at < Words.Count && _meanings[at].Contains(word);

    public bool StartsWith(int at, string stem) =>
        at < Words.Count && Words[at].Plain.StartsWith(stem, StringComparison.Ordinal);

    public bool Has(int at, WordRole role) => at < Words.Count && (_roles[at] & role) != WordRole.None;

    public void Give(Span span, WordRole role)
    {
        for (var at = 0; at < Words.Count; at++)
        {
            if (Words[at].Span.Touches(span))
            {
                _roles[at] |= role;
            }
        }
    }

    /// <summary>True when exactly these words stand here.</summary>
    public bool Stands(int at, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (at + i >= Words.Count || !Words[at + i].Is(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private void MarkHeads()
    {
        var word = 0;
        var afterMark = true;
        foreach (var token in Text.Tokens)
        {
            if (token.Kind == TokenKind.Mark)
            {
                afterMark |= token.Plain is "." or "," or "!" or "?" or ";" or ":" or "(" or "\n" or "•"
                    || (token.Plain is "-" && !token.Glued);
                continue;
            }

            if (afterMark)
            {
                MarkHeadsFrom(word);
            }

            afterMark = false;
            word++;
        }
    }

    // The first word, and each place reached by leaving politeness and a pronoun out.
    private void MarkHeadsFrom(int at)
    {
        _heads[at] = true;
        while (Polite.OpeningStep(this, at) is var next && next > at)
        {
            at = next;
            _heads[at] = true;
        }

        if (at + 1 < Words.Count && Polite.IsSubject(Words[at].Plain) && !Polite.IsObject(Words[at + 1].Plain))
        {
            _heads[at + 1] = true;
        }
    }

    private int FindEnd()
    {
        var end = Words.Count;
        while (Polite.ClosingStep(this, end) is var before && before < end)
        {
            end = before;
        }

        return end;
    }
}
