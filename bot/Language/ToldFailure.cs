using System.Collections.Frozen;
using System.Globalization;

namespace ConcertationBot.Language;

/// <summary>
/// How much a message sounds like somebody telling what went wrong: turns of failure, the words of care, and length.
/// </summary>
internal static class ToldFailure
{
    private static readonly FrozenDictionary<string, string> Lists = new Dictionary<string, string>
    {
        ["not"] = "pas|plus|jamais|rien|aucun|aucune",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string Failures = """
        4 personne ne|n
        4 tjrs|tjs|toujours|tj|jms {not}
        4 sans prevenir|ordonnance|reponse|solution|suivi|relais|nouvelles|soins|compte|place|que|medecin|aide|transport|accord
        4 pas|plus|aucun|aucune|manque|peu|trop de? reponse|reponses|nouvelles|place|places|solution|relais|retour|medecin|medecins|creneau|personnel|transport|suivi|rdv|disponibilite|kine|infirmiere|infirmier|dispo
        4 impossible de|d|a|avoir|joindre
        4 faute de|d
        4 liste d attente
        4 a|ont|avait|est|sont|etait|ete|s|se annule|annulee|annules|annulees|refuse|refusee|refuses|refusees|perdu|perdue|perdus|oublie|oubliee|ferme|fermee|bloque|bloquee|interrompu|interrompue|degrade|degradee|tombe|tombee|reporte|retrouve|retrouvee|retrouves
        3 rupture|ruptures|dysfonctionnement|dysfonctionnements|dysfonctionne|refus|refuse|refusee|refusent|perdu|perdue|perdus|oublie|oubliee|oublies|annule|annulee|annules|annulees|rehospitalise|rehospitalisee|rehospitalisation|doublon|doublons|conflit|conflits|errance|maltraitance|abandon|chute|chutes|ressaisir|ressaisit
        3 ne|n ~ {not}
        3 marche|fonctionne|repond|repondent|vient|viennent|passe|passent|intervient|interviennent|prend|prennent|accepte|acceptent|veut|veulent|peut|peuvent|suit|suivent|decroche|decrochent pas|plus|jamais
        3 en|de retard
        3 retard|retards|delai|delais|attente|attendre|attend|attendent|attendu|injoignable|injoignables|sature|saturee|satures|debordes|debordee|illisible|incomplet|incomplete|erreur|erreurs|interrompu|interrompue|interruption|inadapte|inadaptee|epuise|epuisee|epuises|penurie|carence|desert|bloque|bloquee|bloques|bloquent|isolee|isole|demuni|demunie|desemparee|bout
        3 trop tard|long|longs|loin|cher|tot
        3 en panne
        4 tourne|tournons|tournent en rond
        3 laisse|laissent|laisses tomber
        3 s est arrete|arretee|arretes
        3 renvoye|renvoyee|renvoyes|suspendu|suspendue|suspendus|gele|gelee|gelees|geles
        3 trop de|d
        3 a refaire
        3 ca bloque|traine|coince
        3 mal coordonne*|oriente*|informe*|communique*|transmis*
        2 pb|pbs|probleme|problemes|souci|soucis|difficulte|difficultes|galere|encore|malgre|relance|relances|absence|manque|manquent|sans|aucun|aucune|personne|rupt|jamais|impossible|tjrs|tjs|isolement
        2 dans|depuis|apres|pendant|sous ~ mois|semaines|semaine|jours|jour|ans|heures|h
        2 deux|trois|quatre|cinq|plusieurs|2|3|4|5|6|7|8|9|10 fois|refus|relances|mois|semaines|annulations|reports
        2 pas|plus de|d
        2 on|nous nous? propose|renvoie|repond|demande|ballade|balade|dit
        2 le|la|les meme|memes
        """;

    private const string Care = """
        hopital hopitaux hospit hospitalisation hospitalise hospitalisee ehpad ssiad had kine infirmiere infirmier infirmieres
        ide idel medecin medecins generaliste traitant geriatre psychiatre patient patiente patients usager usagers famille
        aidant aidante aidants domicile ordonnance apa mdph pch cmp esa ccas clic pharmacie pharmacien transport transports
        ambulance rdv dossier dossiers samu urgences urgence service services place places hebergement retour sortie sorties
        admission evaluation prise charge soin soins pansement saad auxiliaire dame monsieur personne resident residente caisse
        cpam carsat departement assistante sociale orthophoniste dialyse lit mandataire tutelle curatelle equipe reeducation
        synthese plateforme repit accueil portage repas toilette traitement medicaments week we domiciles messagerie logiciel
        canton territoire psy smr ssr had spasad ergotherapeute bilan certificat dmp courrier
        """;

    private const int MostCare = 4;

    private static readonly FrozenSet<string> CareWords =
        Care.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Cue[] Cues =
    [
        .. Failures.Split('\n', StringSplitOptions.TrimEntries).Select(line => Cue.Parse(
            IntentKind.Report, int.Parse(line[..1], CultureInfo.InvariantCulture), line[2..], Lists)),
    ];

    public static IEnumerable<string> Words => Cues.SelectMany(cue => cue.Words).Concat(CareWords);

    public static double Points(Message message)
    {
        var covered = new bool[message.Words.Count + 1];
        var failure = 0;
        foreach (var cue in Cues)
        {
            // The table goes from strong to weak; a word tells its failure once.
            if (cue.Find(message) is { } found && !covered[found.From])
            {
                failure += cue.Points;
                Array.Fill(covered, value: true, found.From, found.To - found.From);
            }
        }

        var care = Math.Min(MostCare, message.Words.Count(word => CareWords.Contains(word.Plain)));
        var length = message.Words.Count switch
        {
            < 4 => 0,
            < 8 => 1,
            < 14 => 2,
            _ => 3,
        };
        return failure == 0 ? Math.Max(0, care - 1) + length : failure + care + length;
    }
}
