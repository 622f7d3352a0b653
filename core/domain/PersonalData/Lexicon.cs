using System.Collections.Frozen;

namespace Concertation.Domain.PersonalData;

/// <summary>
/// The word lists of the folder lexicon, read once: small letters without accents, '#' begins a line of explanation.
/// A data-protection officer can read and correct them without reading code.
/// </summary>
internal static class Lexicon
{
    /// <summary>First names that are seldom anything else.</summary>
    public static FrozenSet<string> FirstNames { get; } = Words("first-names");

    public static FrozenSet<string> FirstNamesAlsoWords { get; } = Words("first-names-also-words");

    public static FrozenSet<string> Surnames { get; } = Words("surnames");

    public static FrozenSet<string> SurnamesAlsoWords { get; } = Words("surnames-also-words");

    public static FrozenSet<string> Ordinary { get; } = Words("words");

    public static FrozenSet<string> Roles { get; } = Words("roles");

    public static FrozenSet<string> ShortTitles { get; } = Words("titles-short");

    public static FrozenSet<string> LongTitles { get; } = Words("titles-long");

    public static FrozenSet<string> Particles { get; } = Words("particles");

    /// <summary>What bears people's names: streets, hospitals, laws, illnesses.</summary>
    public static FrozenSet<string> Places { get; } = Words("places");

    /// <summary>Words that may stand between a place's kind and its name.</summary>
    public static FrozenSet<string> PlaceAdjectives { get; } = Words("place-adjectives");

    public static FrozenSet<string> Streets { get; } = Words("streets");

    public static FrozenSet<string> NotNames { get; } = Words("not-names");

    public static FrozenSet<string> Acronyms { get; } = Words("acronyms");

    /// <summary>What one says before a person: « vu avec », « appelé par ».</summary>
    public static FrozenSet<string> BeforeSomebody { get; } = Words("before-somebody");

    /// <summary>What a person does or is: a verb after a name.</summary>
    public static FrozenSet<string> AfterSomebody { get; } = Words("after-somebody");

    public static FrozenSet<string> Closings { get; } = Words("closings");

    public static FrozenSet<string> FileLabels { get; } = Words("file-labels");

    public static FrozenSet<string> PlacesLikeNames { get; } = Words("places-like-names");

    public static FrozenSet<string> NumberLabels { get; } = Words("number-labels");

    public static FrozenSet<string> NumberWords { get; } = Words("number-words");

    public static FrozenSet<string> LargeTowns { get; } = Words("large-towns");

    public static FrozenSet<string> Aged { get; } = Words("aged");

    public static FrozenSet<string> BeforeDelay { get; } = Words("before-delay");

    public static FrozenSet<string> BeforeTown { get; } = Words("before-town");

    public static FrozenSet<string> BeforeElsewhere { get; } = Words("before-elsewhere");

    public static FrozenSet<string> Lives { get; } = Words("lives");

    public static FrozenSet<string> WaysAlsoWords { get; } = Words("ways-also-words");

    public static FrozenSet<string> DescribingNames { get; } = Words("first-names-that-describe");

    public static FrozenSet<string> NamedInCapitals { get; } = Words("roles-before-capitals");

    public static FrozenSet<string> TwoLetters { get; } = Words("two-letters");

    public static FrozenSet<string> Nicknames { get; } = Words("initials-as-names");

    public static FrozenSet<string> DoubleHeads { get; } = Words("double-first-names");

    public static FrozenSet<string> Somebodys { get; } = Words("places-of-somebody");

    /// <summary>Whole lines: an illness may take several words.</summary>
    public static FrozenSet<string> RareConditions { get; } = Lines("rare-conditions").ToFrozenSet(StringComparer.Ordinal);

    public static FrozenSet<string> SurnamesAfterLe { get; } = Words("surnames-after-le");

    /// <summary>How long an IBAN is, by country.</summary>
    public static FrozenDictionary<string, int> IbanLengths { get; } = Lines("iban-lengths")
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(pair => pair[0], pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>What is proposed in place of what identifies, by key.</summary>
    public static FrozenDictionary<string, string> Neutral { get; } = Lines("neutral-words")
        .Select(line => line.Split(' ', 2))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static FrozenSet<string> Words(string file) => Lines(file)
        .SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A list's lines without its explanations.</summary>
    internal static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"lexicon.{file}.txt")
            ?? throw new InvalidOperationException($"no word list {file}");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Trim();
            }
        }
    }
}
