using System.Globalization;

namespace Concertation.Domain.PersonalData;

/// <summary>An age, a rare illness and a small commune in one text: together they point to one person (rule 10).</summary>
internal static class RareSituations
{
    private const int LongestIllness = 5;

    public static void Find(FoldedText text, WordRun words, List<PersonalDataFinding> found)
    {
        var age = -1;
        var town = (From: -1, To: -1);
        var rare = false;
        var evidence = new NameEvidence(text, words);
        // Where no accent is written at all, « a » may be « à ».
        var unaccented = !Enumerable.Range(0, text.Length).Any(text.HasAccent);
        for (var at = 0; at < words.Count; at++)
        {
            age = age < 0 && IsAge(words, at) ? at : age;
            rare = rare || IsRare(words, at);
            town = town.From < 0 && Town(text, words, evidence, at, unaccented) is var seen && seen.To > 0 ? seen : town;
        }

        if (age >= 0 && rare && town.From >= 0)
        {
            found.Add(text.Finding(PersonalDataKind.Combination, words[age].From, words[age + 1].To));
            found.Add(text.Finding(PersonalDataKind.Combination, words[town.From].From, words[town.To - 1].To));
        }
    }

    private static bool IsAge(WordRun words, int at) =>
        Lexicon.NumberWords.Contains(words.Plain(at)) && words.Beside(at) && words.Plain(at + 1) is "ans"
            && !Lexicon.BeforeDelay.Contains(words.Plain(at - 1))
        ||         words.Plain(at) is { Length: 1 or 2 or 3 } number && number.All(char.IsAsciiDigit) && words.Beside(at)
        && words.Plain(at + 1) is "ans" or "an" && !(words.Plain(at - 1) is "a" && words.Plain(at - 2) is "y")
            && !Lexicon.BeforeDelay.Contains(words.Plain(at - 1))
        || (words.Plain(at) is { Length: 1 or 2 or 3 } n && n.All(char.IsAsciiDigit) && words.Plain(at + 1) is "ans"
            && words.Plain(at - 1) is "de" && Aged(words, at));

    // « un homme de 62 ans », « âgée de 84 ans »; not « un délai de 2 ans ».
    private static bool Aged(WordRun words, int at) =>
        Lexicon.Aged.Contains(words.Plain(at - 2))
        || int.TryParse(words.Plain(at), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age >= 40;

    private static bool IsRare(WordRun words, int at)
    {
        var read = words.Plain(at);
        for (var end = at; ; end++)
        {
            if (Lexicon.RareConditions.Contains(read))
            {
                return true;
            }

            if (end - at >= LongestIllness || !words.Beside(end))
            {
                return false;
            }

            read = $"{read}{(words.Joined(end, '-') ? "-" : " ")}{words.Plain(end + 1)}";
        }
    }

    // « à Plozévet », « de Prats-de-Mollo », « sur La Roche-Bernard », « Plozévet : »; not a large town.
    private static (int From, int To) Town(FoldedText text, WordRun words, NameEvidence evidence, int at, bool unaccented)
    {
        if (words.Opens(at) && at + 1 < words.Count && text[words[at].To] is ':' or ',' || (text[words[at].To] is ' '
            && text[words[at].To + 1] is ':' && words.Opens(at)))
        {
            return words[at].Capital && evidence.MayName(at) && !evidence.IsKnown(at) ? (at, at + 1) : (-1, -1);
        }

        if (words.Opens(at) && words.Joined(at, '\'') && words[at].Capital && words[at].Plain.Length > 2
            && text[words[at + 1].To] == ' ' && text[words[at + 1].To + 1] == ':')
        {
            return (at, at + 2);
        }

        if (words.Near(at - 1, ",") && !words.Beside(at - 1) && words[at].Capital && words[at].Plain.Length > 3
            && evidence.MayName(at) && !evidence.IsKnown(at)
            && text[words[at].To] is ',' or '.' or '\n')
        {
            return (at, at + 1);
        }

        if (!Lexicon.BeforeTown.Contains(words.Plain(at)) || !words.Beside(at) || at + 1 >= words.Count)
        {
            return (-1, -1);
        }

        var from = at + 1;
        if (words.Plain(at) is "a" or "sur" or "habite" && !words[from].Capital && (unaccented || words.Plain(at) is not "a"
            || text.HasAccent(words[at].From)) && evidence.LooksForeign(from) && !evidence.IsKnown(from))
        {
            return (from, from + 1);
        }

        if (words.Plain(at) is "a" or "sur" or "habite" && words.Plain(from) is "saint" or "sainte" && words.Joined(from, '-')
            && !words[from].Capital)
        {
            var last = from + 1;
            while (words.Joined(last, '-') && last - from < 8)
            {
                last++;
            }

            return (from, last + 1);
        }

        var name = words.Plain(from) is "la" or "le" or "les" or "l" && words[from].Capital && from + 1 < words.Count ? from + 1 : from;
        if (!words[name].Capital || !words[name].IsLetters || words[name].AllCapitals || words.Plain(name).Length < 2
            || (!words.Joined(name, '-') && (Lexicon.Ordinary.Contains(words.Plain(name))
                || Lexicon.NotNames.Contains(words.Plain(name)) || Lexicon.Acronyms.Contains(words.Plain(name))))
            || Lexicon.RareConditions.Contains(words.Plain(name)) || (words.Plain(at) is "de" or "d" or "en"
                && Lexicon.RareConditions.Contains($"maladie de {words.Plain(name)}"))
            || (words.Plain(at) is "de" && IsCentre(words, at)))
        {
            return (-1, -1);
        }

        var to = name + 1;
        while (to < words.Count && to - name < 8 && (words.Joined(to - 1, '-') || words.Joined(to - 1, '\'')))
        {
            to++;
        }

        var town = string.Join('-', Enumerable.Range(from, to - from).Select(words.Plain));
        return Lexicon.LargeTowns.Contains(town) ? (-1, -1) : (from, to);
    }

    // « CHU de Grenoble », « maladie de Steinert »: not where somebody lives.
    private static bool IsCentre(WordRun words, int at) =>
        Lexicon.BeforeElsewhere.Contains(words.Plain(at - 1));
}
