namespace ConcertationBot.Language;

/// <summary>Who comes instead of the writer: « ma cadre me remplace », « représentée par Mme Durand ».</summary>
internal static class SubstituteReader
{
    private const int LongestName = 7;

    private static readonly HashSet<string> Replaces = Set(
        "remplace remplacera remplacent represente representera representent supplee suppleera");

    private static readonly HashSet<string> Comes = Set(
        "viendra vient sera ira va assistera participera siegera representera remplacera viendront seront");

    private static readonly HashSet<string> Replaced = Set(
        "remplace remplacee remplacer represente representee representer remplaces representes suppleer supplee");

    private static readonly HashSet<string> Sends = Set("envoie enverrai envoyons delegue mandate designe");

    private static readonly HashSet<string> Titles = Set("m mr mme mlle dr pr melle");

    // What stands before a name without being part of it, and what ends one.
    private static readonly HashSet<string> NotName = Set(
        "mais car donc que qu et c est cest ce sera non pas oui par parce comme alors je j on ne serai suis la peux pourrai venir "
        + "absent absente le du au pour a y qui desole desolee impossible ok puisque empeche empechee dispo svp merci bonjour sinon");

    public static string? Read(FrenchText text, IReadOnlyList<Span> known)
    {
        var words = text.Words;
        for (var at = 0; at < words.Count; at++)
        {
            var found = words[at].Plain switch
            {
                var word when Replaces.Contains(word) && At(words, at - 1) is "me" or "nous" => Before(text, at - 1, known),
                "par" when Replaced.Contains(At(words, at - 1)) => After(text, at + 1, known),
                "a" when At(words, at - 1) is "pouvoir" or "procuration" => After(text, at + 1, known),
                var word when Sends.Contains(word) => After(text, at + 1, known),
                var word when Comes.Contains(word) && Instead(words, at) => Before(text, at, known),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return Deputy(text);
    }

    // « viendra à ma place », « y va pour moi », « représentera le SSIAD », « ma suppléante qui viendra ».
    private static bool Instead(IReadOnlyList<Token> words, int at)
    {
        if (words[at].Plain is "representera" or "remplacera")
        {
            return true;
        }

        for (var i = at + 1; i + 1 < words.Count && i < at + 8; i++)
        {
            if ((words[i].Plain is "ma" or "notre" && words[i + 1].Is("place"))
                || (words[i].Is("pour") && words[i + 1].Plain is "moi" or "nous"))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Deputy(FrenchText text)
    {
        for (var at = 0; at + 1 < text.Words.Count; at++)
        {
            if (text.Words[at].Plain is "mon" or "ma" or "notre" && text.Words[at + 1].Plain is "suppleant" or "suppleante")
            {
                return text.Written(text.Words[at].Span.With(text.Words[at + 1].Span));
            }
        }

        return null;
    }

    // The name that ends just before this word, back to a mark or to a word no name holds.
    private static string? Before(FrenchText text, int end, IReadOnlyList<Span> known)
    {
        var words = text.Words;
        while (end > 0 && words[end - 1].Plain is "qui" or "y" or "me" or "nous" or "ne")
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < LongestName && Joins(text, start - 1, known)
            && (start == end || Continues(text, start - 1)))
        {
            start--;
        }

        return start < end ? text.Written(words[start].Span.With(words[end - 1].Span)) : null;
    }

    private static string? After(FrenchText text, int start, IReadOnlyList<Span> known)
    {
        var words = text.Words;
        start += At(words, start) is "l" or "le" && start + 1 < words.Count && Titles.Contains(At(words, start + 1)) ? 1 : 0;
        var end = start;
        while (end < words.Count && end - start < LongestName && (Joins(text, end, known) || IsParticle(words, end, start))
            && (end == start || Continues(text, end - 1)))
        {
            end++;
        }

        return start < end ? text.Written(words[start].Span.With(words[end - 1].Span)) : null;
    }

    // « Le Goff », « ma collègue du SSIAD »: words that end a name elsewhere go on inside one.
    private static bool IsParticle(IReadOnlyList<Token> words, int at, int start) =>
        at > start && words[at].Plain is "le" or "la" or "du" && at + 1 < words.Count && words[at + 1].Kind == TokenKind.Word;

    private static bool Joins(FrenchText text, int at, IReadOnlyList<Span> known)
    {
        var word = text.Words[at];
        if (word.Kind != TokenKind.Word || known.Any(span => span.Touches(word.Span)))
        {
            return false;
        }

        var capital = char.IsUpper(text.Original[word.Span.Start]);
        return !NotName.Contains(word.Plain) || (capital && word.Plain is "le" or "la" or "du");
    }

    // Only spaces, a hyphen, an apostrophe, or the point of a title stand between this word and the next.
    private static bool Continues(FrenchText text, int at)
    {
        if (at + 1 >= text.Words.Count)
        {
            return true;
        }

        var between = text.Original.AsSpan()[text.Words[at].Span.End..text.Words[at + 1].Span.Start].Trim();
        return between is "" or "-" or "'" or "’" || (between is "." && Titles.Contains(text.Words[at].Plain));
    }

    private static string At(IReadOnlyList<Token> words, int at) => at >= 0 && at < words.Count ? words[at].Plain : "";

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
