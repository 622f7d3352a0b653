using System.Globalization;
using Concertation.Domain.Decisions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;

namespace Concertation.Microsoft365.Decisions;

/// <summary>What is said about decisions that another table validates.</summary>
public static class EscalationTexts
{
    public const string NotYours =
        "Cette décision n’est pas de celles que vous pouvez lire ici. Écrivez « décisions à valider » pour voir les vôtres.";

    public const string NotAConvener =
        "Seules les personnes qui convoquent la table dont la réponse est attendue peuvent la donner.";

    public const string NothingWaits = "Aucune décision n’est soumise à l’une de vos tables, ni par elle.";

    public const string Validated = "La décision est validée. La table qui l’a prise, ses membres et les personnes dont une remontée était en jeu sont prévenus.";

    public const string Refused = "La décision est refusée. La table qui l’a prise, ses membres et les personnes dont une remontée était en jeu sont prévenus, avec le motif.";

    public const string Returned = "La décision est renvoyée. La table qui l’a prise est prévenue, avec vos questions et la date.";

    public const string Replied = "Votre réponse est jointe à la décision : elle retourne à l’ordre du jour suivant.";

    public const string WhichFirst = "De quelle décision s’agit-il ? Ouvrez-la, ou donnez son numéro.";

    /// <summary>« TCT 2027-003 ».</summary>
    public static string Number(Escalation escalation) =>
        DecisionTexts.Number(escalation.Decision.TableShort, escalation.Decision.Number);

    /// <summary>« À valider : TCT 2027-003 — Une place d’urgence »: what the agenda's item is called.</summary>
    public static string ItemTitle(Escalation escalation) => $"À valider : {Number(escalation)} — {escalation.Decision.Title}";

    public static CardStatus Status(Escalation escalation) => escalation switch
    {
        { Late: true, State: not EscalationState.Validated and not EscalationState.Refused } => new("En retard", TextColor.Attention),
        { State: EscalationState.Waiting } => new("En attente d’une séance", TextColor.Accent),
        { State: EscalationState.OnAgenda } => new("À l’ordre du jour", TextColor.Accent),
        { State: EscalationState.Validated } => new("Validée", TextColor.Good),
        { State: EscalationState.Refused } => new("Refusée", TextColor.Attention),
        _ => new("Renvoyée", TextColor.Warning),
    };

    public static NoticeKind Tone(Escalation escalation) =>
        escalation is { IsPending: true, Late: true } ? NoticeKind.Warning : Tone(escalation.State);

    /// <summary>« Validée par la TCS », in a few words.</summary>
    public static string Headline(Escalation escalation) => escalation.State switch
    {
        EscalationState.Waiting when escalation.Late => $"La réponse de la {escalation.TableShort} est en retard",
        EscalationState.OnAgenda when escalation.Late => $"La réponse de la {escalation.TableShort} est en retard",
        EscalationState.Waiting => $"Soumise à la {escalation.TableShort}",
        EscalationState.OnAgenda => $"À l’ordre du jour de la {escalation.TableShort}",
        EscalationState.Validated => $"Validée par la {escalation.TableShort}",
        EscalationState.Refused => $"Refusée par la {escalation.TableShort}",
        _ => escalation.Late
            ? $"Les questions de la {escalation.TableShort} attendent leur réponse"
            : $"Renvoyée par la {escalation.TableShort}, avec des questions",
    };

    /// <summary>« Refusée par la TCS le 24 novembre 2026 »: how it stands, beside the decision that was submitted.</summary>
    public static string Stands(EscalationStanding standing, TimeZoneInfo zone) => standing.State switch
    {
        EscalationState.Validated => $"Validée par la {standing.TableShort} le {French.Day(standing.At, zone)}",
        EscalationState.Refused => $"Refusée par la {standing.TableShort} le {French.Day(standing.At, zone)}",
        EscalationState.Returned => $"Renvoyée avec des questions par la {standing.TableShort} le {French.Day(standing.At, zone)}",
        _ => $"Soumise à la {standing.TableShort}, en attente de sa réponse",
    };

    /// <summary>The reason, the questions, the number of the decision that answered, or what is awaited; null for none.</summary>
    public static string? Why(EscalationStanding standing) => standing switch
    {
        { State: EscalationState.Waiting or EscalationState.OnAgenda } => "Elle prendra effet une fois validée : la réponse, et ce qu’elle change, vous seront dits.",
        { State: EscalationState.Refused or EscalationState.Returned, Words: { } words } => $"« {words} »",
        { Ruling: { } ruling } => $"Décision {ruling}.",
        _ => null,
    };

