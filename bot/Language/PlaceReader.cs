namespace ConcertationBot.Language;

/// <summary>Where a session is held: « à la mairie de Plouézec », « salle du conseil », « en visio ».</summary>
internal static class PlaceReader
{
    private const int Longest = 9;

    private static readonly HashSet<string> Places = Set(
        "mairie hopital clinique ehpad maison ccas clic siege locaux centre residence prefecture departement conseil "
        + "communaute mediatheque espace pole foyer chu ch ars cpam msp bureau bureaux ssiad dac maia mutualite agence "
        + "bibliotheque ecole lycee gymnase auberge hotel etage annexe antenne institut ime esat salle amphi amphitheatre");

    private static readonly HashSet<string> Online = Set(
        "visio visioconference visioconf visioconferences teams zoom distanciel webex hybride meet skype");

    private static readonly HashSet<string> Ends = Set(
        "pour avec et ou ordre odj sur duree svp merci stp pendant durant de sujet en le a du des d l au");

    public static bool IsOnline(FrenchText text)
    {
        for (var at = 0; at < text.Words.Count; at++)
        {
            if (Online.Contains(text.Words[at].Plain)
                || (text.Words[at].Plain is "en" or "a" && at + 1 < text.Words.Count
                    && text.Words[at + 1].Plain is "ligne" or "distance"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The place and where it stands, its preposition included.</summary>
    public static (string Name, Span Span)? Read(FrenchText text, IReadOnlyList<Span> known)
    {
        for (var at = 0; at < text.Words.Count; at++)
        {
            var start = Start(text, at);
            if (start < 0 || known.Any(span => span.Touches(text.Words[start].Span)))
            {
                continue;
            }

            var end = start + 1;
            while (end < text.Words.Count && end - start < Longest && GoesOn(text, end, known))
            {
                end++;
            }

            while (end > start + 1 && Ends.Contains(text.Words[end - 1].Plain))
            {
                end--;
            }

            var span = text.Words[start].Span.With(text.Words[end - 1].Span);
            return (text.Written(span), text.Words[at].Span.With(span));
        }

        return null;
    }

    // The first word of the place when one is announced here, otherwise -1.
    private static int Start(FrenchText text, int at)
    {
        var words = text.Words;
        var word = words[at].Plain;
        if (word is "salle" or "amphi" or "amphitheatre" && !(at > 0 && words[at - 1].Plain is "changer" or "change"))
        {
            return at;
        }

        if (word is "lieu" && text.Original.AsSpan()[words[at].Span.End..].TrimStart().StartsWith(":", StringComparison.Ordinal))
        {
            return at + 1 < words.Count ? at + 1 : -1;
        }

        if (word is not ("a" or "au" or "aux" or "en" or "dans" or "chez") || at + 1 >= words.Count)
        {
            return -1;
        }

        var next = at + 1;
        if (words[next].Plain is "la" or "l" or "les" or "le" && next + 1 < words.Count)
        {
            return Places.Contains(words[next + 1].Plain) ? next : -1;
        }

        var named = word is "a" or "au" or "chez" && words[next].Kind == TokenKind.Word && words[next].Plain.Length > 2
            && char.IsUpper(text.Original[words[next].Span.Start])
            && !Online.Contains(words[next].Plain);
        return Places.Contains(words[next].Plain) || named ? next : -1;
    }

    private static bool GoesOn(FrenchText text, int at, IReadOnlyList<Span> known)
    {
        var word = text.Words[at];
        var between = text.Original.AsSpan()[text.Words[at - 1].Span.End..word.Span.Start].Trim();
        var joined = between is "" or "-" or "'" or "’";
        return joined && !known.Any(span => span.Touches(word.Span)) && !Online.Contains(word.Plain)
            && word.Plain is not ("pour" or "avec" or "et" or "ou" or "ordre" or "odj" or "sur" or "duree" or "svp" or "merci"
                or "stp" or "pendant" or "durant" or "a" or "en" or "afin" or "concernant");
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
