using System.Text.RegularExpressions;
using Concertation.Domain.Decisions;
using Concertation.Microsoft365.Decisions;
using ConcertationBot.Turns;

namespace ConcertationBot.Decisions;

/// <summary>
/// « décisions à valider »; « valide la décision TCT 2026-003 », « refuse la décision TCT 2026-003 : le budget manque »,
/// « renvoie la décision TCT 2026-003 : quel coût ? réponse pour le 15/01 ».
/// </summary>
public sealed partial class EscalationsCommand(EscalationsInReach reach, AnswerEscalation answer) : ITextCommand
{
    public async Task<IReadOnlyList<Say>> Handle(TextTurn turn, CancellationToken cancel)
    {
        var all = await reach.Of(turn.Actor, turn.Roster, cancel);
        if (all.Count == 0)
        {
            return Say.Only(EscalationTexts.NothingWaits);
        }

        var (act, about, words) = Read(turn.Text);
        var number = TypedQuery.Read(about, null).Number;
        var meant = all.Where(e => number is null || (e.Decision.Number == number && about.Contains(e.Decision.TableShort, StringComparison.OrdinalIgnoreCase))).ToList();
        if (act == Said.List && number is null)
        {
            return Say.Only(EscalationListCard.Of(turn.Actor.Territory, all, turn.Roster.Zone));
        }

        // Without a number, the only one that waits for this answer is meant.
        if (number is null)
        {
            meant = [.. meant.Where(e => e.Territory == turn.Actor.Territory && (act == Said.Reply ? e.State == EscalationState.Returned : e.IsPending))];
        }

        return meant is [var only]
            ? await Do(turn, only, act, words, cancel)
            : Say.Only(EscalationListCard.Of(turn.Actor.Territory, all, turn.Roster.Zone, EscalationTexts.WhichFirst));
    }

    private async Task<IReadOnlyList<Say>> Do(TextTurn turn, Escalation escalation, Said act, string? words, CancellationToken cancel)
    {
        var (outcome, news) = act switch
        {
            Said.Validate => (await answer.Validate(turn.Actor, escalation.Id, cancel), EscalationTexts.Validated),
            Said.Refuse => (await answer.Refuse(turn.Actor, escalation.Id, words, cancel), EscalationTexts.Refused),
            Said.Return => (
                await answer.Return(turn.Actor, escalation.Id, words, turn.Reading.Slots.When.Date, cancel), EscalationTexts.Returned),
            Said.Reply => (await answer.Reply(turn.Actor, escalation.Territory, escalation.Id, words, cancel), EscalationTexts.Replied),
            _ => (null, null),
        };
        var problem = outcome is null ? null : EscalationTexts.Problem(outcome);
        return await reach.Draw(
            turn.Actor, turn.Roster, escalation.Territory, escalation.Id, cancel, outcome is EscalationOutcome.Done ? news : null, problem) is { } card
            ? Say.Only(card)
            : Say.Only(problem ?? EscalationTexts.NotYours);
    }

    private static (Said Act, string About, string? Words) Read(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var about = colon < 0 ? text : text[..colon];
        var words = colon < 0 ? null : text[(colon + 1)..].Trim(' ', '\u00a0', '«', '»');
        var act = Refusing().IsMatch(about) ? Said.Refuse
            : Returning().IsMatch(about) ? Said.Return
            : Replying().IsMatch(about) ? Said.Reply
            : Validating().IsMatch(about) && !ToValidate().IsMatch(about) ? Said.Validate
            : Said.List;
        return (act, about, words);
    }

    private enum Said { List, Validate, Refuse, Return, Reply }

    [GeneratedRegex(@"\b(refus|rejet)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refusing();

    [GeneratedRegex(@"\b(renvo|retourne)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Returning();

    [GeneratedRegex(@"\br[ée]pon", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Replying();

    [GeneratedRegex(@"\bvalid", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Validating();

    [GeneratedRegex(@"(\bà|\ba)\s+valider|soumises?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ToValidate();
}
