using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Microsoft365.Decisions;

/// <summary>The ways to decide, as rules that could stand in minutes.</summary>
public static class WayTexts
{
    /// <summary>« majorité simple ».</summary>
    public static string Name(Majority majority) => majority switch
    {
        Majority.Simple => "majorité simple",
        Majority.Absolute => "majorité absolue",
        Majority.TwoThirds => "majorité des deux tiers",
        Majority.ThreeQuarters => "majorité des trois quarts",
        Majority.FourFifths => "majorité des quatre cinquièmes",
        Majority.Unanimity => "unanimité",
        Majority.Consensus => "consensus constaté en séance",
        Majority.Consent => "consentement",
        Majority.Opinion => "avis consultatif",
        Majority.Options => "choix entre plusieurs options",
        _ => throw new ArgumentOutOfRangeException(nameof(majority), majority, "no such majority"),
    };

    /// <summary>The rule in full, with what becomes of even voices at that table.</summary>
    public static string Legal(Majority majority, TieRule tie) => majority switch
    {
        Majority.Simple =>
            $"La proposition est adoptée si elle recueille plus de voix pour que de voix contre ; {Abstentions}. {Tie(tie)}",
        Majority.Absolute =>
            "La proposition est adoptée si elle recueille plus de la moitié des voix de l’ensemble des sièges qui votent, qu’ils aient répondu ou non."
            + (tie == TieRule.ChairDecides ? " Si les voix pour et contre en font chacune la moitié, la présidence tranche." : ""),
        Majority.TwoThirds => Share("deux tiers"),
        Majority.ThreeQuarters => Share("trois quarts"),
        Majority.FourFifths => Share("quatre cinquièmes"),
        Majority.Unanimity =>
            $"La proposition est adoptée si aucune voix n’est contre et si une au moins est pour ; {Abstentions}.",
        Majority.Consensus =>
            "La table constate en séance un consensus, sans vote ; les réserves et les désaccords exprimés sont consignés.",
        Majority.Consent =>
            "La proposition est adoptée par consentement si aucune objection motivée n’est maintenue à la clôture et si un siège au moins consent ; une préoccupation compte comme un consentement, et elle est consignée.",
        Majority.Opinion =>
            "La table émet un avis consultatif, qui n’engage personne : favorable ou défavorable selon le plus grand nombre de voix, partagé si elles sont égales.",
        Majority.Options =>
            $"L’option qui recueille le plus de voix est retenue ; {Abstentions}. "
            + (tie == TieRule.ChairDecides
                ? "À égalité, la présidence choisit parmi les options en tête."
                : "À égalité entre les options en tête, aucune n’est retenue."),
        _ => throw new ArgumentOutOfRangeException(nameof(majority), majority, "no such majority"),
    };

    private const string Abstentions = "les abstentions ne comptent que pour le quorum";

    private static string Share(string share) =>
        $"La proposition est adoptée si elle recueille au moins les {share} des voix exprimées, pour ou contre ; {Abstentions}.";

    private static string Tie(TieRule tie) => tie == TieRule.ChairDecides
        ? "À égalité des voix, la présidence tranche."
        : "À égalité des voix, elle est rejetée.";
}
