using Concertation.Domain.PersonalData;

namespace Concertation.Domain.Dysfunctions;

/// <summary>The kinds of structure that reports speak of.</summary>
public enum StructureKind
{
    Hospital, Emergency, Psychiatry, Rehabilitation, HomeHospital, Ehpad, Ssiad, Saad, Doctor, Nurse, Pharmacy, CareCentre, DayCare, Transport,
    LocalCentre, CommuneService, Departement, HealthInsurance, CaseManagement, Guardianship, Association,
}

/// <summary>Recognises in what was written which kinds of structure it speaks of.</summary>
public static class StructureKinds
{
    /// <summary>In small letters without accents; the last word may carry an s.</summary>
    private static readonly (StructureKind Kind, string[] Words)[] Said =
    [
        (StructureKind.Hospital, ["hopital", "hopitaux", "hospitalier", "hospitaliere", "chu", "chru", "ch", "clinique", "polyclinique", "ghu", "service de geriatrie", "court sejour"]),
        (StructureKind.Emergency, ["urgences", "samu", "smur", "pompier", "sdis", "centre 15"]),
        (StructureKind.Psychiatry, ["psychiatrie", "psychiatrique", "cmp", "cattp", "emppa", "psychiatre", "addictologie", "csapa"]),
        (StructureKind.Rehabilitation, ["ssr", "smr", "soins de suite", "reeducation", "readaptation"]),
        (StructureKind.HomeHospital, ["had", "hospitalisation a domicile"]),
        (StructureKind.Ehpad, ["ehpad", "maison de retraite", "usld", "residence autonomie", "foyer logement", "hebergement temporaire"]),
        (StructureKind.Ssiad, ["ssiad", "spasad", "soins infirmiers a domicile", "esa", "esad", "csi"]),
        (StructureKind.Saad, ["saad", "aide a domicile", "aides a domicile", "sad", "auxiliaire de vie", "admr", "portage de repas", "service d aide"]),
        (StructureKind.Doctor, ["medecin", "generaliste", "medecin traitant", "gp", "sos medecins", "maison medicale", "cabinet medical"]),
        (StructureKind.Nurse, ["idel", "infirmiere liberale", "infirmier liberal", "infirmieres liberales", "infirmiers liberaux", "cabinet infirmier", "ide", "kine", "kinesitherapeute", "orthophoniste"]),
        (StructureKind.Pharmacy, ["pharmacie", "pharmacien", "pharmacienne", "officine"]),
        (StructureKind.CareCentre, ["msp", "cpts", "centre de sante", "maison de sante", "esp"]),
        (StructureKind.DayCare, ["accueil de jour", "pfr", "plateforme de repit", "halte repit", "hopital de jour"]),
        (StructureKind.Transport, ["ambulance", "ambulancier", "vsl", "taxi", "transport sanitaire", "transport"]),
        (StructureKind.LocalCentre, ["clic", "guichet integre", "maison de l autonomie", "espace autonomie", "maison france services", "france services"]),
        (StructureKind.CommuneService, ["ccas", "cias", "mairie"]),
        (StructureKind.Departement, ["apa", "conseil departemental", "departement", "mdph", "mda", "mdpa"]),
        (StructureKind.HealthInsurance, ["cpam", "msa", "carsat", "caisse de retraite", "assurance maladie", "mutuelle", "cnav"]),
        (StructureKind.CaseManagement, ["maia", "dac", "gestionnaire de cas", "gestion de cas", "pta", "clsm", "reseau de sante"]),
        (StructureKind.Guardianship, ["mjpm", "udaf", "tutelle", "tuteur", "tutrice", "curatelle", "curateur", "curatrice", "mandataire judiciaire"]),
        (StructureKind.Association, ["association", "france alzheimer", "benevole", "apf", "aptd"]),
    ];

    private static readonly Dictionary<string, List<(string[] Words, StructureKind Kind)>> ByFirst = Said
        .SelectMany(s => s.Words.Select(w => (Words: w.Split(' '), s.Kind)))
        .GroupBy(w => w.Words[0], StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    /// <summary>Each kind once, however often it is said.</summary>
    public static IReadOnlySet<StructureKind> In(params IEnumerable<string?> texts) =>
        texts.SelectMany(text => Found(PlainWords.Of(text))).ToHashSet();

    private static IEnumerable<StructureKind> Found(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var (said, kind) in Starting(words[at]))
            {
                if (at + said.Length <= words.Count && said.Select((w, i) => (w, i)).Skip(1).All(w => Same(words[at + w.i], w.w)))
                {
                    yield return kind;
                }
            }
        }
    }

    private static IEnumerable<(string[] Words, StructureKind Kind)> Starting(string word) =>
        ByFirst.GetValueOrDefault(word, []).Concat(word.EndsWith('s') ? ByFirst.GetValueOrDefault(word[..^1], []) : []);

    private static bool Same(string written, string word) => written == word || written == word + "s";
}
