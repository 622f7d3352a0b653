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

    public const string NotThere = "Cette décision n’est pas au registre que vous pouvez lire. Écrivez « décisions » pour le voir.";

    /// <summary>« 3 décisions pour « hospitalisation », 2026. »</summary>
    public static string Found(int decisions, string said) => decisions == 0
        ? $"Aucune décision pour {said}. Essayez un autre mot, ou moins de conditions."
        : $"{French.Count(decisions, "décision", "décisions")} pour {said}.";

    /// <summary>« TCT 2027-003 ».</summary>
    public static string Number(Decision decision) => Number(decision.TableShort, decision.Number);

    /// <summary>« TCT 2027-003 ».</summary>
    public static string Number(string tableShort, DecisionNumber number) =>
        string.Create(CultureInfo.InvariantCulture, $"{tableShort} {number.Year:D4}-{number.Number:D3}");

    /// <summary>« majorité simple, vote nominatif », « consentement, vote nominatif, 2e tour, prolongé ».</summary>
    public static string Way(Decision decision) => string.Join(", ", new[]
    {
        WayTexts.Name(decision.Outcome.Majority),
        decision.Outcome.Majority == Majority.Consensus ? null
            : decision.Grounds?.Held.Secrecy == Secrecy.Secret ? "vote secret" : "vote nominatif",
        decision.Grounds?.Held is { Round: > 1 and var round } ? $"{round}e tour" : null,
        decision.Grounds?.Held.ExtendedFrom is null ? null : "prolongé",
    }.OfType<string>());

    /// <summary>Its name, told apart from that of its first round: « Une fiche de liaison (tour 2) ».</summary>
    public static string Name(Decision decision) => Votes.AnswerTexts.Titled(decision.Name, decision.Grounds?.Held.Round ?? 1);

    /// <summary>« suite du tour 1 : TCT 2026-001 », « objection, voir tour 2 : TCT 2026-002 »; null where there is one round.</summary>
    public static string? RoundsOf(Decision decision, Rounds rounds)
    {
        var round = decision.Grounds?.Held.Round ?? 1;
        var said = new[]
        {
            rounds.Before is { } before ? $"suite du tour {round - 1} : {Number(before)}" : null,
            rounds.After is { } after ? $"objection, voir tour {round + 1} : {Number(after)}" : null,
        }.OfType<string>().ToList();
        return said.Count == 0 ? null : string.Join(" ; ", said);
    }

    /// <summary>« deuxième tour, après TCT 2026-001 »; null in a first round.</summary>
    /// <param name="before">What the round before gave.</param>
    public static string? RoundOf(Ballot ballot, Decision? before) => ballot.Form.Round < 2 ? null
        : before is null ? Votes.AnswerTexts.Round(ballot.Form.Round)
        : $"{Votes.AnswerTexts.Round(ballot.Form.Round)}, après {Number(before)}";

    /// <summary>« 14 sièges : Sanitaire (3), Social (2) ».</summary>
    public static string Electorate(Outcome outcome) => French.Count(outcome.Seats, "siège", "sièges")
        + (outcome.Colleges.Count > 0 ? $" : {string.Join(", ", outcome.Colleges.Select(c => $"{c.College} ({c.Seats})"))}" : "");

    /// <summary>« — d’ici au 15/01/2027 : « Sous réserve du budget » ».</summary>
    public static string Reserve(Vote vote) =>
        (vote.ReserveUntil is { } until ? $" — réponse le {French.ShortDay(until)}" : " — sans date")
        + (vote.Reason is { } reason ? $" : « {reason} »" : "");

    /// <summary>« Empreinte 8559c436b741… : elle scelle ce texte, les sièges, les voix et la décision précédente. »</summary>
    public static string Sealed(Decision decision) =>
        $"Empreinte {decision.Hash[..12]}… : elle scelle ce texte{(decision.Grounds?.Votes is null ? "" : ", les sièges, les voix")} et la décision précédente.";

    /// <summary>
    /// « Adoptée : 8 voix pour, 3 contre, 1 abstention. Quorum : 12 sièges ont répondu sur 14 (7 nécessaires). Majorité
    /// simple : plus de pour que de contre. »
    /// </summary>
    public static string Arithmetic(Outcome outcome) =>
        $"{Sum(outcome)}. {Grounds(outcome)}";

    /// <summary>« Adoptée : 7 voix pour, 1 contre, 1 abstention »: our own words only, whatever was chosen.</summary>
    public static string Sum(Outcome outcome) => outcome.Majority == Majority.Consensus
        ? outcome.Verdict == Verdict.Adopted ? "Consensus constaté en séance" : "Consensus sans quorum"
        : outcome.IsUncounted ? $"{OutcomeName(outcome)} : les réponses à ce vote secret ne sont pas dépouillées"
        : $"{OutcomeName(outcome)} : {Voices(outcome)}";

    /// <summary>« Adoptée », « Avis favorable », « Option retenue ».</summary>
    public static string OutcomeName(Outcome outcome) => outcome switch
    {
        { Majority: Majority.Opinion, Verdict: Verdict.Adopted } => "Avis favorable",
        { Majority: Majority.Opinion, Verdict: Verdict.Rejected, ForWeight: 0, AgainstWeight: 0 } => "Aucun avis exprimé",
        { Majority: Majority.Opinion, Verdict: Verdict.Rejected } => outcome.IsDivided ? "Avis partagé" : "Avis défavorable",
        { Majority: Majority.Options, Verdict: Verdict.Adopted } => "Option retenue",
        { Majority: Majority.Options, Verdict: Verdict.Rejected } => "Aucune option retenue",
        _ => Votes.VoteTexts.Verdict(outcome.Verdict),
    };

    /// <summary>What the options got, then quorum and rule, each with its figures.</summary>
    public static string Grounds(Outcome outcome) =>
        string.Join(' ', new[] { Options(outcome), Quorum(outcome), Rule(outcome), Votes.RightsTexts.Apart(outcome) }.OfType<string>());

    private static string Voices(Outcome outcome) => outcome.Majority switch
    {
        Majority.Consent =>
            $"{outcome.ForWeight} voix de consentement{Concerned(outcome)}, {(outcome.AgainstWeight == 0 ? "aucune objection" : $"{outcome.AgainstWeight} voix d’objection")}{LeftToOthers(outcome)}",
        Majority.Opinion =>
            $"{French.Count(outcome.ForWeight, "voix favorable", "voix favorables")}, {French.Count(outcome.AgainstWeight, "défavorable", "défavorables")}, {Abstentions(outcome)}",
        Majority.Options =>
            $"{outcome.ForWeight} voix sur {outcome.ForWeight + outcome.AgainstWeight} exprimées pour {(VoteRules.Leading(outcome).Count > 1 ? "chacune des options en tête" : "l’option en tête")}, {Abstentions(outcome)}",
        _ => $"{outcome.ForWeight} voix pour{UnderReserve(outcome)}, {outcome.AgainstWeight} contre, {Abstentions(outcome)}",
    };

    private static string Abstentions(Outcome outcome) => French.Count(outcome.AbstainWeight, "abstention", "abstentions");

    private static string UnderReserve(Outcome outcome) => outcome.UnderReserve is { } seats
        ? $" (dont {French.Count(seats, "siège", "sièges")} sous réserve)"
        : "";

    private static string LeftToOthers(Outcome outcome) => outcome.AbstainWeight switch
    {
        0 => "",
        1 => ", 1 s’en remet aux autres",
        var voices => $", {voices} s’en remettent aux autres",
    };

    /// <summary>A concern is a consenting voice: rule 7 asks for no maintained objection.</summary>
    private static string Concerned(Outcome outcome) => outcome.Concerns is > 0 and var seats
        ? $" (dont {French.Count(seats, "siège", "sièges")} avec une préoccupation)"
        : "";

    /// <summary>« « Lannec » est retenue. Option 1, « Lannec » : 5 voix ; option 2, « Kermodel » : 3 voix. »</summary>
    private static string? Options(Outcome outcome)
    {
        if (outcome.Options is not { } options)
        {
            return null;
        }

        var each = string.Join(" ; ", options.Select((o, i) => $"option {i + 1}, « {o.Option} » : {o.Weight} voix"));
        var chosen = outcome.Chosen is { } one ? $"« {options[one].Option} » est retenue. " : "";
        return $"{chosen}{French.Capital(each)}.";
    }

    private static string Quorum(Outcome outcome)
    {
        var answered = outcome.Majority == Majority.Consensus
            ? outcome.Answered < 2 ? "siège présent ou représenté" : "sièges présents ou représentés"
            : outcome.Answered < 2 ? "siège a répondu" : "sièges ont répondu";
        var seats = $"{outcome.Answered} {answered} sur {outcome.Seats}";
        if (outcome.SecondCall)
        {
            return $"Seconde convocation, sans quorum : {seats}.";
        }

        var missing = outcome.Colleges.Where(c => !c.Reached).ToList();
        var colleges = missing.Count > 0
            ? $" Il manque des réponses dans {(missing.Count == 1 ? "le collège" : "les collèges")} {French.Join([.. missing.Select(c => $"{c.College} ({c.Answered} sur {c.Needed})")])}."
            : outcome.Colleges.Any(c => c.Needed > 0) ? " Chaque collège a atteint le sien." : "";
        return outcome.QuorumNeeded > 0
            ? $"Quorum : {seats} ({outcome.QuorumNeeded} {(outcome.QuorumNeeded < 2 ? "nécessaire" : "nécessaires")}).{colleges}"
            : colleges.Length > 0 ? $"Quorum par collège : {seats}.{colleges}" : $"Sans quorum : {seats}.";
    }

    private static string Rule(Outcome outcome)
    {
        var rule = outcome.Majority switch
        {
            Majority.Simple => "Majorité simple : plus de pour que de contre",
            Majority.Absolute => $"Majorité absolue : plus de {outcome.Threshold} voix pour sur les {outcome.Electorate} de la table",
            Majority.TwoThirds => Share(outcome, "des deux tiers"),
            Majority.ThreeQuarters => Share(outcome, "des trois quarts"),
            Majority.FourFifths => Share(outcome, "des quatre cinquièmes"),
            Majority.Unanimity => "Unanimité : aucune voix contre, et au moins une pour",
            Majority.Consensus => outcome.Reserves is { } reserves ? $"Réserves ou désaccords notés : {reserves.TrimEnd('.')}" : "Aucune opposition maintenue",
            Majority.Consent => "Consentement : adoptée si aucune objection n’est maintenue et si un siège au moins consent"
                + (outcome.Concerns > 0 ? " ; une préoccupation compte comme un consentement" : ""),
            Majority.Opinion => "Avis consultatif : il n’engage personne",
            Majority.Options => "Choix entre plusieurs options : celle qui a le plus de voix",
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
