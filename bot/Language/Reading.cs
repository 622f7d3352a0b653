using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Sessions;
using Concertation.Domain.Tables;

namespace ConcertationBot.Language;

/// <summary>What the reader knows of the writer: it tips the scales, it never decides what is allowed.</summary>
[Flags]
public enum Writer
{
    Partner = 0,
    Member = 1,
    Pilote = 2,
}

/// <summary>What surrounds a message. <paramref name="AwaitsReply"/>: an invitation of the writer is unanswered.</summary>
public sealed record ReadingContext(
    DateTimeOffset Now,
    TimeZoneInfo Zone,
    IReadOnlyList<Table> Tables,
    Writer Writer = Writer.Partner,
    bool AwaitsReply = false);

/// <summary>One thing the message may mean; the score goes from 0 to 1.</summary>
public sealed record Guess(IntentKind Kind, double Score);

/// <summary>
/// A table as it was written. One candidate: that table. Several: ask which. None: the territory has no such table.
/// <see cref="Ambiguous"/> when the word itself is (« CTA »), even if one candidate is left.
/// </summary>
public sealed record TableMention(string Written, IReadOnlyList<Table> Candidates, bool Ambiguous, Span Span);

/// <summary>Everything the message gives besides what it wants; null where it says nothing.</summary>
public sealed record Slots(WhenFound When)
{
    public TableMention? Table { get; init; }

    public SessionFormat? Format { get; init; }

    /// <summary>« la mairie de Plouézec », « salle du conseil ».</summary>
    public string? Place { get; init; }

    public bool Online { get; init; }

    /// <summary>Who comes instead of the writer, as written: « ma cadre », « Mme Durand ».</summary>
    public string? Substitute { get; init; }

    /// <summary>The year is the current one when only the number was written.</summary>
    public DysfunctionRef? Reference { get; init; }

    /// <summary>So for the year of a cluster: « groupe 3 ».</summary>
    public ClusterRef? Cluster { get; init; }

    /// <summary>The month of the report asked about.</summary>
    public MonthFound? Month { get; init; }

    /// <summary>The message after its command words: what to signal, what to propose. Empty when nothing follows.</summary>
    public string Body { get; init; } = "";

    /// <summary>The body without anything captured above: « pour parler des sorties ».</summary>
    public string Rest { get; init; } = "";
}

/// <summary>
/// What a message probably means, likeliest first, at least three guesses. When not <see cref="Sure"/>, offer the
/// <see cref="Offers"/> as buttons instead of acting.
/// </summary>
public sealed record Reading(IReadOnlyList<Guess> Guesses, bool Sure, Slots Slots)
{
    public IntentKind Kind => Guesses[0].Kind;

    /// <summary>The two or three likeliest.</summary>
    public IEnumerable<IntentKind> Offers =>
        Guesses.Take(Guesses[1].Score > 0 && Guesses[2].Score == 0 ? 2 : 3).Select(guess => guess.Kind);
}
