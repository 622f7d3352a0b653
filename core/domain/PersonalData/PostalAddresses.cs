namespace Concertation.Domain.PersonalData;

/// <summary>« 12 bis rue des Lilas », « appartement 12, résidence du Parc », « habite rue des Lilas », « BP 123 », « au lieu-dit Kerhuon ».</summary>
internal static class PostalAddresses
{
    private const int Longest = 12;

    public static void Find(FoldedText text, WordRun words, List<PersonalDataFinding> found)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var end = Numbered(text, words, at);
            end = end > 0 ? end : Lived(text, words, at);
            end = end > 0 ? end : Flat(text, words, at);
            end = end > 0 ? end : Coded(words, at);
            if (end > 0)
            {
                found.Add(text.Finding(PersonalDataKind.Address, words[at].From, words[end - 1].To));
                at = end - 1;
            }
        }
    }

    // A number, perhaps bis, a way, and its name.
    private static int Numbered(FoldedText text, WordRun words, int at)
    {
        if (!char.IsAsciiDigit(words.Plain(at)[0]) || words.Plain(at).Length > 5)
        {
            return -1;
        }

        var way = at + 1;
        if (words.Plain(way) is "bis" or "ter" or "quater" or "b" or "a" or "t")
        {
            way++;
        }

        return way + 1 < words.Count && Lexicon.Streets.Contains(words.Plain(way)) && !Lexicon.WaysAlsoWords.Contains(words.Plain(way))
            | (words.Plain(way + 1) is "de" or "du" or "des" or "d" || (words[way + 1].Capital
                && !Lexicon.Ordinary.Contains(words.Plain(way + 1)))) && words.Near(at, ",") && words.Near(way - 1, ",")
                && !Counted(words, at)
            ? End(text, words, way)
            : -1;
    }

    // « les 3 rues », « 12 places d'hébergement », « 2 passages de nuit » are counts.
    private static bool Counted(WordRun words, int at) =>
        words.Plain(at - 1) is "les" or "des" or "ces" or "nos" && words.Beside(at - 1)
        || (words.Plain(at + 1) is "place" or "cours" or "route" or "passage" or "mail"
            && words.Plain(at + 2) is "de" or "d" or "pour" && !(at + 3 < words.Count && words[at + 3].Capital)
            && words.Plain(at + 3) is not ("la" or "l" or "gaulle"));

    // « habite rue des Lilas », « domiciliée au lieu-dit Kerhuon », « demeurant résidence du Parc ».
    private static int Lived(FoldedText text, WordRun words, int at)
    {
        if (!Lexicon.Lives.Contains(words.Plain(at)))
        {
            return -1;
        }

        if (words.Plain(at) is "bp" or "cs")
        {
            return words.Beside(at) && words.Plain(at + 1) is { Length: >= 2 and <= 6 } box
                && box.All(char.IsAsciiDigit) ? End(text, words, at) : -1;
        }

        if (words.Plain(at) is "lieudit" or "dit")
        {
            return (words.Plain(at) is "lieudit" || words.Plain(at - 1) is "lieu") && at + 1 < words.Count && words.Near(at, ":«\"") && words[at + 1].Capital ? End(text, words, at) : -1;
        }

        for (var way = at + 1; way < words.Count && way <= at + 4 && words.Near(way - 1, ":,"); way++)
        {
            if ((Lexicon.Streets.Contains(words.Plain(way))
                && words.Plain(way) is not ("place" or "cours" or "residence" or "mail" or "passage" or "voie" or "cite"))
                && way + 1 < words.Count && words.Near(way, "'-"))
            {
                return End(text, words, way);
            }
        }

        return -1;
    }

    // « appartement 12 », « appt 4B », « bât C, 3e étage » beside a residence or a town's code.
    private static int Flat(FoldedText text, WordRun words, int at)
    {
        if (words.Plain(at) is "appartement" or "appt" or "apt" or "appart" && words.Near(at, "°:.") && at + 1 < words.Count
            && (char.IsAsciiDigit(words.Plain(at + 1)[0]) || (words.Plain(at + 1) is "n" or "no" or "numero" && at + 2 < words.Count
                && char.IsAsciiDigit(words.Plain(at + 2)[0]))))
        {
            return End(text, words, at + 1);
        }

        return -1;
    }

    // « 7 Kerdudal, 29510 Briec »: a number, names, then a postal code and its town.
    private static int Coded(WordRun words, int at)
    {
        if (!char.IsAsciiDigit(words.Plain(at)[0]) || words.Plain(at).Length > 4)
        {
            return -1;
        }

        for (var code = at + 1; code + 1 < words.Count && code <= at + 6 && words.Near(code - 1, ",'-"); code++)
        {
            if (words.Plain(code) is { Length: 5 } digits && digits.All(char.IsAsciiDigit))
            {
                return code > at + 1 && words[code + 1].Capital && words.Beside(code) ? code + 2 : -1;
            }

            if (!words[code].Capital && !Lexicon.Particles.Contains(words.Plain(code)))
            {
                return -1;
            }
        }

        return -1;
    }

    // To the end of the clause, a postal code and its town with it.
    private static int End(FoldedText text, WordRun words, int way)
    {
        var end = way + 1;
        while (end < words.Count && end - way < Longest && words.Near(end - 1, ",'-’")
            && (words[end].Capital
                || words.Plain(end) is "de" or "du" or "des" or "d" or "la" or "le" or "les" or "l" or "et" or "a" or "sur" or "en"
                || char.IsAsciiDigit(words.Plain(end)[0]) || end == way + 1 || (end == way + 2
                    && words.Plain(way + 1) is "de" or "du" or "des" or "d" or "la" or "le" or "les")
                || (end == way + 3 && words.Plain(way + 2) is "la" or "l")))
        {
            end++;
        }

        while (end > way + 2 && words.Plain(end - 1) is "de" or "du" or "des" or "d" or "la" or "le" or "les" or "l" or "et" or "a" or "sur" or "en")
        {
            end--;
        }

        return end;
    }
}
