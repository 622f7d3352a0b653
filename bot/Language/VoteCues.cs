namespace ConcertationBot.Language;

/// <summary>What people write about a ballot that is open; the rest of <see cref="CueTable"/>.</summary>
internal static class VoteCues
{
    public const string Phrases = """

        CorrectVote
        13 trompe|trompee ~ voulais|voudrais|contre|abstention|abstenir
        13 trompe|trompee de|dans|sur|en|pour mon|le? vote|votant|voter|voix|bouton
        13 erreur|gaffe|boulette ~ vote|voter
        13 voulais|voulait|voudrais|veux voter|vote|mettre|repondre contre|pour|abstention|blanc
        12 voulais|voulait|voudrais m|s? abstenir
        12 changer|change|corriger|corrige|modifier|remplacer mon|ma|notre vote|voix|reponse ~ contre|abstention
        12 passe|passer|mets|mettre mon|notre vote|voix a|en|sur contre|pour|abstention
        ExtendBallot
        12 ^ prolonge|prolonger|prolongez|prolongeons|rallonge|rallonger|rallongez|prolongation ~ {ballot}|cloture|delai
        12 ^ repousse|repousser|recule|reculer|reporte|reporter ~ cloture|fin ~ {ballot}
        12 ^ donne|donner|laisse|laisser ~ temps|delai ~ vote|voter
        9 ^ prolonge|prolonger|prolongez|prolongeons|rallonge
        RemindVoters
        13 ^ relance|relancer|relancez|relancons ~ vote|votes|voter|votants|scrutin
        13 ^ relance|relancer|relancez|relancons ~ n? ont pas encore|toujours? vote|votes|votees
        13 ^ rappelle|rappeler|rappelez|rappel ~ voter|vote
        PostBallot
        11 ^ affiche|afficher|affichez|poste|poster|publie|publier|partage|partager ~ {ballot}
        11 ^ mets|mettre|montre|montrer ~ {ballot} dans|ici ~
        Escalations
        13 decision|decisions ~ a valider|examiner
        13 decision|decisions ~ soumise|soumises|renvoyee|renvoyees|escaladees
        13 ^ valide|valider|validez|validons ~ decision|decisions
        13 ^ refuse|refuser|refusez|refusons|rejette|rejeter|rejetez ~ decision|decisions
        13 ^ renvoie|renvoyer|renvoyez|renvoyons|retourne|retourner ~ decision|decisions
        13 ^ reponds|repondre|repondons|reponse ~ questions|question ~ decision
        """;
}
