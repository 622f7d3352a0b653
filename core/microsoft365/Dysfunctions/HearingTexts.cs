using Concertation.Domain.Dysfunctions;
using Concertation.Domain.Tables;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>How a structure is asked what it has to say to reports that name it, and how its answer is told.</summary>
public static class HearingTexts
{
    public const string AnswerInput = "answer";

    public const string Thanks = "Merci : votre réponse est transmise à la personne qui pilote, et figurera au dossier de la table.";

    public const string Purpose =
        "Des professionnels ont fait remonter une difficulté où votre structure est citée. Ce n’est pas une mise en cause : avant qu’une table n’en parle, dites comment vous voyez la situation et ce qui pourrait changer. Ne nommez personne.";

    public static string Refused(HearingRefusal why) => why switch
    {
        HearingRefusal.NotPilot => DysfunctionTexts.PilotOnly,
        HearingRefusal.NoSuchCluster => ClusterTexts.NoSuchCluster,
        HearingRefusal.NotOpen => ClusterTexts.NotOpen,
        HearingRefusal.NoSummary => ClusterTexts.SummaryMissing,
        HearingRefusal.NoSuchStructure => "Choisissez la structure à entendre.",
        HearingRefusal.NoContact => "Personne ne siège pour cette structure : je ne sais pas à qui demander. Voyez avec elle directement, puis notez sa réponse dans le résumé.",
        HearingRefusal.NotAsked => "Cette question ne vous est pas adressée, ou ne l’est plus.",
        HearingRefusal.NothingWritten => "Écrivez votre réponse en quelques phrases, puis envoyez.",
        HearingRefusal.TooLong => $"La réponse est un peu longue : {HearStructure.LongestAnswer} caractères au plus.",
        _ => "Ce texte peut désigner quelqu’un : retirez ce qui permet de reconnaître une personne.",
    };

    public static string Unheard(ClusterAgendaAnswer.Unheard unheard) => unheard.Due is { } due
        ? $"{unheard.Structure} a jusqu’au {French.ShortDay(due)} pour répondre au résumé : la table en parlera ensuite."
        : $"{unheard.Structure} est citée : demandez-lui d’abord ce qu’elle a à en dire (« Avis d’une structure… »).";

    public static string Asked(Hearing hearing) => $"{hearing.StructureName} a jusqu’au {French.ShortDay(hearing.Due)} pour répondre.";

    public static string Standing(Hearing hearing) => hearing.Answer is null
        ? $"{hearing.StructureName} : réponse attendue pour le {French.ShortDay(hearing.Due)}."
        : $"{hearing.StructureName} a répondu.";

    public static string Subject(Cluster cluster) => $"Votre avis sur une difficulté remontée ({cluster.Reference})";

    public static string AnsweredSubject(Cluster cluster, Hearing hearing) => $"{cluster.Reference} : réponse de {hearing.StructureName}";

    public static string Plain(Cluster cluster, Hearing hearing, string url) => string.Join(
        "\n",
        [
            "Bonjour,", "", Purpose, "", $"{ClusterTexts.Extent(cluster.Tally)} : {cluster.Summary}", "",
            $"Pour répondre avant le {French.ShortDay(hearing.Due)}, ouvrez votre page personnelle :", url, "",
            "Ce lien est personnel : merci de ne pas le transférer.",
        ]);

    public static string AnsweredPlain(Cluster cluster, Hearing hearing) =>
        $"Bonjour,\n\n{cluster.Reference} : {cluster.Summary}\n\n{hearing.StructureName} répond :\n{hearing.Answer}\n\nPour la suite, écrivez au bot : groupe {cluster.Reference}";

    /// <summary>The question, as the structure's people get it in chat.</summary>
    public static AdaptiveCard Question(Cluster cluster, Hearing hearing, Roster roster, string? done = null)
    {
        var data = ClusterCard.Data(roster, cluster);
        data["structure"] = hearing.Structure.Value;
        return Card(
            Subject(cluster),
            Heading(hearing.StructureName, "Votre avis sur une difficulté remontée"),
            done is null ? null : Notice(NoticeKind.Good, done),
            Faint(Purpose),
            Quote(cluster.Summary ?? "", ClusterTexts.Extent(cluster.Tally)),
            hearing.Answer is { } answer ? Quote(answer, "Votre réponse") : null,
            cluster.Open
                ? new TextInput(AnswerInput) { Label = $"Votre réponse, avant le {French.ShortDay(hearing.Due)}", Value = hearing.Answer, IsMultiline = true, MaxLength = HearStructure.LongestAnswer }
                : null,
            cluster.Open ? Buttons(new CardButton("Répondre", "clusters.answer", data, ActionStyle.Positive)) : null);
    }
}
