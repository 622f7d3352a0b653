using System.Globalization;
using Concertation.Domain.Decisions;
using Concertation.Domain.Tables;
using Concertation.Domain.Votes;

namespace Concertation.Microsoft365.Decisions;

/// <summary>What is said about outcomes and the register.</summary>
public static class DecisionTexts
{
    public const string NoneYet = "Aucune décision n’est encore enregistrée pour vos tables.";

    public const string ForMembers =
        "Le registre est réservé aux membres des tables. Les décisions adoptées figurent sur la feuille de route : écrivez « feuille de route ».";

    /// <summary>« TCT 2027-003 ».</summary>
    public static string Number(Decision decision) => Number(decision.TableShort, decision.Number);

    /// <summary>« TCT 2027-003 ».</summary>
    public static string Number(string tableShort, DecisionNumber number) =>
        string.Create(CultureInfo.InvariantCulture, $"{tableShort} {number.Year:D4}-{number.Number:D3}");

    /// <summary>
    /// « Adoptée : 8 voix pour, 3 contre, 1 abstention. Quorum : 12 sièges ont répondu sur 14 (7 nécessaires). Majorité
    /// simple : plus de pour que de contre. »
    /// </summary>
    public static string Arithmetic(Outcome outcome) =>
        $"{Sum(outcome)}. {Grounds(outcome)}";

    /// <summary>« Adoptée : 7 voix pour, 1 contre, 1 abstention »</summary>
    public static string Sum(Outcome outcome) => outcome.Majority == Majority.Consensus
        ? outcome.Verdict == Verdict.Adopted ? "Consensus constaté en séance" : "Consensus sans quorum"
        : $"{Votes.VoteTexts.Verdict(outcome.Verdict)} : {Voices(outcome)}";

    /// <summary>Quorum and rule, each with its figures.</summary>
    public static string Grounds(Outcome outcome) => $"{Quorum(outcome)} {Rule(outcome)}";

    private static string Voices(Outcome outcome) =>
        $"{outcome.ForWeight} voix pour, {outcome.AgainstWeight} contre, {French.Count(outcome.AbstainWeight, "abstention", "abstentions")}";

    private static string Quorum(Outcome outcome)
    {
        var answered = outcome.Majority == Majority.Consensus
            ? outcome.Answered < 2 ? "siège présent ou représenté" : "sièges présents ou représentés"
            : outcome.Answered < 2 ? "siège a répondu" : "sièges ont répondu";
        var seats = $"{outcome.Answered} {answered} sur {outcome.Seats}";
        if (outcome.SecondCall)
        {
            return $"Seconde convocation, sans quorum : {seats}.";
        }

        var missing = outcome.Colleges.Where(c => !c.Reached).ToList();
        var colleges = missing.Count > 0
            ? $" Il manque des réponses dans {(missing.Count == 1 ? "le collège" : "les collèges")} {French.Join([.. missing.Select(c => $"{c.College} ({c.Answered} sur {c.Needed})")])}."
            : outcome.Colleges.Any(c => c.Needed > 0) ? " Chaque collège a atteint le sien." : "";
        return outcome.QuorumNeeded > 0
            ? $"Quorum : {seats} ({outcome.QuorumNeeded} {(outcome.QuorumNeeded < 2 ? "nécessaire" : "nécessaires")}).{colleges}"
            : colleges.Length > 0 ? $"Quorum par collège : {seats}.{colleges}" : $"Sans quorum : {seats}.";
    }

    private static string Rule(Outcome outcome)
    {
        var rule = outcome.Majority switch
        {
            Majority.Simple => "Majorité simple : plus de pour que de contre",
            Majority.Absolute => $"Majorité absolue : plus de {outcome.Threshold} voix pour sur les {outcome.Electorate} de la table",
            Majority.TwoThirds => Share(outcome, "des deux tiers"),
            Majority.ThreeQuarters => Share(outcome, "des trois quarts"),
            Majority.FourFifths => Share(outcome, "des quatre cinquièmes"),
            Majority.Unanimity => "Unanimité : aucune voix contre, et au moins une pour",
            Majority.Consensus => outcome.Reserves is { } reserves ? $"Réserves notées : {reserves.TrimEnd('.')}" : "Aucune opposition maintenue",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Majority, "no such majority"),
        };
        return outcome switch
        {
            { ByChair: true } => $"{rule}. Voix partagées : la présidence a tranché.",
            { Verdict: Verdict.AwaitsChair } => $"{rule}. Voix partagées : la présidence tranche.",
            { Verdict: Verdict.QuorumMissed } => "Rien n’est décidé.",
            _ => $"{rule}.",
        };
    }

    private static string Share(Outcome outcome, string share) =>
        $"Majorité {share} des voix exprimées : au moins {outcome.Threshold} pour sur {outcome.ForWeight + outcome.AgainstWeight}";
}
