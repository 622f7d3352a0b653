using Concertation.Domain.Votes;

namespace Concertation.Microsoft365.Votes;

/// <summary>What is said in a conversation of several about a ballot: never an answer.</summary>
public static class GroupVoteTexts
{
    public const string SayItThere = "Écrivez-le dans le groupe, le canal ou la réunion où le vote doit s’afficher, en nommant le bot.";

    public const string NothingToPost = "Aucun vote ouvert ne peut s’afficher ici.";

    public const string SayWhich = "Plusieurs votes sont ouverts : ajoutez un mot du titre, par exemple « affiche le vote sur la charte ».";

    public const string NoSeat = "Ce vote n’est pas pour vous : aucun des sièges appelés n’est le vôtre.";

    public const string InPersonalChat = "Le vote vous attend dans votre conversation personnelle avec le bot.";

    public const string NotInPersonalChat = "Ouvrez votre conversation personnelle avec le bot (cliquez sur son nom) et écrivez « votes » : il n’a pas pu vous y écrire.";

    /// <summary>Seen by whoever clicked; says no answer all the same, since a screen may be shared.</summary>
    public static string Taken(Elector elector, bool told) => told
        ? $"C’est noté pour le siège {elector.Structure}. Votre réponse vous est confirmée dans votre conversation personnelle."
        : $"C’est noté pour le siège {elector.Structure}. Pour la revoir ou la changer, écrivez « votes » au bot dans votre conversation personnelle.";
}
