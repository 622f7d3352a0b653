using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Decisions;

/// <summary>An outcome in its colour, with its arithmetic: the same wherever it is shown (rule 7).</summary>
public static class OutcomePieces
{
    public static CardElement Verdict(Outcome outcome) => Notice(
        outcome.Verdict switch
        {
            Domain.Votes.Verdict.Adopted => NoticeKind.Good,
            Domain.Votes.Verdict.Rejected => NoticeKind.Attention,
            _ => NoticeKind.Warning,
        },
        Votes.VoteTexts.Verdict(outcome.Verdict), DecisionTexts.Arithmetic(outcome));
}
