using System.Collections.Frozen;

namespace ConcertationBot.Language;

/// <summary>
/// A turn of phrase that speaks for an intent. Written in plain words: <c>a|b</c> one of, <c>stem*</c> a beginning,
/// <c>word?</c> may be missing, <c>~</c> up to three words between, <c>{name}</c> a named list, <c>#table</c>
/// <c>#date</c> <c>#ref</c> <c>#group</c> what was recognised, <c>^</c> only where a command may start, <c>$</c> only at the end.
/// </summary>
internal sealed class Cue
{
    private const int Gap = 3;

    private readonly Element[] _elements;
    private readonly bool _ends;

    private Cue(IntentKind kind, int points, bool heads, bool ends, Element[] elements)
    {
        Kind = kind;
        Points = points;
        Heads = heads;
        _ends = ends;
        _elements = elements;
    }

    public IntentKind Kind { get; }

    public int Points { get; }

    /// <summary>Only counts where a command may start.</summary>
    public bool Heads { get; }

    public IEnumerable<string> Words => _elements.SelectMany(element => element.Words);

    private sealed record Element(FrozenSet<string> Words, string[] Stems, WordRole Roles, bool Optional, bool IsGap)
    {
        public bool Matches(Message message, int at)
        {
            if (message.Has(at, Roles))
            {
                return true;
            }

            foreach (var word in Words)
            {
                if (message.Means(at, word))
                {
                    return true;
                }
            }

            foreach (var stem in Stems)
            {
                if (message.StartsWith(at, stem))
                {
                    return true;
                }
            }

            return false;
        }
    }

    public static Cue Parse(IntentKind kind, int points, string pattern, IReadOnlyDictionary<string, string> lists)
    {
        var parts = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var heads = parts.Remove("^");
        var ends = parts.Remove("$");
        return new Cue(kind, points, heads, ends, [.. parts.Select(part => ParseElement(part, lists))]);
    }

    /// <summary>Where the phrase stands: its first word and the word after it, or null.</summary>
    public (int From, int To)? Find(Message message)
    {
        for (var at = 0; at < message.Words.Count; at++)
        {
            if ((!Heads || message.IsHead(at)) && Match(message, at, 0) is >= 0 and var to)
            {
                return (at, to);
            }
        }

        return null;
    }

    private int Match(Message message, int at, int element)
    {
        if (element == _elements.Length)
        {
            return !_ends || at >= message.End ? at : -1;
        }

        var wanted = _elements[element];
        if (wanted.IsGap)
        {
            for (var skipped = 0; skipped <= Gap && at + skipped <= message.Words.Count; skipped++)
            {
                if (Match(message, at + skipped, element + 1) is >= 0 and var to)
                {
                    return to;
                }
            }

            return -1;
        }

        if (at < message.Words.Count && wanted.Matches(message, at) && Match(message, at + 1, element + 1) is >= 0 and var end)
        {
            return end;
        }

        return wanted.Optional ? Match(message, at, element + 1) : -1;
    }

    private static Element ParseElement(string part, IReadOnlyDictionary<string, string> lists)
    {
        if (part is "~")
        {
            return new Element(FrozenSet<string>.Empty, [], WordRole.None, Optional: false, IsGap: true);
        }

        var optional = part.EndsWith('?');
        var choices = Expand(optional ? part[..^1] : part, lists).Split('|');
        var roles = WordRole.None;
        var words = new List<string>();
        var stems = new List<string>();
        foreach (var choice in choices)
        {
            switch (choice)
            {
                case "#table": roles |= WordRole.Table; break;
                case "#date": roles |= WordRole.Date; break;
                case "#ref": roles |= WordRole.Reference; break;
                case "#group": roles |= WordRole.Cluster; break;
                case [.. var stem, '*']: stems.Add(stem); break;
                case "": throw new FormatException("An empty choice in « " + part + " ».");
                default: words.Add(choice); break;
            }
        }

        return new Element(words.ToFrozenSet(StringComparer.Ordinal), [.. stems], roles, optional, IsGap: false);
    }

    private static string Expand(string part, IReadOnlyDictionary<string, string> lists)
    {
        while (part.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = part.IndexOf('}', open);
            part = part[..open] + lists[part[(open + 1)..close]] + part[(close + 1)..];
        }

        return part;
    }
}
