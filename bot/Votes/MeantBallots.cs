using Concertation.Domain.Votes;
using ConcertationBot.Language;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>Which ballots a message may mean, by its table, by words of their titles or by their initials (« HT »).</summary>
/// <param name="Sure">There is one, and no word of the message points elsewhere: closing can't be undone.</param>
internal sealed record MeantBallots(IReadOnlyList<Ballot> Candidates, bool Sure)
{
    private const int LongestInitials = 6;

    /// <summary>Words that say what to do or say it politely, and nothing about which ballot.</summary>
    private static readonly HashSet<string> SaysNothing = new(StringComparer.Ordinal)
    {
        "vote", "votes", "voter", "scrutin", "clos", "clore", "cloture", "cloturer", "clot", "ferme", "fermer", "arrete",
        "arreter", "termine", "terminer", "retire", "retirer", "annule", "annuler", "maintenant", "merci", "bonjour",
        "peux", "pouvez", "faut", "veux", "voudrais", "plait", "tout", "suite", "cours", "ouvert", "pour", "cette", "table",
        "le", "la", "les", "un", "une", "de", "du", "des", "au", "aux", "et", "ou", "ce", "ces", "cet", "sur", "en", "je",
        "on", "il", "que", "qui", "est", "se", "sa", "son", "mon", "ma", "mes", "svp", "stp", "vous", "dans", "par", "avec",
        "me", "suis", "trompe", "trompee", "erreur", "voulais", "voulait", "contre", "abstention", "abstenir", "abstiens", "pas",
        "ai", "prolonge", "prolonger", "prolongez", "rallonge", "jusqu", "relance", "relancer", "relancez", "ceux", "celles",
        "ont", "encore", "affiche", "afficher", "montre", "montrer", "ici", "groupe",
    };

    public static MeantBallots Among(IReadOnlyList<Ballot> open, TextTurn turn)
    {
        var mention = turn.Reading.Slots.Table;
        var ofTable = open.Where(b => mention?.Candidates.Any(t => t.Id == b.Table) ?? false).ToList();
        var candidates = ofTable.Count > 0 ? ofTable : open;
        var said = Words(turn.Text).Except(Words(mention?.Written ?? ""), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        var named = candidates.Where(b => Names(b).Any(name => IsNamed(name, said))).ToList();
        return named.Count > 0
            ? new(named, named.Count == 1)
            : new(candidates, candidates.Count == 1 && said.Count == 0);
    }

    private static IEnumerable<string> Names(Ballot ballot) =>
        new[] { ballot.Title, ballot.Labels.Item, ballot.Labels.Axis }.OfType<string>();

    private static bool IsNamed(string name, HashSet<string> said)
    {
        var words = Words(name).ToList();
        var initials = string.Concat(words.Select(w => w[0]));
        return words.Exists(said.Contains)
            || said.Any(word => word.Length is > 1 and <= LongestInitials && initials.Contains(word, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Words(string text) => FrenchText.Read(text).Words
        .Select(w => w.Plain).Where(w => w.Length > 1 && !SaysNothing.Contains(w));
}
