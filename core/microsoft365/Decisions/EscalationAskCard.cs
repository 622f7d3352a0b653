using Concertation.Domain.Decisions;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Decisions;

/// <summary>What can be done with a submitted decision: the three answers to it, and the reply to questions.</summary>
public enum EscalationAct { Validate, Refuse, Return, Reply }

/// <summary>An act as it was typed, before it is done.</summary>
/// <param name="Words">The reason, the questions, or the reply; null where none were typed. So for Until.</param>
public sealed record EscalationTyped(EscalationAct Act, string? Words = null, DateOnly? Until = null);

/// <summary>Shows what is about to be done with a submitted decision, and asks for the button that does it.</summary>
public static class EscalationAskCard
{
    /// <param name="problem">Why what was typed can't be taken; null at first.</param>
    public static AdaptiveCard Of(EscalationSeen seen, EscalationTyped typed, string? problem = null)
    {
        var (escalation, decision) = (seen.Escalation, seen.Escalation.Decision);
        var asked = Asked(typed.Act);
        return CardTrim.Fit(Card(
            $"{asked} {EscalationTexts.Title(escalation, brief: false)}",
            [
                Heading($"{EscalationTexts.Number(escalation)} — {decision.TableName}", asked, EscalationTexts.Status(escalation)),
                problem is null ? null : Notice(NoticeKind.Attention, "Rien n’a changé", problem),
                Lead(decision.Title),
                Facts(
                    ("Décidée le", French.DayAndTime(decision.At, seen.Zone)),
                    ("Validation par", escalation.TableName),
                    ("Séance", escalation.Last.SessionAt is { } at ? French.DayAndTime(at, seen.Zone) : null),
                    ("Questions", typed.Act == EscalationAct.Reply ? escalation.Last.Words : null)),
                .. Fields(typed),
                Faint(Then(typed.Act)),
                Buttons(
                    Button(seen, typed.Act),
                    new CardButton("Ne rien changer", EscalationVerbs.Show, EscalationVerbs.Of(seen.Reader, escalation.Territory, escalation.Id)) { WithInputs = false }),
            ]));
    }

    /// <summary>What an act asks for, with what was typed in it.</summary>
    internal static IEnumerable<CardElement?> Fields(EscalationTyped typed)
    {
        var (name, label) = typed.Act switch
        {
            EscalationAct.Refuse => (EscalationVerbs.Reason, "Pourquoi la refuser ?"),
            EscalationAct.Return => (EscalationVerbs.Questions, "Que demandez-vous ?"),
            EscalationAct.Reply => (EscalationVerbs.Answer, "Votre réponse"),
            _ => (null, null),
        };
        if (name is not null)
        {
            yield return new TextInput(name) { Label = label, IsMultiline = true, MaxLength = AnswerEscalation.MostWords, Value = typed.Words };
        }

        if (typed.Act == EscalationAct.Return)
        {
            yield return new DateInput(EscalationVerbs.Until) { Label = "Réponse attendue le", Value = typed.Until };
        }
    }

    /// <summary>The button that does it.</summary>
    internal static CardButton Button(EscalationSeen seen, EscalationAct act)
    {
        var data = EscalationVerbs.Of(seen.Reader, seen.Escalation.Territory, seen.Escalation.Id);
        return act switch
        {
            EscalationAct.Validate => new("Valider", EscalationVerbs.Validate, data, ActionStyle.Positive) { WithInputs = false },
            EscalationAct.Refuse => new("Refuser la décision", EscalationVerbs.Refuse, data, ActionStyle.Destructive),
            EscalationAct.Return => new("Renvoyer la décision", EscalationVerbs.Return, data),
            _ => new("Envoyer la réponse", EscalationVerbs.Reply, data, ActionStyle.Positive),
        };
    }

    private static string Asked(EscalationAct act) => act switch
    {
        EscalationAct.Validate => "Valider cette décision ?",
        EscalationAct.Refuse => "Refuser cette décision ?",
        EscalationAct.Return => "Renvoyer cette décision ?",
        _ => "Répondre aux questions ?",
    };

    private static string Then(EscalationAct act) => act switch
    {
        EscalationAct.Return => "La table qui l’a prise sera prévenue, avec vos questions et la date.",
        EscalationAct.Reply => "Votre réponse sera jointe à la décision, qui retournera à l’ordre du jour suivant.",
        _ => "C’est définitif. La table qui l’a prise, ses membres et les personnes dont une remontée était en jeu seront prévenus.",
    };
}
