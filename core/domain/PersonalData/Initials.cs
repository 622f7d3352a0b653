namespace Concertation.Domain.PersonalData;

/// <summary>« J.D. », « L. 84 ans », « S. Martin », « vu avec JP ».</summary>
internal sealed class Initials(FoldedText text, WordRun words, NameEvidence evidence)
{
    public (int Start, int End) At(int at)
    {
        var word = words[at];
        if (word.Plain is "jp" or "jm" or "jf" or "jc" && !word.Capital && words.Opens(at) && words.Beside(at)
            && Lexicon.AfterSomebody.Contains(words.Plain(at + 1)))
        {
            return (at, at + 1);
        }

        if (!word.Capital || !word.IsLetters || evidence.InPlace(at))
        {
            return default;
        }

        if (word.IsInitial)
        {
            return Letters(at);
        }

        var before = words.Plain(at - 1);
        return word.AllCapitals && word.Plain.Length == 2 && Lexicon.Nicknames.Contains(word.Plain) && (at == 0
            || words.Beside(at - 1) || words.Opens(at)) && before is not "mt"
            && (before is "avec" or "chez" or "suis" or "collegue" or "appelle" or "appele" or "vu" or "par"
                || Lexicon.Roles.Contains(before) || (words.Opens(at) && words.Beside(at)
                && Lexicon.AfterSomebody.Contains(words.Plain(at + 1)))
                || (at + 1 < words.Count && IsAge(at + 1)))
            ? (at, at + 1)
            : default;
    }

    private (int Start, int End) Letters(int at)
    {
        var pointed = text[words[at].To] is '.' or '-';
        var end = at + 1;
        while (end < words.Count && end - at < 4 && words[end].IsInitial && words[end].Capital && words[end].From - words[end - 1].To <= 2
            && text[words[end - 1].To] is '.' or '-')
        {
            end++;
        }

        if (IsAge(end) && !Lexicon.Places.Contains(words.Plain(at - 1))
            && words.Plain(at - 1) is not ("vitamine" or "hepatite" or "niveau" or "cas" or "annexe" or "groupe"))
        {
            return (at, end);
        }

        if (pointed && end - at == 1 && at + 1 < words.Count && words[end].From - words[at].To <= 2 && words[end].Plain.Length > 2
            && evidence.IsNamed(end)
            && !evidence.InPlace(end) && text[words[at].From - 1] is not ('\'' or '.'))
        {
            return (at, evidence.End(end));
        }

        // « J.P. Le Goff »: the name goes with its initials.
        var name = end < words.Count && Lexicon.Particles.Contains(words.Plain(end)) && words[end].Capital ? end + 1 : end;
        if (end - at == 2 && name < words.Count && words[end].From - words[end - 1].To <= 2 && evidence.IsNamed(name) && !words.Opens(at) | evidence.IsKnown(name))
        {
            return (at, evidence.End(name));
        }

        var letters = string.Concat(Enumerable.Range(at, end - at).Select(words.Plain));
        return pointed && end - at == 2 && text[words[end - 1].To] == '.' | words.Joined(at, '-') && !Lexicon.TwoLetters.Contains(letters)
            && text[words[at].From - 1] is not '.' && text.IsLetter(words[at].From - 1) is false
            ? (at, end)
            : default;
    }

    /// <summary>« 84 ans », within a comma or a bracket of the word before.</summary>
    private bool IsAge(int at) =>
        at + 1 < words.Count && at > 0 && words[at].From - words[at - 1].To <= 4 && char.IsAsciiDigit(words.Plain(at)[0])
            && words.Plain(at).Length <= 3
        && words.Plain(at + 1) is "ans" or "a" && !text.Slice(words[at - 1].To, words[at].From).Contains('\n', StringComparison.Ordinal);
}
