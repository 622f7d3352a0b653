using Concertation.Domain.Dysfunctions;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>What a new report says to the pilote by mail, and what a click says it has done.</summary>
public static class PilotTexts
{
    public static string Subject(Dysfunction report) => $"Nouvelle remontée {report.Reference}";

    public static string Plain(Dysfunction report) => string.Join(
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
        ]);

    public static string Qualified(Dysfunction report) => $"{report.Reference} est qualifiée ; la personne qui l’a faite en est prévenue.";

    public static string PutOn(string session, string item) => $"C’est au point « {item} » de l’ordre du jour : {session}.";

    public static string Closed(Dysfunction report) => $"{report.Reference} est close sans suite ; la personne qui l’a faite lira votre raison.";
}
