using System.Collections.Frozen;
using Concertation.Microsoft365.Help;
using ConcertationBot.Agendas;
using ConcertationBot.Calendar;
using ConcertationBot.Decisions;
using ConcertationBot.Directories;
using ConcertationBot.Dysfunctions;
using ConcertationBot.Language;
using ConcertationBot.Meetings;
using ConcertationBot.Minutes;
using ConcertationBot.PersonalData;
using ConcertationBot.Roadmap;
using ConcertationBot.Sessions;
using ConcertationBot.Turns;
using ConcertationBot.Votes;

namespace ConcertationBot;

/// <summary>A row of the table of text commands.</summary>
/// <param name="Title">On the button that offers it.</param>
/// <param name="Example">How one says it.</param>
/// <param name="InGroups">May be said in a group chat, a channel or a meeting: what it answers is for all of them.</param>
public sealed record TextCommand(IntentKind Intent, Type Handler, string Title, string Example, bool InGroups = false)
{
    public HelpEntry Entry => new(Title, Intent.ToString(), Example);
}

/// <summary>The only table of what people can write to the bot.</summary>
public static class TextCommands
{
    public static IReadOnlyList<TextCommand> All { get; } =
    [
        Command<HelpCommand>(IntentKind.Help, "Aide", "aide"),
        Command<ConveneCommand>(IntentKind.Convene, "Convoquer une séance", "convoque la TCT plénière le 14/10 9h30, 2h"),
        Command<SessionsCommand>(IntentKind.Sessions, "Voir les séances", "séances"),
        Command<CalendarCommand>(IntentKind.Calendar, "M’abonner au calendrier", "calendrier"),
        Command<ReplyPresentCommand>(IntentKind.ReplyPresent, "Dire que je viens", "ok pour le 14"),
        Command<ReplyAbsentCommand>(IntentKind.ReplyAbsent, "Dire que je ne viens pas", "je serai absent le 14"),
        Command<ReplyRepresentedCommand>(IntentKind.ReplyRepresented, "Me faire représenter", "peux pas, ma cadre me remplace"),
        Command<WhoHasNotRepliedCommand>(IntentKind.WhoHasNotReplied, "Voir qui n’a pas répondu", "qui a pas répondu ?"),
        Command<RemindCommand>(IntentKind.Remind, "Relancer", "relance les libéraux"),
        Command<PlanYearCommand>(IntentKind.PlanYear, "Planifier l’année", "planifier l’année de la TCT"),
        Command<MoveSessionCommand>(IntentKind.MoveSession, "Déplacer une séance", "déplace la TCT du 14 au 21 à 10h"),
        Command<CancelSessionCommand>(IntentKind.CancelSession, "Annuler une séance", "annule la TCT du 14"),
        Command<AgendaCommand>(IntentKind.Agenda, "Ordre du jour", "ordre du jour de la TCT du 14"),
        Command<SuggestItemCommand>(IntentKind.SuggestItem, "Suggérer un point", "mets les sorties du vendredi à l’odj, 20 min"),
        Command<StartCommand>(IntentKind.StartSession, "Commencer la séance", "on commence", inGroups: true),
        Command<NextItemCommand>(IntentKind.NextItem, "Point suivant", "point suivant", inGroups: true),
        Command<NoteCommand>(IntentKind.NoteDown, "Noter", "note : le CCAS présente le bilan", inGroups: true),
        Command<ActionCommand>(IntentKind.NoteAction, "Noter une action", "action : rédiger la fiche de liaison, CCAS, pour le 15/12", inGroups: true),
        Command<ConsensusCommand>(IntentKind.Consensus, "Constater un consensus", "consensus sur le point 3, note", inGroups: true),
        Command<PresenceCommand>(IntentKind.Presence, "Feuille de présence", "feuille de présence", inGroups: true),
        Command<EndCommand>(IntentKind.EndSession, "Terminer la séance", "fin de séance", inGroups: true),
        Command<MinutesCommand>(IntentKind.Minutes, "Compte rendu", "compte rendu de la TCT du 14"),
        Command<ProxyCommand>(IntentKind.GiveProxy, "Donner pouvoir", "je donne pouvoir au CCAS"),
        Command<TakeProxyBackCommand>(IntentKind.TakeProxyBack, "Reprendre mon pouvoir", "je reprends mon pouvoir"),
        Command<ReportCommand>(IntentKind.Report, "Signaler une difficulté", "encore une sortie vendredi soir sans ordonnance", inGroups: true),
        Command<StayAnonymousCommand>(IntentKind.StayAnonymous, "Rester anonyme", "je veux rester anonyme", inGroups: true),
        Command<ReportLinkCommand>(IntentKind.ReportLink, "Lien de signalement", "lien de signalement"),
        Command<MyReportsCommand>(IntentKind.MyReports, "Mes remontées", "où en est ma remontée de juin ?"),
        Command<FollowUpCommand>(IntentKind.FollowUp, "Suivre une remontée", "suivi REM-2027-0042"),
        Command<QualifyCommand>(IntentKind.Qualify, "Remontées à traiter", "qualifier"),
        Command<GroupReportsCommand>(IntentKind.GroupReports, "Regrouper des remontées", "regroupe la 42 et la 51"),
        Command<SeparateReportCommand>(IntentKind.SeparateReport, "Séparer une remontée", "sépare la 51 du groupe"),
        Command<ClustersCommand>(IntentKind.Clusters, "Remontées regroupées", "groupe 3"),
        Command<ClusterOnAgendaCommand>(IntentKind.ClusterOnAgenda, "Mettre un groupe à l’ordre du jour", "mets le groupe 3 à l’odj"),
        Command<RoadmapCommand>(IntentKind.Roadmap, "Feuille de route", "feuille de route"),
        Command<ObservatoryCommand>(IntentKind.Observatory, "Observatoire des remontées", "observatoire 2026"),
        Command<DirectoryCommand>(IntentKind.Directory, "Chercher dans l’annuaire", "qui fait le portage de repas à Kervelen ?"),
        Command<GapsCommand>(IntentKind.DirectoryGaps, "Questions sans réponse", "questions sans réponse"),
        Command<RetentionCommand>(IntentKind.Retention, "Conservation des données", "conservation"),
        Command<ExportMyDataCommand>(IntentKind.ExportMyData, "Exporter mes données", "exporte mes données"),
        Command<EraseMyDataCommand>(IntentKind.EraseMyData, "Effacer mes données", "efface mes données"),
        Command<ProposeCommand>(IntentKind.Propose, "Proposer au vote", "proposer d’ouvrir une place d’urgence"),
        Command<BallotsCommand>(IntentKind.Ballots, "Voir les votes", "votes"),
        Command<RecuseCommand>(IntentKind.Recuse, "Me déporter", "je me déporte du point 3"),
        Command<CloseBallotCommand>(IntentKind.CloseBallot, "Clore un vote", "clos le vote sur la place d’urgence"),
        Command<WithdrawBallotCommand>(IntentKind.WithdrawBallot, "Retirer un vote", "retire le vote sur la place d’urgence"),
        Command<CorrectVoteCommand>(IntentKind.CorrectVote, "Changer mon vote", "me suis trompé, je voulais voter contre"),
        Command<ExtendBallotCommand>(IntentKind.ExtendBallot, "Prolonger un vote", "prolonge le vote sur la place d’urgence jusqu’à vendredi 18h"),
        Command<RemindVotersCommand>(IntentKind.RemindVoters, "Relancer les votants", "relance ceux qui n’ont pas voté"),
        Command<PostBallotCommand>(IntentKind.PostBallot, "Afficher un vote", "affiche le vote sur la place d’urgence", inGroups: true),
        Command<DecisionsCommand>(IntentKind.Decisions, "Voir les décisions", "décisions"),
        Command<EscalationsCommand>(IntentKind.Escalations, "Décisions à valider", "décisions à valider"),
    ];

    private static readonly FrozenDictionary<IntentKind, TextCommand> ByIntent = All.ToFrozenDictionary(c => c.Intent);

    /// <summary>The command of an intent; help where none stands.</summary>
    public static TextCommand Of(IntentKind intent) => ByIntent.GetValueOrDefault(intent) ?? ByIntent[IntentKind.Help];

    public static IServiceCollection AddTextCommands(this IServiceCollection services)
    {
        foreach (var handler in All.Select(c => c.Handler).Distinct())
        {
            services.AddSingleton(handler);
        }

        return services;
    }

    private static TextCommand Command<THandler>(IntentKind intent, string title, string example, bool inGroups = false)
        where THandler : class, ITextCommand => new(intent, typeof(THandler), title, example, inGroups);
}
