using System.Globalization;
using Concertation.Domain.Retention;

namespace Concertation.Microsoft365.Retention;

/// <summary>What is said of how long records are kept, and of a person's own data.</summary>
public static class RetentionTexts
{
    public const string PilotOnly = "Les durées de conservation et les preuves de purge sont lues par la personne qui pilote. Pour vos propres données, écrivez « exporte mes données ».";
    public const string NoProof = "Aucune purge n’a encore eu lieu. La première se fait dans la journée.";
    public const string Drafts = "Brouillons de remontées : quelques jours.";
    public const string Never = "Registres, votes, mandats et feuille de route : sans limite.";
    public const string NothingHeld = "Je ne trouve rien à votre sujet dans ce territoire.";
    public const string Export = "Ouvrir le fichier (JSON)";
    public const string Erase = "Effacer mes données";
    public const string Keep = "Ne rien effacer";
    public const string Kept = "Rien n’est effacé.";
    public const string Chat = "Cette conversation appartient à Teams : supprimez-y vous-même vos messages si vous le souhaitez. Si vous m’écrivez à nouveau, votre adresse de conversation sera de nouveau retenue.";

    public const string Stays =
        "Restent, parce que la loi le demande ou le permet (RGPD, article 17, paragraphe 3, b et d : mission d’intérêt public, archives) : "
        + "vos mandats, les votes et le registre des décisions, ce que les séances et leurs comptes rendus gardent. "
        + "Restent aussi, jusqu’à leur fin, les réponses à une séance à venir et les messages en cours d’envoi. "
        + "Une lettre écrite à quelqu’un d’autre disparaît au terme de sa durée de conservation.";

    public static string Name(RecordKind kind) => kind switch
    {
        RecordKind.Reporters => "Auteur d’une remontée close",
        RecordKind.Reports => "Texte d’une remontée close (les nombres restent)",
        RecordKind.Notices => "Messages envoyés et traces d’envoi",
        RecordKind.Letters => "Lettres écrites sur ce serveur",
        RecordKind.Answers => "Réponses aux convocations et aux sondages",
        RecordKind.Documents => "Documents joints",
        RecordKind.Minutes => "Textes des comptes rendus et notes de séance",
        RecordKind.ChatAddresses => "Adresse de conversation d’une personne sans siège, après son dernier message",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind of record"),
    };

    public static string Name(HoldingKind kind) => kind switch
    {
        HoldingKind.Identity => "identité et mandats",
        HoldingKind.ChatAddress => "adresse de conversation",
        HoldingKind.Draft => "brouillon de remontée",
        HoldingKind.Report => "remontées",
        HoldingKind.Notice => "messages envoyés",
        HoldingKind.Letter => "lettres",
        HoldingKind.Answer => "réponses et prises de connaissance d’ordres du jour",
        HoldingKind.Calendar => "liens de calendrier",
        HoldingKind.Document => "documents déposés",
        HoldingKind.Session => "séances et comptes rendus",
        HoldingKind.Vote => "votes",
        HoldingKind.Register => "registre des décisions et feuille de route",
        HoldingKind.Acknowledgement => "prises de connaissance de décisions",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };

    public static string Months(int months) => months % 12 == 0 && months >= 60
        ? $"{months / 12}\u00a0ans" : months == 1 ? "1\u00a0mois" : $"{months}\u00a0mois";

    public static string Rule(RecordKind kind, int months) => $"{Name(kind)}\u00a0: {Months(months)}.";

    public static string Proof(PurgeProof proof) => proof.Count == 0
        ? $"{Day(proof.Day)}\u00a0: rien à purger."
        : $"{Day(proof.Day)}\u00a0: {string.Join(" ; ", proof.Lines.Where(l => l.Count > 0).Select(Line))}.";

    public static string Count(HoldingCount count) => count.Staying == 0 || count.Staying == count.Count
        ? $"{Name(count.Kind)}\u00a0: {count.Count}"
        : $"{Name(count.Kind)}\u00a0: {count.Count}, dont {count.Staying} à garder";

    /// <summary>What an erasure takes, or leaves, by kind.</summary>
    public static string List(IEnumerable<HoldingCount> counts, Func<HoldingCount, int> number) =>
        string.Join(" ; ", counts.Where(c => number(c) > 0).Select(c => $"{Name(c.Kind)}\u00a0: {number(c)}"));

    private static string Line(ProofLine line) =>
        $"{char.ToLower(Name(line.Kind)[0], CultureInfo.InvariantCulture)}{Name(line.Kind)[1..]}, {line.Count} "
        + (line.Count == 1 ? $"(du {Day(line.Oldest)})" : $"(du {Day(line.Oldest)} au {Day(line.Newest)})")
        + $", règle\u00a0: {Months(line.Months)}";

    private static string Day(DateTimeOffset? at) => Day(DateOnly.FromDateTime(at!.Value.UtcDateTime));

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
