using Concertation.Domain.Decisions;
using Concertation.Domain.Roadmap;
using ConcertationBot.Language;

namespace ConcertationBot.Decisions;

/// <summary>What « décisions hospitalisation 2026 » looks for; the number where one was written (« TCT 2026-003 »).</summary>
internal sealed record TypedQuery(RegisterQuery Query, DecisionNumber? Number)
{
    /// <summary>Words that ask for decisions or say nothing about which.</summary>
    private static readonly HashSet<string> SaysNothing = new(StringComparer.Ordinal)
    {
        "decision", "decisions", "registre", "releve", "liste", "suivi", "historique", "tableau", "axe", "annee", "quelle", "quelles",
        "quel", "quels", "derniere", "dernieres", "toutes", "toute", "tous", "tout", "cherche", "chercher", "recherche", "trouve", "retrouve",
        "montre", "montrer", "voir", "lire", "donne", "voudrais", "veux", "peux", "prises", "prise", "pris", "ete", "ont", "avons", "ai",
        "decide", "decides", "decidee", "decidees", "adopte", "adoptee", "adoptees", "acte", "tranche", "concernant", "sujet", "propos",
        "table", "merci", "bonjour", "svp", "stp", "plait", "le", "la", "les", "un", "une", "de", "du", "des", "au", "aux", "et", "ou",
        "ce", "ces", "cet", "cette", "sur", "en", "je", "on", "il", "que", "qu", "quoi", "qui", "est", "sont", "se", "sa", "son", "mon", "ma", "mes",
        "vous", "nous", "dans", "par", "avec", "pour", "a", "l", "d", "s", "c", "j", "t", "y", "te", "moi", "nos", "notre", "seance", "pas",
    };

    public static TypedQuery Read(string text, TableMention? mention)
    {
        var table = mention is { Candidates: [var only], Ambiguous: false } ? only.Id : (Concertation.Domain.Tables.TableId?)null;
        var tokens = FrenchText.Read(text).Tokens.Where(t => mention is null || !t.Span.Touches(mention.Span)).ToList();
        var (words, axis, year, number) = (new List<string>(), (AxisId?)null, (int?)null, (DecisionNumber?)null);
        for (var at = 0; at < tokens.Count; at++)
        {
            var (token, next) = (tokens[at], at + 1 < tokens.Count ? tokens[at + 1] : null);
            if (IsYear(token))
            {
                year = token.Number;
                if (next is { Plain: "-", Glued: true } && at + 2 < tokens.Count && tokens[at + 2] is { Kind: TokenKind.Number, Glued: true, Number: > 0 } after)
                {
                    number = new DecisionNumber(token.Number, after.Number);
                    at += 2;
                }
            }
            else if (token is { Kind: TokenKind.Word, Plain.Length: 1 } && next is { Kind: TokenKind.Number, Glued: true })
            {
                // « T3 »: an axis, by its code.
                axis = new AxisId(token.Plain + next.Plain);
                at++;
            }
            else if (token.Kind != TokenKind.Mark && !SaysNothing.Contains(token.Plain))
            {
                words.Add(token.Plain);
            }
        }

        return new TypedQuery(new RegisterQuery(words, table, axis, year), number);
    }

    /// <summary>The words of a field, as they are looked for.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [.. FrenchText.Read(text).Words.Select(w => w.Plain).Where(w => !SaysNothing.Contains(w))];

    private static bool IsYear(Token token) => token is { Kind: TokenKind.Number, Plain.Length: 4, Number: >= 2000 and < 2100 };
}
