using Concertation.Domain.Dysfunctions;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>What a new report says to the pilote by mail, and what a click says it has done.</summary>
public static class PilotTexts
{
    public static string Subject(Dysfunction report) => $"Nouvelle remontée {report.Reference}";

    public static string Plain(Dysfunction report, Uri queue) => string.Join(
        "\n",
        [
            "Bonjour,", "", $"Une remontée vient d’arriver, {report.Reference}, de la part de : {report.ReporterName}.", "",
            report.Happened, "",
            .. new[]
            {
                ("Quand", report.When), ("Commune", report.Commune), ("Structures", report.Structures),
                ("Étape du parcours", report.Step is { } step ? DysfunctionTexts.StepName(step) : null),
                ("Conséquence", report.Consequence), ("Déjà tenté", report.Tried),
            }.Where(f => f.Item2 is not null).Select(f => $"{f.Item1} : {f.Item2}"),
            "", $"Pour la traiter, écrivez au bot : suivi {report.Reference}",
            "Toutes celles qui attendent, sur votre page personnelle :", queue.ToString(),
        ]);

    public static string Qualified(Dysfunction report) => $"{report.Reference} est qualifiée ; la personne qui l’a faite en est prévenue.";

    public static string PutOn(string session, string item) => $"C’est au point « {item} » de l’ordre du jour : {session}.";

    public static string Closed(Dysfunction report) => $"{report.Reference} est close sans suite ; la personne qui l’a faite lira votre raison.";

    /// <summary>Ready answers to close with; each may be changed once it is chosen, by writing instead.</summary>
    public static IReadOnlyList<(string Id, string Name, string Text)> Templates { get; } =
    [
        ("elsewhere", "Relève d’une autre instance", "Cette difficulté relève d’une autre instance : elle lui est transmise, sans rien qui désigne quelqu’un. Merci de l’avoir signalée."),
        ("unclear", "Éléments manquants", "Il manque des éléments pour agir. Vous pouvez la signaler de nouveau en précisant quand, dans quelle commune et avec quels services."),
        ("settled", "Déjà réglée", "La situation est réglée depuis. Merci de l’avoir signalée : c’est ce qui permet de voir ce qui se répète."),
        ("underway", "Déjà traitée par la feuille de route", "Une action de la feuille de route traite déjà cette difficulté : vous pouvez en suivre l’avancement en écrivant « feuille de route »."),
        ("beyond", "Hors de portée des tables", "Cette difficulté est réelle, mais les tables du territoire ne peuvent pas y répondre seules : elle figurera au bilan de l’année."),
    ];

    public static string Moved(Dysfunction report) =>
        $"{report.Reference} : {DysfunctionTexts.StatusName(report.Status).ToLower(French.Culture)} ; la personne qui l’a faite lira votre raison.";

    public static string Refused(MoveRefusal why) => why switch
    {
        MoveRefusal.NotPilot => DysfunctionTexts.PilotOnly,
        MoveRefusal.NoSuchReport => DysfunctionTexts.Gone,
        MoveRefusal.NoReason => "Dites pourquoi en une phrase : la personne qui a fait la remontée la lira.",
        MoveRefusal.ReasonTooLong => DysfunctionTexts.ReasonTooLong(CloseAnswer.LongestReason),
        _ => "Cette remontée a changé entre-temps : rouvrez-la pour voir où elle en est.",
    };

    public static string MoveName(Move move) => move switch
    {
        Move.BeingResolved => "En cours de résolution",
        Move.Resolved => "Résolue",
        _ => "Rouvrir",
    };
}
