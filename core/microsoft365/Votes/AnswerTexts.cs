using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Microsoft365.Votes;

/// <summary>What an answer is called, by the way its ballot decides.</summary>
public static class AnswerTexts
{
    /// <summary>On its button and wherever it is named: our own words only.</summary>
    public static string Word(Majority way, Choice choice) => (way, choice) switch
    {
        (Majority.Consent, Choice.For) => "Je consens",
        (Majority.Consent, Choice.Against) => "Objection",
        (Majority.Consent, Choice.Abstain) => "Je m’en remets aux autres",
        (Majority.Opinion, Choice.For) => "Favorable",
        (Majority.Opinion, Choice.Against) => "Défavorable",
        (_, Choice.For) => "Pour",
        (_, Choice.Against) => "Contre",
        (_, Choice.Abstain) => "Abstention",
        (_, Choice.Reserve) => "Favorable sous réserve",
        (_, Choice.Concern) => "Préoccupation",
        (_, Choice.Option) => "Une option",
        (_, Choice.Sealed) => "A pris part",
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "no such choice"),
    };

    /// <summary>« Pour », « Favorable sous réserve, réponse le 12/12/2026 », « Option 2 »: our own words only.</summary>
    public static string Short(Ballot ballot, Vote vote) => vote switch
    {
        { Choice: Choice.Option, Option: { } option } => $"Option {(option + 1).ToString(French.Culture)}",
        { Choice: Choice.Reserve, ReserveUntil: { } until } => $"{Word(ballot.Majority, vote.Choice)}, réponse le {French.ShortDay(until)}",
        _ => Word(ballot.Majority, vote.Choice),
    };

    /// <summary>The same with the option's own words, which people wrote.</summary>
    public static string Whole(Ballot ballot, Vote vote) =>
        OptionOf(ballot, vote) is { } option ? $"{Short(ballot, vote)} : {option}" : Short(ballot, vote);

    /// <summary>The words of the option chosen; null where none was.</summary>
    public static string? OptionOf(Ballot ballot, Vote vote) =>
        vote is { Choice: Choice.Option, Option: { } option } ? ballot.Form.Options?.ElementAtOrDefault(option) : null;

    /// <summary>Above the field of the reason.</summary>
    public static string ReasonLabel(Ballot ballot) => ballot.Majority == Majority.Consent
        ? "Motif (nécessaire pour une préoccupation ou une objection)"
        : "Motif (facultatif)";

    public const string ReserveTitle = "Favorable sous réserve…";

    public const string ReserveAsk =
        "Votre réponse compte comme une voix pour. La décision dira qu’elle est sous réserve, jusqu’à la réponse de votre gouvernance.";

    /// <summary>On a page, where it stands beside the other answers.</summary>
    public const string ReserveOnPage =
        "Un vote « Favorable sous réserve » compte comme une voix pour. La décision dira qu’il est sous réserve, jusqu’à la réponse de votre gouvernance.";

    public const string ReserveLabel = "Réponse de ma gouvernance le";

    public const string SaidReserve =
        "Rien n’est encore compté. Vérifiez la date ci-dessous, puis appuyez sur « Favorable sous réserve ».";

    public const string OptionLabel = "Votre choix";

    /// <summary>« deuxième tour ».</summary>
    public static string Round(int round) => round switch
    {
        1 => "premier tour",
        2 => "deuxième tour",
        3 => "troisième tour",
        _ => $"{round.ToString(French.Culture)}e tour",
    };

    /// <summary>« Une fiche de liaison (tour 2) »: rounds of a proposal have one title.</summary>
    public static string Titled(string title, int round) => round < 2 ? title : $"{title} (tour {round.ToString(French.Culture)})";

    /// <inheritdoc cref="Titled(string, int)"/>
    public static string Titled(Ballot ballot) => Titled(ballot.Title, ballot.Form.Round);

    /// <summary>« Deuxième tour : la proposition a été reformulée après objection. »; null in a first round.</summary>
    public static string? Reworded(Ballot ballot) => ballot.Form.Round < 2
        ? null
        : $"{French.Capital(Round(ballot.Form.Round))} : la proposition a été reformulée après objection.";
}
