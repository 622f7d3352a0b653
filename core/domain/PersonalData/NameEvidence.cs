namespace Concertation.Domain.PersonalData;

/// <summary>What a word says of itself and of its neighbours: could it be a name, and does it name a place?</summary>
internal sealed class NameEvidence(FoldedText text, WordRun words)
{
    private const int LongestPlace = 5;

    // What a professional or a verb in the past looks like: no such word is taken for an unknown name.
    private static readonly string[] OrdinaryEndings =
    [
        "ent", "tion", "sion", "ique", "iques", "able", "ible", "ait", "eux", "euse", "iste", "istes", "logue", "logues",
        "trice", "teur", "teurs", "ance", "ence", "ites", "aires", "ives", "isme", "ures", "ages", "ants", "erai",
        "erait", "erons", "eront", "iez", "ons", "iser", "euses", "elles", "ettes", "ieres",
    ];

    /// <summary>A word a person may be called by: letters, and neither a word of the language, a role nor an acronym.</summary>
    public bool MayName(int at)
    {
        var word = words[at];
        return word.IsLetters && word.Plain.Length > 1 && !Lexicon.Ordinary.Contains(word.Plain) && !Lexicon.Roles.Contains(word.Plain)
            && !Lexicon.NotNames.Contains(word.Plain) && !Lexicon.Places.Contains(word.Plain) && !IsTitle(word.Plain)
            && !(word.AllCapitals && (word.Plain.Length < 4 || Lexicon.Acronyms.Contains(word.Plain)))
            && !Lexicon.Acronyms.Contains(word.Plain) && !Lexicon.RareConditions.Contains(word.Plain);
    }

    /// <summary>In a list of names, of those that are also words too.</summary>
    public bool IsKnown(int at) => IsFirstName(at) || IsSurname(at) || MayBeFirstName(at) || MayBeSurname(at);

    public bool IsFirstName(int at) => Lexicon.FirstNames.Contains(words.Plain(at));

    public bool MayBeFirstName(int at) => IsFirstName(at) || Lexicon.FirstNamesAlsoWords.Contains(words.Plain(at));

    public bool IsSurname(int at) => Lexicon.Surnames.Contains(words.Plain(at));

    public bool MayBeSurname(int at) => IsSurname(at) || Lexicon.SurnamesAlsoWords.Contains(words.Plain(at));

    /// <summary>A capitalised word that may name.</summary>
    public bool IsNamed(int at) => at < words.Count && words[at].Capital && MayName(at);

    /// <summary>An unknown word in small letters that doesn't look like one of the language.</summary>
    public bool LooksForeign(int at)
    {
        var word = words[at];
        if (!MayName(at) || word.Plain.Length < 3)
        {
            return false;
        }

        var last = word.To - 1;
        var participle = text.HasAccent(last) || (text[last] is 'e' or 's' && text.HasAccent(last - 1))
            || (text[last] == 's' && text[last - 1] == 'e' && text.HasAccent(last - 2));
        return !participle && !OrdinaryEndings.Any(ending => word.Plain.EndsWith(ending, StringComparison.Ordinal));
    }

    public static bool IsTitle(string plain) => Lexicon.ShortTitles.Contains(plain) || Lexicon.LongTitles.Contains(plain);

