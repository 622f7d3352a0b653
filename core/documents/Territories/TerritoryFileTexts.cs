using System.Globalization;

namespace Concertation.Documents.Territories;

/// <summary>What is said of a territory file. Property names and values stay as the file writes them.</summary>
internal static class TerritoryFileTexts
{
    private const string S = "\u00a0";

    public const string Empty = "le fichier est vide";

    public const string TooLarge = "le fichier dépasse la limite de 5" + S + "Mo";

    public const string NotUtf8 =
        "ce caractère n’est pas en UTF-8" + S + "; enregistrez le fichier avec l’encodage «" + S + "UTF-8" + S + "»";

    public const string EndsTooSoon =
        "le fichier s’arrête trop tôt" + S + ": une accolade, un crochet ou un guillemet n’est pas fermé";

    public const string OpenQuote = "un guillemet n’est pas fermé sur cette ligne";

    public const string TrailingComma = "il y a une virgule en trop juste avant";

    public const string MissingComma = "il manque une virgule ou un deux-points juste avant";

    public const string Comment = "les commentaires ne sont pas admis en JSON";

    public const string CurlyQuote = "les textes se mettent entre guillemets droits (\")";

    public const string TooDeep = "trop de niveaux imbriqués";

    public const string AfterTheEnd = "il y a autre chose après la fin du document";

    public const string NeitherMailNorAccount =
        "ni «" + S + "mail" + S + "» ni «" + S + "entraId" + S + "»" + S + ": cette personne ne pourrait pas être jointe";

    public const string NotMail = "n’est pas une adresse mail";

    public const string NotGuid =
        "n’est pas un identifiant Entra (32 chiffres hexadécimaux" + S + ": 01234567-89ab-cdef-0123-456789abcdef)";

    public const string NotId = "n’est pas un identifiant" + S + ": 1 à 64 lettres minuscules sans accent, chiffres ou tirets";

    public const string NotCode = "n’est pas un code d’axe" + S + ": 1 à 16 lettres sans accent, chiffres ou tirets, comme C1";

    public const string NotDate = "n’est pas une date" + S + ": écrivez-la comme 2026-01-31";

    public const string NotTime = "n’est pas une heure" + S + ": écrivez-la comme 08:30";

    public const string NotMonthOrDate = "n’est ni un mois (2026-10) ni une date (2026-01-31)";

    public const string NotZone = "n’est pas un fuseau horaire connu" + S + "; en France" + S + ": Europe/Paris";

    public const string SubstituteIsHolder = "le suppléant est le titulaire lui-même";

    public const string ReportsGoFirst = "est plus court que « reporterMonths » : l’auteur d’une remontée ne peut pas être gardé plus longtemps que son texte";

    public const string PilotIsDeputy = "le pilote ne peut pas être aussi son adjoint";

    public const string RestrictedWithoutVoice =
        "la formation restreinte de cette table n’a aucun siège à voix délibérative" + S + ": elle ne pourrait rien décider";

    public const string Blank = "ce texte est vide";

    public const string ControlCharacter = "ce texte contient un retour à la ligne ou un caractère invisible";

    public static string Unexpected(string character) => $"ce n’est pas du JSON{S}: {Quote(character)} est inattendu ici";

    public static string Quote(string text)
    {
        var shown = text.Length <= 80 ? text : text[..80] + "…";
        return $"«{S}{string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c))}{S}»";
    }

    public static string Missing(string name) => $"la propriété {Quote(name)} manque";

    public static string Unknown(string name, string? near, IEnumerable<string> known) =>
        $"la propriété {Quote(name)} n’existe pas ici{S}; {DidYouMean(near)}propriétés possibles{S}: {string.Join(", ", known)}";

    public static string Twice(string name, int line) => $"la propriété {Quote(name)} est déjà donnée ligne{S}{Number(line)}";

    public static string WrongType(string wanted, string found) => $"{wanted} est attendu ici, pas {found}";

    public static string OutOfRange(int min, int max) => $"un nombre entier de {Number(min)} à {Number(max)} est attendu";

    public static string TooLong(int length, int max) =>
        $"ce texte a {Number(length)} caractères{S}; {Number(max)} au plus";

    public static string TooMany(int count, int max) => $"cette liste a {Number(count)} éléments{S}; {Number(max)} au plus";

    public static string NotOneOf(string value, string? near, IEnumerable<string> known) =>
        $"{Quote(value)} n’est pas prévu{S}; {DidYouMean(near)}valeurs possibles{S}: {string.Join(", ", known)}";

    public static string NoSuch(string thing, string known, string id, string? near, IReadOnlyCollection<string> ids) =>
        $"{thing} {Quote(id)} n’existe pas{S}; {DidYouMean(near)}{known}{S}: {Some(ids)}";

    public static string IdTaken(string id, int line) => $"l’identifiant {Quote(id)} est déjà pris ligne{S}{Number(line)}";

    public static string Taken(string what, string value, int line) =>
        $"{what} {Quote(value)} est déjà ligne{S}{Number(line)}";

    public static string CollegeNotOnTable(string college, IReadOnlyCollection<string> ids) =>
        $"le collège {Quote(college)} n’est pas de cette table{S}; ses collèges{S}: {Some(ids)}";

    public static string StartsLater(DateOnly from) =>
        $"ce mandat ne commence que le {from.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}{S}; "
        + "importez le fichier à partir de ce jour, ou laissez jusque-là le représentant en place";

    private static string DidYouMean(string? near) => near is null ? "" : $"vouliez-vous dire {Quote(near)}{S}? ";

    private static string Some(IReadOnlyCollection<string> ids) =>
        ids.Count == 0 ? "aucun" : string.Join(", ", ids.Order(StringComparer.Ordinal).Take(20)) + (ids.Count > 20 ? ", …" : "");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
