using Concertation.Domain;
using Concertation.Domain.Votes;

namespace Concertation.Microsoft365.Votes;

/// <summary>What is said about secret ballots: what secret means here, honestly, and what it can't hold.</summary>
public static class SecretTexts
{
    public const string Meaning =
        "Vote secret : votre réponse est chiffrée, mêlée aux autres et définitive. Elle reste visible de Teams au moment où vous cliquez et de qui détient la clé. Si moins de cinq sièges répondent, le résultat peut la révéler.";

    /// <summary>The same on the page of a personal link, where Teams sees nothing.</summary>
    public const string MeaningOnPage =
        "Vote secret : votre réponse est chiffrée, mêlée aux autres et définitive. Elle reste visible du serveur au moment où vous l’envoyez et de qui détient la clé. Si moins de cinq sièges répondent, le résultat peut la révéler.";

    /// <summary>Before a ballot is opened.</summary>
    public const string BeforeOpening =
        "Avec moins de cinq réponses, ou des réponses unanimes, le résultat d’un vote secret peut révéler ce que chacun a répondu.";

    public const string ForConvener =
        "Vote secret : vous saurez qui a répondu, jamais quoi. Les réponses restent visibles de Teams au moment du clic et de qui détient la clé.";

    public const string WaitsTitle = "Le décompte arrive";

    public const string Answered =
        "Cette réponse est définitive. La carte ne la montre pas, et le relevé du vote dira seulement que le siège a pris part.";

    public const string AnsweredOnPage =
        "Elle est définitive. Cette page ne la montre pas, et le relevé du vote dira seulement que le siège a pris part.";

    public const string AgainOnPage =
        "La première réponse reçue est définitive. Si vous venez d’en choisir une autre, elle n’est pas prise en compte.";

    public const string AnsweredTitle = "Le siège a répondu";

    public const string TookPart = "Qui a pris part";

    public const string FinalTitle = "La première réponse est définitive";

    /// <summary>For those who may vote: too few seats for a secret to hold.</summary>
    public static string? FewSeats(Ballot ballot) => ballot is { IsSecret: true, Seats: < SecretRules.FewAnswers }
        ? $"{French.Count(ballot.Seats, "siège seulement vote", "sièges seulement votent")} : le résultat pourra révéler ce que chacun a répondu."
        : null;

    /// <summary>For the convener, of a secret ballot that is closed and not counted yet; null for any other.</summary>
    public static string? Waits(Ballot ballot) => ballot is { IsSecret: true, State: BallotState.Closed, Outcome: null }
        ? "S’il tarde, c’est que la clé qui ouvre les réponses manque sur le serveur : aucune n’est perdue. Prévenez la personne qui administre le bot, puis actualisez."
        : null;

    /// <summary>What an outcome gives away; null when it gives nothing away, or the ballot was nominal.</summary>
    public static string? Reveals(Ballot ballot, Outcome outcome) =>
        !ballot.IsSecret || outcome.Answered == 0 || outcome.IsUncounted ? null
        : outcome.Answered < SecretRules.FewAnswers
            ? "Moins de cinq réponses : ce résultat peut révéler ce que chacun a répondu."
        : outcome.Consultative is { } apart && apart.For + apart.Against + apart.Abstain is > 0 and < SecretRules.FewAnswers
            ? "Moins de cinq voix consultatives : leur décompte, à part, peut révéler ce que chacune a répondu."
        : Kinds(outcome) == 1 ? "Réponses unanimes : ce résultat révèle ce que chacun a répondu."
        : null;

    public static string Refusal(SecretLimit limit) => limit switch
    {
        SecretLimit.Reason => "Un vote secret ne prend pas de motif : il dirait de qui vient la réponse. Répondez sans motif ; rien n’a été enregistré.",
        SecretLimit.Weights => "Les sièges n’ont pas tous le même nombre de voix : dans un vote secret, le décompte désignerait les siens. Choisissez un vote nominatif.",
        SecretLimit.NoKey => "Le vote secret n’est pas possible ici en ce moment : la clé qui chiffre les réponses manque sur le serveur. Rien n’a été enregistré ; la personne qui administre le bot peut la remettre (réglage Votes:SecretKeyFile).",
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "no such limit"),
    };

    public const string NothingChanged =
        "Rien n’a changé : dans un vote secret, la première réponse est définitive, puisque personne ne peut la retrouver pour la remplacer.";

    public static string IsFinal(Ballot ballot, Vote mark) =>
        $"{mark.ByName} a répondu pour ce siège le {French.DayAndTime(mark.At, ballot.Labels.Zone)}. Dans un vote secret, cette réponse-là compte : celle-ci n’est pas prise en compte.";

    /// <summary>Whose hand the seat's answer came by, and when.</summary>
    public static string Given(Vote mark, PersonId reader, Ballot ballot) =>
        $"Réponse donnée par {(mark.By == reader ? "vous" : mark.ByName)}, le {French.DayAndTime(mark.At, ballot.Labels.Zone)}.";

    private static int Kinds(Outcome outcome) =>
        (outcome.Options?.Select(o => o.Weight) ?? [outcome.ForWeight, outcome.AgainstWeight])
            .Append(outcome.AbstainWeight).Count(weight => weight > 0);
}