    /// <summary>« hôpital Louis Pasteur », « rue Jean Jaurès », « Saint-Jean »: a building, a street or a law bears the name.</summary>
    public bool InPlace(int at)
    {
        if (Hyphenated(at))
        {
            return true;
        }

        var possessed = false;
        for (var before = at - 1; before >= 0 && before >= at - LongestPlace; before--)
        {
            if (!words.Near(before, "'-«\"“’") || words.Plain(before) == "")
            {
                return false;
            }

            var plain = words.Plain(before);
            if (Lexicon.Places.Contains(plain))
            {
                return !possessed || !Lexicon.Somebodys.Contains(plain) || !IsFirstName(at) || (at + 1 < words.Count
                    && words.Beside(at) && IsNamed(at + 1));
            }

            possessed |= before == at - 1 && plain is "de" or "d";
            if (!Lexicon.PlaceAdjectives.Contains(plain) && !words[before].Capital)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// « Saint-Jean-de-Monts », « Martin-Église », « Gustave-Roussy »: hyphens join it to a word that no name holds, or, as
    /// French writes what bears a name, a first name to a surname. « Jean-Paul » and « Le Goff-Morvan » are names.
    /// </summary>
    private bool Hyphenated(int at)
    {
        var from = at;
        while (from > 0 && at - from < LongestPlace && words.Joined(from - 1, '-'))
        {
            from--;
        }

        var to = from + 1;
        while (to < words.Count && to - from < 2 * LongestPlace && (words.Joined(to - 1, '-') || words.Joined(to - 1, '\'')))
        {
            to++;
        }

        if (to - from < 2 || !words.Joined(from, '-'))
        {
            return false;
        }

        var holdsWord = Enumerable.Range(from, to - from).Any(part => words.Plain(part) is { Length: > 1 } plain && !MayBeFirstName(part)
            && (Lexicon.Ordinary.Contains(plain) || Lexicon.Places.Contains(plain) || Lexicon.NotNames.Contains(plain)
                || Lexicon.RareConditions.Contains(plain)));
        var bearsName = to - from == 2 && MayBeFirstName(from) && !(Lexicon.DoubleHeads.Contains(words.Plain(from))
            && MayBeFirstName(from + 1))
            && !(words[from + 1].IsInitial || (IsFirstName(from) && MayBeFirstName(from + 1) && !MayBeSurname(from + 1)));
        return holdsWord || bearsName;
    }

    /// <summary>« Mme » of « rue du Docteur Calmette »: a street or a hospital bears the title too.</summary>
    public bool TitleInPlace(int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - 3; before--)
        {
            if (!words.Beside(before))
            {
                return false;
            }

            var plain = words.Plain(before);
            if (Lexicon.Streets.Contains(plain)
                || plain is "hopital" or "lycee" or "college" or "ecole" or "stade" or "chu" or "chru" or "centre" or "quartier" or "clinique" or "residence")
            {
                return before == at - 2 && words.Plain(at - 1) is "du" or "de" || before == at - 1
                    || (Lexicon.Streets.Contains(plain) || plain is "hopital" or "lycee" or "college" or "ecole");
            }

            if (!Lexicon.PlaceAdjectives.Contains(plain))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Past the names and particles that follow the first word of a name.</summary>
    public int End(int at)
    {
        var end = at + 1;
        while (end < words.Count && end - at < LongestPlace && words.Beside(end - 1))
        {
            if (IsPartOfName(at, end))
            {
                end++;
            }
            else if (Lexicon.Particles.Contains(words.Plain(end)) && end + 1 < words.Count && words.Beside(end)
                && (words[end].Capital || words.Plain(end) is "le" or "de" or "ben") && IsPartOfName(at, end + 1)
                    && words[end + 1].Capital == words[at].Capital)
            {
                end += 2;
            }
            else if (words[end].IsInitial && words[end].Capital && !words.Joined(end, '\''))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // Capitals follow capitals; in small letters only what the lists know.
    private bool IsPartOfName(int first, int at) =>
        words[first].Capital ? IsNamed(at) || (words[at].Capital && words.Joined(at - 1, '-') && MayBeFirstName(at))
                || (words[at].Capital && MayBeSurname(at) && MayBeFirstName(first) && !Lexicon.Roles.Contains(words.Plain(at)))
            : IsFirstName(at) || IsSurname(at) || (words.Plain(at - 1) is "le" && Lexicon.SurnamesAfterLe.Contains(words.Plain(at))) || (words.Joined(at - 1, '-') && MayBeFirstName(at));
}
