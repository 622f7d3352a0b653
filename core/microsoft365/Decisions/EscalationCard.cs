using System.Text.Json.Nodes;
using Concertation.Domain;
using Concertation.Domain.Decisions;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Documents;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Decisions;

/// <summary>The verbs of a submitted decision's buttons, and under which names their data and inputs travel.</summary>
public static class EscalationVerbs
{
    public const string List = "escalations.list";
    public const string Show = "escalations.show";
    public const string Validate = "escalations.validate";
    public const string Refuse = "escalations.refuse";
    public const string Return = "escalations.return";
    public const string Reply = "escalations.reply";

    public const string At = "at";
    public const string Escalation = "escalation";
    public const string Reason = "reason";
    public const string Questions = "questions";
    public const string Until = "until";
    public const string Answer = "answer";

    /// <param name="reader">The territory of whoever gets the card.</param>
    /// <param name="at">Where the escalation is kept.</param>
    public static JsonObject Of(TerritoryId reader, TerritoryId at, EscalationId escalation) => new()
    {
        ["territory"] = reader.Value, [At] = at.Value, [Escalation] = escalation.Value,
    };
}

/// <summary>A submitted decision with what its reader may do with it.</summary>
/// <param name="Reader">The reader's territory.</param>
/// <param name="MayAnswer">Convenes the table that validates.</param>
/// <param name="MayReply">Convenes the table that took it.</param>
/// <param name="Brief">Of neither table: only what became of it.</param>
public sealed record EscalationSeen(
    Escalation Escalation, TerritoryId Reader, TimeZoneInfo Zone, bool MayAnswer, bool MayReply, bool Brief,
    IReadOnlyList<DocumentLink> Papers)
{
    /// <summary>The reader convenes the table whose turn that act is.</summary>
    public bool May(EscalationAct act) => act == EscalationAct.Reply ? MayReply : MayAnswer;

    /// <summary>It stands where that act applies, whoever does it: what its own ballot rejected isn't validated.</summary>
    public bool IsOpenTo(EscalationAct act) => act switch
    {
        EscalationAct.Reply => Escalation.State == EscalationState.Returned,
        EscalationAct.Validate => Escalation is { IsPending: true, Rejection: null },
        _ => Escalation.IsPending,
    };
}

/// <summary>A submitted decision with its file, and the answers to it for those who give them.</summary>
public static class EscalationCard
{
    private const string RefuseBlock = "refuser";
    private const string ReturnBlock = "renvoyer";
    private const string ReplyBlock = "repondre";
    private const int MostReserves = 12;
    private const int MostSteps = 8;

    /// <param name="news">What just happened; null for nothing.</param>
    public static AdaptiveCard Of(EscalationSeen seen, string? news = null, string? problem = null)
    {
        var escalation = seen.Escalation;
        return CardTrim.Fit(Card(
            $"{EscalationTexts.Headline(escalation)} : {EscalationTexts.Title(escalation, seen.Brief)}",
            [
                Heading(
                    seen.Brief ? EscalationTexts.Number(escalation) : $"{EscalationTexts.Number(escalation)} — {escalation.Decision.TableName}",
                    "Décision soumise", EscalationTexts.Status(escalation)),
                problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a changé", problem),
                seen is { Brief: true, Escalation.Decision.InCamera: true } ? null : Lead(escalation.Decision.Title),
                Notice(EscalationTexts.Tone(escalation), EscalationTexts.Headline(escalation), EscalationTexts.Said(escalation, seen.Zone)),
                news is null ? null : Faint(news),
                .. seen.Brief ? [] : File(seen),
                .. Answers(seen),
            ]));
    }

    private static IEnumerable<CardElement?> File(EscalationSeen seen)
    {
        var decision = seen.Escalation.Decision;
        yield return OutcomePieces.Text(decision.Title, decision.Text);
        yield return Line(Strong(DecisionTexts.Sum(decision.Outcome)), Run($" — {DecisionTexts.Grounds(decision.Outcome)}"));
        yield return Facts(
            ("Décidée le", French.DayAndTime(decision.At, seen.Zone)),
            ("Table", decision.TableName),
            ("Axe", decision.Axis is { } axis ? $"{axis.Value.ToUpperInvariant()}{(decision.AxisTitle is { } title ? $" — {title}" : "")}" : null),
            (EscalationTexts.ChangesIf(seen.Escalation.State), decision.Changes),
            ("Réserves notées", decision.Outcome.Reserves),
            ("Validation par", seen.Escalation.TableName));
        foreach (var reserve in (decision.Reserves ?? []).Take(MostReserves))
        {
            yield return Faint($"Sous réserve : {EscalationTexts.Reserve(reserve)}");
        }

        foreach (var paper in seen.Papers.Take(PaperPieces.MostLinks))
        {
            yield return PaperPieces.Link(paper);
        }

        var steps = seen.Escalation.Steps.Select(s => EscalationTexts.Step(s, seen.Escalation.TableShort, seen.Zone)).OfType<string>().ToList();
        foreach (var step in steps.Count > 1 ? steps.TakeLast(MostSteps) : [])
        {
            yield return Faint(step) with { Spacing = Spacing.Small };
        }
    }

    private static IEnumerable<CardElement?> Answers(EscalationSeen seen)
    {
        if (seen.MayAnswer && seen.IsOpenTo(EscalationAct.Refuse))
        {
            yield return Buttons(
                seen.IsOpenTo(EscalationAct.Validate) ? EscalationAskCard.Button(seen, EscalationAct.Validate) : null,
                Unfold("Refuser…", RefuseBlock), Unfold("Renvoyer avec des questions…", ReturnBlock));
            yield return Folded(RefuseBlock, Form(seen, EscalationAct.Refuse));
            yield return Folded(ReturnBlock, Form(seen, EscalationAct.Return));
        }

        if (seen.MayReply && seen.IsOpenTo(EscalationAct.Reply))
        {
            yield return Buttons(Unfold("Répondre aux questions…", ReplyBlock));
            yield return Folded(ReplyBlock, Form(seen, EscalationAct.Reply));
        }
    }

    private static IEnumerable<CardElement?> Form(EscalationSeen seen, EscalationAct act) =>
        [.. EscalationAskCard.Fields(new(act)), Buttons(EscalationAskCard.Button(seen, act))];
}

/// <summary>« décisions à valider »: those submitted to or by the reader's tables, the ones that wait first.</summary>
public static class EscalationListCard
{
    private const int Most = 12;

    public static AdaptiveCard Of(TerritoryId reader, IReadOnlyList<Escalation> escalations, TimeZoneInfo zone, string? asked = null) =>
        CardTrim.AsManyAsFit(Most, most => Card(
            "Décisions à valider",
            [
                Heading(null, "Décisions à valider"),
                asked is null ? null : PeopleText(asked),
                .. escalations.Take(most).SelectMany(e => Entry(reader, e, zone)),
                escalations.Count > most ? Faint($"… et {French.Count(escalations.Count - most, "autre", "autres")}, plus anciennes.") : null,
            ]));

    private static IEnumerable<CardElement?> Entry(TerritoryId reader, Escalation escalation, TimeZoneInfo zone)
    {
        yield return Line(Strong(EscalationTexts.Number(escalation)), Run($" — {escalation.Decision.Title}"));
        yield return Faint($"{EscalationTexts.Headline(escalation)}. {EscalationTexts.Said(escalation, zone)}") with { Spacing = Spacing.None };
        yield return Buttons(new CardButton(
            "Ouvrir", EscalationVerbs.Show, EscalationVerbs.Of(reader, escalation.Territory, escalation.Id)) { WithInputs = false });
    }
}
