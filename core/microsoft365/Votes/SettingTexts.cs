using Concertation.Domain.Tables;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Decisions;

namespace Concertation.Microsoft365.Votes;

/// <summary>What is said about a proposal's settings.</summary>
public static class SettingTexts
{
    public static string Unsound(ProposalSetting setting) => setting switch
    {
        ProposalSetting.Majority => "Choisissez une façon de décider dans la liste.",
        ProposalSetting.SecretConsent => "Un vote par consentement est nominatif : une objection se discute avec qui l’a faite.",
        ProposalSetting.Options =>
            $"Écrivez de {ProposalSettings.LeastOptions} à {ProposalSettings.MostOptions} options, une par ligne, toutes différentes.",
        ProposalSetting.OptionsUnasked =>
            "Vous avez écrit des options : choisissez « une option parmi plusieurs » comme façon de décider, ou videz-les.",
        ProposalSetting.Carrier => "La structure qui porte la décision doit siéger à la table choisie.",
        ProposalSetting.ReviewOn => "La date de revue doit être dans l’avenir, à cinq ans au plus.",
        ProposalSetting.Escalates =>
            "Cette proposition ne peut pas être soumise à la table stratégique : la table choisie n’en a pas, ou il s’agit d’un simple avis.",
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "no such setting"),
    };

    /// <summary>The ways a proposal can be decided, in the order of the form.</summary>
    public static IReadOnlyList<Majority> Ways { get; } =
    [
        Majority.Simple, Majority.Absolute, Majority.TwoThirds, Majority.ThreeQuarters, Majority.FourFifths,
        Majority.Unanimity, Majority.Consent, Majority.Opinion, Majority.Options,
    ];

    public static string Way(Majority way) => way switch
    {
        Majority.Consent => "Consentement : adoptée sauf objection",
        Majority.Opinion => "Avis consultatif, qui n’engage personne",
        Majority.Options => "Une option parmi plusieurs",
        _ => French.Capital(WayTexts.Name(way)),
    };

    /// <summary>« La règle de la table : majorité simple », or each table's where they differ.</summary>
    public static string Usual(IReadOnlyList<Table> tables) => tables.Select(t => t.Rules.Majority).Distinct().ToList() is [var same]
        ? $"La règle de la table : {WayTexts.Name(same)}"
        : $"La règle de la table ({string.Join(", ", tables.Select(t => $"{t.Short} : {WayTexts.Name(t.Rules.Majority)}"))})";
}
