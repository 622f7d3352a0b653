using Concertation.Domain.Dysfunctions;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>Questions about a report, answers, other words, withdrawal: what is said of them.</summary>
public static class ExchangeTexts
{
    public const string Asked = "Votre question est envoyée";

    public const string AskedAnonymous =
        "La personne est anonyme : elle verra votre question quand elle ouvrira sa page de suivi avec son code. Sa réponse vous sera annoncée ici.";

    public const string AskedReachable = "La personne en est prévenue. Sa réponse vous sera annoncée ici.";

    public const string AskLabel = "Votre question, sans nommer personne";

    public const string AnswerLabel = "Votre réponse, sans nommer personne";

    public const string Answered = "Merci, votre réponse est transmise à la personne qui pilote.";

    public const string Reworded = "C’est corrigé. La personne qui pilote la concertation lira cette version.";

    public const string Withdrawn = "Votre remontée est retirée : personne ne la traitera.";

    public const string TooLate =
        "Cette remontée est déjà prise en charge : elle ne se corrige ni ne se retire plus. Vous pouvez encore répondre aux questions.";

    public static string Refused(ExchangeResult result) => result.Why switch
    {
        ExchangeRefusal.NotPilot => DysfunctionTexts.PilotOnly,
        ExchangeRefusal.NoSuchReport => DysfunctionTexts.Gone,
        ExchangeRefusal.Empty => "Écrivez votre texte, puis envoyez.",
        ExchangeRefusal.TooLong => $"C’est un peu long : {Exchange.Longest} caractères au plus. Gardez l’essentiel.",
        ExchangeRefusal.NamesSomeone => $"Ce texte peut désigner quelqu’un. Rien n’a été gardé. Retirez {DysfunctionTexts.Kinds(result.Kinds!)}.",
        ExchangeRefusal.Over => DysfunctionTexts.AlreadyOver,
        ExchangeRefusal.NothingAsked => "Aucune question n’a été posée sur cette remontée.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result.Why, "no such refusal"),
    };

    /// <summary>Whose words they are.</summary>
    public static string Speaker(Exchange said) => said.By is null ? "Réponse" : "Question du pilotage";

    /// <summary>What brings the pilote a report again.</summary>
    public static string News(string? toldMore) => toldMore switch
    {
        ToldMore.Answered => "La personne a répondu à votre question",
        ToldMore.Reworded => "La personne a corrigé sa remontée",
        _ => "La personne a retiré sa remontée",
    };

    public static string NewsSubject(Dysfunction report, string? toldMore) => toldMore switch
    {
        ToldMore.Answered => $"Réponse à votre question sur {report.Reference}",
        ToldMore.Reworded => $"Remontée {report.Reference} corrigée",
        _ => $"Remontée {report.Reference} retirée",
    };
}
