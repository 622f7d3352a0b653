using System.Collections.Frozen;
using Concertation.Microsoft365.Agendas;
using Concertation.Microsoft365.Calendar;
using Concertation.Microsoft365.Decisions;
using Concertation.Microsoft365.Directories;
using Concertation.Microsoft365.Documents;
using Concertation.Microsoft365.Dysfunctions;
using Concertation.Microsoft365.Meetings;
using Concertation.Microsoft365.Minutes;
using Concertation.Microsoft365.Polls;
using Concertation.Microsoft365.Retention;
using Concertation.Microsoft365.Sessions;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Agendas;
using ConcertationBot.Calendar;
using ConcertationBot.Decisions;
using ConcertationBot.Directories;
using ConcertationBot.Documents;
using ConcertationBot.Dysfunctions;
using ConcertationBot.Meetings;
using ConcertationBot.Minutes;
using ConcertationBot.PersonalData;
using ConcertationBot.Polls;
using ConcertationBot.Roadmap;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;
using ConcertationBot.Votes;

namespace ConcertationBot;

/// <summary>A row of the table of verbs.</summary>
/// <param name="Click">The class that handles it.</param>
/// <param name="RecordsItself">Its own transaction remembers the activity's id: the turn log needn't.</param>
/// <param name="InGroups">May be pressed in a group chat, a channel or a meeting: what it shows is for all of them.</param>
public sealed record CardVerb(string Verb, Type Click, string What, bool RecordsItself = false, bool InGroups = false);

