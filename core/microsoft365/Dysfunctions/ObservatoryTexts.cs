using System.Globalization;
using Concertation.Domain.Dysfunctions;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>How the numbers of a year's reports are spoken of.</summary>
public static class ObservatoryTexts
{
    public const string Name = "Observatoire des remontées";
    public const string Count = "Remontées";
    public const string AtLeast = "Au moins";
    public const string AtMost = "Au plus";
    public const string Rest = "Autres, ou non précisé";
    public const string Refreshed = "Les chiffres sont à jour";
    public const string PilotOnly = "Seule la personne qui pilote actualise l’observatoire. Il l’est aussi chaque jour, sans que personne le demande.";

    /// <summary>Under what leaves the pilote's hands.</summary>
    public const string InBands =
        "Les nombres sont donnés par tranches de cinq. Ce qui compte moins de cinq remontées n’est pas montré, pour que personne ne puisse être reconnu.";

    /// <summary>Above what doesn't.</summary>
    public const string Exact =
        "Nombres exacts, réservés à la personne qui pilote et à ses suppléants. Un petit nombre peut désigner quelqu’un : pour diffuser, prenez la synthèse Word.";

    public const string WordFile = "Synthèse annuelle à diffuser (Word)";
    public const string ExcelFile = "Ces chiffres (Excel)";
    public const string ExactExcelFile = "Les nombres exacts, pour vous seul (Excel)";
    public const string AsOthers = "La page telle que les autres la voient";

    public static string Title(int year) => string.Create(CultureInfo.InvariantCulture, $"{Name} {year}");

    public static string None(int year) => string.Create(
        CultureInfo.InvariantCulture, $"L’observatoire n’a pas encore de chiffres pour {year}. Il compte les remontées une fois par jour.");

    /// <summary>« 42 remontées », « 40 à 44 remontées », « moins de 5 remontées ».</summary>
    public static string Total(ObservatoryView view) =>
        view.Total.IsExact ? French.Count(view.Total.To, "remontée", "remontées") : $"{Number(view.Total)}\u00a0remontées";

    /// <summary>« dont 3 problèmes signalés par plusieurs personnes »; null where there is none, or too few to tell.</summary>
    public static string? Clusters(ObservatoryView view) => view.Clusters switch
    {
        { IsHidden: true } or { To: 0 } => null,
        { IsExact: true, To: var exactly } => French.Count(exactly, "problème signalé plusieurs fois", "problèmes signalés plusieurs fois"),
        var band => $"{Number(band)}\u00a0problèmes signalés plusieurs fois",
    };

    public static string CountedAt(ObservatoryView view, TimeZoneInfo zone) => $"Chiffres du {French.DayAndTime(view.At, zone)}.";

    /// <summary>« 12 », « 10 à 14 », « moins de 5 ».</summary>
    public static string Number(ShownCount count) => count switch
    {
        { IsExact: true } => count.To.ToString(CultureInfo.InvariantCulture),
        { IsHidden: true } => $"moins de\u00a0{ShownCount.Least.ToString(CultureInfo.InvariantCulture)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count.From}\u00a0à\u00a0{count.To}"),
    };

    public static string FacetName(ObservatoryFacet facet, bool exact) => facet switch
    {
        ObservatoryFacet.Month or ObservatoryFacet.HandledMonth => exact ? "Par mois" : "Par mois, une fois prises en charge",
        ObservatoryFacet.Axis => "Par axe de la feuille de route",
        ObservatoryFacet.Family => "Par famille de problème",
        ObservatoryFacet.Gravity => "Par gravité",
        ObservatoryFacet.Step => "Par étape du parcours",
        ObservatoryFacet.StructureKind => "Par type de structure",
        ObservatoryFacet.Commune => "Par commune",
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "no such facet"),
    };

    /// <summary>« J », as under the columns of a year.</summary>
    public static string ShortMonth(ShownTally tally) => ValueName(ObservatoryFacet.Month, tally)[..1];

    /// <summary>What the rows of a facet's table are.</summary>
    public static string FacetHead(ObservatoryFacet facet) => facet switch
    {
        ObservatoryFacet.Month or ObservatoryFacet.HandledMonth => "Mois",
        ObservatoryFacet.Axis => "Axe",
        ObservatoryFacet.Family => "Famille",
        ObservatoryFacet.Gravity => "Gravité",
        ObservatoryFacet.Step => "Étape",
        ObservatoryFacet.StructureKind => "Structure",
        ObservatoryFacet.Commune => "Commune",
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "no such facet"),
    };

    /// <summary>Said under a facet whose numbers don't add up; null elsewhere.</summary>
    public static string? FacetNote(ObservatoryFacet facet) => facet == ObservatoryFacet.StructureKind
        ? "Reconnu dans le texte des remontées ; une remontée peut parler de plusieurs structures."
        : null;

    public static string ValueName(ObservatoryFacet facet, ShownTally tally) => facet switch
    {
        ObservatoryFacet.Month => French.Capital(DysfunctionTexts.MonthName(int.Parse(tally.Value, CultureInfo.InvariantCulture))),
        ObservatoryFacet.Axis => tally.Label is { } title ? $"{tally.Value.ToUpperInvariant()} – {title}" : tally.Value.ToUpperInvariant(),
        ObservatoryFacet.Family => DysfunctionTexts.FamilyName(tally.Value),
        ObservatoryFacet.Gravity => DysfunctionTexts.GravityName(Enum.Parse<Gravity>(tally.Value)),
        ObservatoryFacet.Step => DysfunctionTexts.StepName(Enum.Parse<CareStep>(tally.Value)),
        ObservatoryFacet.StructureKind => StructureName(Enum.Parse<StructureKind>(tally.Value)),
        _ => tally.Label ?? tally.Value,
    };

    public static string StructureName(StructureKind kind) => kind switch
    {
        StructureKind.Hospital => "Hôpital, clinique",
        StructureKind.Emergency => "Urgences, SAMU",
        StructureKind.Psychiatry => "Psychiatrie, addictologie",
        StructureKind.Rehabilitation => "Soins de suite et réadaptation",
        StructureKind.HomeHospital => "Hospitalisation à domicile",
        StructureKind.Ehpad => "EHPAD, hébergement",
        StructureKind.Ssiad => "SSIAD, soins à domicile",
        StructureKind.Saad => "Aide à domicile",
        StructureKind.Doctor => "Médecin",
        StructureKind.Nurse => "Infirmier, kinésithérapeute",
        StructureKind.Pharmacy => "Pharmacie",
        StructureKind.CareCentre => "Maison ou centre de santé, CPTS",
        StructureKind.DayCare => "Accueil de jour, répit",
        StructureKind.Transport => "Transport",
        StructureKind.LocalCentre => "CLIC, guichet intégré",
        StructureKind.CommuneService => "CCAS, mairie",
        StructureKind.Departement => "Département, APA, MDPH",
        StructureKind.HealthInsurance => "Caisses et mutuelles",
        StructureKind.CaseManagement => "Gestion de cas, appui à la coordination",
        StructureKind.Guardianship => "Protection juridique",
        StructureKind.Association => "Association",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };
}
