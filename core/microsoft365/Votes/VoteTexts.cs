using Concertation.Domain;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;

namespace Concertation.Microsoft365.Votes;

/// <summary>What is said about proposals and ballots.</summary>
public static class VoteTexts
{
    public const string AskForPilot = "Seule la personne qui pilote cette table, ou quelqu’un qui la supplée, peut faire cela.";

    public const string NoCallToVote =
        "Aucun vote n’est ouvert pour vous en ce moment. Vous recevrez une carte ici dès qu’une proposition sera mise au vote.";

    public const string NothingToClose = "Aucun vote n’est ouvert en ce moment : il n’y a rien à clore ni à retirer.";

    public const string LeftAside = "C’est noté : la proposition est laissée de côté, et la personne qui l’a suggérée en est informée.";

    /// <summary>« 5 réponses sur 14 sièges ».</summary>
    public static string Turnout(int answered, int seats) =>
        $"{French.Count(answered, "réponse", "réponses")} sur {French.Count(seats, "siège", "sièges")}";

    public static string State(Ballot ballot, DateTimeOffset now) => ballot.State switch
    {
        BallotState.Suggested or BallotState.Preparing => "Suggérée",
        BallotState.Declined => "Laissée de côté",
        BallotState.Withdrawn => "Retiré",
        BallotState.Open when !ballot.IsOver(now) => "Ouvert",
        _ => ballot.Outcome is { } outcome
            ? DecisionTexts.OutcomeName(outcome) + (ballot.IsSubmitted ? EscalationTexts.Submitted : "")
            : "Clos",
    };

