using Concertation.Domain.Decisions;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Decisions;
using ConcertationBot.Language;
using ConcertationBot.Turns;

namespace ConcertationBot.Decisions;

/// <summary>« J'ai pris connaissance de la décision TCT 2026-003 ».</summary>
public sealed class SaidToHaveRead(IRegister register, FollowDecision follow)
{
    /// <summary>Null when that isn't what was said, or not of which decision.</summary>
    internal async Task<AdaptiveCard?> Answer(TextTurn turn, TypedQuery typed, CancellationToken cancel)
    {
        if (typed.Number is not { } number || FrenchText.Read(turn.Text).Words.All(w => w.Plain != "connaissance"))
        {
            return null;
        }

        var tables = turn.Roster.Tables.Where(t => typed.Query.Table is null || t.Id == typed.Query.Table);
        var found = (await Task.WhenAll(tables.Select(t => register.Of(turn.Actor.Territory, t.Id, cancel))))
            .SelectMany(d => d).Where(d => d.Number == number).ToList();
        return found is [var decision]
            && await follow.Acknowledge(turn.Actor, decision.Ballot, cancel) is { Seen: { } seen, Why: null }
                ? FollowDecisionCard.Of(seen, turn.Actor.Id, said: FollowDecisionTexts.ReadNoted)
                : null;
    }

    /// <summary>A state by its name alone: a number would pass for one.</summary>
    internal static ReviewState? StateOf(string? text) =>
        Enum.GetValues<ReviewState>().Where(s => s.ToString() == text).Select(s => (ReviewState?)s).FirstOrDefault();
}
