using System.Collections.Frozen;

namespace ConcertationBot.Language;

/// <summary>Words as thumbs type them: « jserai », « cest », « dsl », « qd ». Plain spelling throughout.</summary>
internal static class TextSpeak
{
    // No French word starts with j and a consonant: « jpeux » is « j’peux ». Before a vowel only these are cut.
    private const string Vowels = "aeiouy";

    private static readonly FrozenSet<string> CutAfterFirst = FrozenSet.Create(
        StringComparer.Ordinal, "jai", "javais", "jaurai", "jaurais", "jaimerais", "jarrive", "jirai", "jy",
        "jen", "jenvoie", "jenverrai", "jannule", "jaccepte", "jassiste", "jassisterai", "jattends", "jorganise", "jinvite", "jessaie",
        "jespere", "cest", "cetait", "ya", "yavait");

    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>
    {
        ["dsl"] = "desole",
        ["qd"] = "quand",
        ["ds"] = "dans",
        ["ns"] = "nous",
        ["vs"] = "vous",
        ["tt"] = "tout",
        ["bcp"] = "beaucoup",
        ["rte"] = "route",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The word, or the words that it stands for; each knows its own letters.</summary>
    public static IEnumerable<Token> Opened(Token token)
    {
        var plain = token.Plain;
        if (token.Kind != TokenKind.Word || plain.Length < 2)
        {
            return [token];
        }

        if (Short.TryGetValue(plain, out var whole))
        {
            return [token with { Plain = whole }];
        }

        var cut = CutAfterFirst.Contains(plain)
            || (plain.Length > 3 && plain[0] == 'j' && char.IsAsciiLetter(plain[1]) && !Vowels.Contains(plain[1], StringComparison.Ordinal));
        var (start, end) = (token.Span.Start, token.Span.End);
        return cut
            ?
            [
                token with { Plain = plain[..1], Span = new Span(start, start + 1) },
                new Token(plain[1..], TokenKind.Word, new Span(start + 1, end), Glued: true),
            ]
            : [token];
    }

    /// <summary>« convok », « kel »: k for qu. Null when there is no k, or nothing but one.</summary>
    public static string? WithoutK(string plain) =>
        plain.Length > 1 && plain.Contains('k', StringComparison.Ordinal) ? plain.Replace("k", "qu", StringComparison.Ordinal) : null;
}