    public static NoticeKind Tone(EscalationState state) => state switch
    {
        EscalationState.Validated => NoticeKind.Good,
        EscalationState.Refused => NoticeKind.Attention,
        EscalationState.Returned => NoticeKind.Warning,
        _ => NoticeKind.Neutral,
    };

    /// <summary>« Adoptée par la TCT, soumise à la TCS »: what a ballot gave, which isn't the last word where another table validates it.</summary>
    public static string OutcomeName(Outcome outcome, string tableShort, EscalationStanding? standing) =>
        DecisionTexts.OutcomeName(outcome) + (standing is null ? "" : $" par la {tableShort}, {Fate(standing)}");

    /// <summary>Behind « Adoptée » where nothing tells how its submission stands.</summary>
    public const string Submitted = ", soumise à validation";

    /// <summary>« soumise à la TCS », « validée par la TCS ».</summary>
    public static string Fate(EscalationStanding standing) => standing.State switch
    {
        EscalationState.Validated => $"validée par la {standing.TableShort}",
        EscalationState.Refused => $"refusée par la {standing.TableShort}",
        EscalationState.Returned => $"renvoyée par la {standing.TableShort}",
        _ => $"soumise à la {standing.TableShort}",
    };

    /// <summary>How it stands and what comes next, as a sentence of a letter or a page.</summary>
    public static string Whole(EscalationStanding standing, TimeZoneInfo zone) =>
        $"{Stands(standing, zone)}.{(Why(standing) is { } why ? $" {why}" : "")}";

    /// <summary>Before what a decision changes for the partners: it doesn't change it yet, or never will.</summary>
    public static string ChangesIf(EscalationState? state) => state switch
    {
        null or EscalationState.Validated => "Pour les partenaires",
        EscalationState.Refused => "Était prévu",
        _ => "Une fois validée",
    };

    /// <summary>The rest of it, in a sentence or two.</summary>
    public static string Said(Escalation escalation, TimeZoneInfo zone)
    {
        var last = escalation.Last;
        return escalation.State switch
        {
            EscalationState.Waiting =>
                $"Elle sera inscrite à l’ordre du jour de la prochaine séance de la {escalation.TableShort} : aucune n’est encore prévue. {Expected(escalation)}",
            EscalationState.OnAgenda =>
                $"Elle est inscrite à la séance du {French.DayAndTime(last.SessionAt!.Value, zone)}. {Expected(escalation)}",
            EscalationState.Validated => Answered(escalation, zone),
            EscalationState.Refused => $"{Answered(escalation, zone)} Motif : « {last.Words} »",
            _ => $"{Answered(escalation, zone)} Questions : « {last.Words} » Réponse attendue au plus tard le {French.ShortDay(last.Until!.Value)}.",
        };
    }

    /// <summary>« Le 24 novembre 2026, par Sterenn Kerchapitre, qui co-anime la TCS. Elle était inscrite à la séance du 18 décembre 2026. »</summary>
    private static string Answered(Escalation escalation, TimeZoneInfo zone)
    {
        var last = escalation.Last;
        var by = last.ByName is { } name ? $", par {name}{Role(last.As, escalation.TableShort)}" : "";
        var session = escalation.AnsweredOn is { } on ? $" Elle était inscrite à la séance du {French.Day(on, zone)}." : "";
        return $"Le {French.Day(last.At, zone)}{by}.{session}{(last.Ruling is { } number ? $" Décision {number}." : "")}";
    }

    private static string Role(ConvenesAs? convenes, string tableShort) => convenes switch
    {
        ConvenesAs.Pilot => ", qui pilote la concertation",
        ConvenesAs.Deputy => ", qui supplée la personne qui la pilote",
        ConvenesAs.CoConvener => $", qui co-anime la {tableShort}",
        _ => "",
    };

    /// <summary>« Réponse attendue au plus tard le 12/02/2027. »</summary>
    public static string Expected(Escalation escalation) => escalation.Late
        ? $"La réponse était attendue le {French.ShortDay(escalation.Due)}."
        : $"Réponse attendue au plus tard le {French.ShortDay(escalation.Due)}.";

    public static string Subject(Escalation escalation) => $"{Number(escalation)} : {French.Small(Headline(escalation))}";

