namespace Concertation.Domain.PersonalData;

/// <summary>« Mme Durand », « M. Le Goff », « dr salaün », « Mme D. », « madame le goff ».</summary>
internal sealed class TitledNames(FoldedText text, WordRun words, NameEvidence evidence)
{
    public (int Start, int End) At(int at)
    {
        var isShort = IsShort(at);
        var name = at + 1;
        if ((!isShort && !Lexicon.LongTitles.Contains(words.Plain(at))) || !words.Beside(at, pointAllowed: isShort)
            || words.Joined(at, '-') || text[words[at].From - 1] is '\'' or '.' || evidence.TitleInPlace(at)
                || NameEvidence.IsTitle(words.Plain(name)))
        {
            return default;
        }

        if (words[name].IsInitial)
        {
            return Initial(at, name);
        }

        if (Lexicon.Particles.Contains(words.Plain(name)) && name + 1 < words.Count && words.Beside(name)
            && words.Plain(name) is not ("san" or "sainte" or "saint"))
        {
            return AfterParticle(at, name, isShort);
        }

        if (words.Plain(name) is "rural" or "liberal" or "liberale" or "traitant" or "remplacant" or "remplacante"
            && words.Beside(name) && evidence.IsNamed(name + 1))
        {
            return (name + 1, evidence.End(name + 1));
        }

        return Named(at, name, isShort) ? (Start(at), evidence.End(name)) : default;
    }

    // « M. » needs its point or a capital behind it: « 300 m. environ », « il m appelle ».
    private bool IsShort(int at)
    {
        var plain = words.Plain(at);
        if (plain is "m")
        {
            return at + 1 < words.Count && !text.IsDigit(words[at].From - 1) && !text.IsDigit(words[at].From - 2)
                && (words[at].Capital || text[words[at].To] == '.' || words.Shouted);
        }

        return plain is "me" or "sr" or "mail" or "md" or "pr" or "prs" or "mm"
            ? words[at].Capital && at + 1 < words.Count && (words[at + 1].Capital || (words.Plain(at + 1) is "von" or "van" or "de"
                && text[words[at].To] == '.'))
            : Lexicon.ShortTitles.Contains(plain);
    }

    // « Mme D. », « M. L.B. », « mme d. »: with a small commune it is enough. X hides a name on purpose.
    private (int Start, int End) Initial(int at, int name)
    {
        var word = words[name];
        var pointed = text[word.To] is '.' or ',' or ')' or '-' or '\n' || text.StartsWith(word.To, " (");
        if (word.Plain is "x" or "a" && !pointed && !word.Capital || word.Plain is "x" || (!word.Capital && !pointed)
            || (word.Plain is "y" or "z" && SpeaksOfX())
            || (words.Joined(name, '\'') && !(word.Capital && words[name + 1].Capital)))
        {
            return default;
        }

        if (word.Plain is "l" or "d" && !pointed && !word.Capital)
        {
            return default;
        }

        if (words.Joined(name, '\''))
        {
            // « N’Guessan », « D’Almeida ».
            return (at, evidence.End(name + 1));
        }

        var end = name + 1;
        while (end < words.Count && words[end].IsInitial && words[end].Capital && end - name < 4
            && words[end].From - words[end - 1].To <= 2)
        {
            end++;
        }

        return (at, end);
    }

    // « M. et Mme Durand » are one.
    private int Start(int at) =>
        words.Plain(at - 1) is "et" or "ou" && at > 1 && words.Beside(at - 1) && words.Beside(at - 2, pointAllowed: true)
            && (NameEvidence.IsTitle(words.Plain(at - 2)) || words.Plain(at - 2) is "m") ? at - 2 : at;

    private bool? _speaksOfX;

    private bool SpeaksOfX() => _speaksOfX ??= FindX();

    private bool FindX()
    {
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (words.Plain(at + 1) is "x" && NameEvidence.IsTitle(words.Plain(at)) | words.Plain(at) is "m")
            {
                return true;
            }
        }

        return false;
    }

    // « M. Le Goff », « madame de Kergorlay », « madame le goff »; not « madame la directrice ».
    private (int Start, int End) AfterParticle(int at, int particle, bool isShort)
    {
        var name = particle + 1;
        if (Lexicon.Particles.Contains(words.Plain(name)) && name + 1 < words.Count && words.Beside(name))
        {
            name++;
        }

        if (words[name].IsInitial && words[name].Capital && words[particle].Capital)
        {
            return (at, name + 1);
        }

        var told = words[name].Capital
            ? words[name - 1].Capital && name - at > 2 || evidence.MayName(name) || (words[particle].Capital
                && evidence.MayBeSurname(name) && !Lexicon.Roles.Contains(words.Plain(name)) && words.Plain(name) is not "maire")
            : evidence.IsKnown(name) && !Lexicon.Ordinary.Contains(words.Plain(name))
                || (words.Plain(particle) is "le" or "ben" or "el" or "da" or "di" && evidence.LooksForeign(name) && (isShort
                    || FollowedByAPerson(name + 1)));
        return told ? (at, evidence.End(name)) : default;
    }

    private bool Named(int at, int name, bool isShort)
    {
        var word = words[name];
        if (!word.IsLetters || word.Plain is "xx" or "xxx" or "xxxx" or "untel" or "unetelle" or "machin" or "tartempion")
        {
            return false;
        }

        if (word.Capital && !words.Shouted)
        {
            // Capitals behind a title name somebody, be they a word elsewhere: « Mme Petit ».
            var initials = word.AllCapitals && word.Plain.Length is 2 or 3 && !Lexicon.Acronyms.Contains(word.Plain)
                && !Lexicon.Ordinary.Contains(word.Plain);
            return evidence.MayName(name) || initials || Lexicon.LargeTowns.Contains(word.Plain)
                || (word.Plain is "saint" or "sainte" && words.Joined(name, '-')) || (evidence.IsKnown(name) && !IsOffice(name));
        }

        if (evidence.IsKnown(name) && (!Lexicon.Ordinary.Contains(word.Plain) || FollowedByAPerson(name + 1)))
        {
            return !IsOffice(name);
        }

        return evidence.LooksForeign(name) && (isShort ? words.Plain(at) is not "m"
            || word.Plain.Length > 2 : word.Plain[^1] is not ('e' or 's' or 't') || (FollowedByAPerson(name + 1)
            && !word.Plain.EndsWith('e')));
    }

    private bool IsOffice(int at) => words.Plain(at) is "maire" or "jeune" or "juge" or "marie" && !words[at].Capital;

    private bool FollowedByAPerson(int at) => at < words.Count && words.Beside(at - 1) && Lexicon.AfterSomebody.Contains(words.Plain(at));
}
