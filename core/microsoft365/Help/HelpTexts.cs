namespace Concertation.Microsoft365.Help;

/// <summary>What the bot says about itself and about a turn, before any capability speaks.</summary>
public static class HelpTexts
{
    public const string Anonymous =
        "Votre compte n’est pas reconnu dans cette réunion. Répondez depuis votre conversation avec le bot, ou par le lien personnel reçu par courriel.";

    public const string PersonalOnly =
        "Je réponds dans notre conversation personnelle seulement : ce que je montre n’est pas pour tout le groupe. Ouvrez-la en cliquant sur mon nom.";

    public const string UnknownVerb =
        "Ce bouton n’existe plus. Écrivez « aide » pour voir ce que je sais faire.";

    public const string NoTerritory =
        "Je ne connais pas encore votre territoire. La personne qui pilote la concertation peut vous y inscrire : montrez-lui ce message.";

    public const string OutOfReach =
        "Ce territoire n’est pas le vôtre, ou il n’existe plus. Écrivez « aide » pour repartir.";

    public const string TooMany =
        "Vous m’écrivez plus vite que je ne peux lire : je n’ai pas tenu compte de ce message. Attendez une minute, puis renvoyez-le.";

    public const string PilotOnly =
        "Seule la personne qui pilote la concertation peut faire cela, ou quelqu’un qui la supplée.";

    public const string Preparing = "Préparer une séance";
    public const string Holding = "Tenir la séance";
    public const string Minutes = "Après la séance";
    public const string Sessions = "Mes séances";
    public const string Deciding = "Voter et décider";
    public const string Reporting = "Remontées et feuille de route";
    public const string Directory = "Annuaire";
    public const string Data = "Données personnelles";

    public const string ToPilots =
        "Vous pilotez la concertation : convoquez, mettez au vote, suivez les réponses. Écrivez simplement ce que vous voulez faire.";

    public const string ToMembers =
        "Vous siégez à une table : répondez aux convocations, votez, signalez ce qui ne va pas. Écrivez simplement ce que vous voulez faire.";

    public const string ToPartners =
        "Signalez ici ce qui bloque dans un parcours : dites ce qui s’est passé, sans nommer personne. Vous saurez ce que la table en a décidé.";

    public const string NotUnderstood = "Je ne suis pas sûr d’avoir compris. Que souhaitez-vous faire ?";

    public const string SayItWithout = "Écrivez-le à nouveau sans ces éléments, ou choisissez ce que vous souhaitez faire.";

    public const string WhichTerritory = "De quel territoire parlez-vous ?";

    public static string Bound(string name) => $"C’est noté : ce compte est celui de {name}. Ses invitations et ses votes lui arrivent désormais ici.";

    public static string LeftPartner(string name) => $"C’est noté : {name} écrit en tant que partenaire.";
}
