using Concertation.Documents.Word;

namespace Concertation.Documents.Tests.Word;

/// <summary>Papers of an invented session.</summary>
internal static class SamplePapers
{
    public static readonly SessionBlock Session = new(
        "Pays de Kervelen", "Table de concertation tactique", "Séance plénière du mercredi 14 octobre 2027",
        [
            new("Horaire", "14 h 00 – 16 h 00"),
            new("Lieu", "Salle Ar Mor, Communauté de communes du pays de Kervelen, et à distance"),
        ],
        "Nolwenn Exemple");

    public static AgendaPaper Agenda() => new(
        Session, "Version 2, diffusée le 29/09/2027",
        [
            new(1, "Suivi des décisions précédentes", "Information", "10 min", "Nolwenn Exemple", null, [], [], InCamera: false),
            new(
                2, "Ouvrir une cellule de sortie d’hôpital le vendredi", "Décision", "30 min", "Yann Kerimagin",
                "T3 – Préparer les sorties d’hospitalisation", ["REM-2027-0042", "REM-2027-0047"],
                ["Note de cadrage.pdf", "Chiffres des urgences 2026.xlsx"], InCamera: false),
            new(
                3, "Hébergement temporaire : état des places et règles d’admission", "Discussion", "25 min",
                "Katell Songevrac", "T4 – Développer l’hébergement temporaire", ["REM-2027-0051"], [], InCamera: false),
            new(4, "Situation financière du guichet intégré", "Décision", "20 min", null, "G1 – Favoriser l’interconnaissance", [],
                ["Budget.xlsx"], InCamera: true),
            new(5, "Questions diverses", "Discussion", "15 min", null, null, [], [], InCamera: false),
        ],
        "1 h 40 sur 2 h de séance, dont la moitié pour décider");

    public static AttendancePaper Attendance() => new(
        Session, "7 des 9 sièges à voix délibérative sont attendus ; il en faut 5.",
        [
            new("Sanitaire",
            [
                new("Centre hospitalier de Kervelen", "Yann Kerimagin", "Présent", "en salle", Signs: true),
                new("HAD des Deux Rives", "Tanguy Kerconte", "Présent", "suppléant de Maïwenn Le Brouillon", Signs: true),
                new("Équipe mobile de psychiatrie", "Brieuc Lannécrit", "Présent", "à distance", Signs: false),
            ]),
            new("Médico-social",
            [
                new("SSIAD Les Ajoncs", "Rozenn Pennlivre", "Excusé", "pouvoir à Katell Songevrac", Signs: false),
                new("EHPAD Les Bruyères", "Katell Songevrac", null, null, Signs: true),
            ]),
            new("Social",
            [
                new("CLIC du pays de Kervelen", "Gwenola Kermodel", null, null, Signs: true),
                new("CCAS de Kervelen", null, "Absent", "siège à pourvoir", Signs: false),
            ]),
        ],
        [new("CARSAT", "Alan Lettrine", null, null, Signs: true)]);

    public static MinutesPaper Minutes() => new(
        "s-2027-10-14", 3, Session, "Projet", "7 sièges présents ou représentés sur 9 ; le quorum de 5 est atteint.",
        [
            new("Sanitaire",
                ["Yann Kerimagin, Centre hospitalier de Kervelen", "Tanguy Kerconte, HAD des Deux Rives (suppléant)",
                 "Brieuc Lannécrit, Équipe mobile de psychiatrie (à distance)"], [], []),
            new("Médico-social", ["Katell Songevrac, EHPAD Les Bruyères"],
                ["Rozenn Pennlivre, SSIAD Les Ajoncs (pouvoir à Katell Songevrac)"], []),
            new("Social", ["Gwenola Kermodel, CLIC du pays de Kervelen"], [], ["CCAS de Kervelen (siège à pourvoir)"]),
        ],
        [
            new("p1", 1, "Suivi des décisions précédentes", "Information", InCamera: false,
                ["Les trois décisions du printemps sont mises en œuvre.", "La formation des aidants est reportée à janvier."], []),
            new("p2", 2, "Ouvrir une cellule de sortie d’hôpital le vendredi", "Décision", InCamera: false,
                ["Le centre hospitalier rappelle que quatre sorties sur dix ont lieu le vendredi après 16 heures, sans ordonnance ni relais à domicile.",
                 "Les infirmières libérales demandent à être prévenues la veille.",
                 "Le SSIAD souhaite un numéro de téléphone unique."],
                [new("TCT 2027-003 – adoptée", "Ouvrir à titre d’essai, de janvier à juin 2028, une cellule de sortie le vendredi de 14 h à 18 h.",
                    "6 voix pour, aucune contre, 1 abstention. Majorité simple des suffrages exprimés. 7 sièges sur 9 ont répondu."),
                 new("TCT 2027-004 – rejetée", "Demander dès maintenant un financement pérenne.",
                    "2 voix pour, 4 contre, 1 abstention. Majorité simple des suffrages exprimés. 7 sièges sur 9 ont répondu.")]),
            new("punaise-7", 3, "Hébergement temporaire : état des places et règles d’admission", "Discussion", InCamera: false, [],
                [new("Consensus constaté en séance", "Partager chaque lundi le tableau des places libres.", "Sans réserve ni désaccord.")]),
            new("p4", 4, "Situation financière du guichet intégré", "Décision", InCamera: true,
                ["Le débat s’est tenu à huis clos."], []),
        ],
        [
            new("a1", "Rédiger le protocole de la cellule de sortie", "Yann Kerimagin", "15/12/2027", "T3"),
            new("b-2", "Tenir le tableau des places libres\net l’envoyer chaque lundi", "Katell Songevrac", "01/11/2027", "T4"),
            new("c3", "Inviter le collectif des infirmières libérales", "Nolwenn Exemple", "31/10/2027", null),
        ],
        "Séance restreinte du jeudi 18 novembre 2027, 9 h 30, au centre hospitalier.", null);

    /// <summary>A long session: each item with debate, a decision and an action.</summary>
    public static MinutesPaper LongMinutes(int items, int paragraphs = 4) => Minutes() with
    {
        Items =
        [
            .. Enumerable.Range(1, items).Select(i => new MinutesItem(
                $"p{i}", i, $"Point d’essai n° {i}", "Décision", InCamera: false,
                [.. Enumerable.Range(1, paragraphs).Select(n => $"Remarque {n} sur le point {i} : {Sentence}")],
                [new($"TCT 2027-{i:000} – adoptée", $"Adopter la mesure {i}.", "9 voix pour, aucune contre, aucune abstention.")])),
        ],
        Actions = [.. Enumerable.Range(1, items).Select(i => new MinutesAction($"a{i}", $"Suivre la mesure {i}", "Ewen Fictif", "31/12/2027", "T3"))],
    };

    private const string Sentence =
        "les participants constatent que les partenaires apprennent trop tard les retours à domicile, demandent que chacun " +
        "soit prévenu la veille et proposent d’en reparler quand les premiers chiffres de l’essai seront connus.";
}
