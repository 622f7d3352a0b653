using Concertation.Domain.Roadmap;

namespace Concertation.Domain.Tests.Dysfunctions;

/// <summary>An invented report and the axis it belongs to.</summary>
/// <param name="HeldOut">What became of it was never looked at while the words were chosen: one of three.</param>
internal sealed record LabelledReport(string Axis, string Text, bool HeldOut);

/// <summary>A roadmap and the reports written for it.</summary>
internal sealed record LabelledRoadmap(string Name, IReadOnlyList<Axis> Axes, IReadOnlyList<LabelledReport> Reports);

internal static class LabelledReports
{
    /// <summary>The axes of samples/pays-de-kervelen.json, which are the facts of a small territory's roadmap of 2018.</summary>
    public static LabelledRoadmap Maia { get; } = new("maia",
    [
        Axis("c1", "Concertation", "Pas de table de concertation", "Constituer une table de concertation tactique",
            "Table tactique en place fin 2018 pour valider la feuille de route 2019",
            "Recenser les directeurs et responsables de structures du territoire", "Présenter la méthode, associer leurs équipes au diagnostic, solliciter leur participation",
            "TCT plénière : présentation du diagnostic", "TCT restreinte : validation des pistes"),
        Axis("g1", "Guichet intégré", "Pas de guichet intégré", "Favoriser l’interconnaissance",
            "Mettre les acteurs en réseau, préalable du guichet intégré",
            "Groupes de travail croisant sanitaire, social et médico-social sur les personnes âgées, le handicap, la santé mentale et la précarité"),
        Axis("k1", "Gestion de cas", "Pas de gestionnaire de cas", "Organiser la mise en œuvre de la gestion de cas",
            "Gestion de cas opérationnelle, à titre expérimental et polyvalent",
            "Deux gestionnaires de cas recrutés", "Outils d’inclusion et d’accompagnement", "Formation au logiciel métier et à l’évaluation multidimensionnelle"),
        Axis("t1", "Thématique 1", "Plusieurs diagnostics séparés", "Élaborer un diagnostic territorial polyvalent partagé", null,
            "Recensement des diagnostics existants", "Entretien CLS", "Entretien CLIC", "Entretien pôle handicap", "Groupes de travail : calendrier et composition",
            "Présentation en TCT plénière, pistes validées en TCT restreinte"),
        Axis("t2", "Thématique 2", "Diagnostic sur la souffrance psychique des jeunes, pistes dégagées",
            "Organiser la mise en œuvre des préconisations", null, "Groupe projet", "Co-animation des groupes de travail"),
        Axis("t3", "Thématique 3", "Plusieurs dispositifs d’intégration et de coordination", "Favoriser l’articulation entre dispositifs", null,
            "Recenser les dispositifs", "Convention avec le pôle handicap", "Convention avec tous les acteurs de la coordination : rôles, processus"),
        Axis("t4", "Thématique 4", "Référentiel de bonnes pratiques de l’hébergement temporaire", "Groupe de travail sur l’hébergement temporaire", null,
            "Mobiliser les acteurs sur le référentiel et les données de l’offre", "Décrire les pratiques, difficultés et besoins",
            "Proposer une offre graduée, à capacité constante", "Validation en table stratégique"),
    ], Read("maia"));

    /// <summary>An invented roadmap of a DAC, with more axes and nearer to one another.</summary>
    public static LabelledRoadmap Dac { get; } = new("dac",
    [
        Axis("p1", "Parcours hospitalier", "Des retours annoncés trop tard, sans relais organisé", "Sécuriser les retours à domicile après une hospitalisation", "Aucun retour sans préparation la veille"),
        Axis("p2", "Santé mentale des adultes", "Délais des consultations, équipes démunies", "Faciliter l’accès aux soins psychiques", "Un avis en moins d’un mois"),
        Axis("p3", "Proches aidants", "Une offre saturée et mal connue", "Développer le répit et le soutien des aidants", null),
        Axis("p4", "Vivre chez soi", "Pénurie d’intervenants, heures accordées non faites", "Répondre au manque d’aides à domicile", null),
        Axis("p5", "Mobilité", "Des rendez-vous manqués faute de moyen de s’y rendre", "Améliorer les déplacements vers les lieux de soins", null),
        Axis("p6", "Bon usage du médicament", "Erreurs et ruptures de traitement", "Fiabiliser la prise médicamenteuse à domicile", null),
        Axis("p7", "Handicap et avancée en âge", "Des personnes entre deux dispositifs à soixante ans", "Préparer le vieillissement des personnes handicapées", null),
        Axis("p8", "Habitat", "Des logements inadaptés ou indignes", "Adapter le logement et prévenir les ruptures", null),
        Axis("p9", "Soins palliatifs", "Transferts évitables dans les derniers jours", "Accompagner les fins de vie à domicile et en établissement", null),
        Axis("p10", "Numérique en santé", "Des outils qui ne communiquent pas", "Déployer un dossier et une messagerie communs", null),
        Axis("p11", "Conduites addictives", "Peu de relais hors des villes", "Repérer et orienter vers l’addictologie", null),
        Axis("p12", "Premier recours", "Des habitants sans médecin traitant", "Renforcer l’accès aux professionnels de ville", null),
        Axis("p13", "Protection des majeurs", "Délais et manque de repères", "Mieux articuler les mesures de protection juridique avec les soins", null),
        Axis("p14", "Information et orientation", "Des portes d’entrée multiples", "Un point d’entrée lisible pour le public et les professionnels", null),
        Axis("p15", "Alimentation", "Dénutrition repérée tardivement", "Garantir des repas adaptés au domicile", null),
    ], Read("dac"));