/// <summary>The only table of card verbs: what the buttons of the bot's cards may ask for.</summary>
public static class CardVerbs
{
    public static IReadOnlyList<CardVerb> All { get; } =
    [
        Verb<ChooseIntentClick>("text.as", "Traiter le message dans le sens que la personne a choisi"),
        Verb<ChooseTerritoryClick>("territories.choose", "Choisir le territoire dont on parle"),
        Verb<BindPersonClick>("tables.bind", "Dire que ce compte est celui d’un membre (pilote)"),
        Verb<LeavePartnerClick>("tables.partner", "Dire que ce compte est celui d’un partenaire (pilote)"),
        Verb<OpenConveneForm>(SessionVerbs.Form, "Ouvrir le formulaire de convocation, avec ce qui a déjà été saisi"),
        Verb<CheckConveneForm>(SessionVerbs.Check, "Vérifier la convocation avant tout envoi"),
        Verb<SendConvocations>(SessionVerbs.Convene, "Convoquer la séance et prévenir les sièges appelés"),
        Verb<ShowSession>(SessionVerbs.Show, "Voir la séance et ses réponses telles qu’elles sont"),
        Verb<ListSessions>(SessionVerbs.List, "Voir les séances à venir"),
        Verb<ShowMissingReplies>(SessionVerbs.Missing, "Voir qui n’a pas répondu"),
        Verb<ReplyClick>(SessionVerbs.Reply, "Répondre à une convocation : présent, absent ou représenté"),
        Verb<OpenMoveForm>(SessionVerbs.MoveForm, "Ouvrir le formulaire qui déplace la séance"),
        Verb<MoveClick>(SessionVerbs.Move, "Déplacer la séance et prévenir"),
        Verb<OpenCancelForm>(SessionVerbs.CancelForm, "Demander confirmation avant d’annuler la séance"),
        Verb<CancelClick>(SessionVerbs.Cancel, "Annuler la séance et prévenir"),
        Verb<OpenSecondCall>(SessionVerbs.SecondCall, "Convoquer une seconde fois sur le même ordre du jour"),
        Verb<ShowAgendaClick>(AgendaVerbs.Show, "Voir l’ordre du jour : le préparer, ou lire la version diffusée"),
        Verb<OpenItemForm>(AgendaVerbs.Form, "Ouvrir le formulaire d’un point de l’ordre du jour (pilote)"),
        Verb<SaveItemClick>(AgendaVerbs.Save, "Ajouter ou modifier un point de l’ordre du jour (pilote)"),
        Verb<RemoveItemClick>(AgendaVerbs.Remove, "Retirer un point de l’ordre du jour (pilote)"),
        Verb<OpenSuggestForm>(AgendaVerbs.SuggestForm, "Ouvrir le formulaire d’un point à suggérer"),
        Verb<SuggestClick>(AgendaVerbs.Suggest, "Suggérer un point à l’ordre du jour"),
        Verb<AcceptItemClick>(AgendaVerbs.Accept, "Inscrire à l’ordre du jour un point suggéré (pilote)"),
        Verb<OpenDeclineForm>(AgendaVerbs.DeclineForm, "Demander pourquoi avant d’écarter un point suggéré (pilote)"),
        Verb<DeclineItemClick>(AgendaVerbs.Decline, "Ne pas retenir un point suggéré (pilote)"),
        Verb<CirculateClick>(AgendaVerbs.Circulate, "Diffuser une version numérotée de l’ordre du jour (pilote)"),
        Verb<ShowReadersClick>(AgendaVerbs.Readers, "Voir qui a reçu et lu l’ordre du jour (pilote)"),
        Verb<AcknowledgeClick>(AgendaVerbs.Read, "Dire « j’ai pris connaissance » de l’ordre du jour"),
        Verb<ShowRunClick>(MeetingVerbs.Show, "Voir la séance en cours (pilote)", inGroups: true),
        Verb<StartClick>(MeetingVerbs.Start, "Commencer la séance (pilote)", inGroups: true),
        Verb<NextItemClick>(MeetingVerbs.Next, "Passer au point suivant (pilote)", inGroups: true),
        Verb<NoteClick>(MeetingVerbs.Note, "Noter une ligne pour le compte rendu (pilote)", inGroups: true),
        Verb<ActionClick>(MeetingVerbs.Action, "Noter une action, qui et pour quand (pilote)", inGroups: true),
        Verb<AskConsensusClick>(MeetingVerbs.AskConsensus, "Voir ce qu’un consensus donnerait, avant de le constater (pilote)", inGroups: true),
        Verb<ConsensusClick>(MeetingVerbs.Consensus, "Constater un consensus : une décision sans vote (pilote)", inGroups: true),
        Verb<OpenBallotForm>(MeetingVerbs.Ballot, "Ouvrir le formulaire de vote sur le point en cours (pilote)", inGroups: true),
        Verb<EndClick>(MeetingVerbs.End, "Terminer la séance (pilote)", inGroups: true),
        Verb<ShowPresenceClick>(MeetingVerbs.Presence, "Voir la feuille de présence (pilote)"),
        Verb<SavePresenceClick>(MeetingVerbs.PresenceSave, "Noter les présences (pilote)"),
        Verb<AllPresentClick>(MeetingVerbs.PresenceAll, "Noter présents tous ceux qui se sont annoncés (pilote)"),
        Verb<GuestClick>(MeetingVerbs.Guest, "Noter un invité (pilote)"),
        Verb<GuestOutClick>(MeetingVerbs.GuestOut, "Retirer un invité de la feuille de présence (pilote)"),
        Verb<OpenProxyForm>(MeetingVerbs.ProxyForm, "Ouvrir le formulaire d’un pouvoir"),
        Verb<GiveProxyClick>(MeetingVerbs.ProxyGive, "Donner pouvoir à un autre siège pour une séance"),
        Verb<TakeProxyBackClick>(MeetingVerbs.ProxyBack, "Reprendre un pouvoir"),
        Verb<OpenRecusals>(MeetingVerbs.RecuseForm, "Voir les déports d’une séance et en noter un"),
        Verb<SaveRecusal>(MeetingVerbs.Recuse, "Noter qu’un siège se déporte d’un point"),
        Verb<OpenPollForm>(PollVerbs.Form, "Ouvrir le formulaire qui propose plusieurs dates, avec ce qui a déjà été saisi"),
        Verb<CheckPollForm>(PollVerbs.Check, "Vérifier le sondage de dates avant tout envoi"),
        Verb<SendPoll>(PollVerbs.Open, "Envoyer le sondage de dates aux sièges appelés"),
        Verb<ShowPoll>(PollVerbs.Show, "Voir le sondage : les dates classées pour qui convoque, la question pour un siège"),
        Verb<AnswerPollClick>(PollVerbs.Answer, "Répondre au sondage : oui, si nécessaire ou non pour chaque date"),
        Verb<ChooseSlotClick>(PollVerbs.Choose, "Faire d’une date la séance et convoquer (pilote)"),
        Verb<RemindPollClick>(PollVerbs.Remind, "Relancer les sièges qui n’ont pas répondu au sondage (pilote)"),
        Verb<AskWithdrawPoll>(PollVerbs.AskWithdraw, "Demander confirmation avant d’abandonner le sondage (pilote)"),
        Verb<WithdrawPollClick>(PollVerbs.Withdraw, "Abandonner le sondage et prévenir (pilote)"),
        Verb<ChooseItemClick>(DocumentVerbs.Session, "Choisir le point auquel joindre un fichier reçu"),
        Verb<JoinClick>(DocumentVerbs.Join, "Joindre des fichiers à un point de l’ordre du jour"),
        Verb<RemoveClick>(DocumentVerbs.Remove, "Retirer un document d’un point de l’ordre du jour"),
        Verb<RenewFeedClick>(FeedCard.RenewVerb, "Révoquer son adresse d’abonnement au calendrier et en recevoir une autre"),
        Verb<OpenReminder>(SessionVerbs.RemindForm, "Voir qui serait relancé, et combien de messages chacun a déjà reçus cette semaine"),
        Verb<SendReminder>(SessionVerbs.Remind, "Relancer ceux qui n’ont pas répondu, une fois par jour au plus"),
        Verb<ProposeYear>(SessionVerbs.PlanForm, "Proposer les dates de l’année d’une table"),
        Verb<PlanYearNow>(SessionVerbs.Plan, "Planifier les dates gardées et prévenir, en un seul message par personne"),
        Verb<ConvenePlannedClick>(SessionVerbs.ConvenePlanned, "Convoquer une séance prévue"),
        Verb<ShowMinutesClick>(MinutesVerbs.Show, "Voir le compte rendu : le projet pour qui le rédige, la version diffusée pour les membres"),
        Verb<CorrectMinutesClick>(MinutesVerbs.Correct, "Reprendre les corrections d’un fichier Word renvoyé (pilote)"),
        Verb<CirculateMinutesClick>(MinutesVerbs.Circulate, "Diffuser une version du compte rendu (pilote)"),
        Verb<ValidateMinutesClick>(MinutesVerbs.Validate, "Valider le compte rendu à la séance suivante (pilote)"),
        Verb<OpenAmendForm>(MinutesVerbs.AmendForm, "Ouvrir le formulaire d’une modification du compte rendu"),
        Verb<AmendClick>(MinutesVerbs.Amend, "Demander une modification du compte rendu, quand on était présent"),
        Verb<AcceptAmendmentClick>(MinutesVerbs.Accept, "Reprendre une modification demandée (pilote)"),
        Verb<OpenRefuseForm>(MinutesVerbs.RefuseForm, "Demander pourquoi avant d’écarter une modification (pilote)"),
        Verb<RefuseAmendmentClick>(MinutesVerbs.Refuse, "Ne pas retenir une modification demandée, avec la raison (pilote)"),
        Verb<ReportFormClick>("dysfunctions.form", "Ouvrir le formulaire d’une remontée"),
        Verb<SendReportClick>("dysfunctions.send", "Envoyer une remontée"),
        Verb<CancelReportClick>("dysfunctions.cancel", "Renoncer à une remontée"),
        Verb<ShowReportClick>("dysfunctions.show", "Voir une remontée : la sienne, ou toutes pour la personne qui pilote"),
        Verb<ListReportsClick>("dysfunctions.list", "Voir la suite de ses remontées, ou de celles à traiter (pilote)"),
        Verb<QualifyReportClick>("dysfunctions.qualify", "Dire l’axe, la famille et la gravité d’une remontée (pilote)"),
        Verb<PutReportOnAgendaClick>("dysfunctions.agenda", "Mettre une remontée à l’ordre du jour d’une séance (pilote)"),
        Verb<CloseReportClick>("dysfunctions.close", "Clore une remontée sans suite, avec la raison (pilote)"),
        Verb<AskReporterClick>("dysfunctions.ask", "Poser une question à la personne qui a fait une remontée (pilote)"),
        Verb<AnswerQuestionClick>("dysfunctions.answer", "Répondre à une question sur sa remontée"),
        Verb<RewordReportClick>("dysfunctions.reword", "Corriger sa remontée, tant qu’elle n’est pas qualifiée"),
        Verb<WithdrawReportClick>("dysfunctions.withdraw", "Retirer sa remontée, tant qu’elle n’est pas qualifiée"),
        Verb<RenewReportLinkClick>(ReportLinkCard.RenewVerb, "Remplacer le lien de signalement d’une table (pilote)"),
        Verb<MoveReportClick>("dysfunctions.move", "Dire une remontée en cours de résolution ou résolue, ou la rouvrir, avec la raison (pilote)"),
        Verb<ShowClusterClick>("clusters.show", "Voir des remontées regroupées (pilote)"),
        Verb<GroupReportClick>("clusters.group", "Regrouper une remontée avec une autre qui lui ressemble (pilote)"),
        Verb<JoinClusterClick>("clusters.join", "Ajouter sa remontée à un problème déjà remonté"),
        Verb<WriteSummaryClick>("clusters.summary", "Écrire le résumé neutre et la proposition d’un groupe de remontées (pilote)"),
        Verb<AskStructureClick>("clusters.ask", "Demander à une structure son avis sur un groupe de remontées (pilote)"),
        Verb<AnswerForStructureClick>("clusters.answer", "Répondre pour sa structure à un groupe de remontées"),
        Verb<PutClusterOnAgendaClick>("clusters.agenda", "Mettre un groupe de remontées à l’ordre du jour d’une séance (pilote)"),
        Verb<RefreshObservatoryClick>("observatory.refresh", "Compter de nouveau les remontées d’une année (pilote)"),
        Verb<ShowRoadmapClick>("roadmap.show", "Voir la feuille de route de l’année"),
        Verb<ProposeFormClick>(VoteVerbs.Form, "Ouvrir le formulaire de proposition"),
        Verb<OpenBallotClick>(VoteVerbs.Open, "Mettre une proposition au vote, ou la suggérer au pilote"),
        Verb<CastVoteClick>(VoteVerbs.Cast, "Voter : pour, contre, abstention, ou ce que propose la façon de décider", recordsItself: true),
        Verb<ShowVoteClick>(VoteVerbs.Refresh, "Voir le vote, sa propre réponse et la participation"),
        Verb<ManageBallotClick>(VoteVerbs.Manage, "Suivre un vote ou une suggestion (pilote)"),
        Verb<AskCloseClick>(VoteVerbs.AskClose, "Demander confirmation avant de clore un vote auquel il manque des réponses (pilote)"),
        Verb<CloseBallotClick>(VoteVerbs.Close, "Clore le vote maintenant (pilote)"),
        Verb<AskWithdrawClick>(VoteVerbs.AskWithdraw, "Demander pourquoi avant de retirer le vote (pilote)"),
        Verb<WithdrawBallotClick>(VoteVerbs.Withdraw, "Retirer le vote et prévenir (pilote)"),
        Verb<ExtendFormClick>(VoteVerbs.ExtendForm, "Demander jusqu’à quand prolonger le vote (pilote)"),
        Verb<ExtendBallotClick>(VoteVerbs.Extend, "Prolonger le vote, une fois, et prévenir (pilote)"),
        Verb<RemindVotersFormClick>(VoteVerbs.RemindForm, "Voir qui n’a pas voté et serait relancé (pilote)"),
        Verb<RemindVotersClick>(VoteVerbs.Remind, "Relancer ceux qui n’ont pas voté, une fois (pilote)"),
        Verb<VoteLinksClick>(VoteVerbs.Links, "Voir de quel siège révoquer les liens personnels (pilote)"),
        Verb<RenewVoteLinkClick>(VoteVerbs.RenewLink, "Révoquer les liens d’un siège et lui en envoyer un nouveau (pilote)"),
        Verb<VoteInGroupClick>(VoteVerbs.InGroup, "Voter depuis la carte affichée à un groupe ; la réponse est confirmée en privé", inGroups: true),
        Verb<GroupViewClick>(VoteVerbs.Mine, "Voir la carte affichée à un groupe, avec ce qui concerne son siège", inGroups: true),
        Verb<AcceptSuggestionClick>(VoteVerbs.Accept, "Mettre au vote une proposition suggérée (pilote)"),
        Verb<DeclineSuggestionClick>(VoteVerbs.Decline, "Laisser de côté une proposition suggérée (pilote)"),
        Verb<DecideTieClick>(VoteVerbs.Tie, "Trancher quand les voix sont partagées (pilote)"),
        Verb<AmendFormClick>(VoteVerbs.Amend, "Lire les objections et reformuler la proposition (pilote)"),
        Verb<OpenRoundClick>(VoteVerbs.Round, "Ouvrir un nouveau tour sur la proposition reformulée (pilote)"),
        Verb<ShowElectorsClick>(VoteVerbs.Electors, "Voir qui vote : sièges, voix, quorum, déports et pouvoirs"),
        Verb<AskRecuseClick>(VoteVerbs.AskRecuse, "Dire ce que fait un déport avant de le noter"),
        Verb<RecuseClick>(VoteVerbs.Recuse, "Noter un déport : le siège ne prend plus part au vote"),
        Verb<TakeRecusalBackClick>(VoteVerbs.RecuseBack, "Reprendre un déport tant que le vote est ouvert : le siège vote de nouveau"),
        Verb<OpenBallotProxyForm>(VoteVerbs.ProxyForm, "Ouvrir le formulaire d’un pouvoir pour un vote"),
        Verb<GiveBallotProxyClick>(VoteVerbs.ProxyGive, "Donner pouvoir à un autre siège pour un vote"),
        Verb<TakeBallotProxyBackClick>(VoteVerbs.ProxyBack, "Reprendre un pouvoir qui n’a pas servi"),
        Verb<ReadAnswersClick>(VoteVerbs.Answers, "Lire les réponses à un vote clos, siège par siège"),
        Verb<ListBallotsClick>(VoteVerbs.List, "Voir les votes"),
        Verb<ListDecisionsClick>(RegisterCard.ListVerb, "Voir les décisions, ou en chercher par mot, axe, table et année"),
        Verb<ShowDecisionClick>(RegisterCard.ShowVerb, "Lire une décision en entier"),
        Verb<ListEscalationsClick>(EscalationVerbs.List, "Voir les décisions soumises à une autre table, et celles qui attendent votre réponse"),
        Verb<ShowEscalationClick>(EscalationVerbs.Show, "Lire une décision soumise, avec son dossier"),
        Verb<ValidateEscalationClick>(EscalationVerbs.Validate, "Valider une décision soumise (pilote de la table qui valide)"),
        Verb<RefuseEscalationClick>(EscalationVerbs.Refuse, "Refuser une décision soumise, avec le motif (pilote de la table qui valide)"),
        Verb<ReturnEscalationClick>(EscalationVerbs.Return, "Renvoyer une décision soumise, avec des questions et une date (pilote de la table qui valide)"),
        Verb<ReplyEscalationClick>(EscalationVerbs.Reply, "Répondre aux questions sur une décision renvoyée (pilote de la table qui l’a prise)"),
        Verb<FollowDecisionClick>(FollowDecisionVerbs.Follow, "Donner suite à une décision : réserve, revue, lecture"),
        Verb<AcknowledgeDecisionClick>(FollowDecisionVerbs.Read, "Dire « j’ai pris connaissance » d’une décision"),
        Verb<ReviewDecisionClick>(FollowDecisionVerbs.Review, "Dire ce qu’une décision est devenue : appliquée, en partie, non appliquée"),
        Verb<AnswerReserveClick>(FollowDecisionVerbs.Reserve, "Lever sa réserve, ou dire qu’elle n’est pas confirmée"),
        Verb<DecisionReadersClick>(FollowDecisionVerbs.Readers, "Voir qui a reçu une décision et qui en a pris connaissance (pilote)"),
        Verb<RemindReturnClick>(FollowDecisionVerbs.Remind, "Relancer ceux qui n’ont pas pris connaissance d’une décision, une fois par jour (pilote)"),
        Verb<SearchDirectoryClick>(DirectoryVerbs.Search, "Chercher dans l’annuaire"),
        Verb<ShowEntryClick>(DirectoryVerbs.Show, "Voir une fiche de l’annuaire"),
        Verb<OpenEntryForm>(DirectoryVerbs.Form, "Ouvrir le formulaire d’une fiche (pilote, ou sa structure)"),
        Verb<SaveEntryClick>(DirectoryVerbs.Save, "Ajouter ou corriger une fiche (pilote, ou sa structure)"),
        Verb<ConfirmEntryClick>(DirectoryVerbs.Confirm, "Dire que la fiche est toujours exacte (pilote, ou sa structure)"),
        Verb<RemoveEntryClick>(DirectoryVerbs.Remove, "Retirer une fiche de l’annuaire (pilote)"),
        Verb<ShowGapsClick>(DirectoryVerbs.Gaps, "Voir les questions restées sans réponse (pilote)"),
        Verb<CloseGapClick>(DirectoryVerbs.CloseGap, "Dire qu’une question sans réponse est réglée (pilote)"),
        Verb<EraseMyDataClick>(RetentionVerbs.Erase, "Effacer ses propres données, ce que la loi garde excepté"),
        Verb<KeepMyDataClick>(RetentionVerbs.Keep, "Ne pas effacer ses données"),
        Verb<ImportDirectoryClick>(DirectoryVerbs.Import, "Importer un fichier Excel dans l’annuaire (pilote)"),
    ];

    private static readonly FrozenDictionary<string, CardVerb> ByVerb = All.ToFrozenDictionary(v => v.Verb, StringComparer.Ordinal);

    public static CardVerb? Find(string? verb) => verb is null ? null : ByVerb.GetValueOrDefault(verb);

    public static IServiceCollection AddCardVerbs(this IServiceCollection services)
    {
        foreach (var click in All.Select(v => v.Click).Distinct())
        {
            services.AddSingleton(click);
        }

        return services;
    }

    private static CardVerb Verb<TClick>(string verb, string what, bool recordsItself = false, bool inGroups = false)
        where TClick : class, ICardClick => new(verb, typeof(TClick), what, recordsItself, inGroups);
}
