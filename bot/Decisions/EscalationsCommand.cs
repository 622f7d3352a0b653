using System.Text.RegularExpressions;
using Concertation.Domain.Decisions;
using Concertation.Microsoft365.Decisions;
using ConcertationBot.Turns;

namespace ConcertationBot.Decisions;

/// <summary>
/// « décisions à valider »; « valide la décision TCT 2026-003 », « refuse la décision TCT 2026-003 : le budget manque »,
/// « renvoie la décision TCT 2026-003 : quel coût ? réponse pour le 15/01 ». Words alone answer nothing: they show what is about
/// to be done, and a button does it.
/// </summary>
public sealed partial class EscalationsCommand(EscalationsInReach reach) : ITextCommand
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
        var meant = number is { } given ? EscalationsInReach.Numbered(all, given, about) : all;
        if (act is null && number is null)
        {
            return Say.Only(EscalationListCard.Of(turn.Actor.Territory, all, turn.Roster.Zone));
        }

        // Without a number, one that waits for this answer is meant.
        if (number is null)
        {
            meant = [.. meant.Where(e => act == EscalationAct.Reply
                ? e.State == EscalationState.Returned : e.IsPending && e.Territory == turn.Actor.Territory)];
        }

        if (meant is not [var only])
        {
            return Say.Only(EscalationListCard.Of(
                turn.Actor.Territory, meant.Count > 0 ? meant : all, turn.Roster.Zone, EscalationTexts.WhichFirst));
        }

        var card = act is { } asked
            ? await reach.Ask(turn.Actor, turn.Roster, only.Territory, only.Id, new(asked, words, turn.Reading.Slots.When.Date), cancel)
            : await reach.Draw(turn.Actor, turn.Roster, only.Territory, only.Id, cancel);
        return card is null ? Say.Only(EscalationTexts.NotYours) : Say.Only(card);
    }

    /// <summary>Null where nothing is to be done but shown.</summary>
    private static (EscalationAct? Act, string About, string? Words) Read(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var about = colon < 0 ? text : text[..colon];
        var words = colon < 0 ? null : text[(colon + 1)..].Trim(' ', '\u00a0', '«', '»');
        EscalationAct? act = Refusing().IsMatch(about) ? EscalationAct.Refuse
            : Returning().IsMatch(about) ? EscalationAct.Return
            : Replying().IsMatch(about) ? EscalationAct.Reply
            : Validating().IsMatch(about) && !ToValidate().IsMatch(about) ? EscalationAct.Validate
            : null;
        return (act, about, words);
    }

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