    /// <summary>A third one, of another hand's style, on which words were added for every subject.</summary>
    public static LabelledRoadmap Vallee { get; } = new("vallee",
    [
        Axis("a1", "Liens entre l’hôpital et la ville", "Des sorties mal anticipées", "Organiser la sortie dès l’admission", "Diminuer les réhospitalisations évitables"),
        Axis("a2", "Aidants", "Des aidants qui s’épuisent sans demander d’aide", "Proposer des solutions de relais aux proches aidants", null),
        Axis("a3", "Psychiatrie", "Une offre de secteur en recul", "Rendre accessible la psychiatrie de proximité", null),
        Axis("a4", "Transports", "Un territoire étendu et mal desservi", "Faciliter les trajets de santé", null),
        Axis("a5", "Logement adapté", "Un parc ancien", "Accélérer l’adaptation des logements", null),
        Axis("a6", "Prévention de la perte d’autonomie", "Un repérage trop tardif", "Repérer les fragilités et prévenir les chutes", null),
        Axis("a7", "Maladies neuro-évolutives", "Des diagnostics tardifs", "Structurer le parcours des personnes malades d’Alzheimer et apparentées", null),
        Axis("a8", "Lien social", "Des personnes âgées très seules", "Lutter contre l’isolement", null),
        Axis("a9", "Métiers du soin et de l’accompagnement", "Des postes vacants", "Attirer et fidéliser les professionnels", null),
        Axis("a10", "Précarité", "Non-recours fréquent", "Ouvrir les droits et l’accès à la santé des plus démunis", null),
    ], Read("vallee"));

    /// <summary>A fourth, all of whose reports are held out.</summary>
    public static LabelledRoadmap Littoral { get; } = new("littoral",
    [
        Axis("l1", "Parcours", "Des sorties non préparées", "Fluidifier les sorties d’hospitalisation", null),
        Axis("l2", "Santé mentale", "Un accès difficile aux soins", "Prévenir les crises et soutenir les intervenants", null),
        Axis("l3", "Aidants", "Des aidants épuisés", "Offrir du répit et de l’écoute", null),
        Axis("l4", "Accès aux droits", "Des délais d’instruction trop longs", "Simplifier les démarches", null),
        Axis("l5", "Handicap", "Des réponses qui manquent à tous les âges", "Construire des réponses accompagnées", null),
        Axis("l6", "Addictions", "Pas d’offre de proximité", "Développer les consultations avancées en addictologie", null),
        Axis("l7", "Habitat", "Habitat indigne ou inadapté", "Agir sur le logement", null),
        Axis("l8", "Coordination", "Des interventions qui se superposent", "Clarifier les rôles et les relais", null),
        Axis("l9", "Soins de proximité", "Une démographie médicale en baisse", "Maintenir les soins de premier recours", null),
        Axis("l10", "Prévention", "Fragilités repérées trop tard", "Repérer et prévenir la perte d’autonomie", null),
    ], Read("littoral", allHeldOut: true));

    private static Axis Axis(string id, string heading, string finding, string title, string? objective, params string[] actions) => new(
        AxisId.From(id), id[0] is 'c' or 'g' or 'k' ? 1 : 2, heading, finding, title, objective, Carrier: null, Done: [],
        [.. actions.Select(a => new AxisAction(a, null))], Vigilance: [], AxisStatus.InProgress, Progress: 0, Instance: null, IdentifiedIn: null);

    private static List<LabelledReport> Read(string file, bool allHeldOut = false) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Dysfunctions", "corpus", file + ".txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select((line, index) => new LabelledReport(line.Split('|')[0], line.Split('|')[1], allHeldOut || index % 3 == 2)),
    ];
}
