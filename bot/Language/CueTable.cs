using System.Collections.Frozen;
using System.Globalization;

namespace ConcertationBot.Language;

/// <summary>
/// The one table of what people write for each intent: points, then the phrase (see <see cref="Cue"/>). Eight or
/// nine points decide alone; five or six need nothing against them; less only helps.
/// </summary>
internal static class CueTable
{
    private static readonly FrozenDictionary<string, string> Lists = new Dictionary<string, string>
    {
        ["session"] = "seance|seances|reunion|reunions|session|sessions|reu|rencontre|pleniere|restreinte|instance|visio",
        ["meeting"] = "{session}|#table",
        ["ballot"] = "vote|votes|scrutin|scrutins|deliberation",
        ["report"] = "remontee|remontees|signalement|signalements|dysfonctionnement|dysfonctionnements|incident|incidents",
        ["here"] = "la|present|presente|presents|presentes|disponible|disponibles|dispo|libre|des",
        ["off"] = "absent|absente|absents|absentes|empeche|empechee|empeches|indisponible|excuse|excusee|excuses|retenu|retenue",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string Phrases = """
        Convene
        8 ^ convoque|convoquer|convoquez|convoquons|convocation|convocations
        7 ^ lance|lancer|envoie|envoyer|envoyez|prepare|preparer|faire ~ convocation|convocations|invitation|invitations
        8 ^ reunir|reunis|reunissez|reunissons|reunit|organise|organiser|organisez|organisons|planifie|planifier|planifiez|programme|programmer|programmez|prevoir|prevois|prevoyez|prevoyons|creer|cree|creez|fixe|fixer|fixez|cale|caler|calons|ajoute|ajouter|pose|poser|monter|inviter|invite|invitez ~ {meeting}
        7 se|nous|on reunisse|reunissions|reunir|reunit
        7 ^ nouvelle|nouveau|creation ~ {meeting}
        7 ^ reunir|reunis ~ #date
        8 ^ sondage|doodle
        8 ^ sonde|sonder|sondez|sondons ~ {meeting}|membres
        8 ^ faire|fais|lance|lancer|lancez|envoie|envoyer|ouvre|ouvrir|nouveau ~ sondage|doodle
        9 ^ propose|proposer|proposons|proposez plusieurs|des|deux|trois|quatre|cinq|six? dates|creneaux
        7 ^ fait|faisons|ferait|refait|tient une|la|notre? {meeting}
        3 ^ la|le|une|un? {meeting}
        Agenda
        8 ^ l|le|voir|montre|prepare|preparer|diffuse|diffuser|envoie|envoyer|modifier|modifie? ordre du jour
        8 ^ l|le|voir|montre|prepare|preparer|diffuse|diffuser|envoie|envoyer|modifier|modifie? odj
        7 ordre du jour
        7 odj
        8 qu|quoi|quels ~ ordre|points ~ jour|odj|seance
        SuggestItem
        9 ^ mets|mettre|mettez|mettons|inscris|inscrire|inscrivez|ajoute|ajouter|ajoutez|rajoute|rajouter|rajoutez|propose|proposer|suggere|suggerer|porte|porter ~ ~ ~ odj
        9 ^ mets|mettre|mettez|mettons|inscris|inscrire|inscrivez|ajoute|ajouter|ajoutez|rajoute|rajouter|rajoutez|propose|proposer|suggere|suggerer|porte|porter ~ ~ ~ ordre du jour
        9 ^ ajoute|ajouter|ajoutez|rajoute|rajouter|suggere|suggerer|inscrire|inscris un|le? point
        8 ^ un|le? point a mettre|inscrire|ajouter
        StartSession
        9 ^ commence|commencer|commencez|commencons|demarre|demarrer|demarrez|demarrons|ouvre|ouvrir|ouvrez|ouvrons|debute|debuter|lance|lancer ~ {session}
        9 ^ on|nous? commence|commencons|demarre|demarrons|ouvre $
        8 ^ debut|ouverture de|la seance|reunion
        NextItem
        9 ^ point|item suivant|suivante
        9 ^ suivant|suivante $
        9 ^ passe|passons|passer a la suite
        9 ^ on|nous? passe|passons|passer|passez au|a|aux point|suivant|suite
        8 ^ on|nous? passe|passons|passer ~ point
        NoteDown
        8 ^ note|notez|noter|notons|consigne|consigner|consignez
        8 ^ pour le compte rendu|cr
        NoteAction
        9 ^ action
        8 ^ a faire
        Consensus
        10 ^ consensus
        9 consensus ~ point|note|constate
        8 ^ tout le monde est d? accord
        8 ^ accord|adopte|approuve a l unanimite|consensus
        Presence
        9 ^ feuille|liste|etat|fiche de|d|des presence|presences|emargement
        9 ^ emargement|quorum|appel $
        8 ^ quorum
        8 quorum ~ atteint|est|on
        8 ^ faire|fais|faisons l appel
        EndSession
        10 ^ fin|clos|clore|cloture|cloturer|leve|lever|levez|levons|termine|terminer|terminez|terminons|finir|finis|arrete|arreter de|la|l|cette? seance|reunion|session $
        9 ^ la|l? seance|reunion est? levee|terminee|finie|close
        Minutes
        9 ^ le|les|mon? compte|comptes rendu|rendus $
        9 ^ le|les? compte|comptes rendu|rendus de|du|d la|l? {meeting}|#date
        9 ^ voir|montre|lire|redige|rediger|fais|faire|prepare|preparer|diffuse|diffuser|envoie|envoyer|valide|valider|corrige|corriger le|les|un? compte|comptes rendu|rendus
        9 ^ voir|montre|lire|redige|rediger|fais|faire|prepare|preparer|diffuse|diffuser|envoie|envoyer|valide|valider|corrige|corriger le|les|un? cr
        9 ^ le|les? cr $
        8 ^ le|les? cr de|du|d
        4 compte|comptes rendu|rendus
        7 proces verbal
        GiveProxy
        10 donne|donner|donnerai|laisse|donnons mon|notre|le|un? pouvoir|procuration
        9 ^ pouvoir|procuration a|au|pour|aux
        9 donne|donner|donnerai ~ pouvoir|procuration
        Recuse
        10 me|nous|se deporte|deporter|deportons|deportent|deporterai
        9 ^ mon|notre|un|le|noter|note? deport|deports
        8 conflit|conflits d? interet|interets
        TakeProxyBack
        11 reprends|reprendre|reprend|retire|retirer|annule|annuler|recupere|recuperer mon|notre|le|ma|la? pouvoir|procuration
        10 reprends|reprendre|reprend|reprenons ~ pouvoir|procuration
        Propose
        8 ^ propose|proposer|proposons|proposez|proposerais
        8 ^ soumettre|soumets|soumet|soumettez|soumettons|mettre|mets|mettons|mettez|porter|passer ~ vote|voix|proposition|deliberation
        8 ^ ouvre|ouvrir|ouvrez|ouvrons|lance|lancer|lancez|organise|organiser|demarre|demarrer|creer|cree ~ {ballot}
        8 ^ faire|ajouter|deposer|nouvelle|j ~ proposition|propositions
        8 ^ j|nous ai|aurais|avons|aurions une|deux|des proposition|propositions|idee
        7 ^ proposition
        8 ^ voter|votons|vote|votait sur
        7 si on|nous votait|votions|proposait|proposions
        CloseBallot
        9 ^ clos|clore|cloture|cloturer|cloturez|cloturons|ferme|fermer|fermez|termine|terminer|arrete|arreter|stoppe|stopper|stop|finir|fin ~ {ballot}|proposition
        8 ^ cloture|clos|cloturer|clore|cloturez $
        7 {ballot} ~ a clore|cloturer|fermer
        7 {ballot} ~ peut|doit etre? clos|clore|cloture|ferme
        WithdrawBallot
        9 ^ retire|retirer|retirez|retirons|annule|annuler|annulez|annulons|supprime|supprimer|supprimez|enleve|enlever|abandonne|abandonner ~ {ballot}|proposition|propositions
        7 {ballot}|proposition ~ a retirer|annuler|supprimer
        MoveSession
        8 ^ decale|decaler|decalez|decalons|deplace|deplacer|deplacez|deplacons|reporte|reporter|reportez|reportons|repousse|repousser|repoussez|repoussons|avance|avancer|avancez|bouge|bouger|recule|reculer|report|decalage ~ {meeting}|#date
        9 ^ changer|change|changez|changeons|modifie|modifier|modifiez|changement|modification ~ date|heure|horaire|horaires|jour|creneau|lieu|salle|{meeting}
        4 au lieu de|du|d
        6 {meeting} ~ est|sera|a reportee|decalee|deplacee|repoussee|avancee|reporter|decaler|deplacer|repousser|avancer
        CancelSession
        8 ^ annule|annuler|annulez|annulons|supprime|supprimer|supprimez|annulation ~ {meeting}|#date
        7 ^ annule|annuler|annulez|annulons|annulation $
        7 {meeting} ~ a annuler|supprimer
        8 ^ la|le? {meeting} ~ est|sera annulee|annule|supprimee|annulees
        5 n aura|aurait pas lieu
        Qualify
        9 ^ qualifie|qualifier|qualifiez|qualif|rattache|rattacher|rattachez|affecter|classer|requalifier ~ #ref|{report}
        9 ^ mettre|mets|mettez|inscrire|inscris|ajouter|ajoute|lier|relier ~ #ref
        8 {report} ~ a qualifier|traiter|rattacher
        8 ^ qualifier|qualification $
        GroupReports
        10 ^ regroupe|regrouper|regroupez|regroupons|fusionne|fusionner|fusionnez
        9 ^ mets|mettre|mettez|ajoute|ajouter|ajoutez|range|ranger ~ ~ dans|avec le? #group
        SeparateReport
        10 ^ separe|separer|separez|separons|degroupe|degrouper|degroupez|dissocie|dissocier|detache|detacher
        10 ^ sors|sortir|sortez|retire|retirer|retirez|enleve|enlever ~ ~ du|de groupe|#group|regroupement
        Clusters
        9 ^ les|mes|voir|montre? groupes|regroupements $
        9 {report} groupees|regroupees
        8 ^ voir|montre|ouvre|le|ou? en? est? le? #group
        ClusterOnAgenda
        12 ^ mets|mettre|mettez|mettons|inscris|inscrire|inscrivez|ajoute|ajouter|ajoutez|porte|porter le? #group #group? #group? ~ odj
        12 ^ mets|mettre|mettez|mettons|inscris|inscrire|inscrivez|ajoute|ajouter|ajoutez|porte|porter le? #group #group? #group? ~ ordre du jour
        FollowUp
        7 #ref
        7 code|numero|reference de|du suivi|remontee
        6 ^ suivi|suivre $
        2 ^ suivi|suivre
        Report
        9 ^ signaler|signale|signalez|signalons|declarer|declare|alerter|alerte|remonter|remontons|signalement
        9 faire|fais|a remonter|signaler
        8 ^ faire|nouvelle|nouveau|une|un|saisir|deposer|creer|ajouter|enregistrer ~ {report}
        8 ^ j|nous ai|aurais|avons un|une|deux|des {report}
        7 {report}|probleme|pb|souci|difficulte ~ a signaler|declarer|remonter|faire
        5 ^ un|gros|petit? probleme|problemes|pb|pbs|souci|soucis|difficulte|difficultes|dysfonctionnement
        StayAnonymous
        12 rester|reste|restant|etre|soit|sois ~ anonyme|anonymes
        12 ^ anonyme|anonymement|anonymat
        12 signaler|remonter|declarer|signalement|remontee|temoigner|dire ~ anonyme|anonymement
        10 anonymement|anonymat
        9 mon nom ~ apparaisse|apparaitre|visible
        ReportLink
        12 lien|liens|adresse|page|url|qr ~ signalement|signalements|remontee|remontees|signaler
        MyReports
        9 mes|ma|mon|nos|notre remontee|remontees|remonte|remontes|signalement|signalements|declaration|declarations
        9 ai|avons fait|envoye|depose|transmis un|une|deux|des {report}
        5 ma|mes|notre|nos demande|demandes|message|messages
        5 suite|suites ~ donnee|donnees|donne
        9 ai|avais|avons|avions deja? signale|signalee|signales|signalees|remonte|declare
        8 ^ remontees|signalements $
        7 ^ remontees|signalements
        6 devenu|devenue|devient|devenues ~ remontee|signalement
        ReplyPresent
        8 ^ d? oui|ouais|ok|okay|accord|dac|entendu|volontiers|present|presente|presents|presentes|parfait|👍|✅|👌 $
        8 ^ bien sur|entendu $
        8 ^ avec plaisir
        7 ^ d? ok|oui|okay|accord|dispo|disponible|partant|partante|partants ~ pour|#date
        7 ^ present|presente|presents|presentes|dispo|disponible
        8 j|on|nous y serai|serais|sera|serons|vais|va|viens|suis
        8 je|j|on|nous serai|serais|sera|serons|suis {here}
        7 je|j|on|nous peux|peut|pouvons|pourrai|pourra|pourrons venir|participer|etre|assister
        7 je|j|nous|on viens|viendrai|viendrais|viendra|viendrons|participe|participerai|participera|participerons|assisterai
        7 ca me? va|marche|roule|convient
        7 c est? bon|ok|note|parfait ~ pour|moi|nous|#date
        6 c est? bon|ok|note
        7 comptez|compte sur moi|nous
        10 je|j|nous|on serai|serais|serons|sera|vais|risque|arriverai|arriverais|arrive|arriverons|arrivons|aurai|aurais|aurons ~ retard
        9 je|j|nous|on viens|viendrai|serai|suis|participe|participerai ~ visio|distanciel|distance
        7 confirme|confirmons ma|notre|mon|la presence|venue|participation
        4 ^ oui|ok|okay
        ReplyAbsent
        8 ^ non|impossible|nan $
        8 ^ {off} $
        7 je|j|nous|on ne? peux|pourrai|pourrais|pourrons|pouvons|puis pas
        9 je|j|nous|on ne? viens|viendrai|viendrais|viendra|viendrons|participerai|assisterai pas
        8 ^ va|vas|sera|serait pas etre possible
        8 ^ ne? peux|pourrai|pourrais|pourrons pas
        8 serai|serons|serais|suis|sera malheureusement|donc|helas|finalement? pas {here}
        8 pourrai|peux|pourrons|pouvons malheureusement|donc|helas|finalement? pas venir|participer|etre|assister|la|y
        8 je|j|nous|on serai|serais|serons|suis|sera malheureusement|donc|helas? {off}
        8 ^ {off} ~ #date
        7 ^ {off}|excusez
        7 serai|suis|serons|sommes|sera en conge|conges|vacances|rtt|formation|deplacement|arret|repos|reunion|audience
        6 pas dispo|disponible|disponibles|libre
        9 pas etre? possible pour moi|nous
        8 impossible pour moi|nous
        7 ^ sans moi|nous
        7 m|nous excuser
        6 dois|devons|prefere decliner
        5 ^ je|nous? decline|declinons
        2 desole|desolee|desoles|navre|navree|malheureusement|helas
        ReplyRepresented
        9 me|nous remplace|remplacera|remplacent|remplaceront|representera|represente|supplee|suppleera
        9 a ma|notre place
        9 fais|ferai|ferais|faire|fera|ferons remplacer|representer
        9 serai|suis|serons|sera ~ remplace|remplacee|represente|representee|remplaces|representes par
        9 suppleant|suppleante ~ viendra|vient|sera|ira|va|remplacera|representera|assistera|participera|remplace
        7 mon|ma|notre suppleant|suppleante
        9 y va|ira|vient|viendra|sera pour moi
        9 ^ {off} ~ remplace|remplacee|represente|representee
        9 vient|viendra|ira|sera present|presente|la? pour moi
        8 j|je|nous envoie|enverrai|delegue|envoyons|mandate ma|mon|un|une|notre|mme|m|monsieur|madame
        8 representera|remplacera
        Remind
        9 ^ relance|relancer|relancez|relancons|relances
        9 ^ envoie|envoyer|envoyez|fais|faire|lance|lancer ~ relance|relances|rappel|rappels
        9 ^ rappelle|rappeler|rappelez ~ repondu|repondre|reponse
        7 ^ rappel|rappels
        PlanYear
        9 ^ planifie|planifier|planifiez|planifions|programme|programmer|programmez|prepare|preparer|preparez|prevoir|prevois|prevoyez|organise|organiser|organisez|fixe|fixer|fixez|cale|caler|propose|proposer|pose|poser ~ annee|lannee|calendrier|planning
        8 planification|calendrier|planning|programme ~ annee|annuel
        8 dates de l annee
        WhoHasNotReplied
        9 qui|ki|quel|quels|quelle|quelles|lesquels ~ pas ~ repondu|repond|reponse|repondus
        8 ^ qui|ki ~ repondu|repond|manque|manquent
        8 manque|manquent qui|ki|encore|quelles|quels
        8 manque|manquent ~ reponse|reponses|repondu
        8 ^ qui|ki vient|viendra|sera|seront|participe|participera|assiste|est|viens ~ 
        8 ou ~ reponses|inscriptions|presences|inscrits
        8 ^ combien on|nous? sera|serons|seront|est
        8 sera|serons|est combien $
        8 qui|quel|quels|quelle|quelles sont|est ~ absent|absents|present|presents|excuses|inscrits
        8 combien|nombre ~ reponses|presents|inscrits|participants|absents|repondu|viennent
        8 tout le monde a repondu
        8 tous ont|ils repondu
        14 qui|ki ~ relancer|relance $
        14 qui|ki ~ a relancer
        14 relancer|relance qui|ki
        8 liste|etat|point ~ presents|presences|reponses|participants|inscrits|absents
        Ballots
        8 ^ les|le|un|mes|des? vote|votes|voter|scrutin|scrutins|voix|bulletin|bulletins|pour|contre|abstention $
        7 {ballot} ~ en|encore? cours|ouvert|ouverts|attente
        7 ou ~ {ballot}
        7 resultat|resultats ~ {ballot}
        7 combien ~ voix
        8 je|j|on vote|votes
        11 ^ je vote pour|contre
        11 ^ je m abstiens
        7 quoi|que|dois a? voter|vote
        9 favorable|favorables|accord|pour|ok|oui sous reserve|reserves
        8 ^ sous reserve|reserves
        8 ^ je|j|on|nous consens|consent|consentons|objecte|objectons
        8 ^ j|nous ai|avons une|des? objection|objections|preoccupation|preoccupations
        8 ^ objection|favorable|defavorable
        7 ^ vote|votes|voter|scrutin|scrutins
        5 vote|votes|scrutin|scrutins|voter
        Sessions
        8 ^ les|la|mes|des|le|une? seance|seances|reunion|reunions|agenda|calendrier|planning|dates|sessions|rencontres $
        7 ^ mes|les|des|voir? prochaine|prochaines|prochain|prochains ~ {meeting}|rdv|date|dates
        4 prochaine|prochaines ~ {meeting}
        8 quand|quelle|quelles ~ {meeting}
        7 quand|jour|date|heure on|nous ~ voit|reunit|retrouve|voyons|reunissons|retrouvons
        8 date|dates|heure|horaire|lieu ~ {meeting}
        7 {meeting} ~ quand|heure
        7 mes reunions|seances|dates|sessions
        7 {meeting} ~ a venir
        7 {meeting} ~ prevue|prevues|programmee|programmees|planifiees
        7 agenda|planning
        6 ou ~ {meeting}
        4 ^ seances|reunions
        7 ^ voir|montre|ouvre|ouvrir? la|l? {session} du|de? #date #date? #date? #date? $
        Calendar
        9 ^ le|mon|un? calendrier $
        9 abonne|abonner|abonnement|abonnez|abonnes ~ calendrier|agenda|seances|dates
        8 ^ m|me|s|nous? abonner|abonne|abonnement|abonnez
        8 lien|adresse|flux ~ calendrier|agenda|ics|ical
        8 calendrier|agenda ~ lien|adresse|abonnement|ics|ical
        8 seances|dates|reunions|calendrier ~ dans|sur mon|notre|outlook|google|telephone|iphone agenda|calendrier|outlook
        8 ^ ics|ical|webcal
        7 calendrier
        Roadmap
        9 feuille|feuilles|feuil de? route|routes
        8 ^ les|la|le? fdr|axes|axe
        7 fdr
        8 fiche|fiches action|actions
        8 axes|axe de|du|d travail|annee
        7 avancement|avancee ~ axe|axes|actions
        5 quoi ~ axe|axes
        4 axe|axes
        DirectoryGaps
        11 ^ les? questions|question sans reponse|reponses
        10 ^ les? trous|manques ~ annuaire
        10 annuaire ~ sans reponse
        Directory
        10 ^ l? annuaire
        9 annuaire
        9 ^ qui|ki fait|font|assure|assurent|propose|proposent|livre|livrent|intervient|interviennent|accueille|accueillent|aide|accompagne|gere|soigne
        9 ^ qui|ki s occupe|occupent
        9 ^ qui|ki prend|prennent ~ charge
        9 ^ ou trouver
        9 ^ a qui s adresser|adresse
        9 ^ a qui adresser|orienter
        9 ^ quelle|quelles|quel|quels structure|structures|service|services|organisme|organismes|association|associations
        9 referentiel ~ missions
        8 ^ je|on|nous? cherche|cherchons un|une structure|service
        Observatory
        9 observatoire|observatoires
        9 ^ les|des|le|voir|montre? statistiques|stats|stat|chiffres|bilan ~ {report}
        8 combien ~ {report}
        Retention
        11 ^ la|les|l? conservation|purge|purges
        10 duree|durees|delai|delais|regle|regles|preuve|preuves de? conservation|purge
        ExportMyData
        12 exporte|exporter|exportez|donne|donner|donnez|envoie|envoyer|envoyez|telecharge|telecharger|recuperer|recevoir|voir|montre|copie ~ mes? donnees $
        11 ^ mes donnees $
        11 acces ~ mes donnees
        12 qu|quelles|que ~ donnees ~ sur moi
        EraseMyData
        12 efface|effacer|effacez|supprime|supprimer|supprimez|oublie|oublier|anonymise|anonymiser|suppression|effacement ~ mes donnees
        12 ^ droit a l oubli|effacement
        12 ^ oublie|oubliez|oublier moi $
        Decisions
        8 ^ les|le|la|mes|des? decision|decisions|registre $
        8 registre|releve|liste|suivi|historique|tableau ~ decisions|decision
        9 pris connaissance ~ decision|decisions
        8 ^ la|les? decision|decisions #table
        8 ^ la|les? decisions|decision axe|sur|concernant
        7 quelles|quelle|quels|dernieres|derniere ~ decisions|decision
        8 ete|avons|a|t decide|decides|decidee|acte|adopte|adoptee|tranche
        5 suite|suites ~ donnee|donnees|donne
        6 decisions|registre
        6 ^ les? decisions|registre
        3 decision
        Help
        8 ^ aide|help|menu|commandes|sos|info|infos|tutoriel|tuto|accueil $
        8 j ai besoin d aide
        8 ^ je|j suis completement|un|totalement? peu? perdu|perdue|largue|larguee $
        8 ^ je|j|on|nous? dois|doit? fais|fait|faire quoi maintenant|la|apres? $
        9 marche|fonctionne|utilise comment
        8 ^ besoin d aide
        8 que|qu|quoi|ce ~ sais|peux|savez|pouvez|peut tu|vous|on? faire
        8 tu|vous sais|peux|savez|pouvez faire quoi
        8 mode d emploi
        9 comment ~ marche|fonctionne|utiliser|utilise|faire
        8 ^ un coup de main $
        7 help
        7 tu|vous es|etes qui
        7 aide|aides|aider|aidez moi
        7 m|nous aider
        7 comprends|comprend|compris pas|rien
        7 a quoi ~ sers|sert|servez
        7 qui es|etes tu|vous
        """;

    public static IReadOnlyList<Cue> Cues { get; } = Parse();

    private static List<Cue> Parse()
    {
        var cues = new List<Cue>();
        var kind = IntentKind.Help;
        foreach (var line in (Phrases + VoteCues.Phrases).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!char.IsAsciiDigit(line[0]))
            {
                kind = Enum.Parse<IntentKind>(line);
                continue;
            }

            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var points = int.Parse(line.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture);
            cues.Add(Cue.Parse(kind, points, line[space..], Lists));
        }

        return cues;
    }
}
