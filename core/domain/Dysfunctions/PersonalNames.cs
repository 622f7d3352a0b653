namespace Concertation.Domain.Dysfunctions;

/// <summary>
/// « Mme Durand », « le patient Jean Dupont », « Jeanne, 84 ans », « Jean Dupont ». Capitals tell a name from a word;
/// after a short title a small letter will do.
/// </summary>
internal static class PersonalNames
{
    private const int LongestName = 5;

    private sealed record Word(string Plain, int From, int To, bool Capital, bool AllCapitals);

    public static void Find(FoldedText text, List<PersonalDataFinding> found)
    {
        var words = Words(text);
        for (var at = 0; at < words.Count; at++)
        {
            var end = AfterTitle(text, words, at);
            var start = at;
            if (end < 0)
            {
                (start, end) = AfterRole(text, words, at);
            }

            end = end < 0 && !InPlace(text, words, at) ? FirstName(text, words, at) : end;
            end = end < 0 ? BeforeAge(text, words, at) : end;
            if (end > 0)
            {
                found.Add(text.Finding(PersonalDataKind.Name, words[start].From, words[end - 1].To));
                at = end - 1;
            }
        }
    }

    private static List<Word> Words(FoldedText text)
    {
        var words = new List<Word>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!text.IsLetter(at) && !text.IsDigit(at))
            {
                continue;
            }

            var end = at;
            var capitals = 0;
            while (text.IsLetter(end) || text.IsDigit(end))
            {
                capitals += text.IsUpper(end) ? 1 : 0;
                end++;
            }

