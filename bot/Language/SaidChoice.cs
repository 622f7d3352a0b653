using Concertation.Domain.Votes;

namespace ConcertationBot.Language;

/// <summary>The answer that somebody who was mistaken says they meant: « j’ai voté pour, je voulais voter contre ».</summary>
public static class SaidChoice
{
    private static readonly HashSet<string> BeforePour = new(StringComparer.Ordinal)
    {
        "voter", "vote", "votes", "repondre", "mettre", "dire", "etre", "suis", "etais", "etait", "est", "plutot", "voulais",
        "voudrais", "veux", "voulait", "mettez", "mets",
    };

    private static readonly HashSet<string> Undone = new(StringComparer.Ordinal) { "pas", "non", "au", "lieu", "sans" };

    /// <summary>
    /// The answer that somebody gives in the first person, and as such alone: « je vote pour », « je m’abstiens ». Null for
    /// whatever asks, wonders or tells: « je vote pour ? », « si je vote contre ».
    /// </summary>
    public static Choice? Given(string text)
    {
        var words = FrenchText.Read(text).Words.Select(w => w.Plain).ToList();
        var asks = text.Contains('?', StringComparison.Ordinal) || words.Exists(w => w is "si" or "comment" or "pourquoi" or "est" or "puis" or "peux");
        return asks || !Enumerable.Range(0, words.Count).Any(at => IsGiven(words, at)) ? null : Read(text);
    }

    private static bool IsGiven(List<string> words, int at) => words.Skip(at).Take(3).ToList() is
        ["je", "vote", "pour" or "contre" or "abstention"] or ["je", "m", "abstiens"];

    /// <summary>Null when it names none, or more than one.</summary>
    public static Choice? Read(string text)
    {
        var words = FrenchText.Read(text).Words.Select(w => w.Plain).ToList();
        var said = new List<Choice>();
        for (var at = 0; at < words.Count; at++)
        {
            if (Of(words, at) is { } choice && !IsUndone(words, at) && !IsPast(words, at))
            {
                said.Add(choice);
            }
        }

        return said.Distinct().ToList() is [var only] ? only : null;
    }

    private static Choice? Of(List<string> words, int at) => words[at] switch
    {
        "contre" => Choice.Against,
        "abstention" or "abstenir" or "abstiens" or "abstenais" => Choice.Abstain,
        // « trompé pour le vote HT » names no answer.
        "pour" when (at > 0 && BeforePour.Contains(words[at - 1])) || at == words.Count - 1 => Choice.For,
        _ => null,
    };

    /// <summary>« pas pour », « au lieu de contre ».</summary>
    private static bool IsUndone(List<string> words, int at) =>
        words.Skip(Math.Max(0, at - 2)).Take(Math.Min(2, at)).Any(Undone.Contains);

    /// <summary>« j’ai voté pour », « j’ai mis abstention ».</summary>
    private static bool IsPast(List<string> words, int at) =>
        words.Skip(Math.Max(0, at - 3)).Take(Math.Min(3, at)).Any(w => w is "ai" or "avais" or "avait" or "avons");
}
