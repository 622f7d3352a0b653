using System.Globalization;
using Concertation.Domain.Documents;
using Concertation.Domain.PersonalData;
using Concertation.Microsoft365.Dysfunctions;

namespace Concertation.Microsoft365.Documents;

/// <summary>Why a file could not be fetched from where its sender put it.</summary>
public enum FetchFault
{
    /// <summary>The address isn't one of Microsoft 365's.</summary>
    ForbiddenHost,

    /// <summary>The address no longer gives it.</summary>
    Gone,

    /// <summary>It stopped half-way.</summary>
    CutShort,
    TooSlow,
}

/// <summary>What is said about documents, on every road.</summary>
public static class DocumentTexts
{
    public const string Accepted = "Je prends les PDF, les documents Word, Excel et PowerPoint (docx, xlsx, pptx), leurs équivalents OpenDocument (odt, ods, odp) et les images (PNG, JPEG, WebP, GIF), jusqu’à 25 Mo.";
    public const string NotForYou = "Je ne garde que les documents des séances, apportés par les personnes qui animent une table. Confiez le vôtre à la personne qui pilote la concertation : elle le joindra à l’ordre du jour. Rien n’en a été gardé.";
    public const string InlineImage = "Une image collée dans le message ne m’arrive pas comme un fichier. Joignez-la avec le trombone, « Charger depuis cet appareil ».";
    public const string TooManyFiles = "C’est beaucoup d’un coup : envoyez dix fichiers au plus par message. Rien n’en a été gardé.";
    public const string WhichTerritory = "Vous êtes dans plusieurs territoires : choisissez d’abord le territoire, puis envoyez le fichier à nouveau. Rien n’en a été gardé.";
    public const string NoneUpcoming = "Aucune séance à venir ne peut le recevoir : écrivez « convoquer » pour en créer une, puis envoyez-le à nouveau.";
    public const string ChooseSession = "Choisissez la séance.";
    public const string ChooseItem = "Choisissez le point de l’ordre du jour.";
    public const string NoSuchItem = "Ce point n’est plus à l’ordre du jour : choisissez-en un autre.";
    public const string NoSuchDocument = "Ce fichier n’est plus là, ou quelqu’un d’autre l’a apporté. Envoyez-le à nouveau.";
    public const string LinkClosed = "Ce document ne vous est plus ouvert";
    public const string LinkClosedWhy = "Il a été retiré de la séance, ou vous ne représentez plus de siège appelé à cette séance. La personne qui pilote la concertation peut vous renseigner.";
    public const string NothingJoined = "Aucun document n’est joint à cette séance pour l’instant.";
    public const string Privacy = "Les liens vers les documents vous sont personnels : merci de ne pas les transférer.";

    public static string TooMany(int there) =>
        $"Un point porte {DocumentLimits.PerItem.ToString(CultureInfo.InvariantCulture)} documents au plus ; celui-ci en a déjà {there.ToString(CultureInfo.InvariantCulture)}. Retirez-en, ou réunissez-les en un seul fichier.";

    public static string Kind(DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => "PDF",
        DocumentKind.Word => "document Word",
        DocumentKind.Excel => "classeur Excel",
        DocumentKind.PowerPoint => "présentation PowerPoint",
        DocumentKind.OpenText => "texte OpenDocument",
        DocumentKind.OpenSheet => "classeur OpenDocument",
        DocumentKind.OpenSlides => "présentation OpenDocument",
        DocumentKind.Png => "image PNG",
        DocumentKind.Jpeg => "image JPEG",
        DocumentKind.Webp => "image WebP",
        DocumentKind.Gif => "image GIF",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of document"),
    };

    /// <summary>« 1,4 Mo », « 12 ko ».</summary>
    public static string Size(long bytes) => bytes >= 1024 * 1024
        ? $"{(bytes / 1024m / 1024m).ToString("0.#", French.Culture)} Mo"
        : $"{Math.Max(1, bytes / 1024).ToString(French.Culture)} ko";

    /// <summary>« PDF, 1,4 Mo, version 2 ».</summary>
    public static string About(Document document) => string.Join(
        ", ", new[] { Kind(document.Kind), Size(document.Size), document.Version == 1 ? null : $"version {document.Version.ToString(CultureInfo.InvariantCulture)}" }.OfType<string>());

