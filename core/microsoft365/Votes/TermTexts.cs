using Concertation.Domain.Decisions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;

namespace Concertation.Microsoft365.Votes;

/// <summary>What a decision will carry beyond its text, as labels and values; a value that isn't there is null.</summary>
public static class TermTexts
{
    public static IEnumerable<CardFact> Facts(Ballot ballot) =>
    [
        .. OfDecision(ballot),
        ("Ensuite", ballot.Terms.Escalates ? "Si elle est adoptée, elle est soumise à la table stratégique" : null),
    ];

    /// <summary>The same once it is adopted.</summary>
    /// <param name="submitted">How it stands with the table that validates it; null where none does.</param>
    public static IEnumerable<CardFact> OfDecision(Ballot ballot, EscalationState? submitted = null) =>
    [
        ("Base légale", ballot.Terms.LegalBasis),
        (EscalationTexts.ChangesIf(submitted), ballot.Terms.Changes),
        ("Portée par", ballot.Labels.Carrier),
        ("À revoir le", ballot.Terms.ReviewOn is { } day ? French.ShortDay(day) : null),
    ];

    /// <summary>The options, numbered, one a line; null where there are none.</summary>
    public static string? Options(Ballot ballot) => ballot.Form.Options is { } options
        ? string.Join('\n', options.Select((o, i) => $"Option {i + 1} : {o}"))
        : null;

    /// <summary>The same as lines of a letter or of a page; empty where nothing is to say.</summary>
    public static string Lines(Ballot ballot) => string.Join(
        '\n',
        new[] { AnswerTexts.Reworded(ballot), ballot.Form.Amended is { } amended ? $"Ce qui change : {amended}" : null, Options(ballot) }
            .OfType<string>()
            .Concat(Facts(ballot).Where(f => f.Words is not null).Select(f => $"{f.Label} : {f.Words}")));
}
