namespace Concertation.Domain.PersonalData;

/// <param name="Plain">In small letters without accents; a long run is cut, so that nothing grows with it.</param>
/// <param name="From">Its first character in the folded text.</param>
/// <param name="To">Past its last.</param>
/// <param name="Capital">It begins with a capital in a text that isn't all capitals.</param>
/// <param name="Spelled">Its letters were written apart.</param>
/// <param name="AllCapitals">More than one letter, all capitals, in a text that isn't all capitals.</param>
internal sealed record Word(string Plain, int From, int To, bool Capital, bool AllCapitals, bool Spelled = false)
{
    public bool IsLetters => char.IsLetter(Plain[0]);

    public bool IsInitial => Plain.Length == 1 && char.IsLetter(Plain[0]);
}

/// <summary>The words of a text, with what stands between them. « D u r a n d » is one word.</summary>
internal sealed class WordRun
{
    private const int LongestWord = 40;
    private const int LeastSpelled = 4;
    private const int MostSpelled = 24;

    private readonly FoldedText _text;
    private readonly List<Word> _words = [];

    public WordRun(FoldedText text)
    {
        _text = text;
        var capitals = 0;
        var small = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text.IsLetter(at))
            {
                _ = text.IsUpper(at) ? capitals++ : small++;
            }
        }

        Shouted = capitals > 14 && capitals > 4 * small;
        Read();
    }

    public int Count => _words.Count;

    /// <summary>All in capitals: they tell nothing.</summary>
    public bool Shouted { get; }

    public Word this[int at] => _words[at];

    /// <summary>The word's own letters, or nothing outside the text.</summary>
    public string Plain(int at) => at >= 0 && at < _words.Count ? _words[at].Plain : "";

    /// <summary>Only spaces, a hyphen or an apostrophe, or the point of a short title, before the next word.</summary>
    public bool Beside(int at, bool pointAllowed = false)
    {
        if (at < 0 || at + 1 >= _words.Count)
        {
            return false;
        }

        var from = _words[at].To;
        var to = _words[at + 1].From;
        if (pointAllowed && _text[from] is '.' or '·')
        {
            from++;
        }

        while (from < to && _text[from] == ' ' && to - from < 4)
        {
            from++;
        }

        return from == to || (to - from == 1 && _text[from] is '-' or '\'');
    }

    /// <summary>A hyphen or an apostrophe alone, before the next word.</summary>
    public bool Joined(int at, char by) =>
        at >= 0 && at + 1 < _words.Count && _words[at + 1].From - _words[at].To == 1 && _text[_words[at].To] == by;

    /// <summary>At most a comma, a colon, a bracket or a quotation mark between spaces, before the next word.</summary>
    public bool Near(int at, string marks)
    {
        if (at < 0 || at + 1 >= _words.Count || _words[at + 1].From - _words[at].To > 5)
        {
            return false;
        }

        var seen = 0;
        for (var between = _words[at].To; between < _words[at + 1].From; between++)
        {
            if (_text[between] != ' ')
            {
                seen++;
                if (!marks.Contains(_text[between], StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        return seen <= 1;
    }

    /// <summary>First of the text, of a line or of a sentence, or behind an opening mark.</summary>
    public bool Opens(int at)
    {
        if (at == 0)
        {
            return true;
        }

        for (var before = _words[at].From - 1; before >= _words[at - 1].To && before >= _words[at].From - 6; before--)
        {
            if (_text[before] is '.' or '!' or '?' or '\n' or ':' or ';' or '«' or '"' or '•' or '…' or '·' or '*'
                || (_text[before] is '-' && _text[before + 1] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    private void Read()
    {
        for (var at = 0; at < _text.Length; at++)
        {
            if (!_text.IsLetter(at) && !_text.IsDigit(at))
            {
                continue;
            }

            if (Spelled(at) is { } spelled)
            {
                _words.Add(spelled);
                at = spelled.To - 1;
                continue;
            }

            var end = at;
            var capitals = 0;
            while (_text.IsLetter(end) || _text.IsDigit(end))
            {
                capitals += _text.IsUpper(end) ? 1 : 0;
                end++;
            }

            _words.Add(new Word(
                _text.Slice(at, Math.Min(end, at + LongestWord)), at, end, _text.IsUpper(at) && !Shouted,
                capitals > 1 && capitals == end - at && !Shouted));
            at = end - 1;
        }
    }

    // « D u r a n d », « d.u.r.a.n.d », « d-u-r-a-n-d »: not « S.S.I.A.D. », nor « A B C D ».
    private Word? Spelled(int at)
    {
        var mark = _text[at + 1];
        if (mark is not (' ' or '.' or '-' or '_' or '*' or '/') || !_text.IsLetter(at) || !Alone(at))
        {
            return null;
        }

        Span<char> letters = stackalloc char[MostSpelled];
        var count = 0;
        var capitals = 0;
        var next = at;
        while (count < MostSpelled && _text.IsLetter(next) && Alone(next))
        {
            letters[count++] = _text[next];
            capitals += _text.IsUpper(next) ? 1 : 0;
            if (_text[next + 1] != mark)
            {
                break;
            }

            next += 2;
        }

        // « D u r a n d a été égaré »: the last letter may be a word of its own.
        count -= count > LeastSpelled && mark == ' ' && letters[count - 1] is 'a' or 'y' ? 1 : 0;
        var end = at + 2 * count - 1;
        var plain = letters[..count].ToString();
        return count >= LeastSpelled && (capitals <= 1 || Lexicon.Surnames.Contains(plain) || Lexicon.FirstNames.Contains(plain))
            ? new Word(plain, at, end, !Shouted, false, Spelled: true)
            : null;
    }

    private bool Alone(int at) => !_text.IsLetter(at - 1) && !_text.IsLetter(at + 1) && !_text.IsDigit(at - 1) && !_text.IsDigit(at + 1);
}