    public static string Verdict(Verdict verdict) => verdict switch
    {
        Domain.Votes.Verdict.Adopted => "Adoptée",
        Domain.Votes.Verdict.Rejected => "Rejetée",
        Domain.Votes.Verdict.QuorumMissed => "Quorum non atteint",
        Domain.Votes.Verdict.AwaitsChair => "Partage des voix",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "no such verdict"),
    };

    /// <summary>« jusqu’au mercredi 14 octobre 2027 à 9 h 30 ».</summary>
    public static string Until(Ballot ballot) =>
        ballot.ClosesAt is { } at ? $"jusqu’au {French.DayAndTime(at, ballot.Labels.Zone)}" : "";

    /// <summary>When it closes, and what may change that; null before it opens.</summary>
    public static string? Closing(Ballot ballot) => ballot.ClosesAt is not { } at ? null
        : French.DayAndTime(at, ballot.Labels.Zone)
            + (ballot.Form.ExtendedFrom is { } from && ballot.State == BallotState.Open ? $" (prolongé, était le {French.DayAndTime(from, ballot.Labels.Zone)})" : "")
            + (ballot.Form.ClosesWhenAll && ballot.State == BallotState.Open ? ", ou dès que tous les sièges ont répondu" : "");

    /// <summary>Where it belongs: « Table tactique — Sorties d’hospitalisation ».</summary>
    public static string Place(Ballot ballot) =>
        ballot.Labels.Item is { } item ? $"{ballot.Labels.Table} — {item}" : ballot.Labels.Table;

    /// <summary>What the text adds to the title; null when it only says it again, as a proposal of one sentence does.</summary>
    public static string? Beyond(string title, string text) =>
        string.Equals(text.TrimEnd('.', ' '), title.TrimEnd('.', ' '), StringComparison.OrdinalIgnoreCase) ? null : text;

    /// <summary>Title and text, the text only where it adds something.</summary>
    public static string Whole(Ballot ballot) =>
        Beyond(ballot.Title, ballot.Text) is { } text ? $"{ballot.Title}\n\n{text}" : ballot.Title;

    /// <summary>How the outcome will be reached, before anyone has voted.</summary>
    public static string Rules(Ballot ballot) => string.Join(
        " ; ",
        new[]
        {
            ballot.IsSecret ? "vote secret" : null,
            WayTexts.Name(ballot.Majority),
            ballot.SecondCall ? "seconde convocation, sans quorum"
                : ballot.Quorum.Overall > 0
                    ? $"quorum : {French.Count(VoteRules.Needed(ballot.Seats, ballot.Quorum.Overall), "réponse", "réponses")} sur {French.Count(ballot.Seats, "siège", "sièges")}"
                    : "sans quorum",
            ballot.Quorum.PerCollege > 0 && !ballot.SecondCall ? $"{ballot.Quorum.PerCollege} % des sièges de chaque collège" : null,
        }.OfType<string>());

    /// <summary>« Vous avez répondu : Pour, le … ». Names who answered when it was somebody else.</summary>
    public static string Own(Vote vote, PersonId reader, TimeZoneInfo zone) =>
        (vote.By == reader ? "Donnée par vous" : $"Donnée par {vote.ByName}") + $", le {French.DayAndTime(vote.At, zone)}.";

    public const string ClosesForGood = "Tous les sièges n’ont pas répondu. Clos, le vote ne se rouvre pas : le résultat, ou la carence si le quorum manque, est compté et envoyé aussitôt.";

    public const string ClosedNow = "Le vote est clos, les réponses sont comptées";

    /// <summary>The seat had already answered by somebody else's hand.</summary>
    public static string Replaces(Ballot ballot, Vote before) =>
        $"{before.ByName} avait répondu « {AnswerTexts.Whole(ballot, before)} » pour ce siège. La dernière réponse compte, les deux restent au dossier.";

    public static string Opened(Ballot ballot) =>
        $"Il dure {Until(ballot)}. {French.Count(ballot.Seats, "siège va", "sièges vont")} recevoir la proposition, par la conversation ou par courriel."
        + (ballot.Labels.Axis is null ? " Elle n’est liée à aucun axe : une fois adoptée, elle figurera parmi les décisions, mais pas sur la feuille de route." : "");

    public static string Suggested(Ballot ballot) =>
        $"Merci ! Votre proposition « {ballot.Title} » est transmise à la personne qui pilote la table. La suite vous parviendra ici.";

    public static string Refusal(BallotRefusal refusal) => refusal.Match(
        _ => "Ce vote n’existe plus. Écrivez « votes » pour voir ceux qui vous concernent.",
        r => $"{AskForPilot} Table concernée : {r.Table}.",
        r => $"Seuls les membres de la table peuvent proposer. Table concernée : {r.Table}.",
        _ => "Choisissez la table ou le point concerné.",
        _ => "Cette séance n’existe plus, ou elle a été annulée. Choisissez-en une autre.",
        _ => "Ce point ne figure pas à l’ordre du jour de la séance. Choisissez-en un autre.",
        _ => "Cet axe n’est pas celui du point choisi, ou il ne figure pas dans la feuille de route de l’année.",
        r => r.Which switch
        {
            BallotText.Title => "Donnez un titre à la proposition.",
            BallotText.Text => "Écrivez ce qui est mis au vote.",
            BallotText.Objection => "Une objection se motive : dites en une phrase ce que votre structure ne peut pas accepter.",
            BallotText.Concern => "Dites en une phrase ce qui vous préoccupe : ce sera noté avec la décision.",
            BallotText.Option => "Choisissez d’abord une option, puis appuyez sur « Répondre ».",
            BallotText.Amended => "Dites en une phrase ce qui change : les votants le liront.",
            _ => "Dites en une phrase pourquoi : les votants le liront.",
        },
        r => $"{TextName(r.Which)} est trop long : {r.Most} caractères au plus.",
        r => $"{TextName(r.Which)} semble contenir une donnée qui identifie quelqu’un (nom, téléphone, courriel, date de naissance, numéro de sécurité sociale). Retirez-la : rien n’a été enregistré.",
        _ => "Donnez le jour de la clôture, et l’heure si vous le souhaitez ; ou videz les deux : le vote dure alors le temps prévu par la table.",
        _ => "Un consensus se constate pendant la séance : elle n’a pas commencé, ou elle est terminée.",
        _ => "Le compte rendu de cette séance est déjà rédigé : ce consensus n’y figurerait pas. Mettez plutôt la décision au vote.",
        _ => "La clôture doit être dans l’avenir.",
        r => $"La clôture est trop lointaine : {r.MostDays} jours au plus.",
        _ => "Aucun siège à voix délibérative n’est appelé à cette séance : il n’y aurait personne pour voter.",
        _ => "Cette proposition n’est pas ouverte au vote.",
        r => r.Ballot.ClosesAt is { } at
            ? $"Ce vote est clos depuis le {French.DayAndTime(at, r.Ballot.Labels.Zone)} : votre réponse n’a pas été prise en compte."
            : "Ce vote est clos : votre réponse n’a pas été prise en compte.",
        r => $"Ce vote a été retiré : {r.Ballot.WithdrawReason}",
        _ => "Cette suggestion a déjà reçu une réponse.",
        _ => "Votre compte n’est rattaché à aucun siège. La personne qui pilote la concertation peut vous y inscrire.",
        _ => "Ce siège n’est pas (ou plus) le vôtre : seuls son représentant et son suppléant peuvent répondre pour lui.",
        _ => "Ce siège ne prend pas part à ce vote.",
        _ => "Ce vote ne propose pas cette réponse. Actualisez la carte et choisissez-en une autre.",
        r => $"Une réserve a sa date : donnez le jour où votre gouvernance aura répondu, demain au plus tôt, et dans {r.MostDays} jours au plus tard.",
        r => SettingTexts.Unsound(r.Which),
        _ => "Un nouveau tour suit un vote par consentement clos avec une objection. Ce n’est pas le cas de celui-ci.",
        _ => "La proposition est restée la même. Reformulez-la pour répondre à l’objection, puis ouvrez le nouveau tour.",
        _ => "Ce lien a été remplacé : le courriel le plus récent contient celui qui permet de voter.",
        r => $"Ce vote a déjà été prolongé, et ne peut l’être qu’une fois. Il dure {Until(r.Ballot)}.",
        r => $"La nouvelle clôture doit venir après celle qui est prévue : le vote dure déjà {Until(r.Ballot)}.",
        _ => "Ce vote est réservé aux sièges appelés : il ne s’affiche que dans la conversation de sa séance.",
        _ => "Ce siège s’est déporté : il ne prend pas part à ce vote.",
        r => $"Ce siège a donné pouvoir à {r.Holder} : reprenez d’abord le pouvoir pour voter vous-même.",
        r => RightsTexts.Refusal(r.Why, r.Most),
        r => $"{SecretTexts.FinalTitle}. {SecretTexts.IsFinal(r.Ballot, r.Mark)}",
        r => SecretTexts.Refusal(r.Limit),
        _ => "Les voix ne sont pas partagées : il n’y a rien à trancher.",
        _ => "Beaucoup de réponses arrivent en même temps. Réessayez dans un instant : rien n’a été perdu.");

    private static string TextName(BallotText which) => which switch
    {
        BallotText.Title => "Le titre",
        BallotText.Text => "Le texte de la proposition",
        BallotText.Option => "Le texte d’une option",
        BallotText.LegalBasis => "Le texte de la base légale",
        BallotText.Changes => "Le texte sur ce qui change pour les partenaires",
        BallotText.Amended => "Le texte sur ce qui change",
        _ => "Le motif",
    };
}