            // A long run is no name; it is cut so that nothing grows with it.
            words.Add(new Word(
                text.Slice(at, Math.Min(end, at + 40)), at, end, text.IsUpper(at), capitals > 1 && capitals == end - at));
            at = end - 1;
        }

        return words;
    }

    // « Mme Durand », « M. Le Goff », « dr salaün », « Monsieur X ».
    private static int AfterTitle(FoldedText text, List<Word> words, int at)
    {
        var title = words[at].Plain;
        var isShort = NameWords.ShortTitles.Contains(title) || (title is "m" && (words[at].Capital || text[words[at].To] == '.'));
        if ((!isShort && !NameWords.Titles.Contains(title)) || at + 1 >= words.Count || text[words[at].From - 1] == '\'')
        {
            return -1;
        }

        if (!Beside(text, words, at, pointAllowed: isShort) || (title is "m" && text.IsDigit(words[at].From - 2)))
        {
            return -1;
        }

        var name = at + 1;
        var next = words[name];
        if (NameWords.Titles.Contains(next.Plain) || NameWords.ShortTitles.Contains(next.Plain))
        {
            return -1;
        }

        if (NameWords.Particles.Contains(next.Plain) && name + 1 < words.Count && Beside(text, words, name, pointAllowed: false))
        {
            var second = words[name + 1];
            var named = second.Capital || (next.Plain is "le" && isShort);
            return named && !NameWords.Common.Contains(second.Plain) && char.IsLetter(second.Plain[0])
                ? End(text, words, name + 1) : -1;
        }

        // « Mme D. »: an initial and a small commune are enough to know her.
        if (next.Plain.Length == 1 && next.Capital && char.IsLetter(next.Plain[0]))
        {
            return name + 1;
        }

        if (!char.IsLetter(next.Plain[0]) || NameWords.Common.Contains(next.Plain))
        {
            return -1;
        }

        var told = next.Capital || (isShort && (title is not "m" || next.Plain.Length > 2)) || next.Plain is "x" or "y" or "z"
            || (name + 1 < words.Count && Beside(text, words, name, pointAllowed: false)
                && NameWords.AfterSubject.Contains(words[name + 1].Plain));
        return told ? End(text, words, name) : -1;
    }

    // « le patient Jean Dupont », « résidente : Le Bihan », « infirmière Sophie ».
    private static (int Start, int End) AfterRole(FoldedText text, List<Word> words, int at)
    {
        if (!NameWords.Roles.Contains(words[at].Plain) || at + 1 >= words.Count)
        {
            return (at, -1);
        }

        var colon = text[words[at].To] == ':' || text.StartsWith(words[at].To, " :");
        var name = at + 1;
        if (!colon && !Beside(text, words, at, pointAllowed: false))
        {
            return (at, -1);
        }

        if (words[name].Plain is "le" or "la" && name + 1 < words.Count && words[name].Capital && words[name + 1].Capital)
        {
            name++;
        }

        // In a text of capitals only a first name tells.
        var told = IsNamed(words[name]) && (!words[at].AllCapitals || NameWords.FirstNames.Contains(words[name].Plain));
        return told ? (at, End(text, words, name)) : (at, -1);
    }

    // « Jean Dupont », « DUPONT Jean »; not « Jean » alone, nor « Jean et Marie ».
    private static int FirstName(FoldedText text, List<Word> words, int at)
    {
        if (at + 1 >= words.Count || !words[at].Capital || text[words[at].From - 1] == '-')
        {
            return -1;
        }

        var next = words[at + 1];
        var first = NameWords.FirstNames.Contains(words[at].Plain);
        var second = NameWords.FirstNames.Contains(next.Plain);
        if (!(first || (second && words[at].AllCapitals)) || !Beside(text, words, at, pointAllowed: false))
        {
            return -1;
        }

        var particle = NameWords.Particles.Contains(next.Plain) && at + 2 < words.Count && words[at + 2].Capital
            && next.Capital;
        return (IsNamed(words[at]) || first) && (particle || IsNamed(next)) ? End(text, words, at) : -1;
    }

    // « Jeanne, 84 ans », « Durand (84 ans) » at the start of a sentence, « Le Bihan Yvonne 84 ans ».
    private static int BeforeAge(FoldedText text, List<Word> words, int at)
    {
        if (at + 2 >= words.Count || !IsNamed(words[at]) || NameWords.Places.Contains(words[at].Plain))
        {
            return -1;
        }

        var end = End(text, words, at);
        if (end + 1 >= words.Count || !char.IsAsciiDigit(words[end].Plain[0]) || words[end].Plain.Length > 3
            || words[end + 1].Plain is not ("ans" or "a") || words[end].From - words[end - 1].To > 4
            || (at > 0 && NameWords.BeforePlace.Contains(words[at - 1].Plain)) || InPlace(text, words, at))
        {
            return -1;
        }

        var starts = at == 0 || text[words[at].From - 2] is '.' or '\n' or '!' or '?' or ':' or '-' || text[words[at].From - 1] == '\n';
        return end - at > 1 || starts || NameWords.FirstNames.Contains(words[at].Plain) ? end : -1;
    }

    private static readonly System.Buffers.SearchValues<char> SentenceEnds = System.Buffers.SearchValues.Create(".,;!?\n");

    // « hôpital Louis Pasteur », « rue Jean Jaurès »: a building or a street bears the name.
    private static bool InPlace(FoldedText text, List<Word> words, int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - 3; before--)
        {
            if (text.Slice(words[before].To, Math.Min(words[before + 1].From, words[before].To + 4)).AsSpan().ContainsAny(SentenceEnds))
            {
                return false;
            }

            if (NameWords.Places.Contains(words[before].Plain))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(Word word) =>
        word.Capital && word.Plain.Length > 1 && char.IsLetter(word.Plain[0]) && !NameWords.Common.Contains(word.Plain)
        && !NameWords.Roles.Contains(word.Plain) && !NameWords.NotNames.Contains(word.Plain)
        && !(word.AllCapitals && (word.Plain.Length < 4 || NameWords.Acronyms.Contains(word.Plain)));

    // Only a space, a hyphen or an apostrophe, or the point of a short title, stands between this word and the next.
    private static bool Beside(FoldedText text, List<Word> words, int at, bool pointAllowed)
    {
        var from = words[at].To;
        var to = words[at + 1].From;
        if (pointAllowed && text[from] == '.')
        {
            from++;
        }

        while (from < to && text[from] == ' ' && to - from < 4)
        {
            from++;
        }

        return from == to || (to - from == 1 && text[from] is '-' or '\'');
    }

    // Past the capitalised words and particles that follow the first word of a name.
    private static int End(FoldedText text, List<Word> words, int at)
    {
        var end = at + 1;
        while (end < words.Count && end - at < LongestName && Beside(text, words, end - 1, pointAllowed: false)
            && (IsNamed(words[end]) || (NameWords.Particles.Contains(words[end].Plain) && end + 1 < words.Count
                && words[end].Capital && IsNamed(words[end + 1]))))
        {
            end++;
        }

        return end;
    }
}
