using Concertation.Domain.Tables;
using ConcertationBot.Language;

namespace ConcertationBot.Meetings;

/// <summary>Which seat a message gives a proxy to.</summary>
internal static class ProxyWords
{
    // What stands in many names and tells none from another.
    private static readonly HashSet<string> Common = new(
        ("les des aux une pour avec dans par sur mon notre pouvoir procuration donne donner seance vote table equipe pays union association "
            + "collectif centre pole communaute communes departement departementale conseil").Split(' '),
        StringComparer.Ordinal);

    private static readonly char[] Between = [' ', '\'', '’', '-', ',', '.', '(', ')', '\u00a0'];

    /// <summary>
    /// The seat that the message names: by its whole name or its representative's, else by the words it shares with no
    /// other seat (« au CLIC »); null when none or several can be meant.
    /// </summary>
    public static Seat? Named(string text, Roster roster, IEnumerable<Seat> among, SeatId giver)
    {
        var said = FrenchText.Fold(text);
        var others = among.Where(s => s.Id != giver).ToList();
        var whole = others.Where(s => Names(roster, s).Any(name =>
            name.Length > 2 && said.Contains(FrenchText.Fold(name), StringComparison.Ordinal))).ToList();
        if (whole.Count > 0)
        {
            return whole is [var one] ? one : null;
        }

        var words = WordsOf(said).ToHashSet(StringComparer.Ordinal);
        var best = others.Select(s => (Seat: s, Shared: Names(roster, s).SelectMany(WordsOf).Distinct().Count(words.Contains)))
            .Where(s => s.Shared > 0).GroupBy(s => s.Shared).MaxBy(g => g.Key)?.ToList();
        return best is [var only] ? only.Seat : null;
    }

    private static IEnumerable<string> WordsOf(string name) => FrenchText.Fold(name)
        .Split(Between, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2 && !Common.Contains(w));

    private static IEnumerable<string> Names(Roster roster, Seat seat)
    {
        yield return roster.StructureName(seat.Structure);
        if (roster.Mandates.TryGetValue(seat.Id, out var mandate))
        {
            yield return mandate.Holder.Name;
        }
    }
}
