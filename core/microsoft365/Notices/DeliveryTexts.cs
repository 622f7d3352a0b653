using Concertation.Domain.Notices;

namespace Concertation.Microsoft365.Notices;

/// <summary>How a message's fate is said to the pilote.</summary>
public static class DeliveryTexts
{
    public static string What(EffectKind why) => why switch
    {
        EffectKind.SessionConvened => "convocation",
        EffectKind.SessionMoved => "changement de date",
        EffectKind.SessionCancelled => "annulation",
        EffectKind.SessionReminder => "relance",
        EffectKind.SessionProxyGiven or EffectKind.SessionProxyEnded => "pouvoir pour une séance",
        EffectKind.AgendaCirculated => "ordre du jour",
        EffectKind.MinutesCirculated or EffectKind.MinutesValidated => "compte rendu",
        EffectKind.PollOpened => "sondage de dates",
        EffectKind.PollReminder => "relance d’un sondage",
        EffectKind.PollEnded => "fin d’un sondage",
        EffectKind.SessionsPlanned => "dates de l’année",
        EffectKind.ProposalSuggested => "proposition d’un membre",
        EffectKind.BallotOpened => "ouverture d’un vote",
        EffectKind.BallotExtended => "prolongation d’un vote",
        EffectKind.BallotReminder => "relance d’un vote",
        EffectKind.BallotLinkRenewed => "nouveau lien de vote",
        EffectKind.BallotPosted => "affichage d’un vote dans un groupe",
        EffectKind.SeatRecused => "déport",
        EffectKind.RecusalTakenBack => "déport repris",
        EffectKind.ProxyGiven => "pouvoir pour un vote",
        EffectKind.BallotWithdrawn => "retrait d’un vote",
        EffectKind.BallotClosed => "résultat d’un vote",
        EffectKind.DecisionTaken => "décision",
        EffectKind.EscalationChanged or EffectKind.EscalationTold => "décision soumise à une autre table",
        EffectKind.DecisionReturned => "retour d’une décision",
        EffectKind.DecisionReturnReminder => "relance du retour d’une décision",
        EffectKind.ReviewDue => "revue d’une décision",
        EffectKind.DecisionReviewed => "suite d’une décision",
        EffectKind.ReserveDue => "réserve à lever",
        EffectKind.ReserveAnswered => "réponse à une réserve",
        EffectKind.QuorumMissed => "carence",
        EffectKind.DysfunctionReceived or EffectKind.DysfunctionChanged or EffectKind.DysfunctionDecided => "suivi d’une remontée",
        EffectKind.DirectoryConfirmationDue => "fiche de l’annuaire à confirmer",
        EffectKind.StructureAsked or EffectKind.StructureAnswered => "avis d’une structure sur des remontées",
        _ => "message",
    };

    /// <summary>Whoever was to be written to gave the seat up between the decision and the sending.</summary>
    public const string NoLongerSeated = "NoLongerSeated";

    public static string Fate(Notice notice) => notice switch
    {
        { ChatRefusal: NoLongerSeated } =>
            "ne représente plus ce siège : rien ne lui a été envoyé ; prévenez la personne désignée depuis",
        { State: NoticeState.Delivered, Road: Road.Chat } =>
            "bien arrivé au second envoi ; le premier est peut-être arrivé aussi",
        { State: NoticeState.Delivered, Road: Road.Mail } => $"un courriel lui est parti ; {Chat(notice.ChatRefusal)}",
        { State: NoticeState.Failed } => $"n’a rien reçu : {Chat(notice.ChatRefusal)}, et nous n’avons pas son adresse de courriel",
        { State: NoticeState.Uncertain } => "arrivée incertaine : le message sera renvoyé une fois",
        { State: NoticeState.LeftUncertain } => "arrivée incertaine après deux envois : mieux vaut l’appeler",
        _ => "en cours d’envoi",
    };

    private static string Chat(string? code) => code switch
    {
        null or "NoAccount" => "pas de compte dans Teams",
        "BotNotInConversationRoster" => "le bot n’est pas installé dans son Teams",
        "MessageWritesBlocked" or "ConversationBlockedByUser" => "cette personne a bloqué le bot dans Teams",
        "ConversationNotFound" => "sa conversation avec le bot n’existe plus",
        "NoConnectorYet" => "personne n’a encore ouvert le bot dans Teams",
        _ => "Teams n’a pas accepté le message",
    };
}
