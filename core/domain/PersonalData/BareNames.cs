namespace Concertation.Domain.PersonalData;

/// <summary>« Jean Dupont », « DUPONT Jean », « jean dupont », « Jeanne est tombée », « Kerbrat, 84 ans ».</summary>
internal sealed class BareNames(WordRun words, NameEvidence evidence)
{
    public (int Start, int End) At(int at)
    {
        var word = words[at];
        if (!word.IsLetters || word.Plain.Length < 2 || evidence.InPlace(at) || IsPlaceAfterPreposition(at))
        {
            return default;
        }

        if (words.Plain(at) is "le" && words.Beside(at) && Lexicon.SurnamesAfterLe.Contains(words.Plain(at + 1)) && !words[at].Capital | words[at + 1].Capital)
        {
            return (at, at + 2);
        }

        return (words[at].Spelled && evidence.MayName(at)) || FullName(at) || FirstNameAlone(at) || SurnameAlone(at)
            || BeforeAge(at) ? (at, evidence.End(at)) : default;
    }

    private bool FullName(int at)
    {
        if (!words.Beside(at))
        {
            return false;
        }

        var next = at + 1;
        if (Lexicon.Particles.Contains(words.Plain(next)) && words.Beside(next) && (words[next].Capital
            || words.Plain(next) is "le" or "de" or "ben"))
        {
            next++;
        }

        if (words[at].Capital && !words.Shouted)
        {
            var named = words[next].Capital && !evidence.InPlace(next);
            return named && ((evidence.MayBeFirstName(at) && (evidence.MayName(next) || evidence.MayBeSurname(next))
                && (evidence.IsFirstName(at) || evidence.MayBeSurname(next) || !Lexicon.Ordinary.Contains(words.Plain(at))))
                || (evidence.IsFirstName(next) && evidence.MayName(at) && (words[at].AllCapitals || evidence.IsSurname(at))));
        }

        var behindLe = next > at + 1 && words.Plain(at + 1) is "le" && Lexicon.SurnamesAfterLe.Contains(words.Plain(next));
        return (behindLe && evidence.MayBeFirstName(at)) || (evidence.IsFirstName(at) && (evidence.IsSurname(next) || (evidence.MayBeSurname(next) && next == at + 1)))
            || (evidence.IsSurname(at) && evidence.IsFirstName(next)) || (evidence.MayBeFirstName(at) && evidence.IsSurname(next));
    }

    private bool FirstNameAlone(int at)
    {
        var before = words.Beside(at - 1) ? words.Plain(at - 1) : "";
        // « la Zoé de service », « au Robert », « Le François »: an article before a first name is a thing or a town.
        if (before is "le" or "la" or "au" or "l" or "du" && !words.Beside(at))
        {
            return false;
        }

        if (evidence.IsFirstName(at))
        {
            // « Albert (80) »: a town and its département.
            if (words.Near(at, "(") && !words.Beside(at) && words.Plain(at + 1) is { Length: 2 } county
                && county.All(char.IsAsciiDigit) && words.Plain(at + 2) is not ("ans" or "a"))
            {
                return false;
            }

            return !(before is "le" or "la" or "au" or "l") || !words[at].Capital || evidence.IsNamed(at + 1);
        }

        if (!evidence.MayBeFirstName(at) || !words[at].Capital || words[at].AllCapitals)
        {
            return false;
        }

        var acts = words.Beside(at) && Lexicon.AfterSomebody.Contains(words.Plain(at + 1));
        var paired = words[at].Capital && words.Plain(at + 1) is "et" && at + 2 < words.Count && words[at + 2].Capital
            && evidence.MayBeFirstName(at + 2) && words.Beside(at) && words.Beside(at + 1);
        var presented = words.Near(at, ",(") && words.Plain(at + 1) is "l" or "la" or "le" or "son" or "sa" or "notre"
            && Lexicon.Roles.Contains(words.Plain(at + 2)) | Lexicon.Acronyms.Contains(words.Plain(at + 2));
        if (Lexicon.PlacesLikeNames.Contains(words.Plain(at))
            && before is "de" or "a" or "en" or "sur" or "vers" or "pour" or "d" or "et" or "que" or "contre")
        {
            return false;
        }

        // « Jordan du SSIAD ».
        presented |= words.Beside(at) && words.Beside(at + 1) && words.Plain(at + 1) is "du" or "de" && at + 2 < words.Count
            && (Lexicon.Acronyms.Contains(words.Plain(at + 2)) || words.Plain(at + 2) is "ssiad" or "saad") && !words.Opens(at);
        return acts || presented || paired || (!words.Opens(at) && Lexicon.BeforeSomebody.Contains(before)
            && before is not ("que" or "qu" or "et" or "contre"));
    }

    private bool SurnameAlone(int at)
    {
        if (words.Plain(at - 1) is "les" && words.Beside(at - 1) && words.Plain(at) is "le" && words[at].Capital
            && evidence.IsNamed(at + 1))
        {
            return true;
        }

        if (words.Plain(at - 1) is "les" && words.Beside(at - 1) && words[at].Capital && evidence.MayName(at))
        {
            return evidence.IsSurname(at) || words.Plain(at - 2) is "chez";
        }

        return evidence.IsSurname(at) && !Lexicon.NotNames.Contains(words.Plain(at)) && !(words.Beside(at - 1)
            && words.Plain(at - 1) is "le" or "la" or "au" or "l" && !words[at - 1].Capital);
    }

    // « Jeanne, 84 ans », « Durand (84 ans) » at the start of a sentence, « Le Bihan Yvonne 84 ans ».
    private bool BeforeAge(int at)
    {
        var weak = words[at].Capital && evidence.MayBeFirstName(at) && words.Opens(at);
        if (!weak && (!evidence.IsNamed(at) || !(words.Opens(at) || evidence.IsKnown(at))))
        {
            return false;
        }

        var age = evidence.End(at);
        return age + 1 < words.Count && char.IsAsciiDigit(words.Plain(age)[0]) && words.Plain(age).Length <= 3
            && words.Plain(age + 1) is "ans" or "a" && words.Near(age - 1, ",(-") && words.Plain(age + 2) is not "de" and not "d";
    }

    // « à Florence », « de Nancy », « vers Laval »: a town, unless only a person is called so.
    private bool IsPlaceAfterPreposition(int at) =>
        !evidence.IsFirstName(at) && words.Beside(at - 1)
            && words.Plain(at - 1) is "a" or "vers" or "depuis" or "sur" or "entre" or "secteur" or "canton"
        && !(words.Plain(at - 1) is "a" && Lexicon.BeforeSomebody.Contains(words.Plain(at - 2)) && evidence.MayBeFirstName(at)
            && !Lexicon.LargeTowns.Contains(words.Plain(at)));
}
