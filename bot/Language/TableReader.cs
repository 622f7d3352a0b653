using Concertation.Domain.Tables;

namespace ConcertationBot.Language;

/// <summary>Finds the table a message speaks of: by its own names, else by the words for its kind.</summary>
internal static class TableReader
{
    private static readonly (string[] Words, TableKind Kind)[] Kinds =
    [
        .. Named(TableKind.Tactical, "table de concertation tactique; table tactique; concertation tactique; tct; tactique"),
        .. Named(
            TableKind.Strategic,
            "table de concertation strategique; table strategique departementale; table strategique; table strat; tcs; tsd; strategique; strat"),
        .. Named(TableKind.SteeringCommittee, "comite de pilotage; copil"),
        .. Named(TableKind.WorkingGroup, "groupe de travail; groupe travail; gt"),
        .. Named(
            TableKind.LocalCoordination, "coordination territoriale; coordination locale; coord territoriale; coordo territoriale; coord locale"),
        .. Named(TableKind.CaseReview, "reunion de synthese"),
    ];

    // After « table », these start no name of one.
    private static readonly HashSet<string> NoName = new(StringComparer.Ordinal)
    {
        "le", "la", "les", "de", "du", "des", "pour", "mardi", "lundi", "mercredi", "jeudi", "vendredi", "samedi", "demain",
        "pleniere", "restreinte", "a", "en", "svp", "dans", "ronde", "est", "et", "qui", "ce", "au",
    };

    public static IEnumerable<string> Words => Kinds.SelectMany(kind => kind.Words);

    public static TableMention? Read(FrenchText text, IReadOnlyList<Table> tables)
    {
        var words = text.Words;
        var names = tables
            .SelectMany(table => new[] { (Words: Split(table.Short), table), (Words: Split(table.Name), table) })
            .Where(name => name.Words.Length > 0)
            .OrderByDescending(name => name.Words.Length)
            .ToList();
        for (var at = 0; at < words.Count; at++)
        {
            var own = names.Where(name => Stands(words, at, name.Words)).ToList();
            var kind = Kinds.Where(kind => Stands(words, at, kind.Words)).OrderByDescending(kind => kind.Words.Length).FirstOrDefault();
            if (own.Count > 0 && own[0].Words.Length >= (kind.Words?.Length ?? 0))
            {
                var same = own.Where(name => name.Words.Length == own[0].Words.Length).Select(name => name.table).Distinct();
                return Mention(text, at, own[0].Words.Length, [.. same], ambiguous: false);
            }

            if (kind.Words is not null)
            {
                return Mention(text, at, kind.Words.Length, [.. tables.Where(table => table.Kind == kind.Kind)], ambiguous: false);
            }

            if (words[at].Is("cta"))
            {
                return Mention(text, at, 1, [.. tables.Where(IsCta)], ambiguous: true);
            }
        }

        return ReadUnknown(text);
    }

    // « CTA » is said of the tactical table here, of the territorial coordination there: always ask.
    private static bool IsCta(Table table) => table.Kind is TableKind.Tactical or TableKind.LocalCoordination;

    // « la table machin »: a name nobody gave to a table.
    private static TableMention? ReadUnknown(FrenchText text)
    {
        for (var at = 0; at + 1 < text.Words.Count; at++)
        {
            var next = text.Words[at + 1];
            if (text.Words[at].Plain is "table" or "instance" or "comite" or "commission" && next.Kind == TokenKind.Word
                && !NoName.Contains(next.Plain))
            {
                return Mention(text, at, 2, [], ambiguous: false);
            }
        }

        return null;
    }

    private static TableMention Mention(FrenchText text, int at, int length, IReadOnlyList<Table> candidates, bool ambiguous)
    {
        var span = text.Words[at].Span.With(text.Words[at + length - 1].Span);
        return new TableMention(text.Written(span), candidates, ambiguous, span);
    }

    private static bool Stands(IReadOnlyList<Token> words, int at, string[] name)
    {
        if (at + name.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (!Fuzzy.Same(words[at + i].Plain, name[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string[] Split(string name) => [.. FrenchText.Read(name).Words.Select(word => word.Plain)];

    private static IEnumerable<(string[] Words, TableKind Kind)> Named(TableKind kind, string names) =>
        names.Split(';', StringSplitOptions.TrimEntries).Select(name => (name.Split(' '), kind));
}
