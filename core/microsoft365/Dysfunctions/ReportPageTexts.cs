namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>What is said of the pages where anybody reports.</summary>
public static class ReportPageTexts
{
    public const string Somebody = "Une personne anonyme";

    public const string NotKept = "Pas encore envoyé : ce texte peut désigner quelqu’un. Rien n’a été gardé.";

    public const string TooOld = "Cette page était ouverte depuis longtemps. Relisez votre texte, puis envoyez-le à nouveau.";

    public const string TooFast = "C’était très rapide. Relisez votre texte, puis envoyez-le à nouveau.";

    public const string WrongMail = "Cette adresse de courriel ne semble pas complète. Corrigez-la, ou laissez le champ vide.";

    public const string NoSuchCode = "Ce code n’ouvre aucune remontée. Vérifiez-le, caractère par caractère.";

    public const string SendAfterReading = "J’ai lu, envoyer quand même";

    public const string MessageAction = "Faire remonter une difficulté";

    public const string ChooseTerritoryFirst =
        "Vous participez à plusieurs territoires. Écrivez-moi d’abord « signaler » dans notre conversation personnelle pour choisir lequel.";

    public const string How =
        "Toute personne qui a ce lien peut remonter une difficulté sans compte, anonymement si elle le souhaite, et suivre la réponse avec un code. Affichez-le ou transmettez-le aux équipes.";

    public const string Renewed = "L’ancien lien ne mène plus à rien. Transmettez le nouveau ; les codes de suivi déjà remis restent valables.";

    public const string RenewHelp = "S’il circule trop ou reçoit des messages indésirables, remplacez-le.";

    public const string InPersonOnly = "Je donne ce lien dans notre conversation personnelle.";

    public static string StayAnonymous(string address) => string.Join(
        "\n\n",
        "Dans Teams, vous n’êtes jamais anonyme : votre organisation garde cette conversation avec votre nom, et vos administrateurs peuvent la lire. Je peux ne pas retenir qui m’écrit, mais cela ne l’efface pas ici.",
        $"Pour rester anonyme, ouvrez cette page, de préférence hors de votre poste de travail : {address}",
        "Elle ne demande ni compte, ni nom, ni courriel. Un code vous y sera remis pour lire la réponse et répondre aux questions.",
        "Ne racontez donc rien ici. " + DysfunctionTexts.DeleteYourMessage);

    /// <param name="opened">The form was opened in the person's own conversation.</param>
    public static string NotInPublic(bool opened, string address) => string.Join(
        "\n\n",
        "Je ne prends pas de remontée ici : tout le monde la lirait.",
        opened
            ? "Je vous ai écrit dans notre conversation personnelle : le formulaire vous y attend."
            : $"Ouvrez notre conversation personnelle en cliquant sur mon nom, ou passez par cette page, sans compte : {address}",
        "Si votre message permet de reconnaître quelqu’un, supprimez-le : passez dessus, ouvrez « … » et choisissez « Supprimer ».");
}
