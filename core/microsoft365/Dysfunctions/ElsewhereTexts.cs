using Concertation.Domain.Dysfunctions;

namespace Concertation.Microsoft365.Dysfunctions;

/// <summary>Where what doesn't belong here goes.</summary>
public static class ElsewhereTexts
{
    public const string Adverse = "https://signalement.social-sante.gouv.fr";

    public const string StillHere =
        "Une fois cela fait, vous pouvez aussi remonter ici ce qui, dans l’organisation, n’a pas fonctionné : sans rien qui permette de reconnaître quelqu’un.";

    public static string Title(ElsewhereKind kind) => kind switch
    {
        ElsewhereKind.Emergency => "Quelqu’un est en danger maintenant ?",
        ElsewhereKind.Maltreatment => "Une maltraitance, même seulement suspectée ?",
        ElsewhereKind.AdverseEvent => "Un événement indésirable grave ?",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };

    public static IReadOnlyList<string> Lines(ElsewhereKind kind) => kind switch
    {
        ElsewhereKind.Emergency =>
        [
            "Appelez le 15 (SAMU) ou le 112 ; le 114 par SMS si vous ne pouvez pas parler. Pour une crise suicidaire : le 3114, jour et nuit.",
            "Ce canal n’est pas lu en continu : personne ne peut y répondre à une urgence.",
        ],
        ElsewhereKind.Maltreatment =>
        [
            "Adulte âgé ou en situation de handicap : le 3977. Enfant : le 119, jour et nuit. Violences conjugales : le 3919. Danger immédiat : le 17 ou le 112.",
            "Les faits graves se signalent aussi au procureur de la République ; dans un établissement ou un service, à sa direction, qui en informe l’autorité de tutelle.",
        ],
        ElsewhereKind.AdverseEvent =>
        [
            $"Il se déclare sur le portail officiel : {Adverse}",
            "Directions d’établissements et de services médico-sociaux : informez aussi sans délai l’ARS et, selon l’autorisation, le département.",
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };
}