    /// <summary>A letter's text.</summary>
    /// <param name="brief">For whoever isn't of either table.</param>
    public static string Plain(Escalation escalation, TimeZoneInfo zone, bool brief)
    {
        string[] file = brief ? [] : ["", .. File(escalation).SelectMany((line, i) => i == 1 ? new[] { "", line } : [line])];
        return string.Join('\n', new[]
        {
            "Bonjour,", "", $"{Headline(escalation)} : {Title(escalation, brief)}.", Said(escalation, zone),
        }.Concat(file).Concat(["", "La concertation", ""]));
    }

    /// <summary>The decision's text, then how it was taken and what goes with it, a line each.</summary>
    public static IReadOnlyList<string> File(Escalation escalation)
    {
        var decision = escalation.Decision;
        return
        [
            .. new[]
            {
                decision.Text, DecisionTexts.Arithmetic(decision.Outcome),
                decision.Outcome.Reserves is { } noted ? $"Réserves notées : {noted}" : null,
                decision.Reserves is { Count: > 0 } reserves ? $"Sous réserve : {string.Join(" ; ", reserves.Select(Reserve))}" : null,
                // Once validated, what changes is said by its return.
                decision.Changes is { } changes && escalation.State != EscalationState.Validated ? $"{ChangesIf(escalation.State)} : {changes}" : null,
            }.OfType<string>(),
        ];
    }

    /// <summary>« TCT 2027-003, Une place d’urgence »; of one taken in huis clos others learn its number only.</summary>
    public static string Title(Escalation escalation, bool brief) => brief && escalation.Decision.InCamera
        ? $"décision {Number(escalation)}, prise à huis clos"
        : $"{Number(escalation)}, {escalation.Decision.Title}";

    /// <summary>« Centre hospitalier (réponse le 15/01/2027) : « Sous réserve du budget » ».</summary>
    public static string Reserve(SubmittedReserve reserve) =>
        reserve.Structure + (reserve.Until is { } until ? $" (réponse le {French.ShortDay(until)})" : "")
        + (reserve.Words is { } words ? $" : « {words} »" : "");

    /// <summary>A step of its way, as its history shows it; null for what says nothing.</summary>
    public static string? Step(EscalationStep step, string tableShort, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTime(step.At, zone).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        var by = step.ByName is { } name ? $", par {name}" : "";
        return step.State switch
        {
            EscalationState.Waiting when step.Words is { } answer => $"{day} : réponse aux questions{by}. « {answer} »",
            EscalationState.Waiting => null,
            EscalationState.OnAgenda => $"{day} : inscrite à la séance du {French.ShortDay(step.SessionAt!.Value, zone)}.",
            EscalationState.Validated => $"{day} : validée par la {tableShort}{by}.",
            EscalationState.Refused => $"{day} : refusée par la {tableShort}{by}.",
            _ => $"{day} : renvoyée par la {tableShort}{by}. « {step.Words} »",
        };
    }

    public static string Fault(EscalationFault fault) => fault switch
    {
        EscalationFault.WordsMissing => "Dites pourquoi, ou ce que vous demandez : la table qui a pris la décision le lira.",
        EscalationFault.WordsTooLong => $"C’est trop long : {AnswerEscalation.MostWords.ToString(French.Culture)} signes au plus.",
        EscalationFault.WordsNameSomeone => "Ce texte nomme quelqu’un ou permet de le reconnaître : dites les faits sans désigner personne.",
        EscalationFault.DateMissing => "Donnez la date à laquelle la réponse est attendue.",
        EscalationFault.DatePast => "La date de la réponse doit être à venir.",
        _ => "Cette date est trop lointaine : demandez une réponse d’ici un an.",
    };

    /// <summary>Why an act on it didn't happen; null where it did.</summary>
    public static string? Problem(EscalationOutcome outcome) => outcome.Match<string?>(
        _ => null, _ => NotYours, _ => NotAConvener, it => NotNow(it.Escalation), it => Fault(it.Fault));

    public static string NotNow(Escalation escalation) => escalation switch
    {
        { Rejection: { } rejection } => $"Le vote l’a rejetée ({rejection}) : refusez-la, avec le motif, ou renvoyez-la.",
        { IsPending: true } => $"Aucune question ne vous est posée : {French.Small(Headline(escalation))}.",
        _ => $"Cette décision a déjà sa réponse : {French.Small(Headline(escalation))}.",
    };
}
