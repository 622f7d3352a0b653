using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using Concertation.Microsoft365.Votes;
using ConcertationBot.Language;
using ConcertationBot.Turns;

namespace ConcertationBot.Votes;

/// <summary>« favorable sous réserve de mon CA, réponse le 12 décembre », as it was said.</summary>
internal sealed record ReserveSaid(DateOnly? Day, string? Reason)
{
    private const string Start = "sous reserve";

    /// <summary>Null when no reserve was said.</summary>
    public static ReserveSaid? Read(TextTurn turn)
    {
        var words = FrenchText.Read(turn.Text).Words;
        var at = Enumerable.Range(0, Math.Max(0, words.Count - 1))
            .FirstOrDefault(i => words[i].Plain == "sous" && words[i + 1].Plain is "reserve" or "reserves", -1);
        return at < 0 ? null : new(turn.Reading.Slots.When.Date, ReasonFrom(turn.Text));
    }

    /// <summary>The ballot's card, with what was said in its fields.</summary>
    public AdaptiveCard ToConfirm(SeatBallot seen, DateTimeOffset now, string? memberId) => VoteCard.Of(
        seen, now, memberId, CardPieces.Notice(NoticeKind.Neutral, "Voici votre réponse, à confirmer", AnswerTexts.SaidReserve),
        Within(AnswerRules.ReserveDays(seen.Ballot, now)));

    /// <summary>As the card takes it: a day out of reach is left for the person to choose.</summary>
    private SaidReserve Within((DateOnly First, DateOnly Last) days) =>
        new(Day is { } day && day >= days.First && day <= days.Last ? day : null, Reason);

    /// <summary>« Sous réserve de mon CA »: what it depends on, up to the answer's date.</summary>
    private static string? ReasonFrom(string text)
    {
        var from = text.IndexOf("sous r", StringComparison.OrdinalIgnoreCase);
        if (from < 0)
        {
            return null;
        }

        var said = text[from..].Split([',', ';', '.', '\n'], 2)[0].Trim();
        return said.Length <= Start.Length || said.Length > CastVote.MostReason ? null : $"S{said[1..]}";
    }
}
