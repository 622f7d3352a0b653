namespace Concertation.Domain.PersonalData;

/// <summary>« le patient Jean Dupont », « sa fille, Anne », « l'infirmière sophie », « famille Kerbrat », « née Le Bihan ».</summary>
internal sealed class NamesByRole(FoldedText text, WordRun words, NameEvidence evidence)
{
    public (int Start, int End) At(int at)
    {
        var role = words.Plain(at);
        var birth = role is "nee" or "ne" && text.HasAccent(words[at].From + 1);
        if ((!Lexicon.Roles.Contains(role) && !birth) || at + 1 >= words.Count || evidence.InPlace(at))
        {
            return default;
        }

        var name = at + 1;
        if (!words.Near(at, ":,(-\"«") || text[words[at].To] == '-')
        {
            return default;
        }

        // « collègue de nuit Karim », « la fille de Jeanne » is found as a bare name.
        if (words.Plain(name) is "le" or "la" or "ben" or "el" && name + 1 < words.Count && words[name].Capital && words.Beside(name))
        {
            return evidence.IsNamed(name + 1)
                && !Lexicon.LargeTowns.Contains(words.Plain(name + 1)) ? (at, evidence.End(name + 1)) : default;
        }

        if (words.Plain(name) is "rural" or "rurale" or "liberal" or "liberale" or "traitant" or "remplacant" or "remplacante" or "coordonnateur" && words.Beside(name) && evidence.IsNamed(name + 1))
        {
            return (name + 1, evidence.End(name + 1));
        }

        return IsTold(at, name) ? (at, evidence.End(name)) : default;
    }

    private bool IsTold(int at, int name)
    {
        var word = words[name];
        var close = words.Beside(at) || text[words[at].To] == ':' || text.StartsWith(words[at].To, " :");
        if (word.Capital && !words[at].AllCapitals)
        {
            var unknown = evidence.MayName(name) && !word.AllCapitals;
            var known = evidence.IsKnown(name) && !evidence.InPlace(name) && !Lexicon.Roles.Contains(word.Plain);
            return close ? unknown || known || (word.AllCapitals && evidence.MayName(name)
                && Lexicon.NamedInCapitals.Contains(words.Plain(at))) : evidence.MayBeFirstName(name) || evidence.IsSurname(name);
        }

        // In small letters, or a text of capitals, only what the lists know.
        return close && evidence.MayName(name) && (evidence.IsFirstName(name) || evidence.IsSurname(name)
            || (evidence.MayBeFirstName(name) && word.Plain.Length > 4 && !Lexicon.DescribingNames.Contains(word.Plain)
                && !Lexicon.PlacesLikeNames.Contains(word.Plain))
            || (words.Shouted && words.Plain(at) is "famille" or "epoux" or "couple" && evidence.LooksForeign(name)));
    }
}
