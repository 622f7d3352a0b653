using Concertation.Domain.Votes;

namespace Concertation.Microsoft365.Votes;

/// <summary>What is said about following a ballot to its end.</summary>
public static class FollowTexts
{
    public const string NothingToFollow = "Aucun vote n’est ouvert en ce moment sur une table que vous animez.";

    public const string WhichChanged = "Quelle réponse faut-il changer ?";

    public const string WhichAnswered = "À quel vote répondez-vous ?";

    public const string NotYetGiven = "Rien n’est encore compté : répondez sur cette carte";

    public const string NothingToChange = "Aucun vote n’est ouvert pour vous en ce moment : une réponse ne se change que jusqu’à la clôture.";

    public const string LinkRenewed = "Le lien est révoqué, un nouveau part";

    public static string Extended(Ballot ballot) =>
        $"Il dure maintenant {VoteTexts.Until(ballot)}. {French.Count(ballot.Seats, "siège en est informé", "sièges en sont informés")}.";

    public static string ToRemind(int seats, int people) => seats == 0
        ? "Tous les sièges ont répondu."
        : $"{French.Count(seats, "siège n’a pas répondu", "sièges n’ont pas répondu")}. "
            + (people == 0 ? "Il n’y a plus personne à relancer." : $"{French.Count(people, "personne sera relancée", "personnes seront relancées")}, suppléants compris.");

    public static string RemindedBefore(int people) =>
        $"{French.Count(people, "personne a déjà été relancée et ne le sera pas à nouveau", "personnes ont déjà été relancées et ne le seront pas à nouveau")}.";

    public static string Reminded(int people) => people == 0
        ? "Personne n’a été relancé"
        : $"{French.Count(people, "personne est relancée", "personnes sont relancées")}";

    public static string LinkRenewedFor(Elector elector) => $"Siège : {elector.Structure}. Les liens qu’il avait reçus ne permettent plus de voter.";

    /// <param name="before">The answer that stood; null when it stands still.</param>
    public static string Changed(Ballot ballot, Vote? before, Vote now) => before is null
        ? $"C’est déjà la réponse de votre siège : {AnswerTexts.Short(ballot, now)}."
        : $"{AnswerTexts.Short(ballot, before)} devient {AnswerTexts.Short(ballot, now)}. Vous pouvez encore changer d’avis jusqu’à la clôture.";
}