    public static string Fault(FetchFault fault) => fault switch
    {
        FetchFault.ForbiddenHost => "Ce fichier n’est pas déposé dans Microsoft 365 : je ne vais pas le chercher. Joignez-le avec le trombone, « Charger depuis cet appareil ».",
        FetchFault.Gone => "Teams ne me le donne plus : son adresse a expiré. Envoyez-le à nouveau.",
        FetchFault.CutShort => "Le transfert s’est interrompu en chemin. Rien n’en a été gardé : envoyez-le à nouveau.",
        FetchFault.TooSlow => "Le transfert a pris trop de temps. Rien n’en a été gardé : envoyez-le à nouveau, ou allégez-le.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "no such fault"),
    };

    public static string Refusal(DocumentRefusal refusal) => refusal.Match(
        _ => "Ce fichier est vide.",
        _ => $"Ce fichier dépasse {Size(DocumentLimits.Size)}. Allégez-le (images réduites, « Enregistrer en PDF, taille minimale ») ou partagez-le en plusieurs.",
        not => NotThisKind(not.Kind),
        wrong => $"Son nom finit par « .{wrong.Extension} », mais son contenu est d’une autre sorte ({Kind(wrong.Is)}, « .{wrong.Is.Extension()} »). Vérifiez que c’est le bon fichier, renommez-le et envoyez-le à nouveau.",
        _ => "Ce document contient des macros, des programmes que je ne garde pas. Enregistrez-le sans macros (docx, xlsx, pptx) ou en PDF.",
        _ => "Ce document est protégé par un mot de passe : personne d’autre ne pourrait l’ouvrir. Retirez la protection et envoyez-le à nouveau.",
        _ => "Ce fichier en cache un autre d’une autre nature. Ouvrez-le, enregistrez-le à nouveau (ou en PDF) et envoyez ce nouveau fichier.",
        damaged => damaged.Seems is { } seems
            ? $"Ce fichier commence comme un fichier {seems.Extension().ToUpperInvariant()}, mais il est abîmé ou incomplet. Ouvrez-le, enregistrez-le à nouveau et renvoyez-le."
            : "Ce fichier est abîmé ou incomplet : il ne s’ouvre pas. Enregistrez-le à nouveau et renvoyez-le.",
        _ => "Ce document devient énorme une fois ouvert : je ne le garde pas. Enregistrez-le en PDF.",
        name => $"Son nom contient {French.Join([.. name.Kinds.Select(Personal)])} : les documents parlent de ce qui se passe, pas de qui. Renommez-le et envoyez-le à nouveau.");

    private static string NotThisKind(RefusedKind kind) => kind switch
    {
        RefusedKind.Program => "C’est un programme : je ne garde rien qui s’exécute.",
        RefusedKind.Markup => "C’est une page web ou un dessin SVG, qui peut contenir des programmes. Enregistrez-le en PDF.",
        RefusedKind.Archive => "C’est une archive. Envoyez les fichiers qu’elle contient, un par un.",
        RefusedKind.OldOffice => "C’est un ancien format de Word, Excel ou PowerPoint. Ouvrez-le et enregistrez-le en docx, xlsx ou pptx (« Enregistrer sous »).",
        RefusedKind.RichText => "C’est un fichier RTF. Ouvrez-le et enregistrez-le en docx ou en PDF.",
        RefusedKind.Media => "C’est un enregistrement audio ou vidéo. " + Accepted,
        RefusedKind.PlainText => "C’est un fichier de texte brut. Enregistrez-le en docx ou en PDF.",
        RefusedKind.Unknown => "Je ne reconnais pas ce type de fichier. " + Accepted,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of file"),
    };

    private static string Personal(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Nir => "un numéro de sécurité sociale",
        PersonalDataKind.Phone => "un numéro de téléphone",
        PersonalDataKind.Mail => "une adresse de courriel",
        PersonalDataKind.BirthDate => "une date de naissance",
        PersonalDataKind.Name => "le nom d’une personne",
        _ => DysfunctionTexts.KindName(kind),
    };
}
