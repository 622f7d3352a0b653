using Concertation.Domain.Decisions;
using Concertation.Domain.Votes;
using Concertation.Microsoft365.Cards;
using static Concertation.Microsoft365.Cards.CardPieces;

namespace Concertation.Microsoft365.Decisions;

/// <summary>What is said of a proposal and of its outcome: the same wherever they are shown.</summary>
public static class OutcomePieces
{
    /// <summary>What is put to the vote, under its title; null when it only says the title again.</summary>
    public static CardElement? Text(string title, string text) =>
        Votes.VoteTexts.Beyond(title, text) is { } more ? PeopleText(more) : null;

    /// <summary>A warning where a secret ballot's outcome gives answers away (rule 6); null where it doesn't.</summary>
    public static CardElement? Reveals(Ballot ballot, Outcome outcome) =>
        Votes.SecretTexts.Reveals(ballot, outcome) is { } reveals ? Notice(NoticeKind.Warning, reveals, null) : null;

    /// <summary>How a decision stands with the table that validates it; null where none does.</summary>
    public static CardElement? Standing(EscalationStanding? standing, TimeZoneInfo zone) => standing is null
        ? null
        : Notice(EscalationTexts.Tone(standing.State), EscalationTexts.Stands(standing, zone), EscalationTexts.Why(standing));

    /// <summary>An outcome in its colour, with its arithmetic (rule 7).</summary>
    public static CardElement Verdict(Outcome outcome) => Notice(
        outcome.Verdict switch
        {
            _ when outcome is { Majority: Domain.Tables.Majority.Opinion, QuorumReached: true } => NoticeKind.Neutral,
            Domain.Votes.Verdict.Adopted => NoticeKind.Good,
            Domain.Votes.Verdict.Rejected => NoticeKind.Attention,
            _ => NoticeKind.Warning,
        },
        DecisionTexts.Sum(outcome), DecisionTexts.Grounds(outcome));
}
