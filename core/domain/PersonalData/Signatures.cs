namespace Concertation.Domain.PersonalData;

/// <summary>« Cordialement, Sophie Martin », « De : Yann Kerbrat », « @sophie.martin », « #dupont ».</summary>
internal sealed class Signatures(FoldedText text, WordRun words, NameEvidence evidence)
{
    public (int Start, int End) At(int at)
    {
        if (Tagged(at))
        {
            var last = at + 1;
            while (last < words.Count && last - at < 4 && words[last].From - words[last - 1].To == 1
                && text[words[last - 1].To] is '.' or '_' or '-' && words[last].IsLetters)
            {
                last++;
            }

            return (at, last);
        }

        if (at + 1 >= words.Count)
        {
            return default;
        }

        var name = at + 1;
        if (IsHeader(at) && words[name].Capital && (evidence.MayName(name) || evidence.IsKnown(name)) && !evidence.InPlace(name)
            && !words[name].AllCapitals | evidence.IsKnown(name))
        {
            return (name, evidence.End(name));
        }

        return IsClosing(at) && Signs(name) ? (name, evidence.End(name)) : default;
    }

    private bool Tagged(int at)
    {
        var mark = text[words[at].From - 1];
        if (mark is not ('@' or '#') || char.IsLetterOrDigit(text[words[at].From - 2]) || !words[at].IsLetters)
        {
            return false;
        }

        var dotted = mark == '@' && at + 1 < words.Count && text[words[at].To] is '.' or '_' && words[at + 1].From == words[at].To + 1
            && (words[at].IsInitial || !Lexicon.Ordinary.Contains(words.Plain(at))) && words[at + 1].IsLetters;
        return dotted || evidence.IsFirstName(at) || evidence.IsSurname(at) || (evidence.MayBeFirstName(at) && words[at].Capital);
    }

    // « De : », « À : », « Cc : », « Envoyé par : ».
    private bool IsHeader(int at) =>
        words.Plain(at) is "de" or "a" or "cc" or "from" or "to" or "par" or "expediteur" or "destinataire" or "signe" or "contact" or "auteur" or "redacteur"
        && (text[words[at].To] == ':' || text.StartsWith(words[at].To, " :")) && words[at + 1].From - words[at].To <= 4;

    private bool IsClosing(int at) => Lexicon.Closings.Contains(words.Plain(at))
        && words[at + 1].From - words[at].To is >= 1 and <= 6 && !words.Joined(at, '-') && !words.Joined(at, '\'');

    private bool Signs(int name)
    {
        var word = words[name];
        var broken = !words.Beside(name - 1);
        return word.Capital && !word.AllCapitals && !evidence.InPlace(name)
            && (evidence.MayBeFirstName(name) || (broken && evidence.MayName(name) && EndsLine(evidence.End(name))));
    }

    private bool EndsLine(int end) => end >= words.Count
        || text.Slice(words[end - 1].To, words[end].From).Contains('\n', StringComparison.Ordinal)
        || text[words[end - 1].To] == ',';
}
